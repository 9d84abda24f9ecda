"""A list of the personnel department comes in: who came, left and moved up, of everybody it knows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from mentorkit.frames import Snapshot
from mentorkit.intake import Table, read_file
from mentorkit.intake.values.cells import as_text, is_blank
from mentorkit.intake.values.dates import Clock, read_days
from mentorkit.intake.words.headings import headings
from mentorkit.model import Changes, Delete, Employment, Finding
from mentorkit.model.change import kept
from mentorkit.model.fields import NAMED_BY
from mentorkit.model.row import id_of
from mentorkit.text import LANGUAGES, Message, say, speaker
from mentorkit.text.compare import folded
from mentorkit.text.topics import as_compared
from mentorkit.views.names import who_is

_KEYS = NAMED_BY[1::-1]
"""What names people in such a list, the surest first: a number, or an address."""

_ASKED: Mapping[str, tuple[Message, ...]] = {
    "left_on": (say("end date"), say("last working day"), say("termination date")),
    "promoted_on": (say("promotion date"), say("promotion")),
    "independent_on": (say("works independently since"),),
}
"""How else the days are called than their fields; the day on which somebody came is asked at sign-up too."""

_NO_LIST = say(
    "This list has no column with employee numbers or addresses, or none with the day on which people came. "
    "Use the headings Employee number, Employed since, Left on, Promoted on and Works alone since."
)
_NOBODY = say("Nobody's number or address stands here, so the row is left out.")
_TWICE = say("This number or address stands here already; the first row counts.")
_NO_DAY = say("This is no day. Write it as 14-9-2026.")
_NO_START = say("The day on which somebody came is needed to count how long people stay.")
_BEFORE = say("This day is before the one on which this person came.")


@dataclass(frozen=True)
class StaffList:
    """What was read of a list: everybody in it, and the rows that are left out, each with why."""

    employments: tuple[Employment, ...]
    findings: tuple[Finding, ...]


def read_employments(snapshot: Snapshot, name: str, content: bytes, today: date) -> StaffList:
    """The employments in a table (.xlsx, .csv), as they are known today.

    Whoever has no employee number or address of somebody in the programme is kept without both: what stays
    is a code, by which the same person is known again in a later list. Raises FileRefused when the file is
    not safe to read or damaged.
    """
    known, found = who_is(snapshot), dict[str, Employment]()
    findings: list[Finding] = []
    for table in read_file(name, content).tables:
        places = {_field_of(heading): place for place, heading in reversed([*enumerate(table.headers)])}
        keys = [key for key in _KEYS if key in places]
        if "started_on" not in places or not keys:
            findings.append(Finding(name, None, None, None, _NO_LIST, sheet=table.sheet))
            continue
        staff = _Staff(table, places, keys, found, today)
        findings += staff.read(known)
    return StaffList(tuple(found.values()), tuple(findings))


def record_employments(snapshot: Snapshot, read: Sequence[Employment]) -> Changes:
    """Keep this list in the place of the one before; who is not in it any more is not kept."""
    known, ids = snapshot.rows(Employment), {one.id for one in read}
    gone = (Delete(one) for one in known if one.id not in ids)
    return Changes("employment", (*kept(known, read), *gone))


@cache
def _headings() -> Mapping[str, str]:
    """The field of a heading of ours, in every language."""
    more = {"started_on": (), **_ASKED}
    labels = ((field, one) for field in more for one in (Employment.called_field(field), *more[field]))
    return {folded(speak(one)): field for field, one in labels for speak in map(speaker, LANGUAGES)}


def _field_of(heading: str) -> str:
    told = _headings().get(folded(heading)) or headings().field_of(heading, "mentee") or ""
    return "started_on" if told == "joined" else told


@dataclass(frozen=True)
class _Staff:
    """A table of employments, the places of its columns, those that name people, and who is found so far."""

    table: Table
    places: Mapping[str, int]
    keys: Sequence[str]
    found: dict[str, Employment]
    today: date

    def read(self, known: Mapping[str, set[str]]) -> Iterator[Finding]:
        """Add everybody in the table to those that were found; what is wrong with each row."""
        fields = [field for field in ("started_on", *_ASKED) if field in self.places]
        rows, clock = self.table.rows, Clock(month_first=False)
        columns = [read_days([cells[self.places[field]] for _, cells in rows], clock) for field in fields]
        for at, (row, cells) in enumerate(rows):
            days = {field: column[at].value for field, column in zip(fields, columns, strict=True)}
            told = [
                as_compared(text) for key in self.keys if (text := as_text(cells[self.places[key]]).strip())
            ]
            own = id_of("employment", *told[:1])
            if wrong := self._wrong(cells, days, own if told else ""):
                yield self._finding(row, cells, *wrong)
                continue
            people = [person for way in told for person in known.get(way, ())]
            person = people[0] if people else None
            self.found[own] = Employment(id=own, person_id=person, **days, seen_on=self.today)

    def _wrong(
        self, cells: Sequence[object], days: Mapping[str, date | None], own: str
    ) -> tuple[str, Message] | None:
        """The first thing that is wrong with a row: in which column, and what to do."""
        if not own or own in self.found:
            return self.keys[0], _TWICE if own else _NOBODY
        for field, day in days.items():
            if day is None and not is_blank(cells[self.places[field]]):
                return field, _NO_DAY
        start = days["started_on"]
        if start is None:
            return "started_on", _NO_START
        return next(((field, _BEFORE) for field, day in days.items() if day and day < start), None)

    def _finding(self, row: int, cells: Sequence[object], field: str, message: Message) -> Finding:
        place = self.places[field]
        told = self.table.headers[place], as_text(cells[place])
        return Finding(self.table.file, row, *told, message, sheet=self.table.sheet)
