"""Declared vetoes: someone said 'rather not', or there is a conflict of interest."""

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.matching.features import names_someone
from mentorkit.matching.rules.rule import Rule
from mentorkit.text import say, say_count


def _compute(pool: Candidates) -> Mask:
    """False where one of the two asked not to be matched with the other, at sign-up or after they talked."""
    by_mentee = names_someone(pool.mentees["avoids"], pool.mentors) | pool.said("mentee", "avoid")
    by_mentor = names_someone(pool.mentors["avoids"], pool.mentees).T | pool.said("mentor", "avoid")
    return ~(by_mentee | by_mentor)


# The sentences never tell whose word it was: an avoid is told in confidence.
RULE = Rule(
    key="veto",
    label=say("Nobody who was ruled out"),
    refusal=say("One of the two, {mentee} or {mentor}, would rather not."),
    nobody=say("Everybody who is left would rather not be paired with this person, or the other way round."),
    is_fixed=True,
    is_secret=True,
    counted=say_count(
        "{n} would rather not be paired with this person, or the other way round",
        "{n} would rather not be paired with this person, or the other way round",
        0,
    ),
    compute=_compute,
    is_priced=False,
    holds_for="person",
)
