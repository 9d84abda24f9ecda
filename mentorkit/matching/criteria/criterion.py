"""What a criterion is: it ranks pairs, never forbids them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from mentorkit.matching.candidates import Candidates, Floats
from mentorkit.model import RelationType
from mentorkit.text import Message

JUDGED_BY = {"level_name": "level"}
"""Answers that are quoted in a person's own words, and the column they are judged by."""

Part = tuple[str, str]
"""A column of the mentee and the one of the mentor that it is compared with."""


@dataclass(frozen=True)
class Criterion:
    """One reason why a pair may be better than another.

    `compute` gives a matrix `(n_mentees, n_mentors)` of values 0–1, NaN where it does
    not apply because an answer is missing. `weight` is the default, 0–100. `reason`
    says why it counts. `answers` name the columns it reads, each of the mentee with the one of
    the mentor it is compared with, so that they can be quoted and asked for.

    `compares` says how: one answer with the other as it stands, lists of topics by what they
    mean, or free texts, each with each, where what one is worth hangs on everybody's. `among_peers`
    says whether it is then the same, asked both ways, or never applies. With `names_people` it
    reads whom somebody asked for, which nobody has to do.
    """

    key: str
    label: Message
    reason: Message
    weight: float
    answers: tuple[Part, ...]
    compute: Callable[[Candidates], Floats]
    compares: Literal["answers", "meanings", "texts"] = "answers"
    among_peers: Literal["same", "both_ways", "never"] = "same"
    names_people: bool = False

    @property
    def mentee_answers(self) -> tuple[str, ...]:
        """The columns it reads of the mentee."""
        return tuple(dict.fromkeys(mine for mine, _ in self.answers))

    @property
    def mentor_answers(self) -> tuple[str, ...]:
        """The columns it reads of the mentor."""
        return tuple(dict.fromkeys(theirs for _, theirs in self.answers))

    def reads(self, answer: str) -> bool:
        """Whether it reads this column of either side."""
        return any(answer in part for part in self.answers)

    @property
    def is_mean(self) -> bool:
        """Whether it is the mean of several comparisons, of which any may be missing."""
        return self.compares == "answers" and len(self.answers) > 1

    def parts(self, relation_type: RelationType) -> tuple[Part, ...]:
        """What is compared in a kind of mentoring, as columns; each part on its own is worth 0–1."""
        own = tuple((JUDGED_BY.get(a, a), JUDGED_BY.get(b, b)) for a, b in self.answers)
        ways = self.among_peers if relation_type == "peer" else "same"
        return {"same": own, "both_ways": (*own, *((b, a) for a, b in own)), "never": ()}[ways]


def alike(*answers: str) -> tuple[Part, ...]:
    """Answers of the mentee that are compared with the same answer of the mentor."""
    return tuple((answer, answer) for answer in answers)
