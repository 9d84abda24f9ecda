"""Noting talks and contacts: one at a time, or a week of many pairs at once."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from mentorkit.documents.calendar_witness import LoggedTalks
from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import Change, Changes, CheckIn, Delete, Meeting, Outcome, Side
from mentorkit.model.change import kept
from mentorkit.model.row import id_of
from mentorkit.progress.weeks import monday_of
from mentorkit.text import say
from mentorkit.workflows.intake.days import typed_day

_FRIDAY = timedelta(days=4)

Noted = Mapping[str, Any]
"""What is noted of a talk: its `state` (held, not_held, unknown) and the optional fields of a Meeting."""


def log_meeting(snapshot: Snapshot, pair: str | None, typed: str, noted: Noted, today: date) -> Changes:
    """Note one talk of a pair on the day that was typed, today when none was.

    Raises NotLawful without a pair, for what is no day and for a day that is still to come, each with the
    field it is about.
    """
    if not pair:
        raise NotLawful(say("Choose the pair that it is about first."), "pair")
    day = typed_day(typed) or today
    if day > today:
        early = say("{day} is still to come. Note a talk once it took place or did not.", day=day)
        raise NotLawful(early, "day")
    row = _meeting(id_of(pair, day.isoformat()), pair, day, noted)
    return Changes("talk", kept(snapshot.rows(Meeting), [row]))


def log_weeks(snapshot: Snapshot, noted: Mapping[tuple[str, date], Noted], today: date) -> Changes:
    """Note what is known of weeks, by pair and the Monday of the week; what stands so already is no change.

    Unknown takes back what was noted of that week. A talk of which the day is known keeps it.
    Raises NotLawful when there is nothing to note.
    """
    if not noted:
        raise NotLawful(say("Nothing was changed in the weeks yet."), "weeks")
    known: dict[tuple[str, date], list[Meeting]] = {}
    for row in sorted(snapshot.rows(Meeting), key=lambda one: (not one.is_held, one.day, one.id)):
        known.setdefault((row.pair_id, monday_of(row.day)), []).append(row)
    items = (
        change
        for (pair, monday), what in noted.items()
        for change in _week(pair, monday, what, known.get((pair, monday), []), today)
    )
    return Changes("talk", tuple(items))


def log_talks(snapshot: Snapshot, found: LoggedTalks) -> Changes:
    """Note talks that came from a list, each on its own day; what is told already is no change.

    What a list does not tell of a talk stays as it was noted. A talk that was noted by the week, on its
    Friday, gets the day that the list gives. Where only a calendar tells of a talk, nothing changes in a
    week of which something was noted.
    """
    known = {one.id: one for one in snapshot.rows(Meeting)}
    noted = {_week_of(one) for one in known.values()} if found.is_witness else set()
    talks = [one for one in found.talks if _week_of(one) not in noted]
    new = {_week_of(one) for one in talks if one.id not in known}
    named = {one.id for one in talks}
    fridays = (one for one in known.values() if one.day == monday_of(one.day) + _FRIDAY)
    gone = (one for one in fridays if _week_of(one) in new and one.id not in named)
    rows = [_told_with(known.get(one.id), one) for one in talks]
    return Changes("talk", (*kept(known.values(), rows), *map(Delete, gone)))


def log_contact(
    pair: str, side: Side, outcome: Outcome, again_in: int | None, snapshot: Snapshot, today: date
) -> Changes:
    """Note that the coordinator spoke with one of a pair today, with what came of it.

    `again_in` are the days after which the pair comes back, None for the usual rhythm. A second contact
    with the same person on a day takes the place of the first.
    """
    again = None if again_in is None else today + timedelta(days=again_in)
    told: Any = {"pair_id": pair, "side": side, "day": today, "outcome": outcome, "look_again_on": again}
    row = CheckIn(id=id_of(pair, side, today.isoformat()), **told)
    return Changes("check_in", kept(snapshot.rows(CheckIn), [row]))


def _week(pair: str, monday: date, noted: Noted, known: list[Meeting], today: date) -> Iterator[Change]:
    """What makes one week of a pair as it was noted: one talk of the week stays, the others go."""
    stays, gone = (known[:1], known[1:]) if noted["state"] != "unknown" else ([], known)
    yield from map(Delete, gone)
    if noted["state"] != "unknown":
        day = stays[0].day if stays else min(monday + _FRIDAY, max(today, monday))
        own = stays[0].id if stays else id_of(pair, day.isoformat())
        yield from kept(stays, [_meeting(own, pair, day, noted)])


def _meeting(own: str, pair: str, day: date, noted: Noted) -> Meeting:
    more = {key: value for key, value in noted.items() if key != "state"}
    return Meeting(id=own, pair_id=pair, day=day, is_held=noted["state"] == "held", **more)


def _week_of(talk: Meeting) -> tuple[str, date]:
    return talk.pair_id, monday_of(talk.day)


def _told_with(known: Meeting | None, now: Meeting) -> Meeting:
    """A talk with what was known of it and is not told now."""
    if known is None or known.is_held != now.is_held:
        return now
    told = now.model_dump(exclude_none=True, exclude={"revision"})
    return known.model_copy(update=told)
