"""The framework on the page: what the programme is for, how it runs, who is whom, what is confidential."""

from collections.abc import Mapping
from functools import partial
from typing import Any, TypeAlias

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.model import Framework, Objective
from mentorkit.model.objective import LEVELS, MOST_OBJECTIVES
from mentorkit.text import say
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, html, side_by_side, stacked
from mentorkit.ui.frame.tabs import Tab
from mentorkit.views.programme.framework import (
    GROUPS,
    IDEAS,
    PLANS,
    PROFILES,
    framework_headline,
    objective_table,
)
from mentorkit.views.programme.visible import ABOUT, visible_table
from mentorkit.views.table import plain_list
from mentorkit.workflows.programme.framework import (
    NUMBERS,
    choose_profile,
    drop_objective,
    set_framework,
    set_objective,
)

TABS: Mapping[str, Tab] = {
    "framework": Tab(
        say("Framework"), ("sort", "purpose", "objectives", "rhythm", "people", "confidence", "papers")
    ),
    "words": Tab(say("Words"), ("words",)),
    "training": Tab(say("Training"), ("training",)),
    "checklist": Tab(say("Checklist"), ("checklist",)),
    "guidance": Tab(say("Guidance"), ("seek", "guidance")),
}
"""The tabs in their order; the first one is open at the start."""

_LONG = frozenset({"mission", "eligible", "confidential", "limits"})
_KEPT = say("This is kept in the framework.")
_OURS = {
    "confidential": say(
        "What mentor and mentee tell each other stays between them. The coordinator hears that they talked "
        "and when, and never what about, unless both want to tell."
    ),
    "limits": say(
        "Somebody else is told when somebody is in danger, when the law asks it, or when a rule of conduct "
        "was broken. Whoever has to tell says so first."
    ),
}

Part: TypeAlias = tuple[Form, mo.ui.button | None]


def framework_head(page: Page, snapshot: Snapshot) -> mo.Html:
    """Whether the framework is complete, and what is missing."""
    return html(page.first(list(framework_headline(snapshot))))


def sort_form(page: Page, snapshot: Snapshot) -> Form:
    """Which sort of programme it is, which fills in what usually goes with it."""
    now = snapshot.programme.framework.profile
    field = page.pick(say("Sort of programme"), page.options(PROFILES), now)

    def choose(profile: Any) -> None:
        changes, told = choose_profile(page.desk.snapshot, profile)
        page.do(lambda _: changes, told)

    return page.form(field, say("Choose this sort"), choose)


def sort_panel(page: Page, form: Form) -> mo.Html:
    """The form, and what it does."""
    hint = say(
        "A sort fills in a rhythm, a template for the development plan and what counts in the pairing. "
        "What you chose yourself stays."
    )
    return stacked(page.title(say("What sort of programme is it?")), page.quiet(hint), form)


def framework_form(page: Page, snapshot: Snapshot, group: str) -> Form:
    """The fields of one part of the framework, kept together."""
    framework = snapshot.programme.framework
    fields = {name: _field(page, name, getattr(framework, name)) for name in GROUPS[group][1]}
    return page.asks(page.fields(**fields), say("Keep this"), set_framework, _KEPT)


def ours_button(page: Page) -> mo.ui.button:
    """Takes our wording on confidentiality, to be changed after that."""
    texts = {name: page.speak(text) for name, text in _OURS.items()}
    return page.acts(say("Begin with our wording"), lambda now: set_framework(now, texts), _KEPT)


def framework_panel(page: Page, group: str, form: Form, ours: mo.ui.button | None = None) -> mo.Html:
    """One part of the framework under its title."""
    title = page.title(GROUPS[group][0])
    if group != "confidence":
        return stacked(title, form)
    hint = say("Pairs ask this first. Decide it before they begin: it stands in the manual and agreement.")
    sees = page.fold(say("Who sees what"), page.quiet(ABOUT), html(visible_table(page.speak)))
    return stacked(title, page.quiet(hint), form, side_by_side(ours) if ours else None, sees)


def objective_forms(page: Page, snapshot: Snapshot) -> list[Part]:
    """A form for every objective, with the button that takes it out, and one for a new one."""
    rows = snapshot.rows(Objective)
    forms: list[Part] = [(_objective_form(page, row), _drop_button(page, row)) for row in rows]
    return forms if len(rows) >= MOST_OBJECTIVES else [*forms, (_objective_form(page, None), None)]


def objectives_panel(page: Page, snapshot: Snapshot, forms: list[Part]) -> mo.Html:
    """The objectives as a table, and under it what changes each."""
    rows = snapshot.rows(Objective)
    hint = say("At most three. Say for each what you measure, what you aim at, and which question will tell.")
    labels = [say("Change: {objective}", objective=row.text) for row in rows]
    labels += [say("Add an objective")] * (len(forms) - len(rows))
    folds = (page.fold(label, *part) for label, part in zip(labels, forms, strict=True))
    ideas = page.fold(say("What other programmes aim at"), plain_list(map(page.speak, IDEAS)))
    table = html(objective_table(rows, page.speak)) if rows else None
    return stacked(page.title(say("Objectives")), page.quiet(hint), table, *folds, ideas)


def _field(page: Page, name: str, value: Any) -> Any:
    label = page.called(Framework, name)
    if name in _LONG:
        return page.area(label, value, rows=3)
    if name in NUMBERS:
        return mo.ui.text(value="" if value is None else page.speak.digits(value), label=label)
    if name == "plan":
        return page.pick(label, page.options(PLANS), value, allow_select_none=True)
    return page.entry(label, value)


def _objective_form(page: Page, row: Objective | None) -> Form:
    called, levels = partial(page.called, Objective), page.options(LEVELS)
    texts = {
        name: page.entry(called(name), getattr(row, name, ""))
        for name in ("text", "measure", "target", "source")
    }
    question = page.pick(called("question"), levels, row and row.question, allow_select_none=True)
    return page.asks(
        page.fields(**texts, question=question),
        say("Keep this objective"),
        lambda now, given: set_objective(now, given, row),
        say("The objective is kept."),
    )


def _drop_button(page: Page, row: Objective) -> mo.ui.button:
    gone = say("The objective is taken out.")
    return page.acts(say("Take this objective out"), lambda _: drop_objective(row), gone)
