"""Both want this kind of relation: classic, reverse, peer, buddy, flash or group."""

import numpy as np
import polars as pl

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.matching.rules.rule import Rule
from mentorkit.text import say, say_count


def _compute(pool: Candidates) -> Mask:
    """False where either of the two named other kinds only; a missing answer does not forbid."""
    wanted = (_wants(side, pool.relation_type) for side in (pool.mentees, pool.mentors))
    return np.logical_and.outer(*wanted)


def _wants(side: pl.DataFrame, relation_type: str) -> Mask:
    kinds = side["relation_types"].cast(pl.List(pl.String))
    is_open = kinds.list.len().fill_null(0) == 0
    return (is_open | kinds.list.contains(relation_type).fill_null(False)).to_numpy()


RULE = Rule(
    key="relation_type",
    label=say("Both want this kind of mentoring"),
    refusal=say("{mentee} or {mentor} wants another kind of mentoring than this programme offers."),
    nobody=say("Nobody on the other side wants the same kind of mentoring."),
    counted=say_count("{n} wants another kind of mentoring", "{n} want another kind of mentoring", 0),
    compute=_compute,
    answers=("relation_types",),
    is_of_kind=True,
)
