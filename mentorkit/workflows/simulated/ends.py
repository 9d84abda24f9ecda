"""How a simulated pair ends: in time or early, by whose wish, and for what reason."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from numpy.random import Generator

from mentorkit.model import Closure
from mentorkit.model.closure import CLOSING_POINTS, NO_REPEAT, AskedBy, ClosureReason
from mentorkit.model.row import id_of
from mentorkit.workflows.simulated.fates import Fate
from mentorkit.workflows.simulated.rates import Trouble
from mentorkit.workflows.simulated.truth import Noted

_REASONS: Mapping[Trouble | None, tuple[tuple[AskedBy, ClosureReason], ...]] = {
    "never_starts": (("coordinator", "lost_contact"), ("mentee", "time"), ("mentor", "time")),
    "silent": (("coordinator", "faded"), ("mentor", "lost_contact"), ("both", "faded")),
    "one_sided": (("mentor", "needs"), ("mentor", "untold"), ("mentee", "time")),
    "overload": (("mentor", "time"), ("mentor", "time"), ("mentee", "needs")),
    "unhappy": (("mentee", "no_click"), ("mentor", "no_click"), ("mentee", "untold")),
    None: (("circumstances", "moved"), ("circumstances", "personal"), ("both", "goals_met")),
}
"""Whose wish it is and why, each as often. Time, a move and lost contact lead, after STAR project 2017."""

_TALK_PLANNED, _TALK_HELD = 0.7, 0.8
_PLANNED_AHEAD, _TALK_AHEAD = timedelta(days=40), timedelta(days=10)


def ending_of(fate: Fate, ended_on: date, rng: Generator) -> Iterator[Noted]:
    """The closing as it was prepared and as it became, and the pair that ended."""
    is_early = fate.ended_on is not None
    reasons = _REASONS[fate.trouble]
    asked_by, reason = reasons[int(rng.integers(len(reasons)))] if is_early else (None, "term")
    is_planned, is_held = rng.random(2) < (_TALK_PLANNED, _TALK_HELD)
    talk_on = ended_on - _TALK_AHEAD
    own = {
        "id": id_of(fate.pair.id, "closing"),
        "pair_id": fate.pair.id,
        "kind": "early" if is_early else "planned",
    }
    prepared = Closure.model_validate({**own, "talk_planned_on": talk_on if is_planned else None})
    if is_planned and not is_early:
        yield ended_on - _PLANNED_AHEAD, prepared
    done = {"talk_held_on": talk_on, "points": tuple(CLOSING_POINTS)} if is_planned and is_held else {}
    told = {"ended_on": ended_on, "asked_by": asked_by, "reason": reason}
    yield ended_on, prepared.model_copy(update={**told, **done})
    has_failed = is_early and reason in NO_REPEAT
    yield ended_on, fate.pair.model_copy(update={"ended_on": ended_on, "has_failed": has_failed})
