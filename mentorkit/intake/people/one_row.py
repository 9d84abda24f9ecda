"""One row: whether it can be taken in, and as what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from mentorkit.intake.people.people import Answers, Identity, Source, identity_of, name_of_person, record_of
from mentorkit.intake.people.record import Doubt, Record
from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.columns import name_of
from mentorkit.intake.understand.roles import Kind, role_of
from mentorkit.intake.values.answers import CellDoubt
from mentorkit.model import Finding
from mentorkit.text import Message, say

_LONGEST_NAME = 300
_NAMES = frozenset({"full_name", "first_name", "last_name"})


@dataclass(frozen=True)
class Needs:
    """What every row must have, because most rows of the sheet have it."""

    email: bool = False
    name: bool = False


def needs_of(answers: Sequence[Answers], kind: Kind) -> Needs:
    """An address in a form in which most people have one, and a name likewise.

    People in an HR export are known by their number as well, so none of them needs an address.
    """
    half = len(answers) / 2
    emails = sum(bool(row.get("email")) for row in answers)
    names = sum(name_of_person(row) is not None for row in answers)
    return Needs(email=kind != "hr" and emails > half, name=names > half)


@dataclass(frozen=True)
class OneRow:
    """The answers of one row and the doubts about its cells."""

    table: Table
    number: int
    answers: Answers
    doubts: tuple[CellDoubt, ...]
    needs: Needs

    def error(self) -> Finding | None:
        """Why the row cannot be taken in; None when it can."""
        who = self._who()
        name = name_of_person(self.answers)
        if who is None:
            message = say(
                "This row has no e-mail address, employee number or name, so it is not clear whose answers "
                "these are. Add one of them."
            )
            return self._finding(message)
        if len(who.name.full) > _LONGEST_NAME:
            return self._too_long(who)
        broken = next((doubt for doubt in self.doubts if doubt.field in _NAMES and doubt.is_left_out), None)
        if name is None and broken is not None:
            return self._of_cell(broken, "error")
        if self.needs.name and name is None:
            return self._finding(say("This row has no name, so it is not clear who this is. Add the name."))
        return self._without_address() if self.needs.email and not self.answers.get("email") else None

    def doubtful(self) -> Iterator[Finding]:
        """The doubts about single cells of a row that is taken in."""
        return (self._of_cell(doubt, "warning") for doubt in self.doubts)

    def record(self, kind: Kind) -> Record:
        """What the row says; it must have no error."""
        who = self._who()
        if who is None:
            raise ValueError(self.number)
        source = Source(self.table.file, self.table.sheet, self.number, role_of(self.answers, kind))
        doubts = tuple(
            Doubt(doubt.field, self._column(doubt), doubt.value, doubt.message, doubt.suggestion)
            for doubt in self.doubts
        )
        return record_of(who, self.answers, source, doubts)

    def _who(self) -> Identity | None:
        return identity_of(self.answers, self.table.file)

    def _without_address(self) -> Finding | None:
        """In a form that asks for an address: it is wrong, or not there and no number stands in for it."""
        wrong = next((doubt for doubt in self.doubts if doubt.field == "email"), None)
        if wrong is not None:
            return self._of_cell(wrong, "error")
        if self.answers.get("employee_id"):
            return None
        return self._finding(say("This row has no e-mail address, and the other rows do. Add the address."))

    def _too_long(self, who: Identity) -> Finding:
        message = say(
            "The name in this row has more than {limit} characters, so it cannot be a name. Correct it.",
            limit=_LONGEST_NAME,
        )
        return Finding(self.table.file, self.number, None, who.name.full[:60] + "…", message)

    def _finding(self, message: Message) -> Finding:
        return Finding(self.table.file, self.number, None, None, message)

    def _of_cell(self, doubt: CellDoubt, severity: Literal["error", "warning"]) -> Finding:
        message = doubt.message
        return Finding(self.table.file, self.number, self._column(doubt), doubt.value, message, severity)

    def _column(self, doubt: CellDoubt) -> str:
        return name_of(self.table, doubt.column)
