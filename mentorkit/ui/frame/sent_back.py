"""A file with answers that comes back: chosen, read, shown with what is wrong in it, and recorded at once."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

import marimo as mo

from mentorkit.errors import FileRefused
from mentorkit.frames import Snapshot
from mentorkit.model import Changes, Finding
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.page import Page, html, stacked
from mentorkit.views.intake.findings import finding_table

_LARGEST = 20_000_000

Read = TypeVar("Read")


def answer_file(page: Page, label: Message, *types: str, **how: Any) -> mo.ui.file:
    """Chooses a file with answers."""
    return mo.ui.file(filetypes=types, kind="button", max_size=_LARGEST, label=page.speak(label), **how)


def read_or_refused(picker: mo.ui.file, read: Callable[[str, bytes], Read]) -> Read | Message | None:
    """What stands in the chosen file; its refusal; None without a file."""
    for upload in picker.value or ():
        return or_refused(partial(read, upload.name, upload.contents))
    return None


def or_refused(work: Callable[[], Read]) -> Read | Message:
    """What comes of work with a file, or the sentence that says why it is refused."""
    try:
        return work()
    except FileRefused as refusal:
        return refusal.message


def answers_read(page: Page, picker: mo.ui.file, count: int, findings: Sequence[Finding]) -> mo.Html:
    """How many answers were read, and what could not be read."""
    read = say_count("{n} answer read.", "{n} answers read.", count)
    table = html(finding_table(findings, page.speak)) if findings else None
    return stacked(picker, page.text(read), table)


def record_all_button(page: Page, act: Callable[[Snapshot], Changes], done: Message) -> mo.ui.button:
    """Records the answers that were read, all at once; off when they are recorded already."""
    is_new = bool(act(page.desk.snapshot).items)
    label = say("Record these answers") if is_new else say("These answers are recorded already")
    return page.button(label, lambda: page.do(act, done), "success", is_off=not is_new)
