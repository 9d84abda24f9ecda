"""One row: whether it can be taken in, and what there is to know about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from mentorkit.intake.people.identity import Answers, Who, is_own_manager
from mentorkit.intake.people.record import Doubt, Record, record_of
from mentorkit.intake.tables.table import Table, name_of
from mentorkit.intake.understand.roles import Kind
from mentorkit.intake.values.answers import CellDoubt
from mentorkit.model import Finding
from mentorkit.model.fields import of_kind
from mentorkit.text import Message, say

_LONGEST_NAME = 300
_NAMES = of_kind("name")

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True)
class Needs:
    """What every row must have, because most rows of the sheet have it."""

    address: bool = False
    name: bool = False


def needs_of(people: Sequence[Who | None], kind: Kind) -> Needs:
    """An address in a form in which most people have one, and a name likewise.

    People in an HR export are known by their number as well, so none of them needs an address.
    """
    half = len(people) / 2
    addresses = sum(bool(who and who.address) for who in people)
    names = sum(bool(who and who.is_named) for who in people)
    return Needs(address=kind != "hr" and addresses > half, name=names > half)


@dataclass(frozen=True)
class OneRow:
    """The answers of one row, who it is about and the doubts about its cells."""

    table: Table
    number: int
    answers: Answers
    who: Who | None
    doubts: tuple[CellDoubt, ...]

    def error(self, needs: Needs) -> Finding | None:
        """Why the row cannot be taken in; None when it can."""
        who = self.who
        if who is None:
            message = say(
                "This row has no e-mail address, employee number or name, so it is not clear whose answers "
                "these are. Add one of them."
            )
            return self._finding(message)
        if len(who.name) > _LONGEST_NAME:
            return self._too_long(who)
        broken = next((doubt for doubt in self.doubts if doubt.field in _NAMES and doubt.is_left_out), None)
        if not who.is_named and broken is not None:
            return self._of_cell(broken, "error")
        if needs.name and not who.is_named:
            return self._finding(say("This row has no name, so it is not clear who this is. Add the name."))
        return self._without_address(who) if needs.address and not who.address else None

    def record(self, kind: Kind) -> Record:
        """What the row says; it must have no error."""
        if self.who is None:
            raise ValueError(self.number)
        doubts = tuple(
            Doubt(doubt.field, self._column(doubt), doubt.value, doubt.message, doubt.suggestion)
            for doubt in self.doubts
        )
        at = (self.table.file, self.table.sheet, self.number)
        return record_of(self.answers, self.who, at, kind, doubts)

    def doubtful(self) -> Iterator[Finding]:
        """The doubts about single cells of a row that is taken in."""
        return (self._of_cell(doubt, "warning") for doubt in self.doubts)

    def remarks(self, record: Record) -> Iterator[Finding]:
        """What she should know about somebody who is taken in."""
        name = record.who.name
        if not record.who.is_named:
            message = say("There is no name in this row, so {name} stands in its place.", name=name)
            yield self._finding(message, "warning")
        if is_own_manager(self.answers, record.who):
            message = say("{name} is named as her or his own manager, so no manager was kept.", name=name)
            yield self._finding(message, "warning")
        if record.is_nomination:
            message = say(
                "{name} was put forward by {colleague}. "
                "Ask {name} first; until then this stays out of the pairing.",
                name=name,
                colleague=record.nominated_by,
            )
            yield self._finding(message, "warning")
        elif record.agrees is False:
            message = say(
                "{name} does not agree to the use of these details, "
                "so this sign-up stays out of the pairing.",
                name=name,
            )
            yield self._finding(message, "notice")

    def _without_address(self, who: Who) -> Finding | None:
        """In a form that asks for an address: it is wrong, or not there and no number stands in for it."""
        wrong = next((doubt for doubt in self.doubts if doubt.field in of_kind("address")), None)
        if wrong is not None:
            return self._of_cell(wrong, "error")
        if who.number:
            return None
        return self._finding(say("This row has no e-mail address, and the other rows do. Add the address."))

    def _too_long(self, who: Who) -> Finding:
        message = say(
            "The name in this row has more than {limit} characters, so it cannot be a name. Correct it.",
            limit=_LONGEST_NAME,
        )
        return replace(self._finding(message), value=who.name[:60] + "…")

    def _finding(self, message: Message, severity: Severity = "error") -> Finding:
        return Finding(self.table.file, self.number, None, None, message, severity)

    def _of_cell(self, doubt: CellDoubt, severity: Severity) -> Finding:
        return replace(self._finding(doubt.message, severity), column=self._column(doubt), value=doubt.value)

    def _column(self, doubt: CellDoubt) -> str:
        return name_of(self.table, doubt.column)
