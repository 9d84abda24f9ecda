"""What a rule is: it forbids pairs, never ranks them. On screen it is called a condition."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

import numpy as np
import polars as pl

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.model import SIDES, Side
from mentorkit.text import Message


def unless_either(says_no: Callable[[pl.DataFrame], Mask]) -> Callable[[Candidates], Mask]:
    """What a condition computes that holds for each of the two by herself: False where either says no."""
    return lambda pool: ~np.logical_or.outer(says_no(pool.mentees), says_no(pool.mentors))


@dataclass(frozen=True)
class Rule:
    """One condition every pair must meet.

    `compute` gives a matrix `(n_mentees, n_mentors)`, True where the pair is lawful.
    `refusal` explains a refusal in one sentence, still without its `mentee` and
    `mentor`; `nobody` says of one person that this rule alone shuts out everybody, and `counted`
    of how many people that it shuts them out. A rule with `is_fixed` protects people and cannot be
    switched off. Of one that is not `is_priced` it is never told what would be gained without it;
    `advice` is what to do instead. Who `stays_out` of a side takes no part at all.

    `answers` name the columns it reads that the people it is `asked_of` can be asked for; it lets a
    pair pass while one is missing. With `needs_both` it says no only where
    both answered. With `is_of_kind` it judges each kind of mentoring by itself. `holds_for`
    says for whom else a judgement holds: for everybody with these answers, for this person
    alone, or for this sign-up. One that `is_secret` judges what was told in confidence: a note
    to hand on does not say of anybody that it shut her out.
    """

    key: str
    label: Message
    refusal: Message
    nobody: Message
    counted: Message
    compute: Callable[[Candidates], Mask]
    is_fixed: bool = False
    is_priced: bool = True
    advice: Message | None = None
    stays_out: Callable[[pl.DataFrame], Mask] | None = None
    answers: tuple[str, ...] = ()
    asked_of: tuple[Side, ...] = tuple(SIDES)
    needs_both: bool = False
    is_of_kind: bool = False
    is_secret: bool = False
    holds_for: Literal["answers", "person", "sign_up"] = "answers"

    def is_on(self, rules_off: Collection[str]) -> bool:
        """Whether it counts when the coordinator switched these off."""
        return self.is_fixed or self.key not in rules_off
