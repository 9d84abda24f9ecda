"""Files of sign-ups from the command line: what is in them, and into a programme if one is named."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from mentorkit.cli.into import into
from mentorkit.cli.spoken import PROBLEMS_IN_DATA, REFUSED
from mentorkit.errors import FileRefused
from mentorkit.frames import Snapshot
from mentorkit.intake import Book
from mentorkit.intake.understand.account import not_read
from mentorkit.model import Changes, Finding
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.intake.findings import finding_lines
from mentorkit.workflows.intake.as_json import file_json, refused_json
from mentorkit.workflows.intake.edits import Edits, FormKind
from mentorkit.workflows.intake.files import NOWHERE, book_of, names_of
from mentorkit.workflows.intake.review import review
from mentorkit.workflows.intake.reviewed import Review

Tell = Callable[[int, int, Message], None]
Found = Mapping[str, Book | FileRefused]
"""By the name of each file, what it holds or why it is not read."""


@dataclass(frozen=True)
class Inspection:
    """Files that were read, what they would change in a programme, and the words of that programme.

    Beside no programme (`is_alone`) a row that does not tell the role is a question, see `look`; into one it
    is not taken in, and so it is a row to repair.
    """

    found: Found
    review: Review
    terms: Mapping[str, str]
    is_alone: bool = False

    @property
    def exit_code(self) -> int:
        """3 when a file is refused, 1 when a row is to be repaired, otherwise 0."""
        if any(isinstance(one, FileRefused) for one in self.found.values()):
            return REFUSED
        return PROBLEMS_IN_DATA if any(one.severity == "error" for one in self.findings) else 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that is to be told about the files; what is an error in them makes the exit code."""
        asked = [
            reading.asides[row].finding
            for reading in self.review.readings
            for row in reading.asides.keys() - {aside.row for aside in reading.found.asides}
        ]
        return tuple(one for one in self.review.all_findings if not self.is_alone or one not in asked)


def read_files(files: Sequence[Path], tell: Tell) -> Found:
    """What is in each of the files, or why it is refused; `tell` follows the reading."""
    found: dict[str, Book | FileRefused] = {}
    for place, (file, name) in enumerate(zip(files, names_of(files), strict=True)):
        tell(place, len(files), say("Reading {file}", file=file.name))
        try:
            found[name] = book_of(file, name)
        except FileRefused as refusal:
            found[name] = refusal
    return found


def look(found: Found, kind: FormKind | None, tell: Tell) -> Inspection:
    """What files hold, beside no programme; `kind` is whose answers where a file does not tell."""
    return Inspection(found, _reviewed(NOWHERE, found, kind, tell), NOWHERE.programme.terms, is_alone=True)


def take_in(
    programme: Path, found: Found, kind: FormKind | None, author: str | None, tell: Tell
) -> Inspection:
    """Take everybody into a programme, in one step that can be undone, after a backup.

    Nothing is written without somebody who does it, when one of the files is refused, or when there is
    nothing new. Raises FileRefused when the programme cannot be opened.
    """

    def looked_at(snapshot: Snapshot) -> tuple[Inspection, Changes]:
        looked = Inspection(found, _reviewed(snapshot, found, kind, tell), snapshot.programme.terms)
        return looked, looked.review.changes if looked.exit_code != REFUSED else Changes("import", ())

    return into(programme, author, looked_at)[0]


def show(looked: Inspection, speak: Speaker, *, as_json: bool) -> None:
    """Print what is in the files: one object for one file, a list for several, or lines of text."""
    if not as_json:
        for line in _lines(looked, speak):
            typer.echo(line)
        return
    told = [
        refused_json(name, one, speak)
        if isinstance(one, FileRefused)
        else file_json(one, looked.review, speak)
        for name, one in looked.found.items()
    ]
    typer.echo(json.dumps(told[0] if len(told) == 1 else told, ensure_ascii=False))


def _reviewed(snapshot: Snapshot, found: Found, kind: FormKind | None, tell: Tell) -> Review:
    books = [one for one in found.values() if isinstance(one, Book)]
    edits = Edits(files={book.file: kind for book in books} if kind else {})
    step = say("Comparing with the programme")
    return review(snapshot, books, edits, lambda done, total: tell(done, total, step))


def _lines(looked: Inspection, speak: Speaker) -> Iterator[str]:
    """How many people and rows there are in each sheet, every finding, and the columns that were not read."""
    for name, one in looked.found.items():
        if isinstance(one, FileRefused):
            yield f"{name}: {speak(one.message)}"
    for reading in looked.review.readings:
        name = ", ".join(filter(None, reading.sheet.at))
        yield f"{name}: {' '.join(map(speak, _counted(reading.found.counts)))}"
    yield from finding_lines(looked.findings, speak)
    left = [one for reading in looked.review.readings for one in reading.sheet.account]
    yield from (speak(line) for line in (not_read(left),) if line)


def _counted(counts: Mapping[str, int]) -> Iterator[Message]:
    yield say_count("One person.", "{n} people.", counts["valid"])
    told = {
        "invalid": say_count("One row to repair.", "{n} rows to repair.", counts["invalid"]),
        "merged": say_count(
            "One earlier answer of the same person.",
            "{n} earlier answers of the same people.",
            counts["merged"],
        ),
        "partial": say_count("One unfinished answer.", "{n} unfinished answers.", counts["partial"]),
        "excluded": say_count("One trial answer.", "{n} trial answers.", counts["excluded"]),
    }
    yield from (line for state, line in told.items() if counts[state])
