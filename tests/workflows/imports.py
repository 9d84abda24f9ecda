"""Imports in the tests: small forms as files, and programmes into which they were taken."""

from collections.abc import Mapping

from mentorkit.frames import Snapshot, applied
from mentorkit.intake.tables.book import Book
from mentorkit.model import Programme
from mentorkit.workflows.intake.edits import Edits
from mentorkit.workflows.intake.review import review
from mentorkit.workflows.intake.reviewed import Review, ReviewedRow
from tests.intake.conftest import delimited
from tests.intake.tables import book_of

EMPTY = Snapshot.of(Programme(id="programme", name="Samen verder"))
NOOR = {
    "Full name": "Noor Bakker",
    "E-mail address": "noor@example.org",
    "City": "Gent",
    "Which topics can you mentor on?": "Planning;Coaching",
    "Maximum number of mentees": "2",
}
BO = NOOR | {"Full name": "Bo Smit", "E-mail address": "bo@example.org"}


def form(*rows: Mapping[str, str], name: str = "mentors.csv") -> Book:
    """A form with the questions of its first row; row 2 is the first answer."""
    lines = [list(rows[0]), *([row.get(question, "") for question in rows[0]] for row in rows)]
    return book_of(name, delimited(lines, ","))


def taken(snapshot: Snapshot, *books: Book, edits: Edits | None = None) -> Snapshot:
    """The programme after these files were taken in together."""
    return applied(snapshot, review(snapshot, books, edits).changes)


def row(found: Review, number: int) -> ReviewedRow:
    """The one row with this number."""
    (only,) = (one for one in found.rows if one.at.row == number)
    return only


def states(found: Review) -> list[tuple[int, str]]:
    return [(one.at.row, one.state) for one in found.rows]
