"""The coming weeks in words: day by day for the coordinator, and on two pages for a stand-in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from mentorkit.progress.ahead import AHEAD, Absence, Ahead, AheadKind
from mentorkit.progress.this_week import Call
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.progress.week import reasons, to_say
from mentorkit.views.start.two import Two
from mentorkit.views.table import html_table

ABSENCE_HEADS: Mapping[str, Message] = {
    "lapses": say("What is to be kept in this time"),
    "not_known": say("Of whom nobody knows how it goes"),
    "first_week": say("Whom to call in the first week"),
}
"""The parts of the pages for a stand-in."""


def ahead_table(found: Sequence[Ahead], names: Mapping[str, str], speak: Speaker) -> Markup:
    """A line for each day and thing, with the pairs that it is about."""
    return html_table((say("Day"), say("What"), say("Pairs")), _by_day(found, names, speak), speak)


def absence_headline(found: Absence) -> Message:
    """How long, how much is to be kept, and of how many pairs nobody knows."""
    kept = say_count("{n} thing is to be kept", "{n} things are to be kept", len(found.lapses))
    unknown = say_count(
        "nobody knows how {n} pair is doing", "nobody knows how {n} pairs are doing", len(found.not_known)
    )
    told = say("Away from {first} to {last}: {kept}, and {unknown}.", first=found.first, last=found.last)
    return told.filled(kept=kept, unknown=unknown)


def absence_parts(found: Absence, twos: Mapping[str, Two], speak: Speaker) -> Iterable[tuple[str, list[str]]]:
    """Each part of the pages with its lines; pairs that share a day and a thing share a line."""
    names = {pair: two.called for pair, two in twos.items()}
    lapses = [f"{day}, {what}: {who}" for day, what, who in _by_day(found.lapses, names, speak)]
    silent = say("{pair}: {n} days without contact")
    waits = [(names[one.pair.id], one.waits) for one in found.not_known if one.pair.id in names]
    told = "; ".join(speak(silent.filled(pair=called, n=days)) for called, days in waits)
    not_known = [told] if told else []
    calls = [_to_call(call, two, speak) for call in found.first_week if (two := twos.get(call.known.pair.id))]
    for part, lines in (("lapses", lapses), ("not_known", not_known), ("first_week", calls)):
        yield speak(ABSENCE_HEADS[part]), lines or [speak(say("None."))]


def _by_day(
    found: Iterable[Ahead], names: Mapping[str, str], speak: Speaker
) -> Iterator[tuple[str, str, str]]:
    """Each day and thing once, with the pairs that it is about."""
    days: dict[tuple[date, AheadKind], list[str]] = {}
    for one in found:
        if one.pair_id in names:
            days.setdefault((one.day, one.kind), []).append(names[one.pair_id])
    for (day, kind), who in days.items():
        yield speak.write(day), speak(AHEAD[kind]), ", ".join(who)


def _to_call(call: Call, two: Two, speak: Speaker) -> str:
    why = "; ".join(speak(said) for said, _ in reasons(call))
    return f"{two.called}: {why}. {speak(to_say(call, two.first))}"
