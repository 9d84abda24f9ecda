"""Comparing plans: named settings, other aims and the stable plan, and taking over pairs of them."""

from collections.abc import Callable, Sequence
from typing import Any

import marimo as mo
import numpy as np
from markupsafe import Markup

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal
from mentorkit.matching.insight.scenarios import CURRENT, Plan, compare_plans, stored_settings
from mentorkit.model import Changes
from mentorkit.text import Speaker, say
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import html
from mentorkit.ui.pairing.opened import Opened, plan_for
from mentorkit.views.names import Names
from mentorkit.views.pairing.scenarios import (
    STABLE_NAME,
    STABLE_REASON,
    plan_names,
    plans_chart,
    plans_table,
)
from mentorkit.workflows.pairing.scenarios import (
    delete_scenario,
    rename_scenario,
    save_scenario,
    take_over,
    use_scenario,
)


def compared(opened: Opened | None) -> tuple[Plan, ...]:
    """The plans side by side, worked out only when she asks; empty otherwise."""
    proposal = plan_for("plans", opened)
    if opened is None or proposal is None:
        return ()
    kept = {one.id: stored_settings(one) for one in opened.snapshot.scenarios}
    return compare_plans(proposal.pool, kept, proposal)


def comparison_panel(plans: Sequence[Plan], opened: Opened | None, speak: Speaker) -> mo.Html | None:
    """The table and the chart; nothing when nothing was compared."""
    if not plans or opened is None:
        return None
    names = plan_names(plans, opened.snapshot, speak)
    stable = Markup('<p class="mk-quiet"><strong>{}</strong> {}</p>').format(
        speak(STABLE_NAME), speak(STABLE_REASON)
    )
    table = html(Markup("{}{}").format(plans_table(plans, names, speak), stable))
    chart = plans_chart(plans, names, speak)
    return mo.vstack([table, chart]) if chart is not None else table


def save_form(
    desk: Desk, plans: Sequence[Plan], speak: Speaker, refresh: Callable[[], None]
) -> mo.ui.form[Any, Any] | None:
    """Keeps the current settings under a name; nothing when nothing was compared."""
    if not plans:
        return None

    def keep(name: str | None) -> None:
        if name is not None:
            desk.do(lambda snapshot: save_scenario(snapshot, name), done=say("The settings are kept."))
            refresh()

    field = mo.ui.text(label=speak(say("Keep the current settings as")), full_width=True)
    return mo.ui.form(field, bordered=False, submit_button_label=speak(say("Keep")), on_change=keep)


def manage_form(
    desk: Desk, plans: Sequence[Plan], speak: Speaker, refresh: Callable[[], None]
) -> mo.ui.form[Any, Any] | None:
    """Uses, renames or removes named settings; nothing when there are none or nothing was compared."""
    scenarios = desk.snapshot.scenarios
    if not plans or not scenarios:
        return None
    actions = {speak(say("Use")): "use", speak(say("Rename")): "rename", speak(say("Remove")): "remove"}
    fields = mo.Html("<div>{which}</div><div>{action}</div><div>{name}</div>").batch(
        which=mo.ui.dropdown({one.name: one.id for one in scenarios}, label=speak(say("Kept settings"))),
        action=mo.ui.radio(actions, value=next(iter(actions))),
        name=mo.ui.text(label=speak(say("New name (to rename)")), full_width=True),
    )

    def manage(value: dict[str, Any] | None) -> None:
        if value:
            desk.do(lambda snapshot: _managed(snapshot, **value), done=say("Done. Undo takes it back."))
            refresh()

    return mo.ui.form(fields, bordered=False, submit_button_label=speak(say("Do it")), on_change=manage)


def take_over_form(
    desk: Desk, plans: Sequence[Plan], opened: Opened | None, speak: Speaker, refresh: Callable[[], None]
) -> mo.ui.form[Any, Any] | None:
    """Keeps the pair of one mentee in another plan, or all its pairs; nothing when nothing was compared."""
    names = plan_names(plans, desk.snapshot, speak)
    others = {plan.key: plan for plan in plans if plan.key != CURRENT}
    if not others or opened is None:
        return None
    proposal = opened.proposal
    fields = mo.Html("<div>{plan}</div><div>{mentee}</div><div>{reason}</div>").batch(
        plan=mo.ui.dropdown({names[key]: key for key in others}, label=speak(say("Take over from"))),
        mentee=mo.ui.dropdown(
            _movable(desk.snapshot, list(others.values()), proposal),
            label=speak(say("Whose pair (nobody chosen: the whole plan)")),
        ),
        reason=mo.ui.text(label=speak(say("Reason (goes into the decision record)")), full_width=True),
    )

    def take(value: dict[str, Any] | None) -> None:
        if value:
            desk.do(
                lambda snapshot: _taken_over(snapshot, proposal, others.get(value["plan"]), value),
                done=say("Taken over. Undo takes it back."),
            )
            refresh()

    return mo.ui.form(fields, bordered=False, submit_button_label=speak(say("Take over")), on_change=take)


def use_panel(*forms: mo.Html | None) -> mo.Html | None:
    """What she can do with the plans, one under the other; nothing when nothing was compared."""
    shown = [form for form in forms if form is not None]
    return mo.vstack(shown, gap=0.8) if shown else None


def _managed(snapshot: Snapshot, which: str | None, action: str, name: str) -> Changes:
    if which is None:
        raise NotLawful(say("Choose settings you kept first."))
    match action:
        case "rename":
            return rename_scenario(snapshot, which, name)
        case "remove":
            return delete_scenario(snapshot, which)
        case _:
            return use_scenario(snapshot, which)


def _taken_over(snapshot: Snapshot, proposal: Proposal, plan: Plan | None, value: dict[str, Any]) -> Changes:
    if plan is None:
        raise NotLawful(say("Choose a plan to take over from first."))
    everybody = np.flatnonzero((plan.mentor_of >= 0) & ~proposal.is_confirmed).tolist()
    rows = everybody if value["mentee"] is None else [value["mentee"]]
    return take_over(snapshot, proposal, plan.mentor_of, rows, value["reason"])


def _movable(snapshot: Snapshot, plans: Sequence[Plan], proposal: Proposal) -> dict[str, int]:
    """Rows by name of the mentees whom one of the plans gives another mentor than now."""
    moves = np.any([(plan.mentor_of != proposal.mentor_of) & (plan.mentor_of >= 0) for plan in plans], axis=0)
    who, mentees = Names.of(snapshot), proposal.pool.candidates.mentees["id"].to_list()
    return dict(sorted((who[mentees[row]], row) for row in np.flatnonzero(moves).tolist()))
