"""Whom to look for: what one more mentor like one of those who signed up would add."""

from dataclasses import dataclass, replace

import numpy as np

from mentorkit.matching.aims.pair_price import price
from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.criteria import CRITERIA, goal_coverage
from mentorkit.matching.pool import Pool
from mentorkit.matching.propose import Proposal, score_pairs
from mentorkit.matching.rules import RULES


@dataclass(frozen=True)
class Recruit:
    """One more mentor with one place, who answered as the mentor in `column` did.

    `placed` and `points` say what that would add: people placed, and scores; `reach`
    counts the mentees without a mentor who may go to somebody like this.
    """

    column: int
    placed: int
    points: float
    reach: int


def recruits(proposal: Proposal, most: int = 5) -> tuple[Recruit, ...]:
    """The kinds of mentor that would add most, at most `most`; each set of topics once.

    Every mentor's answers are tried as those of somebody new, whom nobody asked for, ruled
    out or reports to. Exact for all at once: a new place is worth the most that any mentee
    costs now more than she would cost there (the dual price of an empty column). Mentors
    without a topic are left out: they are no profile to look for.
    """
    topics = _topics(proposal)
    problem = proposal.aim.priced(proposal.problem)
    open_to, losses = newcomers(proposal)
    gains = np.max(proposal.solution.u[:, None] - losses, axis=0, where=open_to, initial=0.0)
    reach = (open_to & (proposal.mentor_of[proposal.free] < 0)[:, None]).sum(axis=0)
    found = []
    for column in np.flatnonzero(gains > 0).tolist():
        gain = price(problem, float(gains[column]))
        if topics[column]:
            found.append(Recruit(column, gain.placed, gain.score, int(reach[column])))
    found.sort(key=lambda one: (-one.placed, -round(one.points, 9), -one.reach, one.column))
    best_of = {topics[one.column]: one for one in reversed(found)}
    return tuple([one for one in found if best_of[topics[one.column]] is one][:most])


def newcomers(proposal: Proposal) -> tuple[Mask, Floats]:
    """Who may go to somebody new with each mentor's answers, and what is lost there.

    Both have shape `(n_free, n_mentors)`; losses as the prices of the solution count them:
    none where points do not decide.
    """
    settings = proposal.settings
    opened = _opened(proposal.pool)
    weights = {**settings.weights, **{one.key: 0.0 for one in CRITERIA if one.names_people}}
    scores = score_pairs(opened, replace(settings, weights=weights))
    problem = proposal.problem
    losses = np.rint(problem.point * (problem.top - scores.score[proposal.free]))
    return scores.allowed[proposal.free], losses if proposal.aim.sums_points else np.zeros_like(losses)


def _opened(pool: Pool) -> Pool:
    """The pool as if every mentor were somebody new; in every kind of mentoring.

    A new mentor meets what holds for one person alone, the training included, and what holds
    for a sign-up, which a mentee need not.
    """
    lawful = dict(pool.lawful)
    for rule in RULES:
        if rule.holds_for == "person":
            lawful[rule.key] = np.ones_like(pool.forbidden)
        elif rule.holds_for == "sign_up":
            # A mentee meets it with at least one mentor.
            met = lawful[rule.key].any(axis=1, keepdims=True)
            lawful[rule.key] = np.broadcast_to(met, pool.forbidden.shape)
    others = tuple(_opened(other) for other in pool.others)
    return replace(pool, lawful=lawful, forbidden=np.zeros_like(pool.forbidden), others=others)


def _topics(proposal: Proposal) -> list[frozenset[str]]:
    listed = proposal.pool.candidates.mentors[goal_coverage.CRITERION.mentor_answers[0]].to_list()
    return [frozenset(topic.strip().lower() for topic in topics or ()) for topics in listed]
