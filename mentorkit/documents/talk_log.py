"""Talks out and back as a list: a workbook to fill in, and what a workbook, a form or a pasted list tells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from mentorkit.documents.calendar_witness import LoggedTalks, read_witness
from mentorkit.frames import Snapshot
from mentorkit.intake import Table, read_file
from mentorkit.intake.values.cells import as_text, yes_or_no
from mentorkit.intake.values.dates import Clock, read_days
from mentorkit.intake.words.headings import headings
from mentorkit.model import INITIATIVES, MEDIA, Finding, Meeting, Pair
from mentorkit.model.fields import NAMED_BY
from mentorkit.model.row import id_of
from mentorkit.text import LANGUAGES, Message, Speaker, say, speaker
from mentorkit.text.compare import folded
from mentorkit.text.topics import as_compared
from mentorkit.views.names import who_is
from mentorkit.views.progress.weeks import STATES
from mentorkit.views.start.two import Two
from mentorkit.writing import sheets

PASTED = "list.txt"
"""What a pasted list is called where its rows are named."""

_OWN = "pair_id"
_HEADS: Mapping[str, Message] = {
    "mentee": say("Mentee"),
    "mentor": say("Mentor"),
    "day": say("Day"),
    "is_held": say("Talked"),
    "minutes": say("Minutes"),
    "medium": say("How"),
    "initiative": say("Who took the initiative?"),
    "is_prepared": say("They both prepared"),
}
_MORE: Mapping[str, tuple[Message, ...]] = {
    "day": (say("On which day?"), say("date"), say("On which day did you talk?")),
    "is_held": (say("What happened?"), say("Did you talk?"), say("took place")),
    "minutes": (say("How many minutes?"),),
    "medium": (say("How did you talk?"), say("way of meeting")),
    "initiative": (say("initiative"), say("who took the initiative")),
    "is_prepared": (say("prepared"), say("Did you both prepare?"), say("both prepared")),
}
_ASKED = (
    say("Your name"),
    _MORE["day"][2],
    _MORE["is_held"][1],
    _MORE["minutes"][0],
    _MORE["medium"][0],
    _MORE["is_prepared"][1],
)
_CHOICES: Mapping[str, Mapping[Any, Message]] = {
    "is_held": {True: STATES["held"], False: STATES["not_held"]},
    "medium": MEDIA,
    "initiative": INITIATIVES,
    "is_prepared": {True: say("yes"), False: say("no")},
}
_WIDTHS = (None, 26, 26, 14, 16, 10, 18, 24, 20)


def log_workbook(pairs: Sequence[tuple[Two, Sequence[date]]], speak: Speaker) -> bytes:
    """A new .xlsx in the reader's language: a row for each pair and planned day of which nothing is known.

    The ids of the pairs stand in a hidden column, and choices have a list. A row without an answer says
    nothing, so nobody has to fill in what is not known.
    """
    book = sheets.new_book()
    sheet = book.create_sheet(sheets.title_of(speak(say("Talks"))))
    head, plain = (sheets.style_of(sheet, look) for look in (sheets.HEAD, sheets.WRAPPED))
    sheets.add_row(sheet, [_OWN, *map(speak, _HEADS.values())], head)
    for two, days in pairs:
        for day in days or (None,):
            written = speak.write(day) if day else ""
            sheets.add_row(sheet, [two.pair.id, two.names["mentee"], two.names["mentor"], written, ""], plain)
    sheets.set_columns(sheet, _WIDTHS)
    last = max(sheet.max_row, 2) + 200
    for column, key in enumerate(_HEADS, 2):
        if key in _CHOICES:
            told = ",".join(speak(label) for label in _CHOICES[key].values())
            sheets.check(sheet, column, (2, last), type="list", formula1=f'"{told}"')
    sheets.arrange(sheet, "A2")
    return sheets.saved(book)


def log_form(speak: Speaker) -> str:
    """The questions as a text to paste into an online form, which one of a pair fills in after a talk."""
    lines = [speak(say("After each talk")), ""]
    lines += [f"{number}. {speak(asked)}" for number, asked in enumerate(_ASKED, 1)]
    return "\n".join(lines) + "\n"


def read_log(snapshot: Snapshot, name: str, content: bytes, today: date) -> LoggedTalks:
    """The talks in a workbook, a table of a form, a pasted list or a calendar (.ics).

    A row without an answer to whether they talked says nothing; without that column each row is a talk that
    took place. The last row about a pair and day counts. Raises FileRefused when the file is not safe to
    read or damaged.
    """
    if name.lower().endswith(".ics"):
        return read_witness(snapshot, name, content, today)
    words = [one.of(snapshot.programme.terms) for one in map(speaker, LANGUAGES)] + [*map(speaker, LANGUAGES)]
    tables = [_Log.of(table, words) for table in read_file(name, content).tables]
    if not any(tables):
        return LoggedTalks((), (Finding(name, None, None, None, _NO_LOG),))
    found = [one for table in tables if table for one in table.read(snapshot, today)]
    talks = {one.id: one for one in found if isinstance(one, Meeting)}
    return LoggedTalks(tuple(talks.values()), tuple(one for one in found if isinstance(one, Finding)))


@dataclass(frozen=True)
class _Log:
    """A table of talks: the place of each of its columns, and the words to choose from in all languages."""

    table: Table
    columns: Mapping[str, int]
    people: tuple[int, ...]
    options: Mapping[tuple[str, str], Any]

    @classmethod
    def of(cls, table: Table, words: Sequence[Speaker]) -> "_Log | None":
        """The table, when a day and who talked stand in it."""
        asked = {_OWN: _OWN}
        for key, label in _HEADS.items():
            asked |= {folded(speak(one)): key for one in (label, *_MORE.get(key, ())) for speak in words}
        heads = {place: folded(heading) for place, heading in enumerate(table.headers)}
        columns = {asked[form]: place for place, form in reversed(heads.items()) if form in asked}
        people = [columns[side] for side in ("mentee", "mentor") if side in columns]
        people += [
            place
            for place, heading in enumerate(table.headers)
            if place not in columns.values() and headings().field_of(heading, "mentee") in NAMED_BY
        ]
        options = {
            (key, folded(speak(label))): value
            for key, choices in _CHOICES.items()
            for value, label in choices.items()
            for speak in words
        }
        is_log = "day" in columns and (people or _OWN in columns)
        return cls(table, columns, tuple(people), options) if is_log else None

    def read(self, snapshot: Snapshot, today: date) -> Iterator[Meeting | Finding]:
        """The talk of every row, or what is wrong with the row."""
        known, pairs = who_is(snapshot), [one for one in snapshot.rows(Pair) if not one.ended_on]
        days = read_days([self._cell(cells, "day") for _, cells in self.table.rows], Clock(month_first=False))
        for (row, cells), day in zip(self.table.rows, days, strict=True):
            is_held, wrong = (
                self._choice(row, cells, "is_held") if "is_held" in self.columns else (True, None)
            )
            if wrong or is_held is None:
                yield from (wrong,) if wrong else ()
                continue
            own = self._pairs(cells, known, pairs)
            if len(own) != 1:
                yield self._finding(row, cells, self._whose, _TWO if own else _NONE)
            elif not isinstance(day.value, date) or day.doubt:
                yield self._finding(row, cells, "day", _NO_DAY)
            elif (on := _day_of(day.value)) > today:
                yield self._finding(row, cells, "day", _TO_COME)
            else:
                yield from self._talk(row, cells, own[0], on, is_held=is_held)

    @property
    def _whose(self) -> str:
        return next((key for key in ("mentee", "mentor", _OWN) if key in self.columns), "")

    def _talk(
        self, row: int, cells: Sequence[object], pair: Pair, day: date, *, is_held: bool
    ) -> Iterator[Meeting | Finding]:
        """The talk of a row; what is not on the list of a choice, or no number of minutes, is left out."""
        told: dict[str, Any] = {}
        for key in ("medium", "initiative", "is_prepared") if is_held else ():
            told[key], wrong = self._choice(row, cells, key, "warning")
            yield from (wrong,) if wrong else ()
        minutes = as_text(self._cell(cells, "minutes")).strip()
        if is_held and minutes:
            is_right = minutes.isdecimal() and 1 <= int(minutes) <= Meeting.most_of("minutes")
            told["minutes"] = int(minutes) if is_right else None
            yield from () if is_right else (self._finding(row, cells, "minutes", _MINUTES, "warning"),)
        yield Meeting(id=id_of(pair.id, day.isoformat()), pair_id=pair.id, day=day, is_held=is_held, **told)

    def _pairs(
        self, cells: Sequence[object], known: Mapping[str, set[str]], pairs: Sequence[Pair]
    ) -> list[Pair]:
        """The pairs that a row can be about: by the id, or by everybody it names."""
        own = as_text(self._cell(cells, _OWN)).strip()
        if own:
            return [one for one in pairs if one.id == own]
        told = [said for place in self.people if (said := as_text(cells[place]).strip())]
        named = [known.get(as_compared(said), set()) for said in told]
        return [
            one for one in pairs if named and all({one.mentee_id, one.mentor_id} & people for people in named)
        ]

    def _cell(self, cells: Sequence[object], key: str) -> object:
        return cells[self.columns[key]] if key in self.columns else None

    def _choice(
        self, row: int, cells: Sequence[object], key: str, severity: Any = "error"
    ) -> tuple[Any, Finding | None]:
        """What was chosen, None for an empty cell; and what is wrong with it."""
        said = as_text(self._cell(cells, key)).strip()
        if not said:
            return (True if key == "is_held" and key not in self.columns else None), None
        if (key, folded(said)) in self.options:
            return self.options[key, folded(said)], None
        if True in _CHOICES[key] and (read := yes_or_no(said)).value is not None:
            return read.value, None
        allowed = _NOT_LISTED.filled(options=list(_CHOICES[key].values()))
        return None, self._finding(row, cells, key, allowed, severity)

    def _finding(
        self, row: int, cells: Sequence[object], key: str, message: Message, severity: Any = "error"
    ) -> Finding:
        place = self.columns.get(key, self.people[0] if self.people else 0)
        told = self.table.headers[place], as_text(cells[place])
        return Finding(self.table.file, row, *told, message, severity, self.table.sheet)


def _day_of(day: date) -> date:
    return day.date() if isinstance(day, datetime) else day


_NO_LOG = say(
    "This list has no column with names or none with the day of a talk. Use the headings Mentee, Mentor "
    "and Day, or save the workbook for talks here and fill it in."
)
_NONE = say("No pair under way has these people. Correct the names, or add the other one of the two.")
_TWO = say("Several pairs have this name. Name the mentee and the mentor.")
_NO_DAY = say("This is no day. Write it as 14-9-2026.")
_TO_COME = say("This day is still to come. Note a talk once it took place or did not.")
_MINUTES = say("Minutes are a whole number from 1 to 600; they are left out.")
_NOT_LISTED = say("Choose one of: {options}.")
