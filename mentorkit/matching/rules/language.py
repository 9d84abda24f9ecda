"""A language in which both can hold a conversation."""

import polars as pl

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.matching.features import may_share
from mentorkit.matching.rules.rule import Rule
from mentorkit.text import Tongue, say, say_count


def _compute(pool: Candidates) -> Mask:
    """False where both named their languages and share none; a missing answer does not forbid."""
    return may_share(pool.mentees["languages"], pool.mentors["languages"])


def spoken_by(people: pl.DataFrame) -> list[Tongue]:
    """The languages that these people speak, each once."""
    spoken = people["languages"].explode().drop_nulls()
    return [Tongue(code) for code in spoken.unique(maintain_order=True)]


RULE = Rule(
    key="language",
    label=say("They speak the same language"),
    refusal=say("{mentee} and {mentor} have no language in common."),
    nobody=say("Nobody on the other side speaks {languages}."),
    counted=say_count("{n} speaks another language", "{n} speak another language", 0),
    compute=_compute,
    is_priced=False,
    advice=say("Look for a mentor who speaks {languages}."),
    answers=("languages",),
    needs_both=True,
)
