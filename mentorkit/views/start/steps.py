"""How far each pair is between its confirmation and its first talk, what comes next, and which is late."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.model import Side, StartStep, StepKind, TextKey
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.start.two import SIDES, Two, pairs_at_start
from mentorkit.views.table import each

Stage = Literal["introduce", "answer", "expect", "talk", "sign", "under_way"]

STAGES: Mapping[str, Message] = {
    "introduce": say("To introduce"),
    "answer": say("A yes or no to come"),
    "expect": say("Expectations to come"),
    "talk": say("First talk to come"),
    "sign": say("Agreement to sign"),
    "under_way": say("Under way"),
}
"""What comes next for a pair, in the order of a good start."""

WRITES: Mapping[str, TextKey] = {
    "introduce": "introduction",
    "answer": "no_answer",
    "expect": "expectations",
    "talk": "no_talk",
}
"""The text that brings a pair on."""

ANSWER_DAYS, TALK_DAYS = 7, 14
"""Days after which it is late: to be introduced, to answer, and to have talked. Our own heuristic."""

YES: Mapping[Side, StepKind] = {"mentee": "mentee_agreed", "mentor": "mentor_agreed"}
"""The step in which each side says yes."""


@dataclass(frozen=True)
class Started:
    """A pair with the days of its steps, and what is late about it today."""

    two: Two
    days: Mapping[StepKind, date]
    today: date

    @property
    def stage(self) -> Stage:
        """What comes next; what was skipped is not asked for once a later step was taken."""
        if "talked" in self.days:
            return "under_way" if "signed" in self.days else "sign"
        if self._agreed_on:
            is_told = len(self.two.expects) == len(SIDES) or "planned" in self.days
            return "talk" if is_told else "expect"
        return "answer" if self.days else "introduce"

    @property
    def late(self) -> Message | None:
        """What takes longer than it should, None when nothing does."""
        planned, talked = self.days.get("planned"), self.days.get("talked")
        since = _days(min(self.days.values(), default=None), self.today)
        if self.stage == "introduce":
            waits = _days(self.two.pair.confirmed_on, self.today)
            return say("confirmed {n} days ago", n=waits) if waits >= ANSWER_DAYS else None
        if self.stage == "answer":
            return say("no answer for {n} days", n=since) if since >= ANSWER_DAYS else None
        if talked:
            is_late = self.stage == "sign" and _days(talked, self.today) >= TALK_DAYS
            return say("talked on {day}, agreement not signed", day=talked) if is_late else None
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

    def done(self) -> Iterable[Message]:
        """The steps that were taken, in words."""
        days, first = self.days, {side: called for side, (_, called) in self.two.reach.items()}
        if "introduced" in days:
            yield say("introduced on {day}", day=days["introduced"])
        if agreed := [first[side] for side, step in YES.items() if step in days]:
            yield say("yes from {names}", names=agreed)
        if told := [first[side] for side in SIDES if side in self.two.expects]:
            yield say("expectations of {names}", names=told)
        if "talked" in days:
            yield say("talked on {day}", day=days["talked"])
        elif "planned" in days:
            yield say("first talk on {day}", day=days["planned"])
        if "signed" in days:
            yield say("agreement signed")


def pairs_started(snapshot: Snapshot, today: date) -> tuple[Started, ...]:
    """Every pair that has not ended with its steps, by the name of the mentee."""
    days: dict[str, dict[StepKind, date]] = {}
    for row in snapshot.rows(StartStep):
        days.setdefault(row.pair_id, {})[row.kind] = row.day
    return tuple(Started(two, days.get(two.pair.id, {}), today) for two in pairs_at_start(snapshot))


def start_headline(found: Sequence[Started]) -> list[Message]:
    """How many pairs had their first talk, and what waits; or what comes first."""
    if not found:
        return [
            say("No pair is confirmed yet."),
            say("Confirm pairs on the page Pairing. Then you introduce them to each other here."),
        ]
    talked = sum("talked" in one.days for one in found)
    late = sum(one.late is not None for one in found)
    first = say_count(
        "{talked} of {n} pair talked.", "{talked} of {n} pairs talked.", len(found), talked=talked
    )
    behind = say_count("{n} is late.", "{n} are late.", late) if late else say("None is late.")
    unknown = sum(not all(address for address, _ in one.two.reach.values()) for one in found)
    missing = say_count(
        "Of {n} pair an e-mail address is missing; its text is to be copied.",
        "Of {n} pairs an e-mail address is missing; their texts are to be copied.",
        unknown,
    )
    return [say("{first} {behind}", first=first, behind=behind), *([missing] if unknown else [])]


def of_stage(found: Sequence[Started], shown: str) -> tuple[Started, ...]:
    """The pairs of a list: those of a stage, those that are late, or all."""
    return tuple(one for one in found if shown in ("all", one.stage) or (shown == "late" and one.late))


def lists_of(found: Sequence[Started], speak: Speaker) -> dict[str, str]:
    """The lists that hold a pair and all pairs, by what each is called with its count."""
    names: dict[str, Message] = {"late": say("Late"), **STAGES, "all": say("All pairs")}
    counts = {key: len(of_stage(found, key)) for key in names}
    late = {key: sum(one.late is not None for one in of_stage(found, key)) for key in STAGES}
    return {
        f"{speak(names[key])} ({speak(_counted(n, late.get(key, 0)))})": key for key, n in counts.items() if n
    }


def first_list(found: Sequence[Started]) -> str:
    """The list to begin with: the first step for which something is to be done now."""
    return next((one for one in STAGES if any(it.stage == one and it.is_due for it in found)), "all")


def how_far(one: Started, shown: str, speak: Speaker) -> Markup:
    """What comes next for a pair unless the list says so, the steps it took, and what is late."""
    done = " · ".join(map(speak, one.done()))
    parts = [speak(STAGES[one.stage])] if shown != one.stage else []
    late = [Markup('<strong class="mk-wrong">{}</strong>').format(speak(one.late))] if one.late else []
    return each(Markup("<div>{}</div>"), [*parts, *filter(None, [done]), *late])


def _counted(n: int, late: int) -> Message:
    return say("{n}, {late} late", n=n, late=late) if late else say("{n}", n=n)


def _days(day: date | None, today: date) -> int:
    return (today - day).days if day else 0
