"""An import before it is saved: every row of every file, and what it would change."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal, get_args

from mentorkit.intake.people.identity import Who
from mentorkit.intake.people.record import Doubt
from mentorkit.model import Changes, Finding, Role
from mentorkit.model.difference import Difference
from mentorkit.model.fields import CONSENT
from mentorkit.workflows.intake.edits import RowAt
from mentorkit.workflows.intake.options import Choice
from mentorkit.workflows.intake.readings import Reading
from mentorkit.workflows.intake.sheets import Sheet

State = Literal["error", "partial", "new", "changed", "same", "merged", "excluded", "skipped"]
"""What becomes of a row, in the order in which she looks at them.

Of these only "new" and "changed" change the programme. An "error" waits to be repaired, a
"partial" answer waits for her word, "merged" rows are used through a later one of the same
person, "excluded" rows are no sign-ups (totals, notes, previews), "skipped" is her choice.
"""


@dataclass(frozen=True)
class ReviewedRow:
    """One row of a file.

    `name` is who it is about and `person_id` the person it becomes or is, both None when that
    is not clear. `roles` has no role for a row of an HR export. `findings` are those of this
    row, `doubts` the cells that were guessed or left out, with what may be meant. `differences`
    is empty for a row that changes nothing and for a new person; of a merged row it is what the
    row that is used says otherwise.
    """

    at: RowAt
    state: State
    name: str | None = None
    person_id: str | None = None
    roles: tuple[Role, ...] = ()
    findings: tuple[Finding, ...] = ()
    differences: tuple[Difference, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Conflict(Difference):
    """She changed a value after the last import, and the form has a new one as well.

    Hers stays until she chooses the form (`Edits.choose_form(row_id, field)`).
    """

    at: RowAt
    name: str
    is_form_chosen: bool = False


@dataclass(frozen=True)
class Missing:
    """Somebody whom an earlier file of this form had and this one has not; nothing happens to her."""

    person_id: str
    name: str
    role: Role | None


@dataclass(frozen=True)
class PossibleDouble:
    """A row that may be about somebody who is there already; she says so with `Edits.person`.

    `who` is what the row says and `other` what the programme has.
    """

    at: RowAt
    who: Who
    person_id: str
    other: Who


@dataclass(frozen=True)
class Review:
    """What some files would change, and everything she should know before she saves it.

    `readings` has what stands in every sheet that is read, `rows` every row of these sheets,
    exactly once, in their order.
    `findings` are those that are about no single row, `choices` the different answers about
    topics. `changes` is what confirming saves: with the people and applications also how
    each form is read and what it said.
    """

    sheets: tuple[Sheet, ...]
    readings: tuple[Reading, ...]
    rows: tuple[ReviewedRow, ...]
    findings: tuple[Finding, ...]
    missing: tuple[Missing, ...]
    conflicts: tuple[Conflict, ...]
    doubles: tuple[PossibleDouble, ...]
    choices: tuple[Choice, ...]
    changes: Changes

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Those about no single row, and then those of every row."""
        return (*self.findings, *(finding for row in self.rows for finding in row.findings))

    @property
    def counts(self) -> dict[State, int]:
        """How many rows have each state; together all rows."""
        found = Counter(row.state for row in self.rows)
        return {state: found[state] for state in get_args(State)}

    @property
    def without_consent(self) -> int:
        """How many rows that are taken in are of somebody who takes no part, for want of consent."""
        sent = (row for reading in self.readings for row in reading.taken)
        return sum(any(getattr(one, CONSENT) is False for one in row.applications) for row in sent)

    @property
    def is_known_form(self) -> bool:
        """Whether every sheet that is read was taken in before, so that only the differences matter."""
        read = [sheet for sheet in self.sheets if sheet.kind != "none"]
        return bool(read) and all(sheet.is_known for sheet in read)
