"""How far one missing answer could move the scores of pairs, before anybody has given it."""

from dataclasses import dataclass
from functools import cached_property, reduce

import numpy as np

from mentorkit.matching.candidates import Floats, Mask, given
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.criteria.criterion import Part
from mentorkit.matching.pool import Pool
from mentorkit.matching.propose import Proposal, Settings, ratio, summed
from mentorkit.matching.rules.rule import Rule
from mentorkit.model import OTHER_SIDE, Side


@dataclass(frozen=True)
class Bounds:
    """What a pair could be worth once its one missing answer is known; all `(n_mentees, n_mentors)`.

    The new score, 0–1, lies between `low` and `high`, whatever is answered; both are the
    present score where the answer says nothing about a pair. `closable` marks lawful pairs
    that the answer could make unlawful. Only the pairs of people who left it open mean anything.
    """

    low: Floats
    high: Floats
    closable: Mask


@dataclass(frozen=True)
class AnswerBounds:
    """The bounds of every missing answer around one proposal.

    Theorem: a criterion that is the mean c of k known parts becomes (k·c + x) / (k + 1) once
    one more part x is known, and x is 0–1; the score is the weighted mean of the criteria
    that are known then, which rises with x. So x = 0 and x = 1 give its bounds, and the
    score of today, where the part is left out, lies between them. The bounds are reached
    where an answer can be worth 0 and 1 with this partner. Our own heuristic is only that
    an answer to free text may be worth anything.
    """

    proposal: Proposal

    @cached_property
    def answers(self) -> dict[Side, tuple[str, ...]]:
        """Per side the columns that a criterion with a weight, or a condition that is on, reads."""
        found: dict[Side, dict[str, None]] = {"mentee": {}, "mentor": {}}
        for kind in self._kinds:
            for place, parts in kind.parts.items():
                for mine, theirs in () if CRITERIA[place].names_people else parts:
                    found["mentee"][mine] = found["mentor"][theirs] = None
        for rule in self.proposal.settings.rules_on:
            for side in rule.asked_of:
                found[side] |= dict.fromkeys(rule.answers)
        return {side: tuple(columns) for side, columns in found.items()}

    def missing(self, side: Side, answer: str) -> Mask:
        """True for the people of one side who did not answer."""
        return ~given(self.proposal.pool.candidates.of_side(side), answer)

    def bounds(self, side: Side, answer: str) -> Bounds:
        """The bounds if anybody of this side who left this open answered it."""
        spans = [kind.span(side, answer) for kind in self._kinds]
        low, high = (self._best_kind([span[end] for span in spans]) for end in (0, 1))
        if (rule := self._rule_reading(answer)) and rule.is_of_kind:
            lawful = [np.where(kind.lawful, kind.score, np.inf) for kind in self._kinds]
            low = np.minimum(low, reduce(np.minimum, lawful))
        return Bounds(low, high, self._closable(side, answer))

    @cached_property
    def _kinds(self) -> tuple["_Kind", ...]:
        pool, settings = self.proposal.pool, self.proposal.settings
        return tuple(_Kind(one, settings, one.allowed(settings.rules_off)) for one in (pool, *pool.others))

    def _best_kind(self, scores: list[Floats]) -> Floats:
        """The score in the kind of mentoring that is lawful and suits a pair best, as in `score_pairs`."""
        lawful = [np.where(kind.lawful, one, -1.0) for kind, one in zip(self._kinds, scores, strict=True)]
        best = reduce(np.maximum, lawful)
        return np.where(best < 0, scores[0], best)

    def _closable(self, side: Side, answer: str) -> Mask:
        allowed, rule = self.proposal.allowed, self._rule_reading(answer)
        if rule is None:
            return np.zeros_like(allowed)
        return allowed & _other_answered(self.proposal.pool, side, answer) if rule.needs_both else allowed

    def _rule_reading(self, answer: str) -> Rule | None:
        """The condition that reads an answer, if one that is on does."""
        return next((rule for rule in self.proposal.settings.rules_on if answer in rule.answers), None)


@dataclass(frozen=True)
class _Kind:
    """One kind of mentoring, what counts, and the pairs that are lawful in it."""

    pool: Pool
    settings: Settings
    lawful: Mask

    @cached_property
    def parts(self) -> dict[int, tuple[Part, ...]]:
        """What is compared by each criterion that weighs anything, by its place."""
        kind = self.pool.candidates.relation_type
        return {place: one.parts(kind) for place, one in self.settings.criteria_on.items()}

    @cached_property
    def sums(self) -> tuple[Floats, Floats]:
        """See `summed`."""
        return summed(self.pool, self.settings.vector)

    @cached_property
    def score(self) -> Floats:
        """The score of each pair as it is, 0 where nothing is known."""
        return ratio(*self.sums)

    @cached_property
    def counts(self) -> dict[int, Floats]:
        """Per criterion the number of its parts that both of a pair answered; texts are one whole."""
        mentees, mentors = self.pool.candidates.mentees, self.pool.candidates.mentors
        found = {place: np.zeros(self.lawful.shape) for place in self.parts}
        for place, parts in self.parts.items():
            for left, right in () if CRITERIA[place].compares == "texts" else parts:
                found[place] += given(mentees, left)[:, None] & given(mentors, right)
        return found

    def span(self, side: Side, answer: str) -> tuple[Floats, Floats]:
        """The lowest and the highest score of each pair once this answer is known."""
        own, other = (0, 1) if side == "mentee" else (1, 0)
        low, applied = self.sums
        high = low
        touched = np.zeros_like(self.lawful)
        for place, parts in self.parts.items():
            gates = [_other_answered(self.pool, side, one[other]) for one in parts if one[own] == answer]
            if not gates:
                continue
            gate = reduce(np.logical_or, gates)
            count, now = self.counts[place], self.pool.values[place]
            weight = self.settings.vector[place] * gate
            touched |= gate
            applied = applied + weight * (1 - self.pool.known[place])
            low = low + weight * (count * now / (count + 1) - now)
            high = high + weight * ((count * now + 1) / (count + 1) - now)
        # Not a rounding error may be left where nothing changes: ties are told apart by less.
        least = np.where(touched, np.minimum(ratio(low, applied), self.score), self.score)
        most = np.where(touched, np.maximum(ratio(high, applied), self.score), self.score)
        return least, most


def _other_answered(pool: Pool, side: Side, column: str) -> Mask:
    """True for pairs in which the other one answered this."""
    there = given(pool.candidates.of_side(OTHER_SIDE[side]), column)
    return np.broadcast_to(there[None, :] if side == "mentee" else there[:, None], pool.forbidden.shape)
