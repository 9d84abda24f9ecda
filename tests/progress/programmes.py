"""Made-up programmes under way, and one pair as it is known on a day."""

import random
from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from mentorkit.frames import Snapshot
from mentorkit.model import (
    CheckIn,
    Closure,
    FitCheck,
    Framework,
    Goal,
    GoalLevel,
    Meeting,
    Pair,
    Pause,
    Programme,
    Promise,
    Pulse,
    Row,
    StartStep,
)
from mentorkit.model.codes import new_code
from mentorkit.progress.background import Background
from mentorkit.progress.known import KnownPair

TODAY = date(2026, 12, 1)
STARTED = date(2026, 6, 1)


def day(after: int) -> date:
    return STARTED + timedelta(days=after)


def pair(number: int = 1, **more: Any) -> Pair:
    told = {"mentee_id": f"e{number}", "mentor_id": f"m{number}", "score": 0.8, "decision_id": "d1"}
    return Pair(**{"id": f"k{number:02}", "confirmed_on": STARTED, **told, **more})


def meeting(after: int, is_held: bool = True, of: str = "k01", **more: Any) -> Meeting:
    return Meeting(id=f"{of}-{after}", pair_id=of, day=day(after), is_held=is_held, **more)


def contact(after: int, outcome: Any = "fine", of: str = "k01", **more: Any) -> CheckIn:
    told: dict[str, Any] = {"side": "mentee", **more}
    return CheckIn(id=f"{of}-c{after}", pair_id=of, day=day(after), outcome=outcome, **told)


def step(after: int, kind: Any, of: str = "k01") -> StartStep:
    return StartStep(id=f"{of}-{kind}", pair_id=of, kind=kind, day=day(after))


CODES = [new_code(random.Random(seed)) for seed in range(200)]  # noqa: S311 -- codes of nobody


def pulse(after: int, side: Any = "mentee", answered_after: int | None = None, **more: Any) -> Pulse:
    told = {"occasion": "rhythm", "code": CODES[after % 200], "pair_id": "k01", **more}
    answered_on = None if answered_after is None else day(answered_after)
    own = told.pop("own", f"{told['pair_id']}-{side}-{after}")
    return Pulse(id=own, side=side, asked_on=day(after), answered_on=answered_on, **told)


def fit(after: int, said: Any, side: Any = "mentee") -> FitCheck:
    return FitCheck(id=f"f{after}", pair_id="k01", side=side, day=day(after), fit=said)


def goal(own: str = "g1", **more: Any) -> Goal:
    return Goal(**{"id": own, "pair_id": "k01", "text": "Lead a meeting", **more})


def level(after: int, reached: int, of: str = "g1") -> GoalLevel:
    return GoalLevel(id=f"{of}-{after}", goal_id=of, noted_on=day(after), reached=reached)


def rest(after: int, own: str = "r1", until: int | None = None) -> Pause:
    return Pause(id=own, pair_id="k01", starts_on=day(after), ends_on=None if until is None else day(until))


def programme(*rows: Row, interval: int | None = 30) -> Snapshot:
    framework = Framework(meeting_interval_days=interval)
    return Snapshot.of(Programme(id="g1", name="Under way", framework=framework), rows)


def known(today: int, *rows: Row | Background | date, **more: Any) -> KnownPair:
    """One pair so many days after its start, with a talk planned every 30 days from day 10 on.

    A date among the rows is its planned end; goals count as noted in the programme where its ground says so.
    """
    of: dict[type, list[Any]] = defaultdict(list)
    for one in rows:
        of[type(one)].append(one)
    told: dict[str, Any] = {
        "pair": pair(),
        "today": day(today),
        "started_on": STARTED,
        "interval_days": 30,
        "planned": tuple(day(10 + 30 * talk) for talk in range(24)),
        "moments": tuple(day(after) for after in (10, 24, *range(54, 700, 30))),
        "meetings": tuple(sorted(of[Meeting], key=lambda one: one.day)),
        "contacts": tuple(sorted(of[CheckIn], key=lambda one: one.day)),
        "steps": {one.kind: one.day for one in of[StartStep]},
        "ends_on": next(iter(of[date]), None),
        "pulses": tuple(of[Pulse]),
        "goals": tuple(of[Goal]),
        "levels": tuple(sorted(of[GoalLevel], key=lambda one: one.noted_on)),
        "closing": next(iter(of[Closure]), None),
        "fits": tuple(of[FitCheck]),
        "pauses": tuple(of[Pause]),
        "promises": tuple(of[Promise]),
        "common": next(iter(of[Background]), Background(are_goals_noted=False)),
    }
    return KnownPair(**{**told, **more})


def made_up(
    seed: int, pairs: int = 12, days: int = 200, every: tuple[int, ...] = (14, 30)
) -> tuple[Row, ...]:
    """Pairs of every sort: steady, silent, one-sided, cancelling, unlogged, with contacts now and then."""
    chance = random.Random(seed)  # noqa: S311 -- made-up people
    rows: list[Row] = []
    for number in range(pairs):
        own = pair(number, confirmed_on=day(chance.randrange(60)))
        if chance.random() < 0.2:
            own = own.model_copy(
                update={"ended_on": own.confirmed_on + timedelta(days=chance.randrange(30, 150))}
            )
        rows.append(own)
        begins = (own.confirmed_on - STARTED).days
        if chance.random() < 0.5:
            rows.append(step(begins + chance.randrange(20), "signed", own.id))
        sort = chance.choice(("steady", "silent", "one_sided", "cancels"))
        for after in range(begins + chance.randrange(5, 15), days, chance.choice(every)):
            if chance.random() < 0.4 or (sort == "silent" and after > begins + 60):
                continue
            side = "mentor" if sort == "one_sided" else chance.choice(("mentee", "mentor", "both", None))
            is_held = sort != "cancels" or chance.random() < 0.4
            rows.append(meeting(after, is_held, own.id, initiative=side))
        for after in range(begins, days, 10):
            if chance.random() < 0.25:
                again = day(after + 7) if chance.random() < 0.3 else None
                outcome = chance.choice(("fine", "worry", "no_answer", "stop"))
                rows.append(contact(after, outcome, own.id, look_again_on=again))
    return tuple(rows)


def logged(rows: tuple[Row, ...], after: int) -> tuple[Row, ...]:
    """What stood in the file on a day: nothing with a later day."""
    return tuple(
        one for one in rows if not isinstance(one, Meeting | CheckIn | StartStep) or one.day <= day(after)
    )
