"""Calendars: read back by two readers, the same hour in winter and summer, every name whole."""

import io
import zipfile
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from mentorkit.documents.calendar import ZONES, Diaries, calendars
from mentorkit.frames import Snapshot
from mentorkit.model import Framework, Pair
from mentorkit.model.rhythm import Rhythm, SchoolBreak
from mentorkit.progress.known import known_pairs
from mentorkit.text import LANGUAGES, speaker
from mentorkit.views.start.two import pairs_at_start
from tests.documents.ics import Part, moment, read_calendar, text
from tests.workflows.started import PAIRS, SECRET, started

NOW = datetime(2026, 9, 1, 8, tzinfo=UTC)
START, END = date(2026, 9, 14), date(2027, 3, 15)
CHRISTMAS = SchoolBreak(id="b", starts_on=date(2026, 12, 21), ends_on=date(2027, 1, 3))
NAMES = ("Ann van 't Hoff <&>", "Bo “Björn” Øst 🌱")


def rhythm(pair: str = "ann-bo", **more) -> Rhythm:
    known = {"id": f"r-{pair}", "pair_id": pair, "starts_on": START, "ends_on": END, "interval_days": 14}
    return Rhythm(**{**known, **more})


def diaries(*rows: Rhythm | SchoolBreak, language: str = "en", **more) -> Diaries:
    snapshot = started(**more)
    for model in (Rhythm, SchoolBreak):
        snapshot = snapshot.with_table(model, [row for row in rows if isinstance(row, model)])
    return Diaries(snapshot, NOW, speaker(language))


def of_ann(found: Diaries) -> bytes:
    return found.of_pair(pairs_at_start(found.snapshot)[0])


def events(content: bytes, kind: str = "") -> list[Part]:
    return [one for one in read_calendar(content).parts["VEVENT"] if kind in one.values["UID"]]


def days(content: bytes, kind: str) -> dict[str, str]:
    return {one.values["UID"]: one.values["DTSTART"][:8] for one in events(content, kind)}


@pytest.mark.no_cover  # thousands of talks
@pytest.mark.parametrize(("country", "hour"), [("NL", "00:30"), ("BE", "08:30"), ("NL", "23:45")])
def test_no_reader_is_an_hour_off_on_any_working_day_of_three_years(country, hour):
    every_day = rhythm(
        interval_days=1,
        starts_on=date(2026, 1, 1),
        ends_on=date(2028, 12, 31),
        starts_at=hour,
        country=country,
    )
    content = of_ann(diaries(every_day))
    zones = read_calendar(content).parts["VTIMEZONE"]
    ours = [moment(one, "DTSTART", zones) for one in events(content, "-talk-")]
    theirs = [
        one["DTSTART"].dt.astimezone(UTC)
        for one in icalendar.Calendar.from_ical(content).walk("VEVENT")
        if "-talk-" in one["UID"]
    ]
    meant = [datetime.strptime(one.values["DTSTART"], "%Y%m%dT%H%M%S") for one in events(content, "-talk-")]
    true = [one.replace(tzinfo=ZoneInfo(ZONES[country])).astimezone(UTC) for one in meant]
    assert ours == theirs == true
    assert len(true) > 700
    assert {one.strftime("%H:%M") for one in meant} == {hour}
    assert len({moment.hour for moment in true}) == 2  # in summer it is another hour in UTC


@pytest.mark.parametrize("country", ZONES)
def test_progress_counts_the_talks_that_stand_in_the_diary(country):
    """Found while reading along: progress planned talks on public holidays."""
    found = diaries(rhythm(starts_on=date(2026, 12, 25), country=country), CHRISTMAS)
    (known,) = [one for one in known_pairs(found.snapshot, END) if one.pair.id == "ann-bo"]
    planned = [talk.planned_on for talk in found.talks["ann-bo"]]
    assert list(known.planned) == planned
    assert planned[0] == date(2027, 1, 8)
    plain = found.snapshot.with_table(SchoolBreak, [])
    (known,) = [one for one in known_pairs(plain, END) if one.pair.id == "ann-bo"]
    assert known.planned[0] == date(2026, 12, 28)  # the next day that is no holiday and not in a weekend


def test_its_clock_is_a_rule_without_a_list_of_changes():
    content = of_ann(diaries(rhythm()))
    assert b"RDATE" not in content
    assert content.count(b"RRULE:FREQ=YEARLY") == 2
    assert b"DTSTART:19701025T030000" in content


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_readers_find_every_letter_of_names_and_long_lines(language):
    long_name = "Een heel lang programma; met, tekens \\ en “aanhalingstekens” 🌱 " * 3
    content = of_ann(diaries(rhythm(), language=language, name=long_name.strip()))
    (ours,) = (one for one in events(content) if one.values["UID"] == "ann-bo-talk-1@mentorkit")
    (theirs,) = (
        one
        for one in icalendar.Calendar.from_ical(content).walk("VEVENT")
        if one["UID"] == "ann-bo-talk-1@mentorkit"
    )
    for name in NAMES:
        assert name in text(ours.values["SUMMARY"])
        assert name in theirs["SUMMARY"]
    assert long_name.strip() in text(ours.values["DESCRIPTION"])
    assert long_name.strip() in theirs["DESCRIPTION"]


def test_a_pair_has_its_talks_fortnightly_notes_and_two_evaluations_each_with_a_reminder():
    content = of_ann(diaries(rhythm(), framework=Framework(talk_minutes=45)))
    assert len(events(content, "-talk-")) == 14
    assert set(days(content, "-evaluation-").values()) == {"20261214", "20270315"}
    notes = events(content, "-note-")
    assert {date.fromisoformat(one.values["DTSTART"]).weekday() for one in notes} == {4}
    assert len(notes) > 10
    reminders = {one.values["UID"]: one.parts["VALARM"][0].values["TRIGGER"] for one in events(content)}
    assert set(reminders.values()) == {"-P1D", "PT9H"}
    talk = events(content, "-talk-")[0]
    length = int(talk.values["DTEND"][9:13]) - int(talk.values["DTSTART"][9:13])
    assert (length, talk.values["TRANSP"], notes[0].values["TRANSP"]) == (45, "OPAQUE", "TRANSPARENT")
    assert {one.values["DTSTAMP"] for one in events(content)} == {"20260901T080000Z"}


def test_no_talk_is_on_a_holiday_of_its_country_or_in_a_break():
    first_of_may = rhythm(starts_on=date(2028, 5, 1), ends_on=date(2028, 5, 31))
    assert days(of_ann(diaries(first_of_may)), "-talk-")["ann-bo-talk-1@mentorkit"] == "20280501"
    belgian = first_of_may.model_copy(update={"country": "BE"})
    assert days(of_ann(diaries(belgian)), "-talk-")["ann-bo-talk-1@mentorkit"] == "20280502"
    planned = days(of_ann(diaries(rhythm(), CHRISTMAS)), "-talk-").values()
    assert not [day for day in planned if "20261221" <= day <= "20270103"]
    assert "20270104" in planned


def test_a_new_rhythm_keeps_the_past_keeps_names_and_takes_back_what_falls_out():
    before = diaries(rhythm())
    later = rhythm(id="r2", revision=7, starts_on=date(2026, 11, 23), interval_days=28, starts_at="14:00")
    after = diaries(rhythm(), later)
    old, new = days(of_ann(before), "-talk-"), days(of_ann(after), "-talk-")
    assert {uid: day for uid, day in old.items() if day < "20261123"} == {
        uid: day for uid, day in new.items() if day < "20261123"
    }
    assert set(new) == set(old)
    state = {one.values["UID"]: one.values["STATUS"] for one in events(of_ann(after), "-talk-")}
    assert state["ann-bo-talk-14@mentorkit"] == "CANCELLED"
    assert state["ann-bo-talk-6@mentorkit"] == "CONFIRMED"
    assert not [one for one in events(of_ann(after)) if one.values["STATUS"] == "CANCELLED" and one.parts]
    hours = {one.values["DTSTART"][9:11] for one in events(of_ann(after), "-talk-")}
    assert hours == {"10", "14"}


def test_a_rhythm_planned_anew_from_the_same_day_takes_back_talks_notes_and_the_coordinators_contacts():
    """Found by using it: what was planned before was forgotten, and stayed in diaries."""
    shorter = {"interval_days": 28, "ends_on": date(2026, 12, 14)}
    before, after = (
        diaries(rhythm(revision=3)),
        diaries(rhythm(revision=3), rhythm(id="r2", revision=8, **shorter)),
    )

    def states(found: Diaries, kind: str) -> dict[str, str]:
        own = of_ann(found), found.of_coordinator(pairs_at_start(found.snapshot))
        return {one.values["UID"]: one.values["STATUS"] for content in own for one in events(content, kind)}

    for kind in ("-talk-", "-note-", "-contact-", "-end-"):
        was, now = states(before, kind), states(after, kind)
        left = {uid for uid, state in now.items() if state == "CONFIRMED"}
        assert set(was.values()) == {"CONFIRMED"}
        assert was.keys() - left
        assert {uid for uid, state in now.items() if state == "CANCELLED"} == was.keys() - left
    assert all(not one.parts for one in events(of_ann(after)) if one.values["STATUS"] == "CANCELLED")


def test_a_talk_that_a_new_break_drops_is_cancelled_under_its_name_with_a_higher_number():
    autumn = SchoolBreak(id="a", starts_on=date(2026, 10, 12), ends_on=date(2026, 10, 25), revision=9)
    dropped = "ann-bo-talk-3@mentorkit"

    def talk_3(found: Diaries, number: int) -> Part:
        later = Diaries(Snapshot(found.snapshot.tables, number), NOW, found.speak)
        return next(one for one in events(of_ann(later)) if one.values["UID"] == dropped)

    before, after = talk_3(diaries(rhythm(revision=5)), 5), talk_3(diaries(rhythm(revision=5), autumn), 9)
    assert (before.values["STATUS"], before.values["SEQUENCE"]) == ("CONFIRMED", "5")
    assert (after.values["STATUS"], after.values["SEQUENCE"]) == ("CANCELLED", "9")
    assert before.values["DTSTART"] == after.values["DTSTART"]
    assert after.parts == {}
    together = autumn.model_copy(update={"revision": 5})  # planned with its break: it was in no diary
    assert dropped not in days(of_ann(diaries(rhythm(revision=5), together)), "-talk-")


def test_a_pair_that_ended_early_has_what_was_to_come_cancelled_for_both_and_for_the_coordinator():
    end = date(2026, 11, 9)
    plain = diaries(rhythm(), rhythm("cas-dee", starts_on=date(2026, 9, 15)))
    pairs = [PAIRS[0].model_copy(update={"ended_on": end}), PAIRS[1]]
    now = Snapshot(plain.snapshot.with_table(Pair, pairs).tables, 7)
    after = Diaries(now, NOW, plain.speak)
    (ann,) = after.stopped
    whole = events(of_ann(plain))
    states = {
        one.values["UID"]: (one.values["DTSTART"][:8] > "20261109", one.values["STATUS"])
        for one in events(after.of_pair(ann))
    }
    assert states.keys() == {one.values["UID"] for one in whole}
    assert set(states.values()) == {(False, "CONFIRMED"), (True, "CANCELLED")}
    assert {one.values["SEQUENCE"] for one in events(after.of_pair(ann))} == {"7"}
    assert "ann-bo" not in after.talks
    packed = zipfile.ZipFile(io.BytesIO(calendars(after, pairs_at_start(now), lambda *_: None)))
    assert len(packed.namelist()) == 3
    mine = events(packed.read("Coordinator.ics"), "-contact-")
    cancelled = [one for one in mine if one.values["STATUS"] == "CANCELLED"]
    assert cancelled
    assert all(one.values["DTSTART"] > "20261109" for one in cancelled)
    assert all(
        "Ann" not in one.values["SUMMARY"]
        for one in mine
        if one not in cancelled and one.values["DTSTART"] > "20261109"
    )
    assert not Diaries(now, datetime(2027, 4, 1, tzinfo=UTC), plain.speak).stopped  # nothing is to come


def test_a_later_calendar_has_a_higher_number_so_that_a_diary_takes_it():
    first = diaries(rhythm())
    changed = Diaries(Snapshot(first.snapshot.tables, 12), NOW, first.speak)
    assert {one.values["SEQUENCE"] for one in events(of_ann(first))} == {"0"}
    assert {one.values["SEQUENCE"] for one in events(of_ann(changed))} == {"12"}


def test_every_event_has_a_name_of_its_own():
    found = diaries(rhythm(), rhythm("cas-dee"), CHRISTMAS)
    pairs = pairs_at_start(found.snapshot)
    contents = [*map(found.of_pair, pairs), found.of_coordinator(pairs)]
    names = [one.values["UID"] for content in contents for one in events(content)]
    assert len(names) == len(set(names))


def test_the_coordinator_has_one_entry_for_a_day_with_the_names_of_its_pairs_and_nothing_they_told():
    found = diaries(rhythm(), rhythm("cas-dee"))
    content = found.of_coordinator(pairs_at_start(found.snapshot))
    contacts = events(content, "-contact-")
    assert [one.values["DTSTART"] for one in contacts][:2] == ["20260924", "20261008"]
    assert text(contacts[0].values["SUMMARY"]) == "Ask how it is going: 2 pairs"
    assert all(
        name in text(contacts[0].values["DESCRIPTION"]) for name in (*NAMES, "Cas Peeters", "Dee Smit")
    )
    assert len(events(content, "-midway-")) == len(events(content, "-end-")) == 1
    alone = diaries(rhythm())
    assert "Ann van 't Hoff" in text(
        events(alone.of_coordinator(pairs_at_start(alone.snapshot)))[0].values["SUMMARY"]
    )
    assert SECRET.encode() not in content


def test_the_zip_has_every_pair_with_a_rhythm_and_the_coordinator_and_tells_how_far_it_is():
    found, told = diaries(rhythm()), []
    packed = calendars(found, pairs_at_start(found.snapshot), lambda *done: told.append(done))
    names = zipfile.ZipFile(io.BytesIO(packed)).namelist()
    assert names == ["Ann van 't Hoff & – Bo Björn Øst.ics", "Coordinator.ics"]
    assert told == [(1, 1)]


def test_sixty_pairs_have_a_calendar_each_and_the_coordinator_has_one():
    pairs = [PAIRS[0].model_copy(update={"id": f"k{n}"}) for n in range(60)]
    rhythms = [rhythm(pair.id, ends_on=START + timedelta(days=364)) for pair in pairs]
    found = Diaries(started().with_table(Pair, pairs).with_table(Rhythm, rhythms), NOW, speaker("nl"))
    packed = calendars(found, pairs_at_start(found.snapshot), lambda *_: None)
    names = zipfile.ZipFile(io.BytesIO(packed)).namelist()
    assert (len(names), len(set(names))) == (61, 61)
