"""Which missing answer is worth asking for first: what it could change about the plan, at most."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from mentorkit.matching.aims.pair_price import prices
from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.check import certificate
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.duals import priced, reduced
from mentorkit.matching.insight.answer_bounds import AnswerBounds, Bounds
from mentorkit.matching.problem import SCALE, Problem
from mentorkit.matching.propose import Proposal
from mentorkit.model import Person, Side


@dataclass(frozen=True)
class Repair:
    """One answer of one person that is missing, and what it could change by itself.

    `sides` are the roles in which it counts. `pairs` are her lawful pairs whose score would
    change; `fall` and `rise` are the most that one of these could lose or gain, 0–1.
    `partners` are the lawful partners whom a condition could rule out once she answers, and
    `at_risk` the pairs of the plan among these. `gain` is the most that the plan could then
    be short of the best plan, in scores; where a plan has no prices in points (see `Aim`), or is
    not proven, it says only how far scores could move. Without `can_change_plan` it is proven
    that the plan stays as good as any other, whatever she answers. `is_asked` says that
    somebody else in her role answered; else the question is missing in the form, not her answer.
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


def repairs(proposal: Proposal) -> tuple[Repair, ...]:
    """Every missing answer that a criterion with a weight or a condition that is on reads.

    Sorted: what cannot change the plan comes last, and before that questions that nobody in
    a role answered. Of the rest first what could break up most pairs of the plan, then by
    `gain`, by the partners it could rule out and by the pairs it touches. No condition takes a
    missing answer for a no, so no answer opens a pair: what hangs on an unknown agreement,
    language or moment is what it could rule out.

    Theorem: let x be a best plan with reduced costs r ≥ 0, and let one answer change the
    losses c of pairs of one person alone, within bounds. Against any other plan y, x is
    short by at most the sum over the mentees who move of (rise of her loss in x, if x has
    her with this person) plus (fall of her loss in y, if y has) minus r of her option in y,
    because the losses of y are at least those of x plus its reduced costs (weak duality).
    For a mentee who is no mentor too, r may be the exact price of the pair (sensitivity of
    one row), so `gain` is the exact worst case within the bounds. A pair that becomes unlawful
    takes plans away and adds none, so it matters only when x has it. That the highest of
    these worst cases is asked first is our own heuristic.

    One answer at a time: two that are missing on both sides of a pair do not count until one
    of them is known. Free text shifts the likeness of all texts a little, so with a weight on
    own words no answer it reads is ever said to leave the plan alone.
    """
    board = _Board(proposal)
    found = [repair for side, answer in board.cells for repair in board.ask(side, answer)]
    return tuple(sorted(_merged(found), key=_order))


def _order(one: Repair) -> tuple[object, ...]:
    return (
        not one.can_change_plan,
        not one.is_asked,
        -one.at_risk,
        -round(one.gain, 6),
        -one.partners,
        -one.pairs,
        one.person,
        one.answer,
        one.sides,
    )


@dataclass(frozen=True)
class _Board:
    """A proposal with how far every pair is from the plan, in units of loss of one score."""

    proposal: Proposal

    @cached_property
    def reach(self) -> AnswerBounds:
        return AnswerBounds(self.proposal)

    @cached_property
    def cells(self) -> list[tuple[Side, str]]:
        """The columns to look at, per side."""
        return [(side, answer) for side, columns in self.reach.answers.items() for answer in columns]

    @cached_property
    def own(self) -> np.ndarray:
        """The mentor in the plan of each mentee who is not decided."""
        return self.proposal.mentor_of[self.proposal.free]

    @cached_property
    def people(self) -> dict[Side, list[str]]:
        candidates = self.proposal.pool.candidates
        return {"mentee": candidates.mentees["id"].to_list(), "mentor": candidates.mentors["id"].to_list()}

    @cached_property
    def room(self) -> np.ndarray:
        """Places per mentor that no decided pair takes."""
        problem = self.proposal.problem
        return np.bincount(problem.mentor, problem.capacity, len(self.people["mentor"])).astype(np.int64)

    @cached_property
    def margins(self) -> tuple[Floats, Floats, Floats]:
        """Reduced costs per mentor, exact prices per mentor, and the price of not being placed.

        All zero where the plan has no prices that prove it: then every move may be a good one.
        """
        proposal, count = self.proposal, len(self.people["mentor"])
        wide = _widened(proposal.problem, count)
        solution = priced(wide, proposal.solution.lane_of)
        if not proposal.aim.sums_points or not certificate(wide, solution).is_optimal:
            nothing = np.zeros((len(proposal.free), count))
            return nothing, nothing, np.zeros(len(proposal.free))
        costs = reduced(wide, solution)
        near = _per_mentor(wide, costs[:, :-1], count)
        exact = _per_mentor(wide, prices(wide, solution), count)
        both = np.isin(np.array(self.people["mentee"], dtype=object)[proposal.free], self.people["mentor"])
        exact[both] = near[both]
        return near, exact, costs[:, -1]

    def ask(self, side: Side, answer: str) -> Iterator[Repair]:
        """What each person of a side who left this open could change by answering."""
        missing, is_asked = np.flatnonzero(left_open := self.reach.missing(side, answer)), not left_open.all()
        if not len(missing):
            return
        proposal, bounds = self.proposal, self.reach.bounds(side, answer)
        fall, rise = (
            np.where(proposal.allowed, np.maximum(one, 0.0), 0.0)
            for one in (proposal.score - bounds.low, bounds.high - proposal.score)
        )
        touched = (fall > 0) | (rise > 0)
        worst = self._of_mentees(fall, rise) if side == "mentee" else self._of_mentors(fall, rise, missing)
        axis = 1 if side == "mentee" else 0
        per_person = zip(
            missing.tolist(),
            touched.sum(axis)[missing].tolist(),
            fall.max(axis, initial=0.0)[missing].tolist(),
            rise.max(axis, initial=0.0)[missing].tolist(),
            bounds.closable.sum(axis)[missing].tolist(),
            self._at_risk(bounds, axis)[missing].tolist(),
            worst[missing].tolist(),
            strict=True,
        )
        moves_all = self._moves_all(answer)
        for place, pairs, down, up, partners, at_risk, gain in per_person:
            can = bool(at_risk or gain > 0 or moves_all)
            person = self.people[side][place]
            yield Repair(person, (side,), answer, pairs, down, up, partners, at_risk, gain, can, is_asked)

    def _at_risk(self, bounds: Bounds, axis: int) -> np.ndarray:
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
        found = np.zeros(len(self.people["mentee"]))
        _, exact, unplaced = self.margins
        is_own = self._is_own
        better = np.where(is_own, -np.inf, self._losses(rise) - exact).max(axis=1, initial=-np.inf)
        lost = np.where(is_own, self._losses(fall), 0.0).sum(axis=1)
        away = np.where(self.own >= 0, -unplaced, -np.inf)
        found[self.proposal.free] = np.maximum(lost + np.maximum(better, away), 0.0) / SCALE
        return found

    def _of_mentors(self, fall: Floats, rise: Floats, missing: np.ndarray) -> Floats:
        """The worst case per mentor, in scores: whom she could lose, and whom she has room to win."""
        near, _, _ = self.margins
        is_own = self._is_own[:, missing]
        won = np.where(is_own, 0.0, np.maximum(self._losses(rise)[:, missing] - near[:, missing], 0.0))
        has_room = np.arange(len(won))[:, None] < self.room[missing]
        most = np.where(has_room, -np.sort(-won, axis=0), 0.0).sum(axis=0)
        lost = np.maximum(self._losses(fall)[:, missing] - self._elsewhere[:, None], 0.0)
        found = np.zeros(len(self.room))
        found[missing] = (np.where(is_own, lost, 0.0).sum(axis=0) + most) / SCALE
        return found

    @cached_property
    def _is_own(self) -> Mask:
        return self.own[:, None] == np.arange(len(self.room))

    @cached_property
    def _elsewhere(self) -> Floats:
        """The least reduced cost of each mentee with anybody but her own mentor, or with nobody."""
        near, _, unplaced = self.margins
        others = np.where(self._is_own, np.inf, near).min(axis=1, initial=np.inf)
        return np.minimum(others, unplaced)

    def _moves_all(self, answer: str) -> bool:
        """Whether the answer counts as text, whose rarity depends on what everybody wrote."""
        weights = self.proposal.settings.vector
        return any(
            weight > 0 and one.compares == "texts" and one.reads(answer)
            for weight, one in zip(weights.tolist(), CRITERIA, strict=True)
        )


def _merged(found: list[Repair]) -> Iterator[Repair]:
    """Details of a person who has both roles are one answer; what she answered per role are two."""
    seen: dict[tuple[str, str, tuple[Side, ...]], Repair] = {}
    for one in found:
        key = one.person, one.answer, () if one.answer in Person.model_fields else one.sides
        seen[key] = _both(seen[key], one) if key in seen else one
    yield from seen.values()


def _both(one: Repair, other: Repair) -> Repair:
    """The worst cases of two roles add up, because a mentee moves once and they share no pair."""
    return replace(
        one,
        sides=(*one.sides, *other.sides),
        pairs=one.pairs + other.pairs,
        fall=max(one.fall, other.fall),
        rise=max(one.rise, other.rise),
        partners=one.partners + other.partners,
        at_risk=one.at_risk + other.at_risk,
        gain=one.gain + other.gain,
        can_change_plan=one.can_change_plan or other.can_change_plan,
        is_asked=one.is_asked or other.is_asked,
    )


def _widened(problem: Problem, mentors: int) -> Problem:
    """The same problem with steps between its aims that hold for any scores, not only for today's."""
    rows = 2 * (len(problem.loss) + 1)
    least = float(rows * (SCALE + 1)) if problem.least else 0.0
    fills = np.arange(len(problem.mentor)) >= mentors
    unplaced = problem.unplaced if problem.is_priced else float(rows * (SCALE + least + 1))
    loss = np.where(fills, problem.loss + problem.least - least, problem.loss)
    return replace(problem, loss=loss, unplaced=unplaced, least=least)


def _per_mentor(problem: Problem, by_lane: Floats, mentors: int) -> Floats:
    """The least of the lanes of each mentor; infinity without places."""
    found = np.full((len(by_lane), mentors), np.inf)
    for lanes in (slice(None, mentors), slice(mentors, None)):
        at = problem.mentor[lanes]
        costs = np.where(problem.capacity[lanes] > 0, by_lane[:, lanes], np.inf)
        found[:, at] = np.minimum(found[:, at], costs)
    return found
