"""What a criterion is: it ranks pairs, never forbids them."""

from collections.abc import Callable
from dataclasses import dataclass

from mentorkit.matching.candidates import Candidates, Floats
from mentorkit.text import Message


@dataclass(frozen=True)
class Criterion:
    """One reason why a pair may be better than another.

    `compute` gives a matrix `(n_mentees, n_mentors)` of values 0–1, NaN where it does
    not apply because an answer is missing. `weight` is the default, 0–100. `reason`
    says why it counts. `mentee_answers` and `mentor_answers` name the columns it reads,
    so that the answers can be quoted.
    """

    key: str
    label: Message
    reason: Message
    weight: float
    mentee_answers: tuple[str, ...]
    mentor_answers: tuple[str, ...]
    compute: Callable[[Candidates], Floats]
