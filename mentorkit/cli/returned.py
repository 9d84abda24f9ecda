"""The workbook of a programme, edited and taken in again from the command line."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import typer

from mentorkit.cli.into import into
from mentorkit.cli.own import today_here
from mentorkit.cli.spoken import PROBLEMS_IN_DATA, REFUSED
from mentorkit.errors import FileRefused
from mentorkit.frames import Snapshot
from mentorkit.model import Changes
from mentorkit.model.fields import NAME
from mentorkit.text import Speaker, say, say_count
from mentorkit.views.intake.findings import finding_lines, printable
from mentorkit.workbook.choices import as_shown
from mentorkit.workbook.read import is_programme_workbook, read_programme_workbook
from mentorkit.workflows.intake.as_json import finding_json, finding_line, refused_json
from mentorkit.workflows.intake.programme_workbook import Comparison, Edit, Line, compare


def came_back(files: Sequence[Path]) -> bool:
    """Whether one of the files is the workbook of a programme."""
    return any(file.is_file() and is_programme_workbook(file.read_bytes()) for file in files)


def take_in_workbook(
    files: Sequence[Path], programme: Path, author: str | None, speak: Speaker, *, as_json: bool
) -> int:
    """Take what was edited into the programme, after a backup, and print it; the exit code.

    Nothing is written without somebody who does it (`who`), nor where something is to be chosen
    or is empty now: there the programme stays as it is.
    """
    try:
        found, terms = _compared(files, programme, author)
    except FileRefused as refusal:
        if not as_json:
            raise
        typer.echo(json.dumps(refused_json(files[0].name, refusal, speak), ensure_ascii=False))
        return REFUSED
    speak = speak.of(terms)
    if as_json:
        typer.echo(json.dumps(_told(files[0].name, found, speak), ensure_ascii=False))
    else:
        for line in _lines(found, speak):
            typer.echo(line)
    return PROBLEMS_IN_DATA if any(one.severity == "error" for one in found.findings) else 0


def _compared(
    files: Sequence[Path], programme: Path, author: str | None
) -> tuple[Comparison, Mapping[str, str]]:
    """What was edited, and the words of the programme."""
    if len(files) > 1:
        message = say("Import the workbook of a programme by itself, without other files.")
        raise FileRefused("WRONG_TYPE", message)
    book = read_programme_workbook(files[0].name, files[0].read_bytes())
    if book is None:
        raise FileRefused("DAMAGED", say("This workbook is damaged. Save it from the programme again."))

    def compared(snapshot: Snapshot) -> tuple[Comparison, Changes]:
        found = compare(snapshot, book, today_here())
        return found, found.changes

    found, snapshot = into(programme, author, compared)
    return found, snapshot.programme.terms


def _told(file: str, found: Comparison, speak: Speaker) -> dict[str, Any]:
    """What was found as one object: the keys of any other import, and those of a comparison."""
    edits = {name: getattr(found, name) for name in ("edits", "conflicts", "emptied")}
    kept = (*found.new, *found.changed, *found.same)
    errors = [one for one in found.findings if one.severity == "error"]
    rows = {name: getattr(found, name) for name in ("new", "changed", "same", "missing")}
    sheets = Counter([*(one.sheet for one in kept), *(one.sheet for one in errors if one.row)])
    counts = {"rows": sheets.total(), "valid": len(kept), "invalid": len(errors)}
    return {
        "file": file,
        "code": "OK",
        "layout": "mentorkit",
        "language": None,
        "sheets": [{"name": name, "header_row": 2, "rows": n} for name, n in sheets.items()],
        "valid": [_row(one) for one in kept],
        "invalid": [finding_json(one, speak) | {"sheet": one.sheet} for one in errors],
        **{name: [] for name in ("partial", "merged", "excluded")},
        "warnings": [
            finding_line(one, one.sheet, speak) for one in found.findings if one.severity == "warning"
        ],
        **{name: [_row(one) for one in some] for name, some in rows.items() if name != "same"},
        **{name: [_edit(one, speak) for one in some] for name, some in edits.items()},
        "counts": counts | {name: len(some) for name, some in (rows | edits).items()},
    }


def _row(line: Line) -> dict[str, Any]:
    return {"row": line.row, "sheet": line.sheet, NAME: line.who}


def _edit(edit: Edit, speak: Speaker) -> dict[str, Any]:
    old, new = (as_shown(edit.field, value, speak) for value in (edit.old, edit.new))
    told = {"column": edit.heading, "field": edit.field, "old": _plain(old), "new": _plain(new)}
    return _row(edit.line) | told


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, int | float | str) else str(value)


def _lines(found: Comparison, speak: Speaker) -> Iterator[str]:
    """How much there is of everything, every edited cell, and then every problem."""
    yield speak(say_count("{n} new row.", "{n} new rows.", len(found.new)))
    yield speak(say_count("{n} changed row.", "{n} changed rows.", len(found.changed)))
    if found.missing:
        yield speak(
            say_count(
                "{n} row of the programme is not in the workbook; it stays.",
                "{n} rows of the programme are not in the workbook; they stay.",
                len(found.missing),
            )
        )
    for edit in found.edits:
        yield _line(edit, speak)
    chances = [*found.conflicts, *found.emptied]
    if chances:
        yield speak(say("These cells stay as they are in the programme. Choose on the page with sign-ups:"))
        yield from (_line(edit, speak) for edit in chances)
    yield from finding_lines(found.findings, speak)


def _line(edit: Edit, speak: Speaker) -> str:
    """One cell on one line."""
    old, new = (speak.write(as_shown(edit.field, value, speak)) for value in (edit.old, edit.new))
    return printable(f"{edit.line.sheet} {edit.line.row}, {edit.line.who}, {edit.heading}: {old} → {new}")
