"""Answers under codes that come back: a file to choose or mails to paste, what was read, and recording it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Generic, TypeVar

import marimo as mo
from markupsafe import Markup

from mentorkit.documents.replied import PASTED_MAIL, Replies
from mentorkit.frames import Snapshot
from mentorkit.model import Changes
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, side_by_side, stacked
from mentorkit.ui.frame.sent_back import (
    answer_file,
    answers_read,
    or_refused,
    read_or_refused,
    record_all_button,
)
from mentorkit.views.mail import Mail

Reply = TypeVar("Reply")

Asked = tuple[mo.ui.file, Form]
"""Where answers come in: a file, and a form to paste mails into."""


@dataclass(frozen=True)
class WayIn(Generic[Reply]):
    """How answers of one kind come in: read from the bytes of a file by name, and recorded on a day."""

    read: Callable[[Snapshot, str, bytes], Replies[Reply]]
    record: Callable[[Snapshot, Sequence[Reply], date], Changes]


_MOST_LINKS = 40


def to_send(
    page: Page,
    mails: tuple[Sequence[Mail], Sequence[Mail]],
    forms: Iterable[Markup],
    papers: tuple[Callable[[], bytes], Callable[[], bytes]],
) -> list[mo.Html | None]:
    """What goes out: mails to those who did not answer yet and the reminders among them, forms and papers.

    `papers` make the sheets and the workbook; without anybody to answer there are none.
    """
    (waiting, late), (sheets, workbook) = mails, papers
    return [
        page.mails(say("Mails to who did not answer yet"), waiting, _MOST_LINKS) if waiting else None,
        page.mails(say("Reminders: a week without an answer"), late, _MOST_LINKS) if late else None,
        page.fold(say("The questions for a form"), *forms),
        side_by_side(
            page.download(say("On paper"), say("questions.docx"), sheets),
            page.download(say("In a workbook"), say("questions.xlsx"), workbook),
        )
        if waiting
        else None,
    ]


def replies_asked(page: Page, _turn: object) -> Asked:
    """A file with answers to choose, or mails to paste."""
    area = mo.ui.text_area(rows=4, full_width=True, label=page.speak(say("Or paste the replies")))
    pasted = mo.ui.form(area, bordered=False, submit_button_label=page.speak(say("Read the replies")))
    return answer_file(
        page, say("Replies: a mail, a mailbox or a table"), ".eml", ".mbox", ".xlsx", ".csv"
    ), pasted


def replies_found(page: Page, way: WayIn[Reply], asked: Asked) -> Replies[Reply] | Message | None:
    """What was read of the file or of the pasted text; its refusal; None without either."""
    (picker, pasted), read = asked, partial(way.read, page.desk.snapshot)
    if pasted.value:
        return or_refused(partial(read, PASTED_MAIL, pasted.value.encode()))
    return read_or_refused(picker, read)


def record_replies_button(
    page: Page, way: WayIn[Reply], found: Replies[Reply] | Message | None
) -> mo.ui.button | None:
    """Records the answers that were read, all at once; nothing is saved before."""
    if not isinstance(found, Replies) or not found.replies:
        return None
    done = say_count("{n} answer is recorded.", "{n} answers are recorded.", len(found.replies))
    today = page.desk.today()
    return record_all_button(page, lambda now: way.record(now, found.replies, today), done)


def replies_panel(
    page: Page, asked: Asked, found: Replies[Reply] | Message | None, record: mo.ui.button | None
) -> mo.Html:
    """Where the answers come in, how many were read, and what could not be read."""
    picker, pasted = asked
    title = page.title(say("Take in the answers"))
    if not isinstance(found, Replies):
        return stacked(title, picker, pasted, page.notice(found))
    return stacked(title, answers_read(page, picker, len(found.replies), found.findings), pasted, record)
