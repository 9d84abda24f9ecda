"""Nobody mentors herself."""

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.matching.rules.rule import Rule
from mentorkit.text import say, say_count


def _compute(pool: Candidates) -> Mask:
    """False where mentee and mentor are one person, who signed up in both roles."""
    return pool.mentees["id"].to_numpy()[:, None] != pool.mentors["id"].to_numpy()[None, :]


RULE = Rule(
    key="same_person",
    label=say("Two different people"),
    refusal=say("{mentee} signed up in both roles and cannot be her or his own mentor."),
    nobody=say("The only one left is the same person."),
    is_fixed=True,
    counted=say_count("{n} is the same person", "{n} are the same person", 0),
    compute=_compute,
    is_priced=False,
    holds_for="person",
)
