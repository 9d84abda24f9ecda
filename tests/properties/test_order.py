"""The order of a file never decides anything."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.frames import Snapshot
from mentorkit.matching import DEFAULT_WEIGHTS, Pool, Settings, propose, unplaced
from mentorkit.matching.decision.record import table_hashes
from mentorkit.matching.reporting_lines import cycles, unknown_managers
from tests.matching.small import ids, mentee, mentor, plan, snapshot
from tests.strategies import programmes, settings_of


def shuffled(programme: Snapshot, seed: int) -> Snapshot:
    """The same rows of every table in another order."""
    rng = np.random.default_rng(seed)

    return Snapshot(
        {model: frame[rng.permutation(frame.height)] for model, frame in programme.tables.items()}
    )


@settings(max_examples=50)
@given(programmes(), settings_of(), st.integers(0, 2**32))
def test_the_same_people_in_another_order_get_the_same_plan(programme: Snapshot, wanted: Settings, seed: int):
    before, after = (propose(Pool.of(one), wanted) for one in (programme, shuffled(programme, seed)))
    assert ids(before) == ids(after)
    assert before.score.tobytes() == after.score.tobytes()
    assert before.weight_known.tobytes() == after.weight_known.tobytes()
    assert before.solution.u.tobytes() == after.solution.u.tobytes()
    assert before.solution.v.tobytes() == after.solution.v.tobytes()
    assert before.refused == after.refused
    assert unplaced(before) == unplaced(after)


@settings(max_examples=40)
@given(programmes(), settings_of(), st.integers(0, 2**32))
def test_equal_scores_are_settled_by_the_people_not_by_their_order(
    programme: Snapshot, wanted: Settings, seed: int
):
    """With no weight at all every pair is worth the same, under any aim."""
    nothing = replace(wanted, weights=dict.fromkeys(DEFAULT_WEIGHTS, 0.0))
    before, after = (propose(Pool.of(one), nothing) for one in (programme, shuffled(programme, seed)))
    assert not before.score.any()
    assert ids(before) == ids(after)


@settings(max_examples=30)
@given(programmes(), st.integers(0, 2**32))
def test_what_is_reported_and_recorded_does_not_depend_on_order(programme: Snapshot, seed: int):
    other = shuffled(programme, seed)
    assert cycles(other.people) == cycles(programme.people)
    assert unknown_managers(other.people) == unknown_managers(programme.people)
    assert table_hashes(other, "key") == table_hashes(programme, "key")


def test_the_first_names_of_the_alphabet_are_not_favoured():
    """A hundred programmes of two equal mentees and one seat: both halves of the alphabet win."""
    rng = np.random.default_rng(1)
    won = [first_wins(*(f"{rng.integers(10**9):09d}" for _ in range(3))) for _ in range(100)]
    assert 30 <= sum(won) <= 70


def first_wins(first: str, second: str, mentor_id: str) -> bool:
    first, second = sorted((first, second))
    return first in ids(plan(snapshot(mentee(first), mentee(second), mentor(mentor_id))))
