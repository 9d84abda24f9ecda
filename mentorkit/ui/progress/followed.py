"""What every part of the page about progress begins with: the pairs, what is known of them, their names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from mentorkit.frames import Snapshot
from mentorkit.progress.known import KnownPair, NotedPairs
from mentorkit.views.start.two import Two, pairs_at_start


@dataclass(frozen=True, eq=False)
class Followed:
    """A programme as it is followed on a day; each has its own, so that a part knows when it is another."""

    snapshot: Snapshot
    today: date

    @cached_property
    def noted(self) -> NotedPairs:
        """All that was noted, to be looked at from any day."""
        return NotedPairs(self.snapshot)

    @cached_property
    def pairs(self) -> tuple[KnownPair, ...]:
        """Every pair that is together, in the order of the ids."""
        return self.noted.together(self.today)

    @property
    def had_pairs(self) -> bool:
        """Whether there ever was a pair, together now or ended."""
        return self.snapshot.pairs.height > 0

    @cached_property
    def twos(self) -> Mapping[str, Two]:
        """The people of each pair that has not ended, by its id and in the order of their names."""
        return {one.pair.id: one for one in pairs_at_start(self.snapshot)}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each of these pairs is called, by its id."""
        return {pair: two.called for pair, two in self.twos.items()}
