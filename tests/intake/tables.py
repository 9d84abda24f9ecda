"""What stands in a file that a test made, read in this process because it is no stranger's."""

from collections import Counter
from dataclasses import dataclass

from mentorkit.intake.tables.book import Book, as_book, best_table
from mentorkit.intake.tables.table import Table, name_of
from mentorkit.intake.understand.columns import Mapping
from mentorkit.intake.values.answers import by_field
from mentorkit.intake.words.headings import headings
from mentorkit.model import Application, Finding, Insert, Person, Role
from mentorkit.reading.apart import read_here
from mentorkit.workflows.intake.edits import Edits
from mentorkit.workflows.intake.files import NOWHERE
from mentorkit.workflows.intake.review import Review, review


def book_of(name: str, content: bytes) -> Book:
    """The file as our own."""
    return as_book(name, read_here(name, content, headings().forms))


def read_table(name: str, content: bytes) -> Table:
    """The sheet with the most headings we know."""
    return best_table(book_of(name, content).tables)


def unused(table: Table, mapping: Mapping) -> tuple[str, ...]:
    """The columns that are not taken in, as she can find them."""
    columns = (column for column in range(len(table.headers)) if column not in mapping.fields)
    return tuple(name for column in columns if (name := name_of(table, column)))


def gathered(mapping: Mapping) -> dict[str, tuple[int, ...]]:
    """The fields that several columns share, one for each option."""
    return {name: tuple(found) for name, found in by_field(mapping.fields).items() if len(found) > 1}


@dataclass(frozen=True)
class Intake:
    """What one file gives for one role, without a programme; findings in the order of their rows."""

    review: Review

    @property
    def people(self) -> tuple[Person, ...]:
        return tuple(row for row in self._rows if isinstance(row, Person))

    @property
    def applications(self) -> tuple[Application, ...]:
        return tuple(row for row in self._rows if isinstance(row, Application))

    @property
    def _rows(self) -> tuple[object, ...]:
        return tuple(item.row for item in self.review.changes.items if isinstance(item, Insert))

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(sorted(self.review.all_findings, key=lambda finding: finding.row or 0))

    @property
    def states(self) -> Counter[str]:
        return Counter(row.state for row in self.review.rows)

    @property
    def merged(self) -> int:
        return self.states["merged"]

    @property
    def rows_read(self) -> int:
        """Rows about somebody: taken in, merged with a later one or refused."""
        return sum(self.states[state] for state in ("new", "same", "changed", "merged", "error"))

    @property
    def unused_columns(self) -> tuple[str, ...]:
        sheets = [reading.sheet for reading in self.review.readings]
        return tuple(name for sheet in sheets for name in unused(sheet.table, sheet.columns))


def intake_of(name: str, content: bytes, role: Role) -> Intake:
    """The people and applications of one role."""
    return Intake(review(NOWHERE, [book_of(name, content)], Edits(only={name: role})))
