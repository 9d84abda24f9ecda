"""Files of sign-ups from the command line: what is in them, and into a programme if she names one."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import typer

from mentorkit.cli.pairing import finding_lines
from mentorkit.errors import FileRefused
from mentorkit.intake.as_json import refused_json, taken_json
from mentorkit.intake.tables.book import Book, read_file
from mentorkit.intake.take_in import Taken, take_in_book
from mentorkit.intake.understand.roles import Kind
from mentorkit.model import Finding
from mentorkit.store import Store
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.workflows.intake.edits import Edits, SheetAt
from mentorkit.workflows.intake.review import review

_PROBLEMS_IN_DATA, _REFUSED = 1, 3

Tell = Callable[[int, int, Message], None]


@dataclass(frozen=True)
class Looked:
    """A file that was read, with everybody in it."""

    book: Book
    taken: Taken


@dataclass(frozen=True)
class Refused:
    """A file that was not read, and why."""

    file: str
    why: FileRefused


Found = Sequence[Looked | Refused]


def look(files: Sequence[Path], kind: Kind, tell: Tell) -> Found:
    """What is in each of the files, or why it is refused; `tell` follows the reading."""
    found: list[Looked | Refused] = []
    for place, file in enumerate(files):
        step = say("Reading {file}", file=file.name)
        tell(2 * place, 2 * len(files), step)
        try:
            book = read_file(file.name, _contents(file))
            tell(2 * place + 1, 2 * len(files), step)
            found.append(Looked(book, take_in_book(book, kind)))
        except FileRefused as refusal:
            found.append(Refused(file.name, refusal))
    return found


def store(programme: Path, found: Found, author: str, tell: Tell) -> None:
    """Take everybody into a programme, in one step that can be undone, after a backup.

    Nothing is written when one of the files is refused, or when there is nothing new. Raises
    FileRefused when the programme cannot be opened.
    """
    if not programme.is_file():
        raise FileRefused(
            "MISSING", say("There is no file {file}. Check its name and its folder.", file=str(programme))
        )
    looked = [one for one in found if isinstance(one, Looked)]
    if len(looked) < len(found):
        return
    now = datetime.now(UTC)
    step = say("Comparing with the programme")
    with Store.open(programme, now=now) as opened:
        reviewed = review(
            opened.load(),
            [one.book for one in looked],
            _edits(looked),
            lambda done, total: tell(done, total, step),
        )
        if reviewed.changes.items:
            opened.backup(now=now)
            opened.apply(reviewed.changes, author=author, now=now)


def show(found: Found, speak: Speaker, as_json: bool) -> None:
    """Print what is in the files: one object for one file, a list for several, or lines of text."""
    if not as_json:
        for line in _lines(found, speak):
            typer.echo(line)
        return
    told = [
        refused_json(one.file, one.why, speak) if isinstance(one, Refused) else taken_json(one.taken, speak)
        for one in found
    ]
    typer.echo(json.dumps(told[0] if len(told) == 1 else told, ensure_ascii=False))


def exit_code(found: Found) -> int:
    """3 when a file is refused, 1 when a row is to be repaired, otherwise 0."""
    if any(isinstance(one, Refused) for one in found):
        return _REFUSED
    looked = [one.taken for one in found if isinstance(one, Looked)]
    return _PROBLEMS_IN_DATA if any(_has_error(taken) for taken in looked) else 0


def _has_error(taken: Taken) -> bool:
    asides = [aside for sheet in taken.sheets for aside in sheet.intake.asides]
    findings = [finding for sheet in taken.sheets for finding in sheet.intake.findings]
    return any(aside.state == "error" for aside in asides) or any(
        finding.severity == "error" for finding in (*taken.findings, *findings)
    )


def _edits(looked: Sequence[Looked]) -> Edits:
    """Every sheet is read as it was looked at."""
    edits = Edits()
    for one in looked:
        for sheet in one.taken.sheets:
            kind = (sheet.kind or "rows") if sheet.use == "people" else "none"
            edits = edits.kind(SheetAt(one.book.file, sheet.table.sheet), kind)
    return edits


def _lines(found: Found, speak: Speaker) -> Iterator[str]:
    """How many people and rows there are in each sheet, and then every problem."""
    findings: list[Finding] = []
    for one in found:
        if isinstance(one, Refused):
            yield f"{one.file}: {speak(one.why.message)}"
            continue
        findings += one.taken.findings
        for sheet in one.taken.sheets:
            findings += [*sheet.intake.findings, *(aside.finding for aside in sheet.intake.asides)]
            if sheet.use == "people":
                name = ", ".join(filter(None, (one.book.file, sheet.table.sheet)))
                yield f"{name}: {' '.join(map(speak, _counted(sheet.intake.counts)))}"
    yield from finding_lines(findings, speak)


def _counted(counts: dict[str, int]) -> Iterator[Message]:
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


def _contents(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        message = say("{file} cannot be opened. Check the name and the folder.", file=str(file))
        raise FileRefused("NOT_FOUND", message) from error
