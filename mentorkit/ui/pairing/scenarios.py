"""Comparing plans: named settings, other aims and the stable plan, and taking over pairs of them."""

from collections.abc import Sequence
from typing import Any

import marimo as mo

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal
from mentorkit.matching.insight.scenarios import CURRENT, Plan, compare_plans, stored_settings
from mentorkit.model import Changes
from mentorkit.text import say
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, stacked, together
from mentorkit.ui.pairing.tabs import Opened
from mentorkit.views.pairing.choices import movable_mentees
from mentorkit.views.pairing.scenarios import (
    STABLE_NAME,
    STABLE_REASON,
    plan_names,
    plans_chart,
    plans_table,
)
from mentorkit.views.pairing.spread import spread_chart
from mentorkit.workflows.pairing.scenarios import (
    delete_scenario,
    rename_scenario,
    save_scenario,
    take_over,
    use_scenario,
)


def plans_side_by_side(opened: Opened | None) -> tuple[Plan, ...]:
    """The plans side by side, worked out only when they are asked for; empty otherwise."""
    if opened is None:
        return ()
    kept = {one.id: stored_settings(one) for one in opened.snapshot.scenarios}
    return compare_plans(opened.proposal.pool, kept, opened.proposal)


def comparison_panel(page: Page, plans: Sequence[Plan], opened: Opened | None) -> mo.Html | None:
    """The table and the chart; nothing when nothing was compared."""
    if not plans or opened is None:
        return None
    names = plan_names(plans, opened.snapshot, page.speak)
    title = page.title(say("Compare this proposal with others"))
    stable = page.terms([(STABLE_NAME, STABLE_REASON)])
    table = together(title, plans_table(plans, names, page.speak), stable)
    chart = plans_chart(plans, names, page.speak)
    return mo.vstack([table, chart]) if chart is not None else table


def spread_panel(page: Page, opened: Opened | None) -> mo.Html | None:
    """How the points are spread; nothing when nothing was compared."""
    return None if opened is None else mo.as_html(spread_chart(opened.proposal, page.speak))


def save_form(page: Page, plans: Sequence[Plan]) -> Form | None:
    """Keeps the current settings under a name; nothing when nothing was compared."""
    if not plans:
        return None

    field = page.entry(say("Keep the current settings as"))
    return page.asks(field, say("Keep"), save_scenario, say("The settings are kept."))


def manage_form(page: Page, plans: Sequence[Plan]) -> Form | None:
    """Uses, renames or removes named settings; nothing when there are none or nothing was compared."""
    scenarios = page.desk.snapshot.scenarios
    if not plans or not scenarios:
        return None
    actions = page.options({"use": say("Use"), "rename": say("Rename"), "remove": say("Remove")})
    fields = page.fields(
        which=page.pick(say("Kept settings"), {one.name: one.id for one in scenarios}),
        action=page.radio("", actions),
        name=page.entry(say("New name (to rename)")),
    )
    return page.asks(fields, say("Do it"), _managed, say("Done. Undo takes it back."))


def take_over_form(page: Page, plans: Sequence[Plan], opened: Opened | None) -> Form | None:
    """Keeps the pair of one mentee in another plan, or all its pairs; nothing when nothing was compared."""
    names = plan_names(plans, page.desk.snapshot, page.speak)
    others = {plan.key: plan for plan in plans if plan.key != CURRENT}
    if not others or opened is None:
        return None
    proposal = opened.proposal
    fields = page.fields(
        plan=page.pick(say("Take over from"), {names[key]: key for key in others}),
        mentee=page.pick(
            say("For which mentee? (empty = everybody)"),
            movable_mentees(list(others.values()), proposal, page.names),
        ),
        reason=page.entry(say("Reason (goes into the decision record)")),
    )
    return page.asks(
        fields,
        say("Take over"),
        lambda now, given: _taken_over(now, proposal, others.get(given["plan"]), given),
        say("Taken over. Undo takes it back."),
    )


def use_panel(*forms: mo.Html | None) -> mo.Html | None:
    """What can be done with the plans, one under the other; nothing when nothing was compared."""
    return stacked(*forms, gap=0.8) if any(form is not None for form in forms) else None


def _managed(snapshot: Snapshot, given: dict[str, Any]) -> Changes:
    which = given["which"]
    if which is None:
        raise NotLawful(say("Choose settings you kept first."), "which")
    match given["action"]:
        case "rename":
            return rename_scenario(snapshot, which, given["name"])
        case "remove":
            return delete_scenario(snapshot, which)
        case _:
            return use_scenario(snapshot, which)


def _taken_over(snapshot: Snapshot, proposal: Proposal, plan: Plan | None, value: dict[str, Any]) -> Changes:
    if plan is None:
        raise NotLawful(say("Choose a proposal to take over from first."), "plan")
    rows = None if value["mentee"] is None else [value["mentee"]]
    return take_over(snapshot, proposal, plan.mentor_of, rows, value["reason"])
