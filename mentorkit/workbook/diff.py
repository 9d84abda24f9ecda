"""What was edited in the programme's workbook, row by row."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from mentorkit.frames import Snapshot
from mentorkit.intake.people.identity import who_of
from mentorkit.model import Application, Change, Changes, Finding, Insert, Person, Row, Update
from mentorkit.model.difference import Difference, Verdict, verdict_on
from mentorkit.model.fields import NAME, NAMED_BY, of_kind
from mentorkit.model.goal import Goal, GoalStep
from mentorkit.progress.changed import NO_WORDS, dated, id_by_words, lacks_words, without_steps
from mentorkit.text import Message, say
from mentorkit.text.compare import folded
from mentorkit.workbook.cells import row_of, value_of
from mentorkit.workbook.choices import as_read, keyed
from mentorkit.workbook.fields import SHEETS, is_confided, rows_by_sheet, step_of, whom_in
from mentorkit.workbook.read import ReturnedBook, ReturnedRow, ReturnedSheet
from mentorkit.writing.style import mark

_EMPTY = mark(None)


@dataclass(frozen=True)
class Line:
    """A row of the workbook: its sheet and row as Excel shows them, and whom it is about.

    `row` is None for one that stands in the programme only.
    """

    sheet: str
    row: int | None
    who: str


@dataclass(frozen=True)
class Edit(Difference):
    """One cell, with the values as stored; `heading` is its column."""

    line: Line
    heading: str


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

    def __init__(
        self, snapshot: Snapshot, book: ReturnedBook, today: date, chosen: frozenset[tuple[str, str]]
    ) -> None:
        self.snapshot, self.book, self.today, self.chosen = snapshot, book, today, chosen
        rows = rows_by_sheet(snapshot)
        self.stored = {(name, row["id"]): row for name, some in rows.items() for row in some}
        self.names: dict[str, str] = {}
        self.people: dict[str, set[str]] = defaultdict(set)
        for row in rows["person"]:
            self._know(row)
        self.sign_ups = {
            (row["person_id"], role): row["id"] for role in ("mentor", "mentee") for row in rows[role]
        }
        self.pairs = [row for row in rows["pair"] if row["ended_on"] is None]
        self.meant: dict[str, set[str]] = defaultdict(set)
        for row in rows["goal"]:
            self._know_goal(row)
        self.known_goals = {one.id: one for one in snapshot.rows(Goal)}
        self.private: set[str] = set()
        self.seen: set[tuple[str, str]] = set()
        self.items: list[Change] = []
        self.found: dict[str, list[Any]] = defaultdict(list)

    def comparison(self) -> Comparison:
        """Everything that was found."""
        for name, ours in SHEETS.items():
            if name in self.book.sheets:
                for row in self.book.sheets[name].rows:
                    self._take(self.book.sheets[name], row)
            else:
                message = say(
                    "The sheet {sheet} is gone, or its hidden first row was changed, so nothing on it was "
                    "read. Save the workbook again if you need it.",
                    sheet=ours.title,
                )
                self.found["findings"].append(Finding(self.book.file, None, None, None, message))
        for key, stored in self.stored.items():
            if key not in self.seen and key[0] in self.book.sheets and not is_confided(stored):
                self.found["missing"].append(Line("", None, self._who(stored)))
        found = {name: tuple(some) for name, some in self.found.items()}
        gone = without_steps(self.snapshot, self.private)
        return Comparison(Changes("import", (*self.items, *gone)), **found)

    def _take(self, sheet: ReturnedSheet, row: ReturnedRow) -> None:
        """One row: laid beside the one that is stored, or added."""
        base = self._base(sheet.name, row)
        if isinstance(base, Message):
            self._tell(sheet, row, base)
            return
        key = sheet.name, base["id"]
        self.seen.add(key)
        if base.get("goal_id") in self.private:
            return
        line, is_new = Line(sheet.title, row.row, self._who(base)), key not in self.stored
        values = self._with_cells(sheet, row, base, None if is_new else line)
        made = self._pursued(row_of(sheet.name, values))
        if isinstance(made, Message):
            self._tell(sheet, row, made)
        elif is_new:
            if isinstance(made, Person):
                self._know(made.model_dump())
            if isinstance(made, Goal):
                self._know_goal({**base, **made.model_dump()})
            self.found["new"].append(line)
            self.items.append(Insert(made))
        elif values is base or made == row_of(sheet.name, base):
            self.found["same"].append(line)
        else:
            self.found["changed"].append(line)
            self.items.append(Update(made))

    def _pursued(self, made: Row | Message) -> Row | Message:
        """A row as it can be kept: a goal or a step with words, and a goal with its days."""
        if isinstance(made, Goal | GoalStep) and lacks_words(made):
            return NO_WORDS
        if not isinstance(made, Goal):
            return made
        if made.is_private:
            self.private.add(made.id)
        return dated(made, self.known_goals.get(made.id), self.today)

    def _base(self, name: str, row: ReturnedRow) -> Mapping[str, Any] | Message:
        """What a row starts from: what is stored, or that of a new one. Or why it cannot be used."""
        base = {"id": row.id} if row.id else self._new(name, row)
        if isinstance(base, Message):
            return base
        key = name, base["id"]
        return _COPY if key in self.seen else self.stored.get(key, _GONE if row.id else base)

    def _new(self, name: str, row: ReturnedRow) -> dict[str, Any] | Message:
        """The start of a new row, or why there can be none."""
        if name == "person":
            return self._new_person(row)
        if name in ("goal", "goal_step"):
            return self._new_goal(row) if name == "goal" else self._new_step(row)
        if SHEETS[name].model is not Application:
            return _NOT_HERE
        known = self.people[folded(row.who)]
        if not known:
            return say(
                "Write in the column {who} who this is: a name or an e-mail address from the sheet {people}.",
                who=say("Who"),
                people=SHEETS["person"].title,
            )
        if len(known) > 1:
            return say("Several people are called {name}. Write the e-mail address instead.", name=row.who)
        (person,) = known
        own = str(uuid5(NAMESPACE_OID, f"{person}|{name}"))
        return {"id": self.sign_ups.get((person, name), own), "person_id": person, **SHEETS[name].shared}

    def _new_person(self, row: ReturnedRow) -> dict[str, Any] | Message:
        """A new person, or the one who has this e-mail address already."""
        said = {field: str(row.cells.get(field) or "").strip() for field in NAMED_BY}
        who = who_of(said)
        if not said[NAME] or who is None:
            return say("Give this person a full name.")
        known = self.people[folded(who.address)] if who.address else set()
        return {"id": next(iter(known)) if len(known) == 1 else who.id, NAME: said[NAME]}

    def _new_goal(self, row: ReturnedRow) -> dict[str, Any] | Message:
        """A new goal of a pair that goes on; the same words again are the same goal."""
        meant, known = folded(row.who), self.people[folded(row.who)]
        pairs = [one for one in self.pairs if meant == folded(self._who(one)) or known & {*whom_in(one)}]
        if len(pairs) != 1:
            return _WHOSE
        pair = pairs[0]["id"]
        return {**pairs[0], "id": id_by_words(pair, row.cells.get("text")), "pair_id": pair, "revision": 0}

    def _new_step(self, row: ReturnedRow) -> dict[str, Any] | Message:
        """A new step to a goal that is not private; the same words again are the same step."""
        known = self.meant[folded(row.who)]
        if len(known) != 1:
            return _WHICH
        (goal,) = known
        return {"id": id_by_words(goal, row.cells.get("text")), "goal_id": goal}

    def _with_cells(
        self, sheet: ReturnedSheet, row: ReturnedRow, base: Mapping[str, Any], line: Line | None
    ) -> Mapping[str, Any]:
        """The values with every cell that was edited and can be used; `line` is None for a new row."""
        values = base
        for name, raw in row.cells.items():
            cell, old, then = keyed(name, raw), base.get(name), row.marks.get(name)
            verdict = verdict_on(mark(as_read(name, old)), mark(cell), then, [then or _EMPTY])
            if verdict in ("same", "kept"):
                continue
            trial = {**values, name: value_of(sheet.name, name, cell)}
            made = row_of(sheet.name, trial, name)
            if isinstance(made, Message):
                self._tell(sheet, row, made, name)
            elif line is None or self._is_taken(
                verdict, Edit(base["id"], name, old, trial[name], line, sheet.headings[name])
            ):
                values = trial
        return values

    def _is_taken(self, verdict: Verdict, edit: Edit) -> bool:
        """Whether the cell of the workbook is used; notes it as an edit or as something to choose."""
        group = "conflicts" if verdict == "conflict" else "emptied" if edit.new in (None, (), "") else "edits"
        self.found[group].append(edit)
        return group == "edits" or edit.key in self.chosen

    def _know(self, row: Mapping[str, Any]) -> None:
        """Remember how somebody can be meant: by name or by e-mail address."""
        self.names[row["id"]] = row[NAME]
        for word in filter(None, (row[field] for field in (NAME, *of_kind("address")))):
            self.people[folded(word)].add(row["id"])

    def _know_goal(self, row: Mapping[str, Any]) -> None:
        """Remember how a goal with words can be meant: with them, or by its pair when it is the only one."""
        pair = self._who(row)
        for word in (pair, step_of(pair, row["text"])) if row["text"] else ():
            self.meant[folded(word)].add(row["id"])

    def _who(self, row: Mapping[str, Any]) -> str:
        named = " – ".join(self.names.get(one, "") for one in whom_in(row))
        return named or str(row.get(NAME) or row.get("name") or "")

    def _tell(self, sheet: ReturnedSheet, row: ReturnedRow, message: Message, field: str = "") -> None:
        """What is wrong with a row, or with one of its cells; the rest of the row is used then."""
        said = row.cells[field] if field else row.who or row.cells.get(NAME)
        place, value = f"{self.book.file}, {sheet.title}", None if said is None else str(said)
        finding = Finding(place, row.row, sheet.headings.get(field), value, message, sheet=sheet.title)
        self.found["findings"].append(replace(finding, severity="warning") if field else finding)


_COPY = say("This is a copy of a row above it, so it was left out. Use an empty row for somebody new.")
_GONE = say("This row is not in the programme any more, so it was left out.")
_WHOSE = say("Write in the column Who whose goal this is: the pair as it stands there on other rows.")
_WHICH = say("Write in the column Who which goal this is a step to, as it stands there on other rows.")
_NOT_HERE = say("A new row cannot be used on this sheet. Add it in the programme itself.")
