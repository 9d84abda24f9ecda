"""What a criterion is: it ranks pairs, never forbids them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from mentorkit.matching.candidates import Candidates, Floats
from mentorkit.text import Message


@dataclass(frozen=True)
class Criterion:
    """One reason why a pair may be better than another.

    `compute` gives a matrix `(n_mentees, n_mentors)` of values 0–1, NaN where it does
    not apply because an answer is missing. `weight` is the default, 0–100. `reason`
    says why it counts. `mentee_answers` and `mentor_answers` name the columns it reads,
    so that the answers can be quoted.

    `compares` says how: one answer with the other as it stands, lists of topics by what they
    mean, or free texts, each with each, where what one is worth hangs on everybody's. `among_peers`
    says whether it is then the same, asked both ways, or never applies. With `names_people` it
    reads whom somebody asked for, which nobody has to do.
    """

    key: str
    label: Message
    reason: Message
    weight: float
    mentee_answers: tuple[str, ...]
    mentor_answers: tuple[str, ...]
    compute: Callable[[Candidates], Floats]
    compares: Literal["answers", "meanings", "texts"] = "answers"
    among_peers: Literal["same", "both_ways", "never"] = "same"
    names_people: bool = False

    def reads(self, answer: str) -> bool:
        """Whether it reads this column of either side."""
        return answer in self.mentee_answers or answer in self.mentor_answers
