"""The register of trainings on the page: what was given, and who takes part."""

from functools import partial
from typing import Any

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.model import Role, Training
from mentorkit.model.training import TECHNIQUES
from mentorkit.questions.guidance import cards_for
from mentorkit.text import Message, say
from mentorkit.ui.frame.page import Page, html, markup_of, side_by_side, stacked
from mentorkit.views.names import Names
from mentorkit.views.programme.guidance import card_list
from mentorkit.views.programme.trainings import training_headline, training_names, training_table
from mentorkit.workflows.programme.framework import drop_training, record_training

_ROLES: dict[Role, Message] = {"mentor": say("Mentors who take part"), "mentee": say("Mentees who take part")}


def training_form(page: Page, snapshot: Snapshot) -> mo.ui.form[Any, Any]:
    """One training with everybody in it: booked, or followed."""
    names = Names.named(snapshot)
    fields: dict[str, Any] = {
        "name": mo.ui.text(label=page.speak(say("Training")), full_width=True),
        "held_on": mo.ui.date(label=page.speak(say("Day"))),
        "is_done": mo.ui.checkbox(label=page.speak(say("It is over: they followed it"))),
        "techniques": mo.ui.multiselect(
            page.options(TECHNIQUES), label=page.speak(say("What it teaches")), full_width=True
        ),
        **{
            str(role): _people(page, names, snapshot.participants(role)["id"].to_list(), role)
            for role in _ROLES
        },
    }

    def keep(given: dict[str, Any]) -> None:
        people = [*given.pop("mentor"), *given.pop("mentee")]
        techniques = tuple(given.pop("techniques"))
        page.do(
            lambda snapshot: record_training(snapshot, people, techniques=techniques, **given),
            say("The training is in the register. For mentors in it the condition “trained” is met."),
        )

    return page.form(page.fields(**fields), say("Put it in the register"), keep)


def drop_training_buttons(page: Page, snapshot: Snapshot) -> list[mo.ui.button]:
    """Takes a training out of the register, with everybody in it."""

    def drop(name: str) -> None:
        gone = say("{training} is taken out of the register.", training=name)
        page.do(lambda snapshot: drop_training(snapshot, name), gone)

    return [
        page.button(say("Take out: {training}", training=name), partial(drop, name))
        for name in training_names(snapshot.rows(Training))
    ]


def training_panel(
    page: Page, snapshot: Snapshot, form: mo.ui.form[Any, Any], drops: list[mo.ui.button]
) -> mo.Html:
    """The register, the form, and what a mentor training can tell."""
    title, rows = page.title(say("Training")), snapshot.rows(Training)
    if not page.has_sign_ups:
        none = say("Nobody signed up yet. Once people did, note here who follows which training.")
        return stacked(title, page.quiet(none))
    table = html(training_table(rows, Names.of(snapshot), page.speak)) if rows else None
    out = page.fold(say("Take a training out"), markup_of(side_by_side(*drops))) if drops else None
    cards = page.fold(say("What a mentor training can tell"), card_list(cards_for("training"), page.speak))
    add = page.title(say("Add a training"), 3)
    return stacked(title, page.text(training_headline(snapshot)), table, out, add, form, cards)


def _people(page: Page, names: Names, ids: list[str], role: Role) -> mo.ui.multiselect:
    options = dict(sorted((names[one], one) for one in ids))
    return mo.ui.multiselect(options, label=page.speak(_ROLES[role]), full_width=True)
