"""How the pairs are doing: what part of the planned talks took place, at least and at most."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import ceil, floor

from mentorkit.progress.expected import TalkBounds, best_calls, bounds_of, bounds_of_all
from mentorkit.progress.known import KnownPair
from mentorkit.text import Message, say, say_count

RECENT_DAYS = 90
"""Days of which the page tells how many planned talks took place."""

NO_PAIR = say("No pair is confirmed yet.")
"""What a page about pairs says before there are any."""


def progress_headline(pairs: Sequence[KnownPair], names: Mapping[str, str]) -> list[Message]:
    """How they are doing, with what is known and what is not; or what comes first.

    `names` are what pairs are called, by their ids.
    """
    if not pairs:
        return [
            NO_PAIR,
            say("Confirm pairs on the page Pairing. Once they talk, you see here how they are doing."),
        ]
    since = pairs[0].today - timedelta(days=RECENT_DAYS)
    found = bounds_of_all(pairs, since)
    behind = [_counts(found), *_calls(pairs, names, since)] if found.planned else []
    return [_answer(found, len(pairs)), *behind]


def _answer(found: TalkBounds, pairs: int) -> Message:
    confirmed = say_count("{n} pair is confirmed", "{n} pairs are confirmed", pairs)
    if found.low is None or found.high is None:
        return say("{confirmed}; no talk was due yet.", confirmed=confirmed)
    if found.unknown == found.planned:
        return say("{confirmed}; whether they talk is not known yet.", confirmed=confirmed)
    span = say("{low} to {high}", low=floor(100 * found.low), high=ceil(100 * found.high))
    return say_count(
        "{n} pair had {share}% of the planned talks.",
        "{n} pairs had {share}% of the planned talks.",
        pairs,
        share=span if found.unknown else round(100 * found.low),
    )


def _counts(found: TalkBounds) -> Message:
    known: Mapping[str, int] = {"held": found.held, "not_held": found.not_held, "unknown": found.unknown}
    return say_count(
        "{n} talk was planned in the last {days} days: {held} took place, {not_held} did not, {unknown} "
        "are not known.",
        "{n} talks were planned in the last {days} days: {held} took place, {not_held} did not, {unknown} "
        "are not known.",
        found.planned,
        days=RECENT_DAYS,
        **known,
    )


def _calls(pairs: Sequence[KnownPair], names: Mapping[str, str], since: date) -> list[Message]:
    """Whom to ask, when something is not known."""
    asked = best_calls(pairs, since)
    more = sum(bounds_of(one, since).unknown for one in asked)
    called = [names[one.pair.id] for one in asked]
    asking = say_count(
        "Ask {names}: then you know of {n} talk more.",
        "Ask {names}: then you know of {n} talks more.",
        more,
        names=called,
    )
    return [asking] if asked else []
