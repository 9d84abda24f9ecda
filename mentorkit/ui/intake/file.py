"""Choosing the files of an import, and what was seen in each before anything else happens."""

from collections.abc import Callable, Sequence
from typing import Any

import marimo as mo
from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.text import Speaker, say, say_count
from mentorkit.ui.frame.page import html, paragraph, side_by_side, stacked
from mentorkit.ui.intake.confirm import Taken
from mentorkit.ui.intake.draft import Draft, Step
from mentorkit.ui.intake.reading import FileRead, Files
from mentorkit.views.table import html_table
from mentorkit.workflows.set_up import sample_files

_LARGEST = 100_000_000


def chooser(
    draft: Draft,
    set_files: Callable[[Callable[[Files], Files]], None],
    set_taken: Callable[[Taken | None], None],
) -> Callable[[Files], None]:
    """What a field calls with files to add, or with none to start again; her edits are gone then."""

    def choose(files: Files) -> None:
        draft.begin()
        set_taken(None)
        set_files(lambda before: tuple({**dict(before), **dict(files)}.items()) if files else ())

    return choose


def is_start(here: Step, files: Files) -> bool:
    """Whether nothing is chosen yet, so that the page shows what to begin with."""
    return here == "file" and not files


def file_area(here: Step, files: Files, choose: Callable[[Files], None], speak: Speaker) -> mo.ui.file | None:
    """Where she drops one or several files of any type: what cannot be read is told in our own words."""
    if not is_start(here, files):
        return None

    def add(uploads: Sequence[Any]) -> None:
        choose(tuple((upload.name, upload.contents) for upload in uploads))

    label = speak(say("Drop the exports of your sign-up forms here, or choose them."))
    return mo.ui.file(kind="area", multiple=True, max_size=_LARGEST, label=label, on_change=add)


def file_buttons(
    here: Step, files: Files, snapshot: Snapshot, choose: Callable[[Files], None], speak: Speaker
) -> tuple[mo.ui.button, ...]:
    """Made-up sign-ups to try it with, and starting again with other files."""
    if here != "file":
        return ()
    if files:
        return (mo.ui.button(label=speak(say("Choose other files")), on_click=lambda _: choose(())),)
    if snapshot.applications.height and not snapshot.programme.is_sample:
        return ()
    sample = sample_files(speak.language)
    return (mo.ui.button(label=speak(say("Try it with made-up people")), on_click=lambda _: choose(sample)),)


def file_panel(
    here: Step,
    area: mo.ui.file | None,
    buttons: Sequence[mo.ui.button],
    files: Sequence[FileRead],
    speak: Speaker,
) -> mo.Html | None:
    """The field for files, and what was seen in those that were chosen."""
    if here != "file":
        return None
    if not files:
        forms = say(
            "Excel (.xlsx) or CSV, as Microsoft Forms, Google Forms and other systems export them. "
            "Several files at once is fine: mentors, mentees and a list of the staff."
        )
        return stacked(area, paragraph(forms, speak, "quiet"), side_by_side(*buttons))
    return stacked(file_table(files, speak), side_by_side(*buttons))


def file_table(files: Sequence[FileRead], speak: Speaker) -> mo.Html:
    """One line per file: what is in it, or why it cannot be read and what to do."""
    heads = (say("File"), say("What we see"))
    return html(html_table(heads, ((one.name, _seen(one, speak)) for one in files), speak))


def _seen(one: FileRead, speak: Speaker) -> Markup | str:
    if one.book is None:
        return Markup('<span class="mk-wrong">{}</span>').format(speak(one.refusal or ""))
    rows = sum(len(table.rows) for table in one.book.tables)
    sheets = [table.sheet for table in one.book.tables if table.sheet]
    lines = [say_count("{n} row", "{n} rows", rows)]
    if sheets:
        lines = [say("{rows} on {sheets}", rows=lines[0], sheets=sheets)]
    lines += [finding.message for finding in one.book.findings]
    return Markup("<br>").join(speak(line) for line in lines)
