"""The nearest weight at which a pair is part of a best plan, criterion by criterion."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from mentorkit.matching.aims import best
from mentorkit.matching.candidates import Pairing
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.criteria.criterion import Criterion
from mentorkit.matching.insight.reweighted import reweighted
from mentorkit.matching.insight.why_not import lanes_of, place_of
from mentorkit.matching.propose import Proposal, Settings

MOST = 100
"""The highest weight she can give."""

COARSE = 5
"""Steps of a weight that are tried under an aim that is not quick."""


@dataclass(frozen=True)
class OtherWeight:
    """Another whole weight for one criterion; `before` is the one it has now."""

    criterion: Criterion
    before: float
    weight: float

    def applied(self, settings: Settings) -> Settings:
        """The settings with this weight."""
        return replace(settings, weights={**settings.weights, self.criterion.key: self.weight})


def nearest_weights(proposal: Proposal, row: int, column: int) -> Iterator[OtherWeight]:
    """The nearest whole weight of each criterion, up or down, at which the pair is in a best plan.

    Criteria for which no weight suffices are left out. Every weight is tried, from the
    present one outwards, since what suffices may lie in pieces; under an aim that is not quick
    every fifth. The pair must be lawful and its mentee undecided.
    """
    pools, vector = (proposal.pool, *proposal.pool.others), proposal.settings.vector.tolist()
    step = 1 if proposal.aim.is_quick else COARSE
    answered = [
        place for place in range(len(CRITERIA)) if not all(np.isnan(one.layers[place]).all() for one in pools)
    ]
    for place in answered:
        now = vector[place]
        # Where nothing would count at all every plan is as good, which is no answer.
        least = 0 if any(vector[other] for other in answered if other != place) else step
        grid = [float(weight) for weight in range(least, MOST + 1, step) if weight != now]
        grid.sort(key=lambda weight: abs(weight - now))
        turns = [OtherWeight(CRITERIA[place], now, weight) for weight in grid]
        yield from _first(proposal, turns, (row, column))


def _first(proposal: Proposal, turns: list[OtherWeight], pair: Pairing) -> Iterator[OtherWeight]:
    """The first of these weights that suffices.

    Whatever plan was best at the last weight is lawful at the next one too, and mostly still
    better than the best plan with the pair: then no other plan has to be looked for.
    """
    aim, row, lanes = proposal.aim, place_of(proposal, pair[0]), lanes_of(proposal.problem, pair[1])
    rivals = dict.fromkeys((True, False), proposal.solution.lane_of)
    for turn in turns:
        is_up, problem = turn.weight > turn.before, reweighted(proposal, turn.applied(proposal.settings))
        if aim.outdoes(problem, rivals[is_up], row, lanes):
            continue
        solution = best(problem)
        if aim.holds(problem, solution, row, lanes):
            yield turn
            return
        rivals[is_up] = solution.lane_of
