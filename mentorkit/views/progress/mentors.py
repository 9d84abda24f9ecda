"""What mentors carry and give, in words."""

from collections.abc import Iterator, Sequence
from datetime import date

from mentorkit.frames import Snapshot
from mentorkit.model import Intervision, Training
from mentorkit.progress.mentors import Load
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.names import Names


def load_headline(found: Sequence[Load]) -> Message:
    """How many mentors have more than they offered."""
    over = sum(one.is_over for one in found)
    busy = sum(one.mentees > 0 for one in found)
    asked = say_count(
        "{n} is asked for more than was offered.", "{n} are asked for more than they offered.", over
    )
    return say(
        "Mentors with a mentee: {busy} of {all}. {asked}",
        busy=busy,
        all=len(found),
        asked=asked if over else say("Nobody is asked for more than was offered."),
    )


def load_rows(found: Sequence[Load], names: Names, speak: Speaker) -> Iterator[tuple[object, ...]]:
    """Every mentor: mentees and room, hours asked and offered, elsewhere, and whether that is too much."""
    for one in sorted(found, key=lambda one: (not one.is_over, -one.asked, names[one.mentor])):
        room = "–" if one.room is None else one.room
        offered = "–" if one.offered is None else speak.digits(round(one.offered, 1))
        elsewhere = (
            f"{one.elsewhere} · {speak.digits(round(one.asked_elsewhere, 1))}" if one.elsewhere else ""
        )
        yield (
            names[one.mentor],
            speak(say("{mentees} of {room}", mentees=one.mentees, room=str(room))),
            speak.digits(round(one.asked, 1)),
            offered,
            elsewhere,
            speak(say("more than offered")) if one.is_over else "",
        )


def learning_rows(
    snapshot: Snapshot, mentors: Sequence[str], today: date, names: Names, speak: Speaker
) -> Iterator[tuple[str, str, str, str]]:
    """Every mentor: trainings followed, the next one, and the meetings of mentors: last and next."""
    trainings, meetings = snapshot.rows(Training), snapshot.rows(Intervision)
    for mentor in sorted(mentors, key=lambda one: names[one]):
        own = [one for one in trainings if one.person_id == mentor]
        done = sorted(one.name for one in own if one.is_done)
        booked = [one.held_on for one in own if not one.is_done and one.held_on and one.held_on >= today]
        met = [one for one in meetings if one.person_id == mentor]
        been = [one.day for one in met if one.was_there]
        coming = [one.day for one in met if one.was_there is None and one.day >= today]
        yield (
            names[mentor],
            ", ".join([*done, *(speak(say("booked for {day}", day=day)) for day in sorted(booked)[:1])]),
            speak.write(max(been)) if been else "",
            speak.write(min(coming)) if coming else "",
        )
