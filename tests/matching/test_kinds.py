"""Several kinds of mentoring in one solve: they share people and places."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from mentorkit.frames import Snapshot
from mentorkit.matching import DEFAULT_WEIGHTS, Pool, Settings, explain, propose, unplaced
from mentorkit.matching.insight.rule_costs import rule_costs
from mentorkit.model import Override, Pair, Programme, RelationType
from tests.matching.small import Entry, ids, mentee, mentor, snapshot
from tests.strategies import RELATIONS, programmes, settings_of


def offering(programme: Snapshot, *others: RelationType) -> Snapshot:
    changed = programme.programme.model_copy(update={"other_types": others})
    return programme.with_table(Programme, [changed])


def kinds(programme: Snapshot) -> dict[str, str]:
    """The kind of mentoring of every proposed pair, by mentee."""
    proposal = propose(Pool.of(programme), Settings({"experience_gap": 100.0}))
    mentees = proposal.pool.candidates.mentees["id"].to_list()
    return {
        mentees[row]: proposal.pool_of(row, int(proposal.mentor_of[row])).candidates.relation_type
        for row in proposal.placed.tolist()
    }


JUNIOR, SENIOR = {"years_experience": 2.0}, {"years_experience": 12.0}


def test_a_junior_mentor_of_a_senior_mentee_is_reverse_mentoring_where_that_is_offered():
    programme = snapshot(mentee("anna", **SENIOR), mentor("bram", **JUNIOR))
    assert kinds(programme) == {"anna": "classic"}
    assert kinds(offering(programme, "reverse")) == {"anna": "reverse"}


def test_each_pair_has_the_kind_that_both_want():
    programme = snapshot(
        mentee("anna", relation_types=("flash",)),
        mentee("cem", relation_types=("classic",)),
        mentor("bram", relation_types=("flash", "buddy")),
        mentor("dirk", relation_types=("classic",)),
    )
    assert kinds(programme) == {"cem": "classic"}
    assert kinds(offering(programme, "flash", "buddy")) == {"anna": "flash", "cem": "classic"}


def test_a_place_is_used_once_whatever_it_is_used_for():
    people: list[Entry] = [
        mentee("anna", relation_types=("flash",)),
        mentee("cem", relation_types=("classic",)),
        mentor("bram", capacity=1),
    ]
    assert len(kinds(offering(snapshot(*people), "flash"))) == 1


def test_between_peers_both_learn():
    programme = snapshot(
        mentee("anna", goals=("planning",), topics=("coaching", "law")),
        mentor("bram", topics=("planning",), goals=("coaching", "design")),
        relation_type="peer",
    )
    proposal = propose(Pool.of(programme), Settings({"goal_coverage": 100.0}))
    parts = {part.criterion.key: part.value for part in explain(proposal, 0, 0).parts}
    assert parts["goal_coverage"] == pytest.approx((1.0 + 0.5) / 2)


@settings(max_examples=40)
@given(programmes(most=9), settings_of(), st.sets(st.sampled_from(RELATIONS)).map(tuple))
def test_no_choice_of_kinds_and_pairs_is_better(
    programme: Snapshot, wanted: Settings, others: tuple[RelationType, ...]
):
    """Brute force over pairs, where a pair may have any kind that is lawful for it."""
    clean = programme.with_table(Override, []).with_table(Pair, [])
    pool = Pool.of(offering(clean, *others))
    wanted = replace(wanted, aim="placed")
    proposal = propose(pool, wanted)
    pools = (pool, *pool.others)
    alone = [propose(replace(one, others=()), wanted) for one in pools]
    allowed = np.any([one.allowed for one in alone], axis=0)
    score = np.max([np.where(one.allowed, one.score, 0.0) for one in alone], axis=0)
    seats = np.repeat(np.arange(allowed.shape[1]), np.minimum(pool.capacity, len(allowed)))
    rows, taken = linear_sum_assignment(np.where(allowed, 1 - score, 1000.0)[:, seats])
    is_lawful = allowed[rows, seats[taken]]
    assert len(proposal.placed) == is_lawful.sum()
    if not pool.least.any():
        best = score[rows, seats[taken]][is_lawful].sum()
        assert proposal.total == pytest.approx(best, abs=1e-6 * (len(score) + 1))
    for row in proposal.placed.tolist():
        column = int(proposal.mentor_of[row])
        why = explain(proposal, row, column)
        assert sum(part.points for part in why.parts) == pytest.approx(why.score, abs=1e-9)


@settings(max_examples=20)
@given(programmes(most=9), st.sets(st.sampled_from(RELATIONS)).map(tuple))
def test_offering_more_kinds_never_places_fewer(programme: Snapshot, others: tuple[RelationType, ...]):
    few, many = (
        propose(Pool.of(one), Settings(DEFAULT_WEIGHTS)) for one in (programme, offering(programme, *others))
    )
    assert len(many.placed) >= len(few.placed)
    assert all(cost.placed >= 0 for cost in rule_costs(many))
    assert len(unplaced(many)) <= len(unplaced(few)) + len(ids(many))
