"""A language in which both can hold a conversation."""

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.matching.features import may_share
from mentorkit.matching.rules.rule import Rule
from mentorkit.text import say


def _compute(pool: Candidates) -> Mask:
    """False where both named their languages and share none; a missing answer does not forbid."""
    return may_share(pool.mentees["languages"], pool.mentors["languages"])


RULE = Rule(
    key="language",
    label=say("A language in common"),
    refusal=say("{mentee} and {mentor} have no language in common."),
    nobody=say("Nobody on the other side shares a language with this person."),
    compute=_compute,
    answers=("languages",),
    needs_both=True,
)
