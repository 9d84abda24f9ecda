"""The nearest weight at which a pair is part of a best plan, criterion by criterion."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from mentorkit.matching.counterfactual import insisted
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.criterion import Criterion
from mentorkit.matching.problem import Goal, Places, Problem
from mentorkit.matching.propose import Proposal, Settings, propose, score_pairs
from mentorkit.matching.solvers import exact
from mentorkit.matching.why_not import is_in_a_best_plan, lanes_of, place_of

MOST = 100
"""The highest weight she can give."""

COARSE = 25
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
    twenty-fifth. The pair must be lawful and its mentee undecided.
    """
    pools = (proposal.pool, *proposal.pool.others)
    step = COARSE if proposal.problem.aim == "leximin" else 1
    for place, criterion in enumerate(CRITERIA):
        if all(np.isnan(pool.layers[place]).all() for pool in pools):
            continue
        now = float(proposal.settings.vector[place])
        grid = [float(weight) for weight in range(0, MOST + 1, step) if weight != now]
        turns = [OtherWeight(criterion, now, one) for one in sorted(grid, key=lambda one: abs(one - now))]
        yield from _first(proposal, turns, (row, column))


def _first(proposal: Proposal, turns: list[OtherWeight], pair: tuple[int, int]) -> Iterator[OtherWeight]:
    """The first of these weights that suffices.

    Whatever plan was best at the last weight is lawful at the next one too, and mostly still
    better than the best plan with the pair: then no other plan has to be looked for.
    """
    place = place_of(proposal, pair[0])
    rivals = dict.fromkeys((True, False), proposal.solution.lane_of)
    for turn in turns:
        settings = turn.applied(proposal.settings)
        if proposal.problem.aim == "leximin":
            if is_in_a_best_plan(propose(proposal.pool, settings), *pair):
                yield turn
                return
            continue
        problem = _reweighted(proposal, settings)
        least = min(problem.total(insisted(problem, place, lane)) for lane in lanes_of(problem, pair[1]))
        is_up = turn.weight > turn.before
        if problem.total(rivals[is_up]) < least:
            continue
        rivals[is_up] = exact.assign(problem)
        if least <= problem.total(rivals[is_up]):
            yield turn
            return


def _reweighted(proposal: Proposal, settings: Settings) -> Problem:
    """The same mentees, places and rules with other weights; none of them depends on weights."""
    problem, free = proposal.problem, proposal.free
    mentors = len(proposal.pool.capacity)
    least = np.zeros(mentors, dtype=np.int64)
    least[problem.mentor[mentors:]] = problem.capacity[mentors:]
    places = Places(problem.capacity[:mentors] + least, least)
    score = score_pairs(proposal.pool, settings).score[free]
    goal = Goal(settings.aim, settings.unplaced_price)
    return Problem.of(score, proposal.allowed[free], places, problem.ties[:, :mentors], goal)
