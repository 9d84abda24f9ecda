"""At least one moment in the week when both are free."""

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.matching.features import may_share
from mentorkit.matching.rules.rule import Rule
from mentorkit.text import say, say_count


def _compute(pool: Candidates) -> Mask:
    """False where both named their free moments and share none; a missing answer does not forbid."""
    return may_share(pool.mentees["availability"], pool.mentors["availability"])


RULE = Rule(
    key="free_moment",
    label=say("A moment when both are free"),
    refusal=say("{mentee} and {mentor} have no free moment in common."),
    nobody=say("Nobody on the other side is free at the same moments."),
    counted=say_count("{n} is free at other moments", "{n} are free at other moments", 0),
    compute=_compute,
    answers=("availability",),
    needs_both=True,
)
