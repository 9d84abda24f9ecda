"""What people said of each other after they talked: it counts, and an avoid stays a secret."""

import math

import numpy as np
import pytest
from hypothesis import given, settings

from mentorkit.frames import Snapshot
from mentorkit.matching import Pool, Settings, propose
from mentorkit.matching.candidates import Candidates
from mentorkit.matching.criteria.preferences import CRITERION, wishes
from mentorkit.matching.rules import veto
from mentorkit.model import PreferenceKind, Side
from tests.matching.small import ids, mentee, mentor, plan, said, snapshot
from tests.strategies import programmes, settings_of

PEOPLE = (mentee("ann"), mentee("bea"), mentor("kim"), mentor("lou"))


def value(programme: Snapshot, mentee_id: str = "ann", mentor_id: str = "kim") -> float:
    pool = Candidates.of(programme)
    places = pool.mentees["id"].to_list().index(mentee_id), pool.mentors["id"].to_list().index(mentor_id)
    return float(CRITERION.compute(pool)[places])


def told(*words: tuple[Side, str, str, PreferenceKind]) -> Snapshot:
    return snapshot(*PEOPLE, preferences=[said(*word) for word in words])


def test_they_prefer_each_other():
    both = told(("mentee", "ann", "kim", "prefer"), ("mentor", "ann", "kim", "prefer"))
    assert value(both) == 1.0


@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_one_of_the_two_prefers_the_other(side: Side):
    assert value(told((side, "ann", "kim", "prefer"))) == pytest.approx(math.sqrt(0.5))


def test_who_prefers_somebody_is_neutral_about_everybody_else():
    programme = told(("mentee", "ann", "kim", "prefer"))
    assert value(programme, "ann", "lou") == 0.5
    assert math.isnan(value(programme, "bea", "lou"))


@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_a_neutral_word_is_known_of_this_pair_alone(side: Side):
    programme = told((side, "ann", "kim", "neutral"))
    assert value(programme) == 0.5
    assert math.isnan(value(programme, "ann", "lou"))
    assert math.isnan(value(programme, "bea", "kim"))


def test_a_word_after_the_talk_replaces_a_name_at_sign_up():
    people = (mentee("ann", prefers=["kim"]), mentor("kim"))
    assert value(snapshot(*people)) == pytest.approx(math.sqrt(0.5))
    assert value(snapshot(*people, preferences=[said("mentee", "ann", "kim", "neutral")])) == 0.5


def test_wishes_of_both_sides_stay_apart():
    programme = told(("mentee", "ann", "kim", "prefer"), ("mentor", "bea", "kim", "prefer"))
    of_mentees, of_mentors = wishes(Candidates.of(programme))
    assert of_mentees.tolist() == [[1.0, 0.5], [0.5, 0.5]]
    assert of_mentors.tolist() == [[0.5, 0.5], [1.0, 0.5]]


@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_an_avoid_of_either_side_forbids_the_pair_and_only_that(side: Side):
    pool = Candidates.of(told((side, "ann", "kim", "avoid")))
    assert veto.RULE.compute(pool).tolist() == [[False, True], [True, True]]


def test_an_avoid_gives_way_to_the_next_best_mentor():
    assert ids(plan(told(("mentee", "ann", "kim", "avoid"), ("mentor", "bea", "lou", "avoid")))) == {
        "ann": "lou",
        "bea": "kim",
    }


def test_no_number_and_no_sentence_tells_whose_avoid_it_was():
    """All that the pool holds of the two is the same, whoever of them said it."""
    one, other = (Pool.of(told((side, "ann", "kim", "avoid"))) for side in ("mentee", "mentor"))
    assert np.array_equal(one.layers, other.layers, equal_nan=True)
    assert np.array_equal(one.layers, Pool.of(told()).layers, equal_nan=True)
    for key, lawful in one.lawful.items():
        assert np.array_equal(lawful, other.lawful[key])


def test_words_about_people_who_withdrew_are_left_out():
    words = [said("mentee", "ann", "gone", "avoid"), said("mentor", "gone", "kim", "prefer")]
    programme = snapshot(*PEOPLE, preferences=words)
    assert veto.RULE.compute(Candidates.of(programme)).all()
    assert math.isnan(value(programme))


@settings(max_examples=50)
@given(programmes(), settings_of())
def test_a_pair_that_one_of_the_two_avoids_is_never_proposed(programme: Snapshot, wanted: Settings):
    avoided = {
        (word["mentee_id"], word["mentor_id"])
        for word in programme.preferences.to_dicts()
        if word["kind"] == "avoid"
    }
    confirmed = {
        (pair["mentee_id"], pair["mentor_id"])
        for pair in programme.pairs.to_dicts()
        if pair["ended_on"] is None
    }
    assert not (set(ids(propose(Pool.of(programme), wanted)).items()) - confirmed) & avoided
