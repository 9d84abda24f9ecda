"""Answers under codes that come back: a file to choose or mails to paste, what was read, and recording it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

import marimo as mo

from mentorkit.documents.replied import PASTED_MAIL, Replies
from mentorkit.frames import Snapshot
from mentorkit.model import Changes
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, stacked
from mentorkit.ui.frame.sent_back import (
    answer_file,
    answers_read,
    or_refused,
    read_or_refused,
    record_all_button,
)

Reply = TypeVar("Reply")

Asked = tuple[mo.ui.file, Form]
"""Where answers come in: a file, and a form to paste mails into."""


def replies_asked(page: Page, _turn: object) -> Asked:
    """A file with answers to choose, or mails to paste."""
    area = mo.ui.text_area(rows=4, full_width=True, label=page.speak(say("Or paste the replies")))
    pasted = mo.ui.form(area, bordered=False, submit_button_label=page.speak(say("Read the replies")))
    return answer_file(
        page, say("Replies: a mail, a mailbox or a table"), ".eml", ".mbox", ".xlsx", ".csv"
    ), pasted


def replies_found(
    asked: Asked, read: Callable[[str, bytes], Replies[Reply]]
) -> Replies[Reply] | Message | None:
    """What was read of the file or of the pasted text; its refusal; None without either."""
    picker, pasted = asked
    if pasted.value:
        return or_refused(partial(read, PASTED_MAIL, pasted.value.encode()))
    return read_or_refused(picker, read)


def record_replies_button(
    page: Page,
    found: Replies[Reply] | Message | None,
    record: Callable[[Snapshot, Sequence[Reply]], Changes],
) -> mo.ui.button | None:
    """Records the answers that were read, all at once; nothing is saved before."""
    if not isinstance(found, Replies) or not found.replies:
        return None
    done = say_count("{n} answer is recorded.", "{n} answers are recorded.", len(found.replies))
    return record_all_button(page, lambda now: record(now, found.replies), done)


def replies_panel(
    page: Page, asked: Asked, found: Replies[Reply] | Message | None, record: mo.ui.button | None
) -> mo.Html:
    """Where the answers come in, how many were read, and what could not be read."""
    picker, pasted = asked
    title = page.title(say("Take in the answers"))
    if not isinstance(found, Replies):
        return stacked(title, picker, pasted, page.notice(found))
    return stacked(title, answers_read(page, picker, len(found.replies), found.findings), pasted, record)
