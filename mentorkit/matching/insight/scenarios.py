"""Plans side by side: each measured with the same ruler, and which of them no other one beats."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, nan

import numpy as np

from mentorkit.matching.aims import AIMS
from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.criteria import CRITERIA, preferences
from mentorkit.matching.pool import Pool
from mentorkit.matching.problem import Counts
from mentorkit.matching.propose import Proposal, Settings, propose
from mentorkit.matching.solvers.stable import blocking_pairs, stable
from mentorkit.matching.unplaced import turnout
from mentorkit.model import Programme, Scenario

CURRENT, STABLE = "current", "stable"
"""Keys of the plan on the page and of the stable plan; other keys are an aim or the id of a scenario."""


@dataclass(frozen=True)
class Measures:
    """What a plan is worth, for the `mentees` who take part, in the weights and conditions that are set now.

    `total` adds up the scores of all pairs, `mean` and `worst` are 0–1 and NaN when nobody
    is placed. `blocking` counts pairs that would rather have each other, `fairness` is what
    the worst-served tenth gets of what they could get, 0–1 and NaN when nobody could get
    anything; `changed` counts mentees with another mentor than now, `unlawful` pairs that
    a condition forbids now.
    """

    mentees: int
    placed: int
    total: float
    mean: float
    worst: float
    blocking: int
    fairness: float
    changed: int
    unlawful: int


@dataclass(frozen=True)
class Plan:
    """One plan to compare: a column of mentors per mentee (−1 for none), and its measures."""

    key: str
    mentor_of: Counts
    measures: Measures


def stored_settings(row: Programme | Scenario) -> Settings:
    """The settings that a programme or a scenario holds."""
    return Settings(row.weights, frozenset(row.rules_off), row.aim, row.unplaced_price or 0.0)


def compare_plans(pool: Pool, named: Mapping[str, Settings], current: Proposal) -> tuple[Plan, ...]:
    """The current plan first, then those of the other aims, the stable one, and the named settings.

    The other aims and the stable plan are made with the current weights and conditions.
    """
    others, now = [aim.key for aim in AIMS if aim is not current.aim], current.settings
    plans: dict[str, Counts] = {
        CURRENT: current.mentor_of,
        **{key: propose(pool, replace(now, aim=key)).mentor_of for key in others},
        STABLE: stable_plan(current),
        **{key: propose(pool, settings).mentor_of for key, settings in named.items()},
    }
    return tuple(Plan(key, mentor_of, measure(mentor_of, current)) for key, mentor_of in plans.items())


def measure(mentor_of: Counts, current: Proposal) -> Measures:
    """Measure any plan for the people of the current one, as the current settings see it."""
    rows = np.flatnonzero(mentor_of >= 0)
    scores = current.score[rows, mentor_of[rows]]
    is_new = ~current.is_confirmed[rows]
    return Measures(
        mentees=turnout(current).taking_part,
        placed=len(rows),
        total=float(scores.sum()),
        mean=float(scores.mean()) if len(rows) else nan,
        worst=float(scores.min()) if len(rows) else nan,
        blocking=int(blocking_pairs(*_market(mentor_of, current), mentor_of[current.free]).sum()),
        fairness=fairness(mentor_of, current),
        changed=int((mentor_of != current.mentor_of).sum()),
        unlawful=int((is_new & ~current.allowed[rows, mentor_of[rows]]).sum()),
    )


def fairness(mentor_of: Counts, current: Proposal) -> float:
    """What the worst-served tenth gets of what they could get, 0–1; our own heuristic.

    Steps: 1. for each mentee, her score as a share of the best score she could have with
    any lawful mentor who takes mentees at all, 0 when she is not placed; who could have
    nothing is left out; 2. the mean of the lowest tenth of these shares, of one mentee at
    least. NaN when nobody is left.
    """
    open_to = current.allowed & (current.pool.capacity > 0)
    best = current.score.max(axis=1, initial=0.0, where=open_to)
    own = np.zeros(len(best))
    rows = np.flatnonzero(mentor_of >= 0)
    own[rows] = current.score[rows, mentor_of[rows]]
    shares = np.sort(np.minimum(own[best > 0] / best[best > 0], 1.0))
    return float(shares[: ceil(len(shares) / 10)].mean()) if len(shares) else nan


def stable_plan(current: Proposal) -> Counts:
    """The current plan with everybody who is not decided placed so that no two would swap for each other.

    Likings are those of `likings`; minimum loads do not count here.
    """
    plan = current.mentor_of.copy()
    plan[current.free] = stable(*_market(plan, current), current.pool.ties[current.free])
    return plan


def likings(proposal: Proposal) -> tuple[Floats, Floats]:
    """How much mentees like mentors and mentors like mentees, both `(n_mentees, n_mentors)`.

    The score, in which only that side's own word counts under the criterion on preferences;
    rounded to a millionth, as scores are when plans are compared. Our own heuristic.
    """
    pool = proposal.pool
    place = CRITERIA.index(preferences.CRITERION)
    weights = proposal.settings.vector
    applied = np.maximum(proposal.weight_known * weights.sum(), 1e-12)
    share = weights[place] * pool.known[place] / applied
    of_mentees, of_mentors = (
        np.round(proposal.score + share * (wish - pool.values[place]), 6)
        for wish in preferences.wishes(pool.candidates)
    )
    return of_mentees, of_mentors


def non_dominated(measured: Sequence[Measures]) -> Mask:
    """True for plans that no other plan beats: at least as good in everything and better in something.

    More placed, a higher total, worst pair and fairness, fewer blocking, unlawful and
    changed pairs are better; what is not known counts as 0. Scores that differ by less than
    a billionth are equal.
    """
    goods = np.array([_goods(one) for one in measured]).reshape(len(measured), 7)
    goods = np.round(np.nan_to_num(goods, nan=0.0), 9)
    no_worse = (goods[:, None] >= goods[None]).all(axis=2)
    better = (goods[:, None] > goods[None]).any(axis=2)
    return ~(no_worse & better).any(axis=0)


def _goods(one: Measures) -> tuple[float, ...]:
    return (one.placed, one.total, one.worst, one.fairness, -one.blocking, -one.unlawful, -one.changed)


def _market(mentor_of: Counts, current: Proposal) -> tuple[Floats, Floats, Mask, Counts]:
    """Both likings, lawful pairs and places of those who are not decided.

    A decided pair leaves its place to nobody.
    """
    free, decided = current.free, np.delete(mentor_of, current.free)
    of_mentees, of_mentors = likings(current)
    taken = np.bincount(decided[decided >= 0], minlength=len(current.pool.capacity))
    room = np.maximum(current.pool.capacity - taken, 0)
    return of_mentees[free], of_mentors[free], current.allowed[free], room
