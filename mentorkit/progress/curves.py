"""How talks go over time: by their number since the start of a pair, and by month."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from mentorkit.progress.expected import TalkBounds, states
from mentorkit.progress.known import KnownPair


def drop_off(pairs: Sequence[KnownPair]) -> tuple[TalkBounds, ...]:
    """What is known of each planned talk by its number, the first talks of all pairs first.

    Only pairs count for which a talk was due, so later talks are of fewer pairs.
    """
    found: dict[int, TalkBounds] = defaultdict(TalkBounds)
    for one in pairs:
        for place, (_, state) in enumerate(states(one)):
            found[place] += TalkBounds(**{state: 1})
    return tuple(found[place] for place in sorted(found))


def by_month(pairs: Sequence[KnownPair]) -> dict[date, TalkBounds]:
    """What is known of the talks that were planned in each month, by its first day, in order."""
    found: dict[date, TalkBounds] = defaultdict(TalkBounds)
    for one in pairs:
        for day, state in states(one):
            found[day.replace(day=1)] += TalkBounds(**{state: 1})
    return dict(sorted(found.items()))
