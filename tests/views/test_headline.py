"""The first lines of the page: today's answer in one sentence."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mentorkit.frames import Snapshot
from mentorkit.matching.problem import SCALE
from mentorkit.model import Decision
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.views.names import Names
from mentorkit.views.pairing.headline import (
    below_least,
    confirmed,
    context,
    first_lines,
    held_back,
    proven,
    to_confirm,
)
from mentorkit.views.pairing.plan_change import in_points
from tests.matching.small import decision, earlier, mentee, mentor, override, plan, snapshot
from tests.workflows.cases import only, sample_plan

ANN, BEA, KIM = mentee("ann"), mentee("bea"), mentor("kim")
LOU = mentor("lou", capacity=4)
ON = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)


def decided(programme: Snapshot, *moments: datetime) -> Snapshot:
    return programme.with_table(Decision, [decision(str(number), at) for number, at in enumerate(moments)])


def test_a_sentence_about_points_is_left_out_when_nobody_is_placed():
    assert context(plan(snapshot())) is None
    assert context(plan(snapshot(ANN, mentor("kim", capacity=0)))) is None


def test_mean_and_lowest_are_of_the_pairs_as_they_are_shown():
    """By city alone: 100 and 0."""
    programme = snapshot(
        mentee("ann", city="Gent"), mentee("bea", city="Luik"), mentor("kim", city="Gent", capacity=2)
    )
    told = context(plan(programme, **only(proximity=10))).values
    assert (told["mean"], told["lowest"]) == (50, 0)


def test_nothing_is_said_of_confirmed_pairs_before_there_are_any():
    programme = snapshot(ANN, KIM)
    assert confirmed(programme, plan(programme)) is None
    assert confirmed(decided(programme, ON), plan(programme)) is None


def test_what_is_still_to_confirm_is_proposed_and_not_confirmed():
    assert to_confirm(plan(snapshot(ANN, BEA, LOU))) == 2
    assert to_confirm(plan(snapshot(ANN, BEA, LOU, pairs=[earlier("ann", "lou")]))) == 1
    assert to_confirm(plan(snapshot(ANN, BEA))) == 0


def test_a_wish_that_cannot_be_kept_is_said():
    wishes = [override("lock", "ann", "kim", revision=1), override("lock", "bea", "kim", revision=2)]
    programme = snapshot(ANN, BEA, KIM, overrides=wishes)
    (message,) = held_back(plan(programme), Names.of(programme))
    assert message.values == {"mentee": "bea", "mentor": "kim"}
    assert held_back(plan(snapshot(ANN, KIM)), Names({})) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_stands_first(language: Language):
    result = sample_plan(language)
    lines = first_lines(result.snapshot, result.proposal)
    said = [speaker(language)(line) for line in lines if line]
    assert said == result.summary(speaker(language)).split("\n")


def test_a_minimum_that_is_not_reached_is_said():
    kim = mentor("kim", capacity=3, least=2)
    assert below_least(plan(snapshot(ANN, BEA, kim))) is None
    assert below_least(plan(snapshot(ANN, kim, LOU))).count == 1


def test_the_gap_of_a_plan_that_is_not_proven_is_told_in_points():
    """Each of six places priced a whole score too high, and two mentees who pay for one: 6 - 2 scores."""
    proposal = plan(snapshot(ANN, BEA, KIM, mentor("lou", capacity=5)))
    dearer = replace(proposal.solution, v=proposal.solution.v - SCALE)
    assert proven(replace(proposal, solution=dearer)).values == {"gap": in_points(400)}


def test_a_minimum_above_the_places_there_are_is_reached_when_all_are_taken():
    kim = mentor("kim", capacity=1, least=3)
    proposal = plan(snapshot(ANN, BEA, kim))
    assert len(proposal.placed) == 1
    assert below_least(proposal) is None


def test_a_pair_that_is_both_locked_and_ruled_out_is_not_made_and_that_is_said():
    both = [override("lock", "ann", "kim", revision=1), override("forbid", "ann", "kim", revision=2)]
    programme = snapshot(ANN, KIM, overrides=both)
    proposal = plan(programme)
    assert (len(proposal.placed), proposal.held.any()) == (0, False)
    assert len(held_back(proposal, Names.of(programme))) == 1
