"""Missing answers: bounds that hold for any answer, and a proof that some answers do not matter."""

from dataclasses import replace
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, Pool, Proposal, Settings, propose
from mentorkit.matching.insight.answer_bounds import AnswerBounds
from mentorkit.matching.insight.missing_answers import MissingAnswer, missing_answers
from mentorkit.matching.problem import AimKey
from mentorkit.model import Application, Person
from tests.matching.small import earlier, mentee, mentor, plan, snapshot
from tests.strategies import ANSWERS, PERSONAL, programmes, settings_of

AIMS: tuple[AimKey, ...] = ("placed", "total", "leximin")
NOTHING = dict.fromkeys((criterion.key for criterion in CRITERIA), 0.0)
CHOICES = {**PERSONAL, **ANSWERS}


def filled(programme: Snapshot, repair: MissingAnswer, value: Any) -> Snapshot:
    """The programme as if somebody had given one answer at sign-up."""
    is_personal = repair.answer in Person.model_fields
    frame = programme.people if is_personal else programme.applications
    is_hers = pl.col("id") == repair.person
    if not is_personal:
        is_hers = (pl.col("person_id") == repair.person) & pl.col("role").is_in(repair.sides)
    given_answer = pl.lit(pl.Series([value], dtype=frame.schema[repair.answer])).first()
    changed = frame.with_columns(
        pl.when(is_hers).then(given_answer).otherwise(pl.col(repair.answer)).alias(repair.answer)
    )
    return programme.with_table(Person if is_personal else Application, changed)


def possible(answer: str) -> list[Any]:
    return [one for one in CHOICES[answer] if one not in (None, ())]


def is_as_good(before: Proposal, after: Proposal) -> bool:
    """Whether the plan of before is lawful and one of the best of after."""
    if not np.array_equal(before.free, after.free):
        return False
    problem, mentor_of = after.problem, before.mentor_of[before.free]
    lane_of = before.solution.lane_of
    if not np.array_equal(np.append(problem.mentor, -1)[lane_of], mentor_of):
        return False
    if not np.isfinite(problem.options[np.arange(len(lane_of)), lane_of]).all():
        return False
    if problem.aim != "leximin":
        return problem.total(lane_of) == problem.total(after.solution.lane_of)
    rows = np.arange(len(lane_of))
    mine, theirs = (np.sort(problem.levels[rows, lanes]) for lanes in (lane_of, after.solution.lane_of))
    return np.array_equal(mine, theirs)


def short_by(before: Proposal, after: Proposal) -> float:
    """How much better the best plan is than that of before, in scores."""
    problem = after.problem
    return (problem.total(before.solution.lane_of) - problem.total(after.solution.lane_of)) / problem.point


@settings(max_examples=15)
@given(st.data(), programmes(6), settings_of(), st.sampled_from(AIMS))
def test_any_answer_leaves_scores_in_their_bounds_and_a_settled_plan_best(
    data: st.DataObject, programme: Snapshot, wanted: Settings, aim: AimKey
):
    before = propose(Pool.of(programme), replace(wanted, aim=aim))
    found = missing_answers(before)
    for repair in found[:3] + found[-3:]:
        for value in data.draw(st.permutations(possible(repair.answer)))[:2]:
            pool = Pool.of(filled(programme, repair, value))
            after = propose(pool, before.settings)
            assert_in_bounds(before, repair, after)
            if not repair.can_change_plan:
                assert is_as_good(before, after), (repair, value)
            elif is_same_problem(before, after):
                assert short_by(before, after) <= repair.gain + 1e-9 or repair.answer in TEXTS


TEXTS = ("goals", "goal_text", "topics", "biography")


def is_same_problem(before: Proposal, after: Proposal) -> bool:
    """Whether the same people move, their pairs are still lawful, and points decide."""
    rows, lanes = np.arange(len(before.free)), before.solution.lane_of
    return (
        before.problem.aim != "leximin"
        and np.array_equal(before.free, after.free)
        and bool(np.isfinite(after.problem.options[rows, lanes]).all())
    )


def assert_in_bounds(before: Proposal, repair: MissingAnswer, after: Proposal) -> None:
    candidates = before.pool.candidates
    for side in repair.sides:
        bounds = AnswerBounds(before).bounds(side, repair.answer)
        ids = candidates.mentees["id"] if side == "mentee" else candidates.mentors["id"]
        place = ids.to_list().index(repair.person)
        at = (place, slice(None)) if side == "mentee" else (slice(None), place)
        lawful = after.allowed[at]
        assert (after.score[at] >= bounds.low[at] - 1e-9)[lawful].all()
        assert (after.score[at] <= bounds.high[at] + 1e-9)[lawful].all()
        closed = before.allowed[at] & ~after.allowed[at]
        assert not (closed & ~bounds.closable[at]).any()
        assert not (~before.allowed[at] & lawful).any()


def weighing(**weights: float) -> dict[str, float]:
    return {**NOTHING, **weights}


def found(proposal: Proposal, person: str, answer: str) -> MissingAnswer:
    (repair,) = [one for one in missing_answers(proposal) if (one.person, one.answer) == (person, answer)]
    return repair


def two_mentors(**lee: Any) -> Proposal:
    """Kim covers all that Ann wants to learn and Lee half of it; of the departments Lee's is unknown."""
    programme = snapshot(
        mentee("ann", goals=("law", "data"), department="Care", languages=("nl",)),
        mentor("kim", topics=("law", "data"), department="Care", languages=("nl",)),
        mentor("lee", topics=("law",), **{"languages": ("nl",), **lee}),
    )
    return plan(programme, **weighing(goal_coverage=30, other_unit=10))


def test_the_bounds_are_the_scores_of_the_worst_and_the_best_answer():
    """Lee has 0.5 of 30 points; with the department it is 15 or 25 of 40. Kim has 30 of 40."""
    proposal = two_mentors()
    bounds = AnswerBounds(proposal).bounds("mentor", "department")
    assert (bounds.low[0, 1], bounds.high[0, 1]) == pytest.approx((15 / 40, 25 / 40))
    assert proposal.score[0].tolist() == pytest.approx([0.75, 0.5])


def test_an_answer_that_cannot_overtake_the_plan_cannot_change_it():
    repair = found(two_mentors(), "lee", "department")
    assert not repair.can_change_plan
    assert (repair.pairs, repair.gain) == (1, 0.0)
    assert (repair.fall, repair.rise) == pytest.approx((0.125, 0.125))


def test_an_answer_that_can_overtake_the_plan_says_by_how_much():
    """Without topics Lee scores nothing; with all that Ann wants to learn he would have 1 instead of 0.75."""
    programme = snapshot(
        mentee("ann", goals=("law", "data"), department="Care"),
        mentor("kim", topics=("law", "data"), department="Care"),
        mentor("lee"),
    )
    repair = found(plan(programme, **weighing(goal_coverage=30, other_unit=10)), "lee", "topics")
    assert repair.can_change_plan
    assert repair.gain == pytest.approx(0.25, abs=1e-5)


def test_what_she_loses_here_and_wins_elsewhere_is_counted_against_the_price_of_moving():
    """Ann has 1 with Kim and 0.75 with Lee; by her department these may become 0.75 and 0.8125."""
    programme = snapshot(
        mentee("ann", goals=("law", "data", "tax", "hr")),
        mentor("kim", topics=("law", "data", "tax", "hr"), department="Care"),
        mentor("lee", topics=("law", "data", "tax"), department="Sales"),
    )
    before = plan(programme, **weighing(goal_coverage=30, other_unit=10))
    repair = found(before, "ann", "department")
    assert repair.can_change_plan
    assert repair.gain == pytest.approx(0.0625, abs=1e-5)
    after = propose(Pool.of(filled(programme, repair, "Care")), before.settings)
    assert not is_as_good(before, after)
    assert short_by(before, after) == pytest.approx(0.0625, abs=1e-5)


def test_a_part_of_a_criterion_moves_it_by_its_share_only():
    """One of two parts is known to be 1, so the mean of both is 0.5 at least."""
    programme = snapshot(mentee("ann", values=("a",)), mentor("kim", values=("a",), working_style=3))
    bounds = AnswerBounds(plan(programme, **weighing(values_style=20))).bounds("mentee", "working_style")
    assert (bounds.low[0, 0], bounds.high[0, 0]) == (0.5, 1.0)


def test_an_answer_with_no_counterpart_on_the_other_side_changes_nothing():
    repair = found(plan(snapshot(mentee("ann"), mentor("kim"))), "ann", "goals")
    assert (repair.pairs, repair.fall, repair.rise, repair.can_change_plan) == (0, 0.0, 0.0, False)


def test_an_unknown_language_ranks_by_the_partners_that_hang_on_it():
    proposal = two_mentors(languages=())
    repair = found(proposal, "lee", "languages")
    assert (repair.partners, repair.at_risk, repair.can_change_plan) == (1, 0, False)
    assert found(two_mentors(), "ann", "has_consented").partners == 2
    assert missing_answers(two_mentors())[0].at_risk == 1


def test_a_condition_that_is_off_and_a_criterion_without_weight_ask_nothing():
    programme = snapshot(mentee("ann"), mentor("kim"))
    off = ("language", "free_moment", "relation_type", "training")
    asked = {one.answer for one in missing_answers(plan(programme, off, **weighing(goal_coverage=1)))}
    assert asked == {"goals", "topics", "has_consented"}


def test_a_confirmed_pair_is_not_at_risk():
    people = mentee("ann", goals=("law",)), mentor("kim", languages=("nl",))
    assert found(plan(snapshot(*people)), "ann", "languages").at_risk == 1
    decided = plan(snapshot(*people, pairs=[earlier("ann", "kim")]))
    assert not any(one.can_change_plan for one in missing_answers(decided))


def test_a_detail_of_a_person_in_both_roles_is_asked_once():
    both = mentee("sam", goals=("law",)), mentor("sam", topics=("law",))
    programme = snapshot(*both, mentee("ann", department="Care"), mentor("kim", department="ICT"))
    proposal = plan(programme, **weighing(other_unit=10))
    assert found(proposal, "sam", "department").sides == ("mentee", "mentor")
    assert found(proposal, "sam", "department").pairs == 2


def test_a_question_that_nobody_answered_comes_after_those_that_were_asked():
    programme = snapshot(
        mentee("ann", languages=("nl",)),
        mentee("bea"),
        mentor("kim", languages=("nl",), capacity=2),
    )
    ordered = [one for one in missing_answers(plan(programme)) if one.can_change_plan]
    assert [one.is_asked for one in ordered] == sorted((one.is_asked for one in ordered), reverse=True)
    assert (ordered[0].person, ordered[0].answer) == ("bea", "languages")


@pytest.mark.parametrize("aim", AIMS)
def test_a_programme_without_mentors_or_mentees_has_no_list_that_matters(aim: AimKey):
    for people in ((), (mentee("ann"),), (mentor("kim"),)):
        proposal = propose(Pool.of(snapshot(*people)), Settings({}, aim=aim))
        assert not any(one.can_change_plan for one in missing_answers(proposal))
