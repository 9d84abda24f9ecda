"""Comparing plans: named settings, other aims and the stable plan, and taking over pairs of them."""

from collections.abc import Sequence
from typing import Any

import marimo as mo
from markupsafe import Markup

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal
from mentorkit.matching.insight.scenarios import CURRENT, Plan, compare_plans, stored_settings
from mentorkit.model import Changes
from mentorkit.text import say
from mentorkit.ui.frame.page import Page, stacked, together
from mentorkit.ui.pairing.tabs import Opened
from mentorkit.views.names import Names
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
    stable = Markup('<p class="mk-quiet"><strong>{}</strong> {}</p>').format(
        page.speak(STABLE_NAME), page.speak(STABLE_REASON)
    )
    title = page.title(say("Compare this proposal with others"))
    table = together(title, plans_table(plans, names, page.speak), stable)
    chart = plans_chart(plans, names, page.speak)
    return mo.vstack([table, chart]) if chart is not None else table


def spread_panel(page: Page, opened: Opened | None) -> mo.Html | None:
    """How the points are spread; nothing when nothing was compared."""
    return None if opened is None else mo.as_html(spread_chart(opened.proposal, page.speak))


def save_form(page: Page, plans: Sequence[Plan]) -> mo.ui.form[Any, Any] | None:
    """Keeps the current settings under a name; nothing when nothing was compared."""
    if not plans:
        return None

    def keep(name: str) -> None:
        page.do(lambda snapshot: save_scenario(snapshot, name), say("The settings are kept."))

    field = mo.ui.text(label=page.speak(say("Keep the current settings as")), full_width=True)
    return page.form(field, say("Keep"), keep)


def manage_form(page: Page, plans: Sequence[Plan]) -> mo.ui.form[Any, Any] | None:
    """Uses, renames or removes named settings; nothing when there are none or nothing was compared."""
    scenarios, speak = page.desk.snapshot.scenarios, page.speak
    if not plans or not scenarios:
        return None
    actions = page.options({"use": say("Use"), "rename": say("Rename"), "remove": say("Remove")})
    fields = page.fields(
        which=mo.ui.dropdown({one.name: one.id for one in scenarios}, label=speak(say("Kept settings"))),
        action=mo.ui.radio(actions, value=next(iter(actions))),
        name=mo.ui.text(label=speak(say("New name (to rename)")), full_width=True),
    )

    def manage(value: dict[str, Any]) -> None:
        page.do(lambda snapshot: _managed(snapshot, **value), say("Done. Undo takes it back."))

    return page.form(fields, say("Do it"), manage)


def take_over_form(page: Page, plans: Sequence[Plan], opened: Opened | None) -> mo.ui.form[Any, Any] | None:
    """Keeps the pair of one mentee in another plan, or all its pairs; nothing when nothing was compared."""
    snapshot, speak = page.desk.snapshot, page.speak
    names = plan_names(plans, snapshot, speak)
    others = {plan.key: plan for plan in plans if plan.key != CURRENT}
    if not others or opened is None:
        return None
    proposal = opened.proposal
    fields = page.fields(
        plan=mo.ui.dropdown({names[key]: key for key in others}, label=speak(say("Take over from"))),
        mentee=mo.ui.dropdown(
            movable_mentees(list(others.values()), proposal, Names.of(snapshot)),
            label=speak(say("For which mentee? (empty = everybody)")),
        ),
        reason=mo.ui.text(label=speak(say("Reason (goes into the decision record)")), full_width=True),
    )

    def take(value: dict[str, Any]) -> None:
        page.do(
            lambda snapshot: _taken_over(snapshot, proposal, others.get(value["plan"]), value),
            say("Taken over. Undo takes it back."),
        )

    return page.form(fields, say("Take over"), take)


def use_panel(*forms: mo.Html | None) -> mo.Html | None:
    """What can be done with the plans, one under the other; nothing when nothing was compared."""
    return stacked(*forms, gap=0.8) if any(form is not None for form in forms) else None


def _managed(snapshot: Snapshot, which: str | None, action: str, name: str) -> Changes:
    if which is None:
        raise NotLawful(say("Choose settings you kept first."), "which")
    match action:
        case "rename":
            return rename_scenario(snapshot, which, name)
        case "remove":
            return delete_scenario(snapshot, which)
        case _:
            return use_scenario(snapshot, which)


def _taken_over(snapshot: Snapshot, proposal: Proposal, plan: Plan | None, value: dict[str, Any]) -> Changes:
    if plan is None:
        raise NotLawful(say("Choose a proposal to take over from first."), "plan")
    rows = None if value["mentee"] is None else [value["mentee"]]
    return take_over(snapshot, proposal, plan.mentor_of, rows, value["reason"])
