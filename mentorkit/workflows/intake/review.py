"""An import before it is saved: files beside the programme, row by row. Every way in comes through here."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from mentorkit.frames import Snapshot
from mentorkit.intake.tables.book import Book
from mentorkit.model import Change, Changes, Finding, Form, Insert, Update
from mentorkit.model.difference import Difference
from mentorkit.workflows.intake.edits import Edits
from mentorkit.workflows.intake.identity import Known, joined, latest
from mentorkit.workflows.intake.left_out import unread_sheets
from mentorkit.workflows.intake.merge_into_programme import Ledger
from mentorkit.workflows.intake.missing import missing_from
from mentorkit.workflows.intake.options import Choice, choices_of
from mentorkit.workflows.intake.readings import Reading, SentRow, Wanted, read_rows
from mentorkit.workflows.intake.reviewed import Conflict, Missing, PossibleDouble, Review, ReviewedRow, State
from mentorkit.workflows.intake.row_states import RowStates
from mentorkit.workflows.intake.sheets import Sheet, known_forms, sheets_of

__all__ = [
    "Choice",
    "Conflict",
    "Difference",
    "Missing",
    "PossibleDouble",
    "Review",
    "ReviewedRow",
    "Sheet",
    "State",
    "review",
]

Progress = Callable[[int, int], None]
"""Told how many rows were done, and of how many."""

T = TypeVar("T")

_STEP = 500


def review(
    snapshot: Snapshot, books: Sequence[Book], edits: Edits | None = None, progress: Progress | None = None
) -> Review:
    """What these files would change in the programme, with the coordinator's edits; nothing is written.

    `progress` counts every row twice: when it is read and when it is laid beside the programme.
    """
    edits = edits or Edits()
    known, language = known_forms(snapshot.forms), snapshot.programme.language
    sheets = tuple(sheet for book in books for sheet in sheets_of(book, edits, known))
    read = [sheet for sheet in sheets if sheet.kind != "none"]
    steps = _Steps(2 * sum(len(sheet.table.rows) for sheet in read), progress)
    readings = tuple(
        steps.done(len(sheet.table.rows), read_rows(sheet, _wanted(sheet, edits))) for sheet in read
    )
    ledger = Ledger(snapshot, edits.theirs)
    people = Known(ledger.people.now.values())
    sent = (row.in_words(language) for reading in readings for row in reading.taken)
    found = joined(sent, people, edits.people)
    kept, replaced = latest([one for one, _ in found])
    outcomes = {one.at: (one, steps.done(1, ledger.take(one.sheet.form_id, one))) for one in kept}
    states = RowStates(outcomes, replaced, edits.skipped)
    return Review(
        sheets=sheets,
        readings=readings,
        rows=tuple(row for reading in readings for row in states.rows_of(reading)),
        findings=tuple(_about_no_row(books, sheets, readings)),
        missing=tuple(missing_from(ledger, list(_seen(readings, [one for one, _ in found], people)))),
        conflicts=tuple(states.conflicts(edits.theirs)),
        doubles=tuple(
            PossibleDouble(one.at, one.person.full_name, other.id, other.full_name)
            for one, alike in found
            for other in alike
        ),
        choices=tuple(_choices(readings, snapshot.programme.topic_names)),
        changes=Changes("import", (*ledger.changes(), *_form_changes(read, snapshot.forms))),
    )


class _Steps:
    """Tells every so often how many rows were done."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total, self._progress = total, progress
        self._done = self._told = 0

    def done(self, rows: int, result: T) -> T:
        """Count rows that are done; gives what came of them."""
        self._done += rows
        if self._progress and self._done - self._told >= _STEP:
            self._told = self._done
            self._progress(self._done, self._total)
        return result


def _wanted(sheet: Sheet, edits: Edits) -> Wanted:
    skipped, taken = ({at.row for at in rows if at[:2] == sheet.at} for rows in (edits.skipped, edits.taken))
    return Wanted(skipped, taken, edits.only.get(sheet.at.file))


def _about_no_row(
    books: Sequence[Book], sheets: Sequence[Sheet], readings: Sequence[Reading]
) -> Iterator[Finding]:
    for book in books:
        yield from book.findings
    yield from unread_sheets(sheets, [record for reading in readings for record in reading.found.records])
    for reading in readings:
        yield from (finding for finding in reading.findings if finding.row is None)


def _seen(
    readings: Sequence[Reading], found: Sequence[SentRow], people: Known
) -> Iterator[tuple[Sheet, frozenset[str]]]:
    """The people (ids) in every sheet, whatever becomes of their rows."""
    for reading in readings:
        sheet = reading.sheet
        taken = {one.person.id for one in found if one.sheet is sheet}
        others = {people.find(person, by_name=sheet.kind == "hr") for person in reading.others}
        yield sheet, frozenset(taken | others)


def _choices(readings: Sequence[Reading], own: Mapping[str, str]) -> Iterator[Choice]:
    options: dict[str, str] = {}
    for reading in readings:
        options |= reading.sheet.form.options if reading.sheet.form else {}
    sent = (row for reading in readings for row in reading.taken)
    return choices_of((application for row in sent for application in row.applications), options, own)


def _form_changes(sheets: Iterable[Sheet], saved: Iterable[Form]) -> Iterator[Change]:
    """How each form is read, as far as that is new."""
    before = {form.id: form for form in saved}
    for form in {sheet.form.id: sheet.form for sheet in sheets if sheet.form}.values():
        if form.id not in before:
            yield Insert(form)
        elif form != before[form.id]:
            yield Update(form)
