"""Declared vetoes: someone said 'rather not', or there is a conflict of interest."""

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.matching.features import names_someone
from mentorkit.matching.rule import Rule
from mentorkit.text import say


def compute(pool: Candidates) -> Mask:
    """False where one of the two asked not to be matched with the other."""
    by_mentee = names_someone(pool.mentees["avoids"], pool.mentors)
    by_mentor = names_someone(pool.mentors["avoids"], pool.mentees).T
    return ~(by_mentee | by_mentor)


RULE = Rule(
    key="veto",
    label=say("Nobody who was ruled out"),
    refusal=say("{mentee} or {mentor} asked not to be matched with the other."),
    nobody=say("Everybody who is left was ruled out by one of the two."),
    is_fixed=True,
    compute=compute,
)
