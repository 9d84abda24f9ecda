"""What was edited in the programme's workbook, row by row."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from mentorkit.frames import Snapshot
from mentorkit.intake.people.identity import who_of
from mentorkit.model import Change, Changes, Finding, Insert, Person, Update
from mentorkit.text import Message, say
from mentorkit.text.compare import folded
from mentorkit.workbook.cells import row_of, value_of
from mentorkit.workbook.choices import as_read, keyed
from mentorkit.workbook.fields import MODELS, TITLES, is_confided, rows_by_sheet
from mentorkit.workbook.read import ReturnedBook, ReturnedRow
from mentorkit.writing.style import mark

Key = tuple[str, str]
"""A sheet and an id."""


@dataclass(frozen=True)
class Line:
    """A row of the workbook: its id, its sheet and row as Excel shows them, and whom it is about.

    `row` is None for one that stands in the programme only.
    """

    id: str
    sheet: str
    row: int | None
    who: str


@dataclass(frozen=True)
class Edit:
    """One cell: `line` and `field` name it, `heading` is its column; the values are as stored."""

    line: Line
    field: str
    heading: str
    old: object
    new: object

    @property
    def key(self) -> tuple[str, str]:
        """What names the cell when the coordinator chooses."""
        return self.line.id, self.field


@dataclass(frozen=True)
class Comparison:
    """Every row with something in it is new, changed, same or has a problem that is an error.

    `missing` are only in the programme and stay. `edits` are the changed cells. `conflicts` are
    cells that changed in the programme too, and `emptied` ones that had something in them: both
    keep what is in the programme unless chosen. A cell that could not be used is a warning, and
    keeps what is in the programme as well.
    """

    changes: Changes
    new: tuple[Line, ...] = ()
    changed: tuple[Line, ...] = ()
    same: tuple[Line, ...] = ()
    missing: tuple[Line, ...] = ()
    edits: tuple[Edit, ...] = ()
    conflicts: tuple[Edit, ...] = ()
    emptied: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()


class Diff:
    """Goes through the rows of a workbook, once, and remembers what it finds."""

    def __init__(self, snapshot: Snapshot, book: ReturnedBook, chosen: frozenset[tuple[str, str]]) -> None:
        self.book, self.chosen = book, chosen
        self.stored = {
            (sheet, row["id"]): row for sheet, rows in rows_by_sheet(snapshot).items() for row in rows
        }
        self.people: dict[str, set[str]] = {}
        self.names: dict[str, str] = {}
        for one, name, email in snapshot.people.select("id", "full_name", "email").iter_rows():
            self._know(one, name, email)
        self.sign_ups = {
            (row["person_id"], row["role"]): row["id"] for row in snapshot.applications.iter_rows(named=True)
        }
        self.seen: set[Key] = set()
        self.items: list[Change] = []
        self.rows: dict[str, list[Line]] = {"new": [], "changed": [], "same": []}
        self.cells: dict[str, list[Edit]] = {"edits": [], "conflicts": [], "emptied": []}
        self.findings: list[Finding] = []

    def comparison(self) -> Comparison:
        """Everything that was found."""
        for kind in MODELS:
            if kind in self.book.sheets:
                for row in self.book.sheets[kind].rows:
                    self._take(kind, row)
            else:
                message = say(
                    "The sheet {sheet} is gone, or its hidden first row was changed, so nothing on it was "
                    "read. Save the workbook again if you need it.",
                    sheet=TITLES[kind],
                )
                self.findings.append(Finding(self.book.file, None, None, None, message))
        missing = tuple(
            Line(key[1], "", None, self._who(row))
            for key, row in self.stored.items()
            if key not in self.seen and key[0] in self.book.sheets and not is_confided(row)
        )
        return Comparison(
            Changes("import", tuple(self.items)),
            new=tuple(self.rows["new"]),
            changed=tuple(self.rows["changed"]),
            same=tuple(self.rows["same"]),
            missing=missing,
            edits=tuple(self.cells["edits"]),
            conflicts=tuple(self.cells["conflicts"]),
            emptied=tuple(self.cells["emptied"]),
            findings=tuple(self.findings),
        )

    def _take(self, kind: str, row: ReturnedRow) -> None:
        key = (kind, row.id)
        if key in self.seen:
            self._row_finding(kind, row, _COPY)
        elif key in self.stored:
            self._edit(kind, row, self.stored[key])
        elif row.id:
            self._row_finding(kind, row, _GONE)
        elif any(cell is not None for cell in row.cells.values()):
            self._add(kind, row)

    def _edit(self, kind: str, row: ReturnedRow, old: Mapping[str, Any]) -> None:
        self.seen.add((kind, old["id"]))
        line = Line(old["id"], self.book.sheets[kind].title, row.row, self._who(old))
        values = self._with_cells(kind, row, old, line)
        before, after = row_of(kind, old), row_of(kind, values)
        if values is old or after == before or isinstance(after, Message):
            self.rows["same"].append(line)
        else:
            self.rows["changed"].append(line)
            self.items.append(Update(after))

    def _add(self, kind: str, row: ReturnedRow) -> None:
        row = replace(
            row, marks={}, cells={name: cell for name, cell in row.cells.items() if cell is not None}
        )
        base = self._base(kind, row)
        if isinstance(base, Message):
            self._row_finding(kind, row, base)
            return
        key = (kind, base["id"])
        if key in self.seen:
            self._row_finding(kind, row, _COPY)
        elif key in self.stored:
            self._edit(kind, row, self.stored[key])
        else:
            self._insert(kind, row, base)

    def _insert(self, kind: str, row: ReturnedRow, base: Mapping[str, Any]) -> None:
        self.seen.add((kind, base["id"]))
        line = Line(base["id"], self.book.sheets[kind].title, row.row, self._who(base))
        made = row_of(kind, self._with_cells(kind, row, base, None))
        if isinstance(made, Message):
            self._row_finding(kind, row, made)
            return
        if isinstance(made, Person):
            self._know(made.id, made.full_name, made.email)
        self.rows["new"].append(replace(line, who=self._who(made.model_dump())))
        self.items.append(Insert(made))

    def _with_cells(
        self, kind: str, row: ReturnedRow, old: Mapping[str, Any], line: Line | None
    ) -> Mapping[str, Any]:
        """The values with every cell that was edited and can be used; `line` is None for a new row."""
        values = old
        for name, raw in row.cells.items():
            cell, now, then = keyed(name, raw), mark(as_read(name, old.get(name))), row.marks.get(name)
            if mark(cell) in (then, now):
                continue
            trial = {**values, name: value_of(kind, name, cell)}
            made = row_of(kind, trial, name)
            if isinstance(made, Message):
                self._cell_finding(kind, row, name, made)
                continue
            if line is None or self._is_taken(
                self._cell(kind, line, name, (old.get(name), trial[name])), then, now
            ):
                values = trial
        return values

    def _cell(self, kind: str, line: Line, name: str, values: tuple[object, object]) -> Edit:
        return Edit(line, name, self.book.sheets[kind].headings[name], *values)

    def _is_taken(self, edit: Edit, then: str | None, now: str) -> bool:
        """Whether the cell of the workbook is used; notes it as an edit or as something to choose."""
        is_conflict = now not in (then, mark(None)) if then is None else now != then
        group = "conflicts" if is_conflict else "emptied" if edit.new in (None, ()) else "edits"
        self.cells[group].append(edit)
        return group == "edits" or edit.key in self.chosen

    def _base(self, kind: str, row: ReturnedRow) -> dict[str, Any] | Message:
        """The start of a new row, or why there can be none."""
        if kind == "person":
            return self._new_person(row)
        if kind not in ("mentor", "mentee"):
            return _NOT_HERE
        known = self.people.get(folded(row.who), set())
        if not known:
            return say(
                "Write in the column {who} who this is: a name or an e-mail address from the sheet {people}.",
                who=say("Who"),
                people=TITLES["person"],
            )
        if len(known) > 1:
            return say("Several people are called {name}. Write the e-mail address instead.", name=row.who)
        (person,) = known
        own = str(uuid5(NAMESPACE_OID, f"{person}|{kind}"))
        return {"id": self.sign_ups.get((person, kind), own), "person_id": person, "role": kind}

    def _new_person(self, row: ReturnedRow) -> dict[str, Any] | Message:
        """A new person, or the one who has this e-mail address already."""
        said = {
            name: str(row.cells.get(name) or "").strip() for name in ("full_name", "email", "employee_id")
        }
        who = who_of(said | {"email": said["email"].lower()})
        if not said["full_name"] or who is None:
            return say("Give this person a full name.")
        known = self.people.get(folded(said["email"]), set()) if said["email"] else set()
        return {
            "id": next(iter(known)) if len(known) == 1 else who.id,
            "full_name": said["full_name"],
        }

    def _know(self, one: str, name: str, email: str | None) -> None:
        self.names[one] = name
        for word in {folded(name), folded(email or name)}:
            self.people.setdefault(word, set()).add(one)

    def _who(self, row: Mapping[str, Any]) -> str:
        ids = [row[name] for name in ("person_id", "mentee_id", "mentor_id") if row.get(name)]
        named = " – ".join(self.names.get(one, "") for one in ids)
        return named or str(row.get("full_name") or row.get("name") or "")

    def _row_finding(self, kind: str, row: ReturnedRow, message: Message) -> None:
        who = row.who or row.cells.get("full_name")
        self._tell(kind, row.row, Finding("", None, None, str(who) if who else None, message))

    def _cell_finding(self, kind: str, row: ReturnedRow, name: str, message: Message) -> None:
        cell, heading = row.cells[name], self.book.sheets[kind].headings[name]
        said = None if cell is None else str(cell)
        self._tell(kind, row.row, Finding("", None, heading, said, message, "warning"))

    def _tell(self, kind: str, row: int, finding: Finding) -> None:
        title = self.book.sheets[kind].title
        self.findings.append(replace(finding, file=f"{self.book.file}, {title}", row=row, sheet=title))


_COPY = say("This is a copy of a row above it, so it was left out. Use an empty row for somebody new.")
_GONE = say("This row is not in the programme any more, so it was left out.")
_NOT_HERE = say("A new row cannot be used on this sheet. Add it in the programme itself.")
