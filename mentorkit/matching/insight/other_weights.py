"""The same mentees, places and conditions with other weights, and the nearest of these that give a pair."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mentorkit.matching.aims import best
from mentorkit.matching.candidates import Pairing
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.criteria.criterion import Criterion
from mentorkit.matching.duals import Nearby
from mentorkit.matching.insight.why_not import lanes_of, place_of
from mentorkit.matching.problem import Problem
from mentorkit.matching.propose import Proposal, Settings, score_pairs

MOST = 100
"""The highest weight the coordinator can give."""

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


def reweighted(proposal: Proposal, settings: Settings) -> Problem:
    """The problem of a proposal with other weights; what is allowed, free and decided stays.

    Only the weights and the aim of `settings` are looked at.
    """
    free, places = proposal.free, proposal.problem.places
    score = score_pairs(proposal.pool, settings).score[free]
    ties = proposal.problem.ties[:, : len(places.capacity)]
    return Problem.of(score, proposal.allowed[free], places, ties, settings.goal)


def is_known(proposal: Proposal, place: int) -> bool:
    """Whether a criterion applies to any pair, so that its weight says something."""
    return any(pool.known[place].any() for pool in (proposal.pool, *proposal.pool.others))


def nearest_weights(proposal: Proposal, row: int, column: int) -> Iterator[OtherWeight]:
    """The nearest whole weight of each criterion, up or down, at which the pair is in a best plan.

    Criteria for which no weight suffices are left out. Every weight is tried, from the
    present one outwards, since what suffices may lie in pieces; under an aim that is not quick
    every fifth. The pair must be lawful and its mentee undecided.
    """
    step, vector = 1 if proposal.aim.is_quick else COARSE, proposal.settings.vector.tolist()
    answered = [place for place in range(len(CRITERIA)) if is_known(proposal, place)]
    for place in answered:
        now = vector[place]
        # Where nothing would count at all every plan is as good, which is no answer.
        least = 0 if any(vector[other] for other in answered if other != place) else step
        grid = sorted(range(least, MOST + 1, step), key=lambda weight: abs(weight - now))
        turns = [OtherWeight(CRITERIA[place], now, float(weight)) for weight in grid if weight != now]
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
        if aim.holds(Nearby(problem, solution), row, lanes):
            yield turn
            return
        rivals[is_up] = solution.lane_of
