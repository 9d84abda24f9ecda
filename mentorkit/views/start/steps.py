"""How far each pair is between its confirmation and its first talk, as it is read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.model import SIDES, TextKey
from mentorkit.progress.beginning import YES, Beginning, beginnings
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.start.two import Two, pairs_at_start
from mentorkit.views.table import each

STAGES: Mapping[str, Message] = {
    "introduce": say("To introduce"),
    "answer": say("A yes or no to come"),
    "expect": say("Expectations to come"),
    "talk": say("First talk to come"),
    "sign": say("Agreement to sign"),
    "goal": say("First goal to come"),
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


@dataclass(frozen=True)
class Started:
    """A pair with how far it is."""

    two: Two
    at: Beginning

    def done(self) -> Iterator[Message]:
        """The steps that were taken, in words."""
        days, first = self.at.days, self.two.first
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
    far = beginnings(snapshot, today)
    return tuple(Started(two, far[two.pair.id]) for two in pairs_at_start(snapshot))


def start_headline(found: Sequence[Started]) -> list[Message]:
    """How many pairs had their first talk, and what waits; or what comes first."""
    if not found:
        return [
            say("No pair is confirmed yet."),
            say("Confirm pairs on the page Pairing. Then you introduce them to each other here."),
        ]
    n, talked = len(found), sum("talked" in one.at.days for one in found)
    late = sum(one.at.late is not None for one in found)
    first = say_count("{talked} of {n} pair talked.", "{talked} of {n} pairs talked.", n, talked=talked)
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
    return tuple(one for one in found if shown in ("all", one.at.stage) or (shown == "late" and one.at.late))


def lists_of(found: Sequence[Started], speak: Speaker) -> dict[str, str]:
    """The lists that hold a pair and all pairs, by what each is called with its count."""
    names: dict[str, Message] = {"late": say("Late"), **STAGES, "all": say("All pairs")}
    counts = {key: len(of_stage(found, key)) for key in names}
    late = {key: sum(one.at.late is not None for one in of_stage(found, key)) for key in STAGES}
    return {
        f"{speak(names[key])} ({speak(_counted(n, late.get(key, 0)))})": key for key, n in counts.items() if n
    }


def first_list(found: Sequence[Started]) -> str:
    """The list to begin with: the first step for which something is to be done now."""
    return next((one for one in STAGES if any(it.at.stage == one and it.at.is_due for it in found)), "all")


def how_far(one: Started, shown: str, speak: Speaker) -> Markup:
    """What comes next for a pair unless the list says so, the steps it took, and what is late."""
    done = " · ".join(map(speak, one.done()))
    parts = [speak(STAGES[one.at.stage])] if shown != one.at.stage else []
    late = [Markup('<strong class="mk-wrong">{}</strong>').format(speak(one.at.late))] if one.at.late else []
    return each(Markup("<div>{}</div>"), [*parts, *filter(None, [done]), *late])


def _counted(n: int, late: int) -> Message:
    return say("{n}, {late} late", n=n, late=late) if late else say("{n}", n=n)
