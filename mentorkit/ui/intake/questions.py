"""The question library on the page: to read, as an empty workbook, and to paste into a form."""

import marimo as mo
from markupsafe import Markup

from mentorkit.model import Programme, Role
from mentorkit.questions.library import library, questions_for
from mentorkit.questions.readiness import ACTIONS
from mentorkit.text import Message, Speaker, say
from mentorkit.ui.frame.page import heading, html, paragraph, shown, side_by_side, stacked
from mentorkit.ui.intake.draft import Step
from mentorkit.views.intake.questions import by_name, question_table, readiness_table, readiness_text
from mentorkit.workflows.intake.questions import sign_up_text, sign_up_workbook
from mentorkit.workflows.intake.readiness import first_steps
from mentorkit.workflows.intake.review import Review

_FOLDED = Markup("<details><summary>{}</summary>{}</details>")
_AREA = Markup('<textarea class="mk-copy" readonly rows="14" cols="80" aria-label="{}">{}</textarea>')
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHOWN = 50


def questions_panel(is_start: bool, programme: Programme, speak: Speaker) -> mo.Html | None:
    """At the start the questions of each role, folded, and how to take them along."""
    if not is_start:
        return None
    intro = say(
        "No form yet? These are questions you can use for one. Keep their words, and the answers find "
        "their place by themselves."
    )
    own = tuple(dict.fromkeys(programme.topic_names.values()))
    workbook = mo.download(
        data=sign_up_workbook(speak.language, None, own),
        filename=speak(say("sign-ups.xlsx")),
        mimetype=_EXCEL,
        label=speak(say("Save an empty workbook for sign-ups")),
    )
    return stacked(
        heading(say("Questions for a sign-up form"), speak),
        paragraph(intro, speak),
        side_by_side(workbook),
        _of_role("mentor", own, speak),
        _of_role("mentee", own, speak),
    )


def readiness_panel(here: Step, review: Review | None, speak: Speaker) -> mo.Html | None:
    """At the last step what can come first for whom, by the answers in the files; nothing without any."""
    found = first_steps(review) if review and here == "confirm" else ()
    if not found:
        return None
    intro = say(
        "These come from the answers about qualities and readiness. They count for no pair, "
        "leave nobody out, and are not kept."
    )
    first = by_name(found)[:_SHOWN]
    more = len(found) - len(first)
    whole = mo.download(
        data=readiness_text(found, speak).encode("utf-8-sig"),
        filename=speak(say("what can come first.txt")),
        mimetype="text/plain",
        label=speak(say("Save the whole list as text")),
    )
    return stacked(
        heading(say("What can come first"), speak),
        paragraph(intro, speak, "quiet"),
        html(readiness_table(first, speak)),
        paragraph(say("and {n} more", n=more) if more else None, speak, "quiet"),
        side_by_side(whole),
    )


def _of_role(role: Role, own: tuple[str, ...], speak: Speaker) -> mo.Html:
    """One role: its table and its text, each folded, and the text as a file."""
    count = len(questions_for(role))
    title, paste, name = _words(role, count)
    text = sign_up_text(role, speak.language, own)
    download = mo.download(
        data=text.encode("utf-8-sig"),
        filename=speak(name),
        mimetype="text/plain",
        label=speak(say("Save this text")),
    )
    parts = shown(side_by_side(html(_AREA.format(speak(paste), text)), download))
    table = question_table(library(), role, ACTIONS, speak)
    return html(_FOLDED.format(speak(title), table) + _FOLDED.format(speak(paste), parts))


def _words(role: Role, count: int) -> tuple[Message, Message, Message]:
    """What its table, its text and the file of its text are called."""
    if role == "mentor":
        return (
            say("{n} questions for mentors", n=count),
            say("The questions for mentors as a text to paste into a form"),
            say("questions for mentors.txt"),
        )
    return (
        say("{n} questions for mentees", n=count),
        say("The questions for mentees as a text to paste into a form"),
        say("questions for mentees.txt"),
    )
