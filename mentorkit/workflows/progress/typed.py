"""What was filled in about endings and support, as the days, sides and people that it stands for."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import SIDES, Changes
from mentorkit.model.closure import CLOSING_POINTS
from mentorkit.progress.closing import Ending
from mentorkit.text import say
from mentorkit.workflows.intake.days import typed_day
from mentorkit.workflows.progress import closing, support

Given = Mapping[str, Any]


def typed_end(snapshot: Snapshot, pair: str, given: Given, today: date) -> Changes:
    """How a pair ends: `day` (today when empty), `kind`, `asked_by`, `reason`, and which sides go on."""
    ending = Ending(
        typed_day(given["day"]) or today,
        given["kind"],
        given["asked_by"],
        given["reason"],
        frozenset(side for side in SIDES if given[f"{side}_goes_on"]),
    )
    return closing.end_pairs(snapshot, [pair], ending, today)


def typed_closing(snapshot: Snapshot, pair: str, given: Given, today: date) -> Changes:
    """The closing talk of a pair: `planned` and `held` on a day or not, and which points are ticked."""
    days = typed_day(given["planned"], "planned"), typed_day(given["held"], "held")
    points = [key for key in CLOSING_POINTS if given[key]]
    return closing.plan_closing(snapshot, pair, days, points, today)


def typed_pause(snapshot: Snapshot, pair: str, given: Given, today: date) -> Changes:
    """A pause `starts_on` a day (today when empty) and `ends_on` one, or until further notice."""
    first = typed_day(given["starts_on"], "starts_on") or today
    return closing.pause_pair(snapshot, pair, first, typed_day(given["ends_on"], "ends_on"))


def typed_fit(snapshot: Snapshot, pair: str, given: Given, today: date) -> Changes:
    """What each side says of the fit; a side without an answer is left as it was."""
    said = {side: given[side] for side in SIDES if given[side]}
    if not said:
        raise NotLawful(say("Choose what at least one of the two says."), "mentee")
    return closing.note_fit(snapshot, pair, said, today)


def typed_issue(snapshot: Snapshot, given: Given, today: date) -> Changes:
    """A point of support: the `pair`, its `kind`, who takes it up and the next day."""
    day = typed_day(given["next_on"], "next_on")
    return support.note_issue(snapshot, given["pair"], given["kind"], given["owner"], day, today)


def typed_follow_up(snapshot: Snapshot, issue: str, given: Given) -> Changes:
    """How far a point of support is: its state, who takes it up, the next day, and to whom it is referred."""
    day = typed_day(given["next_on"], "next_on")
    return support.follow_up_issue(snapshot, issue, **{**given, "next_on": day})


def typed_intervision(snapshot: Snapshot, given: Given) -> Changes:
    """A meeting of mentors on a `day`: for all `mentors` or one, expected, there or not."""
    return support.set_intervision(
        snapshot, given["mentors"] or (), typed_day(given["day"]), given["was_there"]
    )
