"""Reading the files of an import and looking at every row, with a bar while that takes time."""

from collections.abc import Sequence
from dataclasses import dataclass

from mentorkit.errors import FileRefused
from mentorkit.frames import Snapshot
from mentorkit.intake.tables.book import Book, read_file
from mentorkit.text import Message, say
from mentorkit.ui.frame.page import Page
from mentorkit.ui.frame.progress import progress_bar
from mentorkit.ui.intake.confirm import Taken
from mentorkit.workbook.read import is_programme_workbook
from mentorkit.workflows.intake.edits import Edits
from mentorkit.workflows.intake.kept import Files
from mentorkit.workflows.intake.review import review
from mentorkit.workflows.intake.reviewed import Review


@dataclass(frozen=True, eq=False)
class FileRead:
    """One chosen file: what is in it, or why it was refused."""

    name: str
    book: Book | None = None
    refusal: Message | None = None


def read_all(page: Page, files: Files) -> tuple[FileRead, ...]:
    """Every file, read or refused."""
    if not files:
        return ()
    read: list[FileRead] = []
    with progress_bar(page.speak, say("Reading the files")) as tell:
        for name, content in files:
            read.append(_read(name, content))
            tell(len(read), len(files))
    return tuple(read)


def reviewed(
    page: Page, files: Sequence[FileRead], edits: Edits, done: Taken | None, snapshot: Snapshot
) -> Review | None:
    """What the files that were read would change; None without any.

    When they were just taken in, it stays what they changed, until something is changed.
    """
    books = [one.book for one in files if one.book is not None]
    if not books:
        return None
    if done is not None and done.edits is edits:
        return done.review
    with progress_bar(page.speak, say("Looking at every row")) as tell:
        return review(snapshot, books, edits, tell)


def _read(name: str, content: bytes) -> FileRead:
    if is_programme_workbook(content):  # its rows have ids, which sign-ups have not
        return FileRead(
            name, refusal=say("This is the workbook of a programme. Choose it lower on this page.")
        )
    try:
        return FileRead(name, read_file(name, content))
    except FileRefused as refusal:
        return FileRead(name, refusal=refusal.message)
