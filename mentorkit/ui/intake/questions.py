"""The question library on the page: to read, as an empty workbook, and to paste into a form."""

import marimo as mo

from mentorkit.model import Programme, Role
from mentorkit.questions.library import library, questions_for
from mentorkit.questions.readiness import ACTIONS
from mentorkit.text import say
from mentorkit.ui.frame.page import Page, html, side_by_side, stacked, together
from mentorkit.ui.intake.draft import Place
from mentorkit.views.intake.questions import (
    by_name,
    question_table,
    readiness_table,
    readiness_text,
    set_of_questions,
)
from mentorkit.workflows.intake.questions import sign_up_text, sign_up_workbook
from mentorkit.workflows.intake.readiness import first_steps

_SHOWN = 50


def questions_panel(page: Page, is_start: bool, programme: Programme) -> mo.Html | None:
    """At the start the questions of each role, folded, and how to take them along."""
    if not is_start:
        return None
    intro = say(
        "No form yet? These are questions you can use for one. Keep their words, and the answers find "
        "their place by themselves."
    )
    own = tuple(dict.fromkeys(programme.topic_names.values()))
    workbook = page.download(
        say("Save an empty workbook for sign-ups"),
        say("sign-ups.xlsx"),
        lambda: sign_up_workbook(page.speak, None, own),
    )
    return stacked(
        page.title(say("Questions for a sign-up form")),
        page.text(intro),
        side_by_side(workbook),
        _of_role(page, "mentor", own),
        _of_role(page, "mentee", own),
    )


def readiness_panel(page: Page, place: Place) -> mo.Html | None:
    """At the last step what can come first for whom, by the answers in the files; nothing without any."""
    review = place.at("confirm")
    found = first_steps(review) if review is not None else ()
    if not found:
        return None
    intro = say(
        "These come from the answers about qualities and readiness. They count for no pair, "
        "leave nobody out, and are not kept."
    )
    people, text = by_name(found), readiness_text(found, page.speak)
    return stacked(
        page.title(say("What can come first")),
        page.quiet(intro),
        html(readiness_table(people[:_SHOWN], page.speak)),
        page.more(len(people) - _SHOWN),
        side_by_side(page.download(say("Save the whole list as text"), say("what can come first.txt"), text)),
    )


def _of_role(page: Page, role: Role, own: tuple[str, ...]) -> mo.Html:
    """One role: its table and its text, each folded, and the text as a file."""
    title, paste, name = set_of_questions(role, len(questions_for(role)))
    text = sign_up_text(role, page.speak, own)
    copy = html(page.to_copy(paste, text))
    parts = side_by_side(copy, page.download(say("Save this text"), name, text))
    table = question_table(library(), role, ACTIONS, page.speak)
    return together(page.fold(title, table), page.fold(paste, parts))
