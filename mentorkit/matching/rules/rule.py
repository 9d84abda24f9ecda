"""What a rule is: it forbids pairs, never ranks them. On screen it is called a condition."""

from collections.abc import Callable
from dataclasses import dataclass

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.text import Message


@dataclass(frozen=True)
class Rule:
    """One condition every pair must meet.

    `compute` gives a matrix `(n_mentees, n_mentors)`, True where the pair is lawful.
    `refusal` explains a refusal in one sentence, still without its `mentee` and
    `mentor`; `nobody` says of one person that this rule alone shuts out everybody. A rule
    with `is_fixed` protects people and cannot be switched off.
    """

    key: str
    label: Message
    refusal: Message
    nobody: Message
    is_fixed: bool
    compute: Callable[[Candidates], Mask]
