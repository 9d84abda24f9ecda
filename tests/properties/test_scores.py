"""What holds for the scores of any programme."""

from math import isnan

import numpy as np
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, Pool, Settings, explain, propose
from mentorkit.model import Application, Person
from tests.matching.small import columns_read
from tests.strategies import ANSWERS, PERSONAL, programmes, settings_of

BLANKABLE = sorted({name for c in CRITERIA for name in columns_read((*c.mentee_answers, *c.mentor_answers))})


@settings(max_examples=40)
@given(programmes(), settings_of())
def test_every_score_and_every_share_known_lies_between_0_and_1(programme: Snapshot, wanted: Settings):
    proposal = propose(Pool.of(programme), wanted)
    for matrix in (proposal.score, proposal.weight_known):
        assert ((matrix >= 0) & (matrix <= 1 + 1e-12)).all()
    assert not np.isnan(proposal.pair_scores[proposal.placed]).any()


@settings(max_examples=40)
@given(programmes(), settings_of())
def test_every_score_is_the_sum_of_its_parts(programme: Snapshot, wanted: Settings):
    proposal = propose(Pool.of(programme), wanted)
    for row, column in np.ndindex(*proposal.score.shape):
        explanation = explain(proposal, row, column)
        parts = np.array([part.points for part in explanation.parts])
        assert explanation.score == proposal.score[row, column]
        assert abs(parts.sum() - explanation.score) < 1e-9


@settings(max_examples=40)
@given(programmes(), settings_of())
def test_every_score_is_the_weighted_mean_of_what_is_known(programme: Snapshot, wanted: Settings):
    """Written out pair by pair, without arrays."""
    proposal = propose(Pool.of(programme), wanted)
    weights = wanted.vector.tolist()
    for row, column in np.ndindex(*proposal.score.shape):
        values = proposal.pool.layers[:, row, column].tolist()
        applied = [(weight, value) for weight, value in zip(weights, values, strict=True) if not isnan(value)]
        known = sum(weight for weight, _ in applied)
        mean = sum(weight * value for weight, value in applied) / known if known else 0.0
        assert abs(proposal.score[row, column] - mean) < 1e-9
        share = known / sum(weights) if sum(weights) else 0.0
        assert abs(proposal.weight_known[row, column] - share) < 1e-9


@settings(max_examples=40)
@given(programmes(), settings_of(), st.sampled_from(BLANKABLE))
def test_taking_an_answer_away_never_counts_as_zero(programme: Snapshot, wanted: Settings, answer: str):
    """Without the answer every criterion that read it is left out or judged by its other parts."""
    before, after = (propose(Pool.of(one), wanted) for one in (programme, without(programme, answer)))
    reads = np.array([answer in columns_read((*c.mentee_answers, *c.mentor_answers)) for c in CRITERIA])
    assert np.array_equal(before.pool.layers[~reads], after.pool.layers[~reads], equal_nan=True)
    silent = np.isnan(after.pool.layers) & ~np.isnan(before.pool.layers)
    lost = np.tensordot(wanted.vector, silent, axes=1) / max(wanted.vector.sum(), 1e-12)
    assert np.allclose(before.weight_known - after.weight_known, lost, atol=1e-9)
    # Where everything else was perfect, the pair is perfect still.
    rest = np.where(reads[:, None, None] | np.isnan(before.pool.layers), 1.0, before.pool.layers)
    is_perfect = (rest == 1.0).all(axis=0) & np.isnan(after.pool.layers[reads]).all(axis=0)
    is_known = after.weight_known > 0
    assert (after.score[is_perfect & is_known] > 1 - 1e-9).all()


def without(programme: Snapshot, answer: str) -> Snapshot:
    """The programme as if nobody had given an answer."""
    people, applications = (
        table.with_columns(pl.lit(None).cast(table.schema[answer]).alias(answer))
        if answer in table.columns
        else table
        for table in (programme.people, programme.applications)
    )
    return programme.with_table(Person, people).with_table(Application, applications)


def test_generated_programmes_leave_out_and_give_every_answer_that_criteria_read():
    drawn = {**PERSONAL, **ANSWERS}
    assert {name for name in BLANKABLE if name != "prefers"} <= drawn.keys()
    assert all({None, ()} & set(drawn[name]) for name in BLANKABLE if name != "prefers")
