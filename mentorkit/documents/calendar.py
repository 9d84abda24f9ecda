"""Calendars to add to a diary: one for each pair, and one for the coordinator."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone

from mentorkit.documents.archive import zipped
from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import Country, Pair, Rhythm
from mentorkit.model.row import id_of
from mentorkit.progress import cadence
from mentorkit.progress.days_off import after_all_changes, days_off_before
from mentorkit.progress.known import by_pair
from mentorkit.text import Speaker, say
from mentorkit.views.start.two import Two, pairs_at_start, pairs_by_name

ZONES: Mapping[Country, str] = {"NL": "Europe/Amsterdam", "BE": "Europe/Brussels"}

CALENDARS = say("calendars.zip")

OURS = "@mentorkit"
"""How the name of every event of ours ends, by which it is known in a diary."""

_ZONE = """BEGIN:VTIMEZONE
TZID:{zone}
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
"""
"""The clock of both countries as a rule that never ends: some programs read no list of single changes."""

_TALK_MINUTES = 60
_DAY_BEFORE, _AT_NINE = timedelta(days=-1), timedelta(hours=9)
_ABOUT = say("Part of {programme}. Move it when another day suits you both better.")
_TALK = say("Talk of {mentee} and {mentor}")
_NOTE = say("Write each other a short note: how is it going?")
_LOOK_BACK = (say("Half-way: look back on your goals together"), say("The end: look back together"))
_TOLD = {
    "contact": (say("Ask how it is going: {names}"), say("Ask how it is going: {n} pairs")),
    "midway": (say("Half-way: {names}"), say("Half-way: {n} pairs")),
    "end": (say("The end: {names}"), say("The end: {n} pairs")),
}
"""What stands in the calendar of the coordinator, of one pair and of several."""


_Plan: TypeAlias = Callable[[Sequence[Rhythm], Container[date]], Mapping[Any, date]]


@dataclass(frozen=True)
class Diaries:
    """The calendars of a programme as it is now; `now` has a time zone, and is when they are made.

    Whoever adds a later one to the same diary has every talk once: it keeps its name there, and its number of
    changes goes up with every change of the programme. Pairs without a rhythm have no calendar; what was
    planned after the end of a pair is taken back.
    """

    snapshot: Snapshot
    now: datetime
    speak: Speaker

    @cached_property
    def all_rhythms(self) -> Mapping[str, Sequence[Rhythm]]:
        """The rhythms of each pair, by its id, also those that hold no more."""
        return by_pair(self.snapshot.rows(Rhythm))

    @cached_property
    def rhythms(self) -> Mapping[str, Sequence[Rhythm]]:
        """The rhythms in force of each pair, by its id; the earliest first."""
        return {pair: cadence.in_force(known) for pair, known in self.all_rhythms.items()}

    @cached_property
    def off(self) -> Mapping[Country, frozenset[date]]:
        """The days on which nobody talks, by country."""
        return after_all_changes(self.off_before)

    @cached_property
    def off_before(self) -> Mapping[Country, Mapping[int, frozenset[date]]]:
        """The same after each change of the breaks that there are now, by its number; 0 without any."""
        return days_off_before(self.snapshot, self.now.date())

    @cached_property
    def talks(self) -> Mapping[str, tuple[cadence.Talk, ...]]:
        """The talks of each pair with a rhythm that has not ended, by its id."""
        return {
            pair: cadence.planned_talks(rhythms, self.off[rhythms[0].country])
            for pair, rhythms in self.rhythms.items()
            if pair not in self.ends
        }

    @cached_property
    def ends(self) -> Mapping[str, date]:
        """When each pair that has ended did, by its id."""
        return {one.id: one.ended_on for one in self.snapshot.rows(Pair) if one.ended_on}

    @cached_property
    def stopped(self) -> tuple[Two, ...]:
        """The pairs that ended while diaries still hold what was to come after today."""
        last, today = {pair: rhythms[-1].ends_on for pair, rhythms in self.rhythms.items()}, self.now.date()
        left = {pair for pair, day in self.ends.items() if last.get(pair, day) > max(day, today)}
        ended = [one for one in self.snapshot.rows(Pair) if one.id in left]
        return pairs_by_name(self.snapshot, ended) if ended else ()

    def of_pair(self, two: Two) -> bytes:
        """The .ics of a pair with a rhythm: its talks, a note every second Friday, and its evaluations."""
        pair, rhythms = two.pair.id, self.rhythms[two.pair.id]
        found = self._calendar(two.called, rhythms[0].country)
        told = {"talk": _TALK.filled(**two.names), "note": _NOTE}
        for state, planned in self._planned(pair, _of_pair).items():
            for (kind, number), day in planned.items():
                begins = self._moment(rhythms, day) if kind == "talk" else day
                said = self.speak(_LOOK_BACK[number] if kind == "evaluation" else told[kind])
                found.add_component(self._event(f"{pair}-{kind}-{number}", said, begins, state))
        return bytes(found.to_ical())

    def of_coordinator(self, pairs: Sequence[Two]) -> bytes:
        """The .ics with the days on which the coordinator speaks with pairs, and those of evaluations."""
        days: dict[tuple[str, int, date, str], list[str]] = defaultdict(list)
        for two in pairs:
            if two.pair.id in self.rhythms:
                for state, planned in self._planned(two.pair.id, _of_coordinator).items():
                    for moment in planned:
                        days[(*moment, state)].append(two.called)
        found = self._calendar(self.snapshot.programme.name, "NL")
        for (kind, number, day, state), names in sorted(days.items()):
            if state == "CONFIRMED" or (kind, number, day, "CONFIRMED") not in days:
                one, several = _TOLD[kind]
                said = one.filled(names=names) if len(names) == 1 else several.filled(n=len(names))
                uid = f"{self.snapshot.programme.id}-{kind}-{number}-{day}"
                found.add_component(self._event(uid, self.speak(said), day, state, names))
        return bytes(found.to_ical())

    def _planned(self, pair: str, plan: _Plan) -> Mapping[str, Mapping[Any, date]]:
        """What is planned of a pair with its day, and what was and is no more, by its state in a diary."""
        rhythms, country = self.rhythms[pair], self.rhythms[pair][0].country
        gone = cadence.withdrawn(self.all_rhythms[pair], self.off_before[country], plan)
        planned, end = plan(rhythms, self.off[country]), self.ends.get(pair, date.max)
        over = {event: day for event, day in planned.items() if day > end}
        left = {event: day for event, day in planned.items() if day <= end}
        return {"CONFIRMED": left, "CANCELLED": gone | over}

    def of_days(self, days: Sequence[tuple[date, str]]) -> bytes:
        """The .ics with something to do on each of these days; what is said makes its name there."""
        found = self._calendar(self.snapshot.programme.name, "NL")
        for day, said in days:
            found.add_component(self._event(id_of("ahead", day.isoformat(), said), said, day))
        return bytes(found.to_ical())

    def _calendar(self, called: str, country: Country) -> Calendar:
        found = Calendar()
        for name, value in (("PRODID", "-//mentorkit//"), ("VERSION", "2.0"), ("METHOD", "PUBLISH")):
            found.add(name, value)
        found.add("X-WR-CALNAME", called)
        found.add_component(Timezone.from_ical(_ZONE.format(zone=ZONES[country])))
        return found

    def _moment(self, rhythms: Sequence[Rhythm], day: date) -> datetime:
        """When a talk begins on a day, by the clock of the rhythm that it is in."""
        rhythm = cadence.rhythm_on(day, rhythms)
        return datetime.combine(day, time.fromisoformat(rhythm.starts_at), ZoneInfo(ZONES[rhythm.country]))

    def _event(
        self, uid: str, called: str, begins: date, state: str = "CONFIRMED", names: Sequence[str] = ()
    ) -> Event:
        """A talk when it begins at an hour, and otherwise a whole day that keeps nobody from other work."""
        event, programme = Event(), self.snapshot.programme
        is_talk = isinstance(begins, datetime)
        minutes = timedelta(minutes=programme.framework.talk_minutes or _TALK_MINUTES)
        about = self.speak(_ABOUT.filled(programme=programme.name))
        for name, value in (
            ("UID", f"{uid}{OURS}"),
            ("SEQUENCE", self.snapshot.number),
            ("DTSTAMP", self.now),
            ("SUMMARY", called),
            ("DESCRIPTION", "\n".join(names) or about),
            ("DTSTART", begins),
            ("DTEND", begins + (minutes if is_talk else timedelta(days=1))),
            ("STATUS", state),
            ("TRANSP", "OPAQUE" if is_talk else "TRANSPARENT"),
        ):
            event.add(name, value)
        if state == "CONFIRMED":
            event.add_component(_reminder(called, _DAY_BEFORE if is_talk else _AT_NINE))
        return event


def calendars(diaries: Diaries, pairs: Sequence[Two], tell: Callable[[int, int], None]) -> bytes:
    """A zip with the .ics of each pair that has a rhythm or stopped, and that of the coordinator.

    `tell` hears how many of how many are made.
    """

    def files() -> Iterator[tuple[str, bytes]]:
        for done, two in enumerate(found, 1):
            yield two.called, diaries.of_pair(two)
            tell(done, len(found))
        yield diaries.speak(say("Coordinator")), diaries.of_coordinator(found)

    found = [*(two for two in pairs if two.pair.id in diaries.talks), *diaries.stopped]
    return zipped("ics", files())


def calendar_files(
    snapshot: Snapshot, speak: Speaker, now: datetime, tell: Callable[[int, int], None]
) -> Iterator[tuple[str, bytes]]:
    """The calendars of all pairs, as one file with its name; raises NotLawful when no talk is planned."""
    diaries = Diaries(snapshot, now, speak)
    if not (diaries.talks or diaries.stopped):
        raise NotLawful(say("No talk is planned yet. Plan the talks on the page Start first."))
    yield speak(CALENDARS), calendars(diaries, pairs_at_start(snapshot), tell)


def _of_pair(rhythms: Sequence[Rhythm], off: Container[date]) -> dict[tuple[str, int], date]:
    """What stands in the calendar of a pair, by its kind and its number there."""
    first, last = rhythms[0].starts_on, rhythms[-1].ends_on
    talks = ((one.number, one.planned_on) for one in cadence.planned_talks(rhythms, off))
    kinds = {
        "talk": talks,
        "note": cadence.friday_notes(first, last, off),
        "evaluation": enumerate(cadence.evaluations(first, last, off)),
    }
    return {(kind, number): day for kind, events in kinds.items() for number, day in events}


def _of_coordinator(rhythms: Sequence[Rhythm], off: Container[date]) -> dict[tuple[str, int, date], date]:
    """What a pair brings into the calendar of the coordinator, by its kind, its number and its day."""
    span = rhythms[0].starts_on, rhythms[-1].ends_on, off
    moments = [("contact", n, day) for n, day in cadence.contact_moments(*span)]
    ends = zip(("midway", "end"), cadence.evaluations(*span), strict=True)
    return {moment: moment[2] for moment in (*moments, *((kind, 0, day) for kind, day in ends))}


def _reminder(called: str, before: timedelta) -> Any:
    alarm = Alarm()
    for name, value in (("ACTION", "DISPLAY"), ("DESCRIPTION", called), ("TRIGGER", before)):
        alarm.add(name, value)
    return alarm
