"""Which missing answer is worth asking for first: what it could change about the plan, at most."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import polars as pl

from mentorkit.matching.aims.pair_price import prices
from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.check import certificate
from mentorkit.matching.duals import Nearby, priced
from mentorkit.matching.insight.answer_bounds import AnswerBounds, Bounds
from mentorkit.matching.problem import SCALE, Counts, Problem
from mentorkit.matching.propose import Proposal
from mentorkit.model import Person, Side


@dataclass(frozen=True)
class MissingAnswer:
    """One answer of one person that is missing, and what it could change by itself.

    `sides` are the roles in which it counts. `pairs` are the person's lawful pairs whose score would
    change; `fall` and `rise` are the most that one of these could lose or gain, 0–1.
    `partners` are the lawful partners whom a condition could rule out after an answer, and
    `at_risk` the pairs of the plan among these. `gain` is the most that the plan could then
    be short of the best plan, in scores; where a plan has no prices in points (see `Aim`), or is
    not proven, it says only how far scores could move. Without `can_change_plan` it is proven
    that the plan stays as good as any other, whatever the answer. `is_asked` says that
    somebody else in that role answered; else the question is missing in the form, not the answer.
    """

    person: str
    sides: tuple[Side, ...]
    answer: str
    pairs: int
    fall: float
    rise: float
    partners: int
    at_risk: int
    gain: float
    can_change_plan: bool
    is_asked: bool


def missing_answers(proposal: Proposal) -> tuple[MissingAnswer, ...]:
    """Every missing answer that a criterion with a weight or a condition that is on reads.

    Sorted: what cannot change the plan comes last, and before that questions that nobody in
    a role answered. Of the rest first what could break up most pairs of the plan, then by
    `gain`, by the partners it could rule out and by the pairs it touches. No condition takes a
    missing answer for a no, so no answer opens a pair: what hangs on an unknown agreement,
    language or moment is what it could rule out.

    Theorem: let x be a best plan with reduced costs r ≥ 0, and let one answer change the
    losses c of pairs of one person alone, within bounds. Against any other plan y, x is
    short by at most the sum over the mentees who move of (rise of their loss in x, if x has
    them with this person) plus (fall of their loss in y, if y has) minus r of their option in y,
    because the losses of y are at least those of x plus its reduced costs (weak duality).
    For a mentee who is no mentor too, r may be the exact price of the pair (sensitivity of
    one row), so `gain` is the exact worst case within the bounds. A pair that becomes unlawful
    takes plans away and adds none, so it matters only when x has it. That the highest of
    these worst cases is asked first is our own heuristic.

    One answer at a time: two that are missing on both sides of a pair do not count until one
    of them is known. Free text shifts the likeness of all texts a little, so with a weight on
    own words no answer it reads is ever said to leave the plan alone.
    """
    board = _Board(proposal, AnswerBounds(proposal))
    cells = [(side, answer) for side, columns in board.reach.answers.items() for answer in columns]
    asked = [board.ask(*cell) for cell in cells if board.reach.missing(*cell).any()]
    if not asked:
        return ()
    # A detail of a person who has both roles is one answer; what was answered per role are two.
    is_detail = pl.col("answer").is_in(list(Person.model_fields))
    # Worst cases of two roles add up, because a mentee moves once and they share no pair.
    merged = (
        pl.concat(asked)
        .group_by("person", "answer", pl.when(~is_detail).then("side").alias("apart"))
        .agg(
            pl.col("side").alias("sides"),
            pl.sum("pairs", "partners", "at_risk", "gain"),
            pl.max("fall", "rise", "can_change_plan", "is_asked"),
        )
        .sort(
            *("can_change_plan", "is_asked", "at_risk", pl.col("gain").round(6), "partners", "pairs"),
            *("person", "answer", pl.col("sides").list.first()),
            descending=[True] * 6 + [False] * 3,
        )
        .drop("apart")
    )
    return tuple(MissingAnswer(**{**row, "sides": tuple(row["sides"])}) for row in merged.to_dicts())


@dataclass(frozen=True)
class _Board:
    """A proposal with how far every pair is from the plan, in units of loss of one score."""

    proposal: Proposal
    reach: AnswerBounds

    @cached_property
    def margins(self) -> tuple[Floats, Floats, Floats]:
        """Reduced costs per mentor, exact prices per mentor, and the price of not being placed.

        All zero where the plan has no prices that prove it: then every move may be a good one.
        """
        proposal, candidates = self.proposal, self.proposal.pool.candidates
        count = candidates.mentors.height
        wide = _widened(proposal.problem)
        solution = priced(wide, proposal.solution.lane_of)
        if not proposal.aim.sums_points or not certificate(wide, solution).is_optimal:
            nothing = np.zeros((len(proposal.free), count))
            return nothing, nothing, np.zeros(len(proposal.free))
        around = Nearby(wide, solution)
        near, exact = (_per_mentor(wide, one, count) for one in (around.costs[:, :-1], prices(around)))
        both = candidates.mentees["id"].is_in(candidates.mentors["id"].to_list()).to_numpy()[proposal.free]
        exact[both] = near[both]
        return near, exact, around.costs[:, -1]

    def ask(self, side: Side, answer: str) -> pl.DataFrame:
        """What each person of a side who left this open could change by answering."""
        missing, is_row = self.reach.missing(side, answer), side == "mentee"
        proposal, bounds, axis = self.proposal, self.reach.bounds(side, answer), 1 if is_row else 0
        gaps = proposal.score - bounds.low, bounds.high - proposal.score
        fall, rise = (np.where(proposal.allowed, np.maximum(one, 0.0), 0.0) for one in gaps)
        left = np.flatnonzero(missing)
        gain = self._of_mentees(fall, rise) if is_row else self._of_mentors(fall, rise, left)
        at_risk = self._at_risk(bounds, axis)
        found = {
            "person": proposal.pool.candidates.of_side(side)["id"],
            "pairs": ((fall > 0) | (rise > 0)).sum(axis),
            "fall": fall.max(axis, initial=0.0),
            "rise": rise.max(axis, initial=0.0),
            "partners": bounds.closable.sum(axis),
            "at_risk": at_risk,
            "gain": gain,
            "can_change_plan": (at_risk > 0) | (gain > 0) | self._moves_all(answer),
        }
        asked = {"side": pl.lit(side), "answer": pl.lit(answer), "is_asked": pl.lit(not missing.all())}
        return pl.DataFrame(found).filter(missing).with_columns(**asked)

    def _at_risk(self, bounds: Bounds, axis: int) -> Counts:
        """Pairs of the plan that the answer could make unlawful; confirmed ones stand."""
        rows = np.flatnonzero((self.proposal.mentor_of >= 0) & ~self.proposal.is_confirmed)
        planned = np.zeros_like(bounds.closable)
        planned[rows, self.proposal.mentor_of[rows]] = True
        return (planned & bounds.closable).sum(axis)

    def _losses(self, change: Floats) -> Floats:
        """Changes of scores as losses, rounded so that they never understate; 0 where nothing changes."""
        free = change[self.proposal.free]
        return np.where(free > 0, np.ceil(free * SCALE) + 1, 0.0)

    def _of_mentees(self, fall: Floats, rise: Floats) -> Floats:
        """The worst case per mentee, in scores; 0 for who is decided."""
        found = np.zeros(len(self.proposal.mentor_of))
        _, exact, unplaced = self.margins
        is_own = self._is_own
        better = np.where(is_own, -np.inf, self._losses(rise) - exact).max(axis=1, initial=-np.inf)
        lost = np.where(is_own, self._losses(fall), 0.0).sum(axis=1)
        away = np.where(is_own.any(axis=1), -unplaced, -np.inf)
        found[self.proposal.free] = np.maximum(lost + np.maximum(better, away), 0.0) / SCALE
        return found

    def _of_mentors(self, fall: Floats, rise: Floats, missing: Counts) -> Floats:
        """The worst case per mentor, in scores: which mentees could go, and for which there is room."""
        near, _, _ = self.margins
        is_own = self._is_own[:, missing]
        won = np.where(is_own, 0.0, np.maximum(self._losses(rise)[:, missing] - near[:, missing], 0.0))
        room = self.proposal.problem.places.capacity
        has_room = np.arange(len(won))[:, None] < room[missing]
        most = np.where(has_room, -np.sort(-won, axis=0), 0.0).sum(axis=0)
        lost = np.maximum(self._losses(fall)[:, missing] - self._elsewhere[:, None], 0.0)
        found = np.zeros(len(room))
        found[missing] = (np.where(is_own, lost, 0.0).sum(axis=0) + most) / SCALE
        return found

    @cached_property
    def _is_own(self) -> Mask:
        """Per mentee who is not decided, True for the mentor in the plan."""
        mentors = np.arange(len(self.proposal.pool.capacity))
        return self.proposal.mentor_of[self.proposal.free][:, None] == mentors

    @cached_property
    def _elsewhere(self) -> Floats:
        """The least reduced cost of each mentee with anybody but her own mentor, or with nobody."""
        near, _, unplaced = self.margins
        others = np.where(self._is_own, np.inf, near).min(axis=1, initial=np.inf)
        return np.minimum(others, unplaced)

    def _moves_all(self, answer: str) -> bool:
        """Whether the answer counts as text, whose rarity depends on what everybody wrote."""
        counted = self.proposal.settings.criteria_on.values()
        return any(one.compares == "texts" and one.reads(answer) for one in counted)


def _widened(problem: Problem) -> Problem:
    """The same problem with steps between its aims that hold for any scores, not only for today's."""
    rows = 2 * (len(problem.loss) + 1)
    least = float(rows * (SCALE + 1)) if problem.least else 0.0
    unplaced = problem.unplaced if problem.is_priced else float(rows * (SCALE + least + 1))
    loss = np.where(problem.fills_minimum, problem.loss + problem.least - least, problem.loss)
    return replace(problem, loss=loss, unplaced=unplaced, least=least)


def _per_mentor(problem: Problem, by_lane: Floats, mentors: int) -> Floats:
    """The least of the lanes of each mentor; infinity without places."""
    costs = np.where(problem.capacity > 0, by_lane, np.inf)
    found, again = costs[:, :mentors], problem.mentor[mentors:]
    found[:, again] = np.minimum(found[:, again], costs[:, mentors:])
    return found
