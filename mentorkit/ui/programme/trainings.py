"""The register of trainings on the page: what was given, and who takes part."""

from collections.abc import Mapping
from typing import Any

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.model import Training
from mentorkit.model.training import TECHNIQUES, Technique
from mentorkit.questions.guidance import cards_for
from mentorkit.text import Message, say
from mentorkit.ui.frame.page import Page, html, markup_of, stacked
from mentorkit.views.names import Names
from mentorkit.views.programme.guidance import card_list
from mentorkit.views.programme.trainings import training_headline, training_names, training_table
from mentorkit.workflows.programme.trainings import drop_training, typed_training

_WHO: Mapping[str, Message] = {
    "named": say("the people named here"),
    "mentor": say("all mentors"),
    "mentee": say("all mentees"),
}


def training_form(page: Page) -> mo.ui.form[Any, Any]:
    """One training with everybody in it: booked, or followed."""
    fields: dict[str, Any] = {
        "name": mo.ui.text(label=page.speak(say("What is it called?")), full_width=True),
        "day": mo.ui.text(label=page.speak(say("Day")), placeholder="14-9-2026"),
        "is_done": mo.ui.checkbox(label=page.speak(say("They followed it; otherwise it is booked"))),
        "who": mo.ui.dropdown(
            page.options(_WHO), value=page.speak(_WHO["named"]), label=page.speak(say("For"))
        ),
        "names": mo.ui.text_area(
            label=page.speak(say("Names or e-mail addresses, one on each line")), rows=4, full_width=True
        ),
        **{key: mo.ui.checkbox(label=page.speak(_teaches(key))) for key in TECHNIQUES},
    }

    def keep(given: dict[str, Any]) -> None:
        done = say("The training is in the register. For mentors in it the condition “trained” is met.")
        page.do(lambda snapshot: typed_training(snapshot, given), done)

    return page.form(page.fields(**fields), say("Put it in the register"), keep)


def drop_training_form(page: Page, snapshot: Snapshot) -> mo.ui.form[Any, Any] | None:
    """Takes a training out of the register, with everybody in it; nothing before the first one."""

    def drop(name: str) -> None:
        gone = say("{training} is taken out of the register.", training=name)
        page.do(lambda now: drop_training(now, name), gone)

    names = training_names(snapshot.rows(Training))
    field = mo.ui.dropdown(names, label=page.speak(say("Training")))
    return page.form(field, say("Take it out"), drop) if names else None


def training_panel(
    page: Page, snapshot: Snapshot, form: mo.ui.form[Any, Any], drop: mo.ui.form[Any, Any] | None
) -> mo.Html:
    """The register, the form, and what a mentor training can tell."""
    title, rows = page.title(say("Training")), snapshot.rows(Training)
    if not page.has_sign_ups:
        none = say("Nobody signed up yet. Once people did, note here who follows which training.")
        return stacked(title, page.quiet(none))
    table = html(training_table(rows, Names.of(snapshot), page.speak)) if rows else None
    out = page.fold(say("Take a training out"), markup_of(drop)) if drop else None
    cards = page.fold(say("What a mentor training can tell"), card_list(cards_for("training"), page.speak))
    add = page.title(say("Add a training"), 3)
    return stacked(title, page.text(training_headline(snapshot)), table, out, cards, add, form)


def _teaches(technique: Technique) -> Message:
    return say("It teaches {technique}", technique=TECHNIQUES[technique])
