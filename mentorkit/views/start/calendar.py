"""When pairs talk: how many have days, the first and next talk of each, and the weeks without talks."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from mentorkit.model import SchoolBreak
from mentorkit.progress.cadence import Talk
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.start.two import Two
from mentorkit.views.table import html_table

RHYTHMS: Mapping[int, Message] = {
    7: say("every week"),
    14: say("every two weeks"),
    21: say("every three weeks"),
    28: say("every four weeks"),
    56: say("every eight weeks"),
}
"""How often a pair can talk, by the days between two talks."""

HOURS = tuple(f"{half // 2:02}:{half % 2 * 30:02}" for half in range(16, 41))
"""When a talk can begin."""

Planned = Mapping[str, Sequence[Talk]]
"""The talks of each pair by its id; a pair without a rhythm is not there."""


def calendar_headline(pairs: Sequence[Two], planned: Planned, today: date) -> list[Message]:
    """How many pairs know when they talk, and how many talks there are this week."""
    if not planned:
        return [say("No talk is planned yet. What is in the diary happens.")]
    known = sum(two.pair.id in planned for two in pairs)
    lines = [say("{n} of {all} pairs know when they talk.", n=known, all=len(pairs))]
    week = sum(0 <= (talk.planned_on - today).days < 7 for one in planned.values() for talk in one)
    if week:
        lines.append(say_count("{n} talk in the next seven days.", "{n} talks in the next seven days.", week))
    return lines


def send_again(stopped: Sequence[Two]) -> list[Message]:
    """Whose calendar goes out once more, as the pair ended before its last talk."""
    again = say(
        "Ended before the last talk: {names}. Send their calendar once more: it clears their diaries."
    )
    return [again.filled(names=", ".join(two.called for two in stopped))] if stopped else []


def calendar_table(pairs: Iterable[Two], planned: Planned, today: date, speak: Speaker) -> Markup:
    """Each pair with how many talks it has, the first, the next and the last."""
    heads = say("Pair"), say("Talks"), say("First"), say("Next"), say("Last")
    rows = (_row(two, planned[two.pair.id], today, speak) for two in pairs if planned.get(two.pair.id))
    return html_table(heads, rows, speak)


def rhythms_with(days: int) -> Mapping[int, Message]:
    """How often a pair can talk, this rhythm among them."""
    return RHYTHMS if days in RHYTHMS else {days: say("every {n} days", n=days), **RHYTHMS}


def whose_talks(pairs: Sequence[Two], planned: Planned, speak: Speaker) -> dict[str, tuple[str, ...]]:
    """Whose talks can be planned, by what they are called: those without talks first, all, or one pair."""
    without = tuple(two.pair.id for two in pairs if two.pair.id not in planned)
    many = say_count("the pair without talks", "the {n} pairs without talks", len(without))
    found = {speak(many): without} if without and planned else {}
    found[speak(say("all pairs"))] = tuple(two.pair.id for two in pairs)
    return found | {two.called: (two.pair.id,) for two in pairs}


def breaks_written(breaks: Iterable[SchoolBreak], speak: Speaker) -> str:
    """Periods without talks, one on a line, as they are typed."""
    days = sorted((one.starts_on, one.ends_on) for one in breaks)
    return "\n".join(" – ".join(map(speak.write, dict.fromkeys(period))) for period in days)


def _row(two: Two, talks: Sequence[Talk], today: date, speak: Speaker) -> tuple[str, ...]:
    coming = next((talk.planned_on for talk in talks if talk.planned_on >= today), None)
    days = talks[0].planned_on, coming, talks[-1].planned_on
    return (two.called, str(len(talks)), *(speak.write(day) if day else "" for day in days))
