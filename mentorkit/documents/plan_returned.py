"""A development plan that came back: which goals and steps stand in it now."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar
from uuid import uuid4

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from mentorkit.documents.plan_of_development import GOAL_FIELDS, LISTS, STEP_FIELDS, head
from mentorkit.errors import FileRefused
from mentorkit.frames import Snapshot
from mentorkit.intake.values.dates import Clock, read_days
from mentorkit.model.goal import Goal, GoalStep
from mentorkit.progress.changed import dated
from mentorkit.reading.screen import is_small_document
from mentorkit.text import LANGUAGES, Message, say, speaker

_DAY_FIRST = Clock(month_first=False)
_YES = {False: say("no"), True: say("yes")}
_CHOICES: Mapping[str, Mapping[Any, Message]] = {
    **LISTS,
    **{name: _YES for name in GOAL_FIELDS if name.startswith("is_")},
}
_NAMES: Mapping[type[Goal | GoalStep], tuple[str, ...]] = {Goal: GOAL_FIELDS, GoalStep: STEP_FIELDS}
_UNUSED = say("{goal}, {field}: “{value}” was not understood, so it was left as it is.")
_CHANGED = say("“{goal}” was changed here after the plan was made, so it was left as it is.")

R = TypeVar("R", Goal, GoalStep)


@dataclass
class ReturnedPlan:
    """The goals and steps of one plan as they are to be kept, and what of it could not be used."""

    pursued: list[Goal] = field(default_factory=list)
    steps: list[GoalStep] = field(default_factory=list)
    problems: list[Message] = field(default_factory=list)


def returned_plan(snapshot: Snapshot, file: str, content: bytes, today: date) -> ReturnedPlan:
    """What stands in a plan of this programme; nothing is written.

    A goal is known by the mark on its table, or by its words; one that was changed here since the plan was
    made is left alone. Steps that are not in the plan stay. Raises FileRefused for any other file.
    """
    document = _opened(file, content)
    programme, _, pair = document.core_properties.identifier.partition(" ")
    if programme != snapshot.programme.id or pair not in set(snapshot.active_pairs["id"]):
        raise _no_plan(file)
    reader, goal = _Reader(snapshot, pair, today), None
    for table in document.tables:
        cells = [[cell.text.strip() for cell in row.cells] for row in table.rows]
        if reader.is_goal(cells):
            goal = reader.goal(cells, _mark_of(table))
        elif goal is not None:
            reader.steps(goal, cells)
    return reader.found


class _Reader:
    """Goes through the tables of a plan, once."""

    def __init__(self, snapshot: Snapshot, pair: str, today: date) -> None:
        self.pair, self.today = pair, today
        self.found = ReturnedPlan()
        self.known = [goal for goal in snapshot.rows(Goal) if goal.pair_id == pair]
        self.known_steps = snapshot.rows(GoalStep)
        tongues = [speaker(language).of(snapshot.programme.terms) for language in LANGUAGES]
        self.fields = {
            model: {head(model, name, speak).casefold(): name for speak in tongues for name in names}
            for model, names in _NAMES.items()
        }
        self.words = {
            name: {speak(said).casefold(): key for speak in tongues for key, said in choices.items()}
            for name, choices in _CHOICES.items()
        }

    def is_goal(self, cells: Sequence[Sequence[str]]) -> bool:
        """Whether a table tells of a goal: the names of its fields stand one under the other."""
        return sum(row[0].casefold() in self.fields[Goal] for row in cells) > len(GOAL_FIELDS) / 2

    def goal(self, cells: Sequence[Sequence[str]], mark: str) -> Goal | None:
        """The goal of a table; None for an empty one, and for one that is left alone."""
        said = {self.fields[Goal].get(row[0].casefold(), ""): row[-1] for row in cells}
        one, _, revision = mark.partition(" ")
        taken = {goal.id for goal in self.found.pursued}
        left = [goal for goal in self.known if goal.id not in taken]
        known = next((goal for goal in left if goal.id == one), None)
        known = known or next((goal for goal in left if goal.text and goal.text == said.get("text")), None)
        start = known or Goal(id=uuid4().hex, pair_id=self.pair)
        # Whoever wrote something else than yes or no may well have meant that it is private.
        private = said.get("is_private", "")
        if private and private.casefold() not in self.words["is_private"]:
            self._left(start, start.text or say("Another goal"), "is_private", private)
            return None
        made = self._row(start, said, said.get("text", ""))
        if not made.text and not made.is_private:
            return None
        if known and made != known and revision not in ("", str(known.revision)):
            self.found.problems.append(_CHANGED.filled(goal=known.text))
            return None
        made = dated(made, known, self.today)
        self.found.pursued.append(made)
        return made

    def steps(self, goal: Goal, cells: Sequence[Sequence[str]]) -> None:
        """The steps under a goal; a line without words is none."""
        names = [self.fields[GoalStep].get(head.casefold(), "") for head in cells[0]]
        ours = {step.text.casefold(): step for step in self.known_steps if step.goal_id == goal.id}
        for line in cells[1:]:
            said = dict(zip(names, line, strict=False))
            if text := said.get("text"):
                new = GoalStep(id=uuid4().hex, goal_id=goal.id)
                self.found.steps.append(self._row(ours.pop(text.casefold(), new), said, goal.text))

    def _row(self, start: R, said: Mapping[str, str], goal: str) -> R:
        """A row with what a plan says of it; what cannot be used stays as it was."""
        row = start
        # First whether it is private: as long as it is, it takes no words.
        names = sorted(_NAMES[type(start)], key=lambda name: name != "is_private")
        for name in filter(said.__contains__, names):
            try:
                value = self._value(name, said[name])
                row = type(start).model_validate(row.model_dump() | {name: value})
            except (LookupError, ValueError):
                self._left(start, goal, name, said[name])
        return row

    def _left(self, row: Goal | GoalStep, goal: str | Message, name: str, value: str) -> None:
        called = type(row).called_field(name)
        self.found.problems.append(_UNUSED.filled(goal=goal, field=called, value=value[:80]))

    def _value(self, name: str, text: str) -> object:
        """What a text stands for in a field. Raises ValueError when that is not clear."""
        if name in self.words:
            return self.words[name][text.casefold()] if text else next(iter(self.words[name].values()))
        if not name.endswith("_on"):
            return text
        (read,) = read_days([text or None], _DAY_FIRST)
        if text and not isinstance(read.value, date):
            raise ValueError(text)
        return read.value


def _opened(file: str, content: bytes) -> Any:
    if not is_small_document(content):
        raise _no_plan(file)
    try:
        return Document(io.BytesIO(content))
    except (OpcError, LookupError, ValueError, SyntaxError, AttributeError) as error:
        raise _no_plan(file) from error


def _no_plan(file: str) -> FileRefused:
    message = say(
        "{file} is no development plan of a pair in this programme. Choose the .docx that was made here."
    )
    return FileRefused("NO_PLAN", message.filled(file=file))


def _mark_of(table: Any) -> str:
    found = table._tbl.tblPr.find(qn("w:tblCaption"))
    return "" if found is None else str(found.get(qn("w:val"), ""))
