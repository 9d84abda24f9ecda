"""A file of sign-ups, from bytes to people."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Literal

from mentorkit.intake.people.check import Intake, SheetIntake, check, read_sheet
from mentorkit.intake.people.pairs import pair_findings
from mentorkit.intake.people.record import Record
from mentorkit.intake.tables.book import Book, Table, best_table
from mentorkit.intake.understand.columns import Mapping as Columns
from mentorkit.intake.understand.columns import map_columns
from mentorkit.intake.understand.roles import Kind, Use, kind_of, listed_choices, role_named, use_of
from mentorkit.intake.words.vocabulary import phrases
from mentorkit.model import Finding, Role
from mentorkit.reading.refusals import refusal
from mentorkit.text import Message, say
from mentorkit.text.compare import words

_NO_ANSWERS = SheetIntake((), (), ())


@dataclass(frozen=True)
class TakenSheet:
    """One sheet of a file: what it is for, whose answers it holds and what it gives.

    Only a sheet with the use "people" is read; the others have no columns and no records.
    """

    table: Table
    use: Use
    kind: Kind
    columns: Columns
    intake: SheetIntake

    @property
    def rows(self) -> int:
        """The rows with people or other things, without totals and notes."""
        is_read = self.use == "people" and self.columns.identifies
        return self.intake.counts["rows"] if is_read else len(self.table.rows)


@dataclass(frozen=True)
class Taken:
    """A file that was accepted, with all that is in it; nothing is stored.

    `code` is that of the book. `layout` names the system that made the file, None when it is
    not known. `language` is that of the headings. `problems` are about the file or its sheets.
    """

    file: str
    code: str
    layout: str | None
    language: str | None
    sheets: tuple[TakenSheet, ...]
    findings: tuple[Finding, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """Everybody who can be taken in, sheet by sheet."""
        return tuple(record for sheet in self.sheets for record in sheet.intake.records)


def take_in(book: Book, role: Role) -> Intake:
    """People and applications of one role in a file, and all that was found in it.

    Of a workbook one sheet is read: the one named after the role, or else the one with
    the most headings we know. Raises FileRefused when no sheet with rows is visible;
    everything else that is wrong is a problem of the intake.
    """
    tables = [table for table in book.tables if table.state == "visible"]
    if not tables:
        raise refusal("NO_ROWS")
    table = best_table(tables, role)
    intake = check(table, map_columns(table, role), role)
    findings = (*book.findings, *_other_sheets(tables, table), *intake.findings)
    return replace(intake, findings=findings)


def take_in_book(book: Book, kind: Kind = None) -> Taken:
    """Everybody in a file, of whatever role; `kind` says whose answers it holds where she knows.

    Read are the sheets with people, but no hidden ones and none of an earlier round. Lists
    of choices in the file tell which choices are one.
    """
    columns = {id(table): map_columns(table, _role(table, kind)) for table in book.tables}
    uses = _uses(book, columns)
    options = listed_choices(book.tables, uses)
    sheets = []
    for table, use in zip(book.tables, uses, strict=True):
        mapping = columns[id(table)]
        of = kind or kind_of(table, mapping.fields)
        intake = read_sheet(table, mapping, of, options=options) if use == "people" else _NO_ANSWERS
        sheets.append(TakenSheet(table, use, of, mapping, intake))
    headings = [heading for sheet in sheets if sheet.use == "people" for heading in sheet.table.headers]
    left = (finding for sheet in sheets for finding in _left(sheet))
    layouts = (sheet.columns.layout for sheet in sheets if sheet.use == "people")
    layout = next(filter(None, layouts), None)
    language = (layout.language if layout else None) or language_of(headings)
    findings = (*book.findings, *left)
    return Taken(book.file, book.code, layout.key if layout else None, language, _paired(sheets), findings)


def language_of(headings: Sequence[str]) -> str | None:
    """The language most words of the headings are in; None when none is known.

    >>> language_of(["Naam", "Afdeling", "E-mail"])
    'nl'
    """
    spoken = Counter(word for heading in headings for word in words(heading))
    found: Counter[str] = Counter()
    for phrase, language in phrases("header_languages"):
        found[language] += spoken[phrase[0]]
    best = found.most_common(1)
    return best[0][0] if best and best[0][1] else None


def _role(table: Table, kind: Kind) -> Role:
    """For whom a heading such as "Topics" is read where it may mean either."""
    named = role_named(table.sheet) or role_named(PurePath(table.file).stem)
    return "mentee" if (kind or named) == "mentee" else "mentor"


def _uses(book: Book, columns: Mapping[int, Columns]) -> list[Use]:
    """What each sheet is for; with no sheet of people, the one with the most known headings is read."""
    uses = [use_of(table, columns[id(table)].fields, book.tables) for table in book.tables]
    if "people" not in uses and any(table.state == "visible" for table in book.tables):
        uses[book.tables.index(best_table(book.tables))] = "people"
    return uses


def _paired(sheets: Sequence[TakenSheet]) -> tuple[TakenSheet, ...]:
    """The sheets, with what the sheets of pairs say of people nobody knows."""
    records = [record for sheet in sheets for record in sheet.intake.records]
    return tuple(
        replace(sheet, intake=replace(_NO_ANSWERS, findings=tuple(pair_findings(sheet.table, records))))
        if sheet.use == "pairs"
        else sheet
        for sheet in sheets
    )


def _left(sheet: TakenSheet) -> list[Finding]:
    """That a sheet was not read, and why."""
    name = sheet.table.sheet
    told: dict[Use, Message] = {
        "old": say(
            "The sheet “{sheet}” looks like an earlier round, so it was not read. "
            "Choose it if its people take part again.",
            sheet=name,
        ),
        "hidden": say("The sheet “{sheet}” is hidden in Excel, so it was not read.", sheet=name),
        "pairs": say("The sheet “{sheet}” holds pairs, not sign-ups, so it was not read.", sheet=name),
        "list": say("The sheet “{sheet}” holds a list, not sign-ups, so it was not read.", sheet=name),
        "other": say("The sheet “{sheet}” tells nothing about people, so it was not read.", sheet=name),
    }
    if sheet.use not in told:
        return []
    severity: Literal["warning", "notice"] = "warning" if sheet.use == "old" else "notice"
    return [Finding(sheet.table.file, None, None, None, told[sheet.use], severity)]


def _other_sheets(tables: Sequence[Table], chosen: Table) -> list[Finding]:
    others = [table.sheet for table in tables if table is not chosen]
    if not others:
        return []
    message = say(
        "Only the sheet “{sheet}” was read. These sheets were not: {others}.",
        sheet=chosen.sheet,
        others=others,
    )
    return [Finding(chosen.file, None, None, None, message, "notice")]
