"""The same mentees, places and conditions with other weights."""

import numpy as np

from mentorkit.matching.problem import Places, Problem
from mentorkit.matching.propose import Proposal, Settings, score_pairs


def reweighted(proposal: Proposal, settings: Settings) -> Problem:
    """The problem of a proposal with other weights; what is allowed, free and decided stays.

    Only the weights and the aim of `settings` are looked at.
    """
    places = places_of(proposal.problem, len(proposal.pool.capacity))
    score = score_pairs(proposal.pool, settings).score[proposal.free]
    ties = proposal.problem.ties[:, : len(places.capacity)]
    return Problem.of(score, proposal.allowed[proposal.free], places, ties, settings.goal)


def places_of(problem: Problem, mentors: int) -> Places:
    """The places per mentor that the lanes of a problem were made of."""
    least = np.zeros(mentors, dtype=np.int64)
    least[problem.mentor[mentors:]] = problem.capacity[mentors:]
    return Places(problem.capacity[:mentors] + least, least)
