"""Choosing the files of an import, and what was seen in each before anything else happens."""

from collections.abc import Callable, Sequence

import marimo as mo
from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.text import Speaker, say
from mentorkit.ui.frame.page import Page, side_by_side, stacked
from mentorkit.ui.intake.confirm import Taken
from mentorkit.ui.intake.draft import Draft
from mentorkit.ui.intake.reading import FileRead
from mentorkit.views.intake.sheets import file_seen
from mentorkit.workflows.intake.kept import Files, Step
from mentorkit.workflows.intake.reviewed import Review
from mentorkit.workflows.intake.sheets import Sheet
from mentorkit.workflows.set_up import sample_files

Choose = Callable[[Files], None]


def chooser(
    draft: Draft,
    set_files: Callable[[Callable[[Files], Files]], None],
    set_taken: Callable[[Taken | None], None],
) -> Choose:
    """What a field calls with files to add, or with none to start again; all edits are gone then."""

    def choose(files: Files) -> None:
        draft.begin()
        set_taken(None)
        set_files(lambda before: tuple({**dict(before), **dict(files)}.items()) if files else ())

    return choose


def is_start(here: Step, files: Files) -> bool:
    """Whether nothing is chosen yet, so that the page shows what to begin with."""
    return here == "file" and not files


def files_at(here: Step, files: Files) -> Files | None:
    """The chosen files on the screen for them; None on any other."""
    return files if here == "file" else None


def file_area(page: Page, files: Files | None, choose: Choose) -> mo.ui.file | None:
    """Where files are dropped, as long as there are none."""
    if files != ():
        return None
    return page.drop_area(say("Drop the exports of your sign-up forms here, or choose them."), choose)


def file_buttons(
    page: Page, files: Files | None, snapshot: Snapshot, choose: Choose
) -> tuple[mo.ui.button, ...]:
    """Starting again with other files, and in the example its own made-up sign-ups to import."""
    if files:
        return (page.button(say("Choose other files"), lambda: choose(())),)
    if files is None or not snapshot.programme.is_sample:
        return ()
    sample = sample_files(page.speak.language)
    return (page.button(say("Try it with made-up people"), lambda: choose(sample)),)


def file_panel(
    page: Page,
    area: mo.ui.file | None,
    buttons: Sequence[mo.ui.button],
    files: Sequence[FileRead],
    review: Review | None,
) -> mo.Html | None:
    """The field for files, and what was seen in those that were chosen; nothing on other screens."""
    if not files:
        forms = say(
            "Excel (.xlsx) or CSV, as Microsoft Forms, Google Forms and other systems export them. "
            "Several files at once is fine: mentors, mentees and a list of the staff."
        )
        ways = side_by_side(*buttons, page.example_link())
        return stacked(area, page.quiet(forms), ways) if area is not None else None
    sheets = review.sheets if review is not None else ()
    seen = ((one.name, _seen(one, sheets, page.speak)) for one in files)
    table = page.table((say("File"), say("What we see")), seen)
    return stacked(table, side_by_side(*buttons)) if buttons else None


def _seen(one: FileRead, sheets: Sequence[Sheet], speak: Speaker) -> Markup:
    """What is read of a file and what is not, or why it cannot be read and what to do."""
    if one.book is None:
        return Markup('<span class="mk-wrong">{}</span>').format(speak(one.refusal or ""))
    mine = [sheet for sheet in sheets if sheet.at.file == one.book.file]
    read, others = (
        [sheet.table for sheet in mine if (sheet.kind != "none") is is_read] for is_read in (True, False)
    )
    return file_seen(read, others, one.book.findings, speak)
