"""The register of trainings on the page: what was given, and who takes part."""

from collections.abc import Mapping

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.model import Training
from mentorkit.model.training import TECHNIQUES
from mentorkit.questions.guidance import cards_for
from mentorkit.text import Message, say
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, html, stacked
from mentorkit.views.names import Names
from mentorkit.views.programme.guidance import card_list
from mentorkit.views.programme.trainings import training_headline, training_names, training_table
from mentorkit.workflows.programme.trainings import drop_training, typed_training

_WHO: Mapping[str, Message] = {
    "named": say("the people named here"),
    "mentor": say("all mentors"),
    "mentee": say("all mentees"),
}


def training_form(page: Page) -> Form:
    """One training with everybody in it: booked, or followed."""
    fields = page.fields(
        name=page.entry(say("What is it called?")),
        day=page.day(say("Day"), "14-9-2026"),
        is_done=page.tick(say("They followed it; otherwise it is booked")),
        who=page.pick(say("For"), page.options(_WHO), "named"),
        names=page.area(say("Names or e-mail addresses, one on each line")),
        **{key: page.tick(say("It teaches {technique}", technique=one)) for key, one in TECHNIQUES.items()},
    )
    done = say("The training is in the register. For mentors in it the condition “trained” is met.")
    return page.asks(fields, say("Put it in the register"), typed_training, done)


def drop_training_form(page: Page, snapshot: Snapshot) -> Form | None:
    """Takes a training out of the register, with everybody in it; nothing before the first one."""

    def drop(name: str) -> None:
        gone = say("{training} is taken out of the register.", training=name)
        page.do(lambda now: drop_training(now, name), gone)

    names = {one: one for one in training_names(snapshot.rows(Training))}
    return page.form(page.pick(say("Training"), names), say("Take it out"), drop) if names else None


def training_panel(page: Page, snapshot: Snapshot, form: Form, drop: Form | None) -> mo.Html:
    """The register, the form, and what a mentor training can tell."""
    title, rows = page.title(say("Training")), snapshot.rows(Training)
    if not page.has_sign_ups:
        none = say("Nobody signed up yet. Once people did, note here who follows which training.")
        return stacked(title, page.quiet(none))
    table = html(training_table(rows, Names.of(snapshot), page.speak)) if rows else None
    out = page.fold(say("Take a training out"), drop) if drop else None
    cards = page.fold(say("What a mentor training can tell"), card_list(cards_for("training"), page.speak))
    add = page.title(say("Add a training"), 3)
    return stacked(title, page.text(training_headline(snapshot)), table, out, cards, add, form)
