"""Files of sign-ups by their paths, and what they hold beside no programme."""

import errno
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from mentorkit.errors import FileRefused
from mentorkit.frames import Snapshot, applied
from mentorkit.intake import Book, read_file
from mentorkit.model import Programme
from mentorkit.text import say
from mentorkit.workflows.intake.edits import Edits
from mentorkit.workflows.intake.review import Progress, review
from mentorkit.workflows.intake.reviewed import Review

NOWHERE = Snapshot.of(Programme(id="programme", name="-"))
"""A programme without anybody, to lay files beside."""


def programme_of(review: Review) -> Snapshot:
    """Everybody in files that were read, as a programme without a file of its own."""
    return applied(NOWHERE, review.changes)


def names_of(paths: Sequence[Path]) -> list[str]:
    """What to call each file: its own name, or its whole path where two have the same name.

    >>> names_of([Path("a.csv"), Path("old/a.csv"), Path("b.csv")])
    ['a.csv', 'old/a.csv', 'b.csv']
    """
    times = Counter(path.name for path in paths)
    return [path.name if times[path.name] == 1 else path.as_posix() for path in paths]


def book_of(path: Path, name: str) -> Book:
    """The tables in a file; raises FileRefused when it cannot be opened or is not safe to read."""
    try:
        content = _content(path)
    except OSError as error:
        message = say("{file} cannot be opened. Check the name and the folder.", file=str(path))
        raise FileRefused("NOT_FOUND", message) from error
    return read_file(name, content)


def _content(path: Path) -> bytes:
    if path.exists() and not path.is_file():  # a pipe may never end
        raise OSError(errno.EINVAL, path)
    return path.read_bytes()


def read_sign_ups(*paths: Path | str, edits: Edits | None = None, progress: Progress | None = None) -> Review:
    """What files of sign-ups hold, row by row; nothing is stored.

    Raises FileRefused when one of them cannot be read at all; whatever else is odd is a
    finding of the review. `edits` are choices about columns, kinds and cells.
    """
    files = [Path(path) for path in paths]
    books = [book_of(path, name) for path, name in zip(files, names_of(files), strict=True)]
    return review(NOWHERE, books, edits, progress)
