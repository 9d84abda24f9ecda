"""The nearest weight at which a pair is part of a best plan, criterion by criterion."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from mentorkit.matching.aims.pair_price import insisted
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.criteria.criterion import Criterion
from mentorkit.matching.insight.reweighted import reweighted
from mentorkit.matching.insight.why_not import is_in_a_best_plan, lanes_of, place_of
from mentorkit.matching.pool import Pairing
from mentorkit.matching.problem import Counts, Problem
from mentorkit.matching.propose import Proposal, Settings, propose
from mentorkit.matching.solvers import exact

MOST = 100
"""The highest weight she can give."""

COARSE = 5
"""Steps of a weight that are tried under the aim "leximin", where each takes a whole solve."""


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
    present one outwards, since what suffices may lie in pieces; under the aim "leximin" every
    fifth. The pair must be lawful and its mentee undecided.
    """
    pools, vector = (proposal.pool, *proposal.pool.others), proposal.settings.vector.tolist()
    step = COARSE if proposal.problem.aim == "leximin" else 1
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
    place, is_leximin = place_of(proposal, pair[0]), proposal.problem.aim == "leximin"
    rivals = dict.fromkeys((True, False), proposal.solution.lane_of)
    for turn in turns:
        settings, is_up = turn.applied(proposal.settings), turn.weight > turn.before
        problem = reweighted(proposal, settings)
        judged = _by_the_lowest(problem, rivals[is_up]) if is_leximin else problem
        least = min(judged.total(insisted(judged, place, lane)) for lane in lanes_of(judged, pair[1]))
        if judged.total(rivals[is_up]) < least:
            continue
        if is_leximin:
            after = propose(proposal.pool, settings)
            rivals[is_up], suffices = after.solution.lane_of, is_in_a_best_plan(after, *pair)
        else:
            rivals[is_up] = exact.assign(problem)
            suffices = least <= problem.total(rivals[is_up])
        if suffices:
            yield turn
            return


def _by_the_lowest(problem: Problem, rival: Counts) -> Problem:
    """The problem to stay above the lowest pair of a plan, which a plan best for the weakest must."""
    reached = problem.levels[np.arange(len(rival)), rival]
    highest = reached.max(initial=-np.inf, where=np.isfinite(reached))
    placing = problem.placing
    return replace(placing, loss=placing.loss + (problem.levels[:, :-1] > highest))
