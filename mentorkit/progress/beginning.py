"""How far a pair is between its confirmation and its first talk, what comes next, and what is late."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mentorkit.frames import Snapshot, rows_of
from mentorkit.model import Expectation, Goal, Pair, Side, StartStep, StepKind
from mentorkit.text import Message, say

Stage = Literal["introduce", "answer", "expect", "talk", "sign", "goal", "under_way"]

ANSWER_DAYS, TALK_DAYS = 7, 14
"""Days after which it is late: to be introduced, to answer, and to have talked. Our own heuristic."""

YES: Mapping[Side, StepKind] = {"mentee": "mentee_agreed", "mentor": "mentor_agreed"}
"""The step in which each side says yes."""

NEXT: Mapping[str, str] = {
    "introduce": "introduced",
    "answer": "both_agreed",
    "expect": "planned",
    "talk": "planned",
    "sign": "signed",
}
"""What is usually noted next of a pair in a stage, by its name among what can happen."""

_UNSIGNED, _AIMLESS = say("talked on {day}, agreement not signed"), say("talked on {day}, no goal yet")
_LACKS: Mapping[Stage, Message] = {"sign": _UNSIGNED, "goal": _AIMLESS}


@dataclass(frozen=True)
class Beginning:
    """The days of the steps of one pair, how many of both `told` what they expect, and how many goals it has.

    A pair is under way once it talked, signed and set a goal.
    """

    days: Mapping[StepKind, date]
    confirmed_on: date
    told: int
    goal_count: int
    today: date

    @property
    def stage(self) -> Stage:
        """What comes next; what was skipped is not asked for once a later step was taken."""
        if "talked" in self.days:
            signed: Stage = "under_way" if self.goal_count else "goal"
            return signed if "signed" in self.days else "sign"
        if self._agreed_on:
            is_told = self.told == len(YES) or "planned" in self.days
            return "talk" if is_told else "expect"
        return "answer" if self.days else "introduce"

    @property
    def late(self) -> Message | None:
        """What takes longer than it should, None when nothing does."""
        planned, talked = self.days.get("planned"), self.days.get("talked")
        since = _days(min(self.days.values(), default=None), self.today)
        if self.stage == "introduce":
            waits = _days(self.confirmed_on, self.today)
            return say("confirmed {n} days ago", n=waits) if waits >= ANSWER_DAYS else None
        if self.stage == "answer":
            return say("no answer for {n} days", n=since) if since >= ANSWER_DAYS else None
        if talked:
            lacks = _LACKS.get(self.stage) if _days(talked, self.today) >= TALK_DAYS else None
            return lacks.filled(day=talked) if lacks else None
        if planned:
            return say("planned for {day}: did they talk?", day=planned) if planned < self.today else None
        return say("no first talk after {n} days", n=since) if since >= TALK_DAYS else self._late_to_tell

    @property
    def is_due(self) -> bool:
        """Whether the text of its stage is to be sent now: nobody is reminded before it is late."""
        return self.stage in ("introduce", "expect") or self.late is not None

    @property
    def _agreed_on(self) -> date | None:
        """The day on which the last of both said yes."""
        said = [self.days[step] for step in YES.values() if step in self.days]
        return max(said) if len(said) == len(YES) else None

    @property
    def _late_to_tell(self) -> Message | None:
        waits = _days(self._agreed_on, self.today) if self.stage == "expect" else 0
        return say("both said yes {n} days ago", n=waits) if waits >= ANSWER_DAYS else None


def beginnings(snapshot: Snapshot, today: date) -> dict[str, Beginning]:
    """How far each pair is that has not ended, by its id."""
    days: dict[str, dict[StepKind, date]] = {}
    for step in snapshot.rows(StartStep):
        days.setdefault(step.pair_id, {})[step.kind] = step.day
    told = Counter(row.pair_id for row in snapshot.rows(Expectation))
    goals = Counter(row.pair_id for row in snapshot.rows(Goal))
    return {
        pair.id: Beginning(days.get(pair.id, {}), pair.confirmed_on, told[pair.id], goals[pair.id], today)
        for pair in rows_of(snapshot.active_pairs, Pair)
    }


def _days(day: date | None, today: date) -> int:
    return (today - day).days if day else 0
