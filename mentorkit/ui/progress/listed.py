"""Talks from a list: a workbook to hand out, and a file, a pasted list or a calendar that comes back."""

from datetime import date
from functools import partial

import marimo as mo

from mentorkit.documents.calendar_witness import LoggedTalks
from mentorkit.documents.talk_log import PASTED, log_form, log_workbook, read_log
from mentorkit.progress.expected import states
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, html, side_by_side
from mentorkit.ui.frame.sent_back import answer_file, or_refused, read_or_refused, record_all_button
from mentorkit.ui.progress.followed import Followed
from mentorkit.views.intake.findings import finding_table
from mentorkit.views.start.two import Two
from mentorkit.workflows.progress.log import log_talks

_WITNESS = say(
    "These talks stand in the calendar and are past. Record them when you know that they took place; what "
    "you noted yourself stays."
)
_HINT = say(
    "Any table with a day and the names of both, or of one of them, will do: an export of a form, a list of "
    "a mentor, or the workbook below. Of a calendar (.ics) only the talks that were planned here are looked "
    "at."
)


def talks_file(page: Page, _turn: object) -> mo.ui.file:
    """Chooses a file with talks; made again, and so empty, after an action."""
    return answer_file(page, say("A file with talks"), ".xlsx", ".csv", ".ics")


def pasted_list(page: Page, _turn: object) -> Form:
    """A list of talks to paste, with its headings."""
    area = mo.ui.text_area(
        rows=4, full_width=True, label=page.speak(say("Or paste a list, with its headings"))
    )
    return mo.ui.form(area, bordered=False, submit_button_label=page.speak(say("Read the list")))


def talks_found(page: Page, picker: mo.ui.file, pasted: Form) -> LoggedTalks | Message | None:
    """What stands in the chosen file or in the pasted list; its refusal; None without either."""
    now, today = page.desk.snapshot, page.desk.today()
    if pasted.value:
        return or_refused(partial(read_log, now, PASTED, pasted.value.encode(), today))
    return read_or_refused(picker, lambda name, content: read_log(now, name, content, today))


def talks_button(page: Page, found: LoggedTalks | Message | None) -> mo.ui.button | None:
    """Records the talks that were read, all at once; nothing is saved before."""
    if not isinstance(found, LoggedTalks) or not found.talks:
        return None
    done = say_count("{n} talk is recorded.", "{n} talks are recorded.", len(found.talks))
    return record_all_button(page, lambda now: log_talks(now, found), done)


def list_panel(
    page: Page,
    followed: Followed,
    asked: tuple[mo.ui.file, Form],
    found: LoggedTalks | Message | None,
    record: mo.ui.button | None,
) -> mo.Html:
    """The workbook and the questions to hand out, where talks come in, and what was read; folded away."""
    speak = page.speak
    out = page.download(
        say("Workbook for talks"), say("talks.xlsx"), lambda: log_workbook(_open(followed), speak)
    )
    form = page.to_copy(say("Questions for a form after each talk"), log_form(speak))
    told: list[mo.Html | None] = [page.notice(found)] if isinstance(found, Message) else []
    if isinstance(found, LoggedTalks):
        count = say_count("{n} talk read.", "{n} talks read.", len(found.talks))
        wrong = html(finding_table(found.findings, speak)) if found.findings else None
        told = [page.text(count), wrong, page.quiet(_WITNESS) if found.is_witness else None, record]
    return page.fold(
        say("Talks from a list or a calendar"),
        page.quiet(_HINT),
        *asked,
        *told,
        side_by_side(out),
        page.fold(say("Questions for a form after each talk"), form),
    )


def _open(followed: Followed) -> list[tuple[Two, list[date]]]:
    """The pairs, each with the planned days of which nothing is known yet."""
    known = {one.pair.id: one for one in followed.pairs}
    return [
        (two, [day for day, state in states(known[pair]) if state == "unknown"])
        for pair, two in followed.twos.items()
        if pair in known
    ]
