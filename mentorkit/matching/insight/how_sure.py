"""How sure a plan is, all together: margins at once, shares and intervals when they are asked for."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mentorkit.matching.candidates import Floats
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.insight.stability import (
    DRAWS,
    Interval,
    draw_keeps,
    margins,
    shares,
    weight_intervals,
)
from mentorkit.matching.propose import Proposal

FEWER = 10
"""To protect the weakest takes far longer per draw, so one in so many is drawn."""


@dataclass(frozen=True)
class HowSure:
    """What is known of a plan: margins always; shares, draws and intervals after other weights were tried."""

    margins: Floats
    shares: Floats | None = None
    draws: int = 0
    intervals: tuple[Interval, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether anything can be said of any pair."""
        return self.shares is not None or not bool(np.isnan(self.margins).all())


def at_once(proposal: Proposal) -> HowSure:
    """What is known without trying other weights."""
    return HowSure(margins(proposal))


def steps_of(proposal: Proposal) -> int:
    """How many steps trying other weights takes."""
    return _draws(proposal) + len(CRITERIA)


def tried(proposal: Proposal, seed: int, step: Callable[[], object]) -> HowSure:
    """What is known after trying other weights; `step` is called after each of `steps_of` steps."""
    kept, intervals = np.zeros(len(proposal.mentor_of)), []
    draws = _draws(proposal)
    for keeps in draw_keeps(proposal, np.random.default_rng(seed), draws):
        kept += keeps
        step()
    for interval in weight_intervals(proposal):
        intervals.append(interval)
        step()
    return HowSure(margins(proposal), shares(proposal, kept, draws), draws, tuple(intervals))


def _draws(proposal: Proposal) -> int:
    return DRAWS if proposal.aim.is_quick else DRAWS // FEWER
