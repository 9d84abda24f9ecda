"""An import before it is saved: files beside the programme, row by row. Every way in comes through here."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from mentorkit.frames import Snapshot
from mentorkit.intake.people.identity import Known, known_person
from mentorkit.intake.tables.book import Book
from mentorkit.model import Changes, Finding
from mentorkit.model.fields import NAMED_BY
from mentorkit.workflows.intake.edits import Edits
from mentorkit.workflows.intake.left_out import unread_sheets
from mentorkit.workflows.intake.merge_into_programme import Ledger
from mentorkit.workflows.intake.missing import missing_from
from mentorkit.workflows.intake.options import choices_of
from mentorkit.workflows.intake.readings import Reading, SentRow, read_rows
from mentorkit.workflows.intake.remarks import without_topics
from mentorkit.workflows.intake.reviewed import Review
from mentorkit.workflows.intake.row_states import conflicts_of, reviewed_rows
from mentorkit.workflows.intake.same_person import doubles_of, identified, in_two_roles, latest
from mentorkit.workflows.intake.sheets import Sheet, known_forms, sheets_of

Progress = Callable[[int, int], None]
"""Told how many rows were done, and of how many."""

T = TypeVar("T")


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
    readings = [steps.done(len(sheet.table.rows), read_rows(sheet, edits)) for sheet in read]
    ledger = Ledger(snapshot, edits.theirs)
    people = Known(map(known_person, snapshot.people.select("id", *NAMED_BY).to_dicts()))
    found, alike = identified([row for reading in readings for row in reading.rows], people, edits.people)
    kept, merged = latest(found)
    readings = [reading.settled(kept, merged) for reading in readings]
    outcomes = {
        one.at: (one, steps.done(1, ledger.take(one.sheet.form_id, one.person, one.in_words(language))))
        for one in kept
        if one.roles
    }
    applications = [application for row in kept for application in row.applications]
    forms = {sheet.form.id: sheet.form for sheet in read if sheet.form}
    ledger.forms.now |= forms
    return Review(
        sheets=sheets,
        readings=tuple(readings),
        rows=tuple(row for one in readings for row in reviewed_rows(one, outcomes, edits.skipped)),
        findings=tuple(_about_no_row(books, sheets, readings, kept)),
        missing=tuple(missing_from(ledger, list(_seen(readings, found, people)))),
        conflicts=tuple(conflicts_of(outcomes, edits.theirs)),
        doubles=tuple(doubles_of(kept, alike)),
        choices=tuple(choices_of(applications, forms.values(), snapshot.programme.topic_names)),
        changes=Changes("import", ledger.changes()),
    )


class _Steps:
    """Tells how many rows were done."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total, self._done, self._progress = total, 0, progress

    def done(self, rows: int, result: T) -> T:
        """Count rows that are done; gives what came of them."""
        self._done += rows
        if self._progress:
            self._progress(self._done, self._total)
        return result


def _about_no_row(
    books: Sequence[Book], sheets: Sequence[Sheet], readings: Sequence[Reading], kept: Sequence[SentRow]
) -> Iterator[Finding]:
    for book in books:
        yield from book.findings
    yield from unread_sheets(sheets, [record for reading in readings for record in reading.found.records])
    for reading in readings:
        yield from (finding for finding in reading.findings if finding.row is None)
    yield from in_two_roles(kept)
    yield from without_topics([application for row in kept for application in row.applications])


def _seen(
    readings: Sequence[Reading], found: Sequence[SentRow], people: Known
) -> Iterator[tuple[Sheet, frozenset[str]]]:
    """The people (ids) in every sheet, whatever becomes of their rows."""
    for reading in readings:
        sheet = reading.sheet
        taken = {one.person_id for one in found if one.sheet is sheet}
        others = {people.find(who, by_name=sheet.kind == "hr") for who in reading.others}
        yield sheet, frozenset(taken | others)
