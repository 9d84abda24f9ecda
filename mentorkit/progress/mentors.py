"""What mentors give, talks and hours as far as they were noted, and what is asked next to their offer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mentorkit.frames import Snapshot
from mentorkit.model import Application, Meeting, Pair
from mentorkit.model.fields import NAMED_BY, ROOM
from mentorkit.progress.known import known_pairs

USUAL_MINUTES = 60
"""Minutes of a talk when neither the talk nor the programme tells. Our own heuristic."""

_MONTH = 365.25 / 12


@dataclass(frozen=True)
class Given:
    """What one mentor gave until a day: pairs, talks held, and their minutes.

    `untold` counts the talks of which nobody told how long they took; `estimated` are their minutes, as long
    as the programme plans a talk. `since` is when the first pair was confirmed.
    """

    mentor: str
    pairs: int
    talks: int
    minutes: int
    untold: int
    estimated: int
    since: date
    until: date

    @property
    def hours(self) -> float:
        """Hours, rounded to quarters: told minutes and estimated ones."""
        return round((self.minutes + self.estimated) / 15) / 4


@dataclass(frozen=True)
class Load:
    """What is asked of one mentor in a month, next to what the mentor offered; None where nothing was told.

    `asked` and `offered` are hours a month, `mentees` and `room` people; `elsewhere` and `asked_elsewhere`
    are mentees and hours in other programmes on this computer.
    """

    mentor: str
    mentees: int
    room: int | None
    asked: float
    offered: float | None
    elsewhere: int = 0
    asked_elsewhere: float = 0.0

    @property
    def is_over(self) -> bool:
        """Whether more is asked than was offered, here and elsewhere together."""
        too_many = self.room is not None and self.mentees > self.room
        hours = self.asked + self.asked_elsewhere
        return too_many or (self.offered is not None and hours > self.offered + 1e-9)


def given_by(snapshot: Snapshot, today: date) -> tuple[Given, ...]:
    """What every mentor of a pair gave, by the ids of mentors; what has a later day is not in it."""
    usual = snapshot.programme.framework.talk_minutes or USUAL_MINUTES
    talks: dict[str, list[Meeting]] = defaultdict(list)
    for one in snapshot.rows(Meeting):
        if one.is_held and one.day <= today:
            talks[one.pair_id].append(one)
    pairs: dict[str, list[Pair]] = defaultdict(list)
    for pair in snapshot.rows(Pair):
        if pair.confirmed_on <= today:
            pairs[pair.mentor_id].append(pair)
    found = []
    for mentor, theirs in sorted(pairs.items()):
        held = [one for pair in theirs for one in talks[pair.id]]
        told = [one.minutes for one in held if one.minutes is not None]
        untold = len(held) - len(told)
        since = min(pair.confirmed_on for pair in theirs)
        until = today if any(pair.ended_on is None for pair in theirs) else _last(theirs, today)
        found.append(Given(mentor, len(theirs), len(held), sum(told), untold, untold * usual, since, until))
    return tuple(found)


def loads(snapshot: Snapshot, today: date, others: Iterable[Snapshot] = ()) -> tuple[Load, ...]:
    """The load of every mentor who signed up or has a pair, by the ids of mentors.

    In `others` the same person is known by e-mail address.
    """
    asked = _asked(snapshot, today)
    elsewhere: dict[str, tuple[int, float]] = {}
    for other in others:
        mails = _mails(other)
        for mentor, (count, hours) in _asked(other, today).items():
            if mail := mails.get(mentor):
                before = elsewhere.get(mail, (0, 0.0))
                elsewhere[mail] = (before[0] + count, before[1] + hours)
    offers = {one.person_id: one for one in snapshot.rows(Application) if one.role == "mentor"}
    mails, found = _mails(snapshot), []
    for mentor in sorted({*offers, *asked}):
        offer, (count, hours) = offers.get(mentor), asked.get(mentor, (0, 0.0))
        room, offered = (getattr(offer, ROOM), offer.hours_per_month) if offer else (None, None)
        beside = elsewhere.get(mails.get(mentor, ""), (0, 0.0))
        found.append(Load(mentor, count, room, hours, offered, *beside))
    return tuple(found)


def _asked(snapshot: Snapshot, today: date) -> dict[str, tuple[int, float]]:
    """Mentees and hours a month of each mentor, of the pairs that are together and their rhythm."""
    minutes = snapshot.programme.framework.talk_minutes or USUAL_MINUTES
    found: dict[str, tuple[int, float]] = {}
    for one in known_pairs(snapshot, today):
        talks = _MONTH / one.interval_days
        count, hours = found.get(one.pair.mentor_id, (0, 0.0))
        found[one.pair.mentor_id] = (count + 1, hours + talks * minutes / 60)
    return found


def _mails(snapshot: Snapshot) -> Mapping[str, str]:
    people = snapshot.people.select("id", NAMED_BY[0]).iter_rows()
    return {person: mail.strip().casefold() for person, mail in people if mail}


def _last(pairs: Iterable[Pair], today: date) -> date:
    return min(today, max(pair.ended_on or today for pair in pairs))
