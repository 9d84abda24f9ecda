"""The four questions: who is in a number, what may be said of it, how often chance is taken for change."""

from itertools import product
from math import sqrt

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.evaluation.levels import ASKED, measured
from mentorkit.evaluation.questionnaires import CORE, questionnaires
from mentorkit.evaluation.results import endings, results
from tests.evaluation.rounds import ANSWERS, round_of

SEED = 20261201
GOALS = pl.DataFrame(schema={"who": pl.String, "reached": pl.Int64})
HOURS = pl.DataFrame(schema={"who": pl.String, "hours": pl.Float64})


def changes(scores: pl.DataFrame) -> list[str]:
    """Which way each change went, of those that are told."""
    return [
        one.claim.direction for one in measured(scores, ANSWERS) if one.claim and one.claim.kind == "change"
    ]


def test_every_measure_asks_for_a_scale_or_an_item_of_the_core_questions_in_a_wave_it_is_asked():
    core = questionnaires()[CORE]
    for one in ASKED:
        keys = {item for scale in core.scales if scale.key == one.of for item in scale.items} or {one.of}
        for wave in filter(None, (one.since, one.until)):
            assert keys <= {item.key for item in core.asked(one.role, wave)}, one


def test_who_lacks_one_measurement_is_in_no_change():
    scores = round_of(np.random.default_rng(SEED), 30, share=0.8)
    for one in measured(scores, ANSWERS):
        if one.asked and one.asked.since:
            of = scores.filter(pl.col("role") == one.asked.role, pl.col("scale") == one.asked.of)
            told = [
                set(of.filter(pl.col("wave") == wave)["person_id"])
                for wave in (one.asked.since, one.asked.until)
            ]
            assert set(one.rows["who"]) == told[0] & told[1]
            assert one.n < 30


BY_ITEM = {"applies", "recommends"}


def test_a_score_that_may_not_be_made_is_no_answer():
    scores = round_of(np.random.default_rng(SEED), 12, share=1).with_columns(
        pl.when(pl.col("person_id") == "mentee3").then(None).otherwise("score").alias("score")
    )
    found = measured(scores, ANSWERS)
    assert {
        one.n for one in found if one.asked and one.asked.role == "mentee" and one.key not in BY_ITEM
    } == {11}


@pytest.mark.parametrize(("people", "told"), [(4, 0), (5, 2), (9, 2), (10, 10)])
def test_from_how_many_people_what_is_told(people: int, told: int):
    found = measured(round_of(np.random.default_rng(SEED), people, share=1), ANSWERS)
    assert sum(one.claim is not None for one in found) == told


def test_looking_back_stands_beside_the_start_and_never_in_its_place():
    scores = round_of(np.random.default_rng(SEED), 30, share=1)
    without = scores.filter(pl.col("wave") != "baseline")
    learned = [
        one for one in measured(without, ANSWERS) if one.key == "learned" and one.asked.role == "mentee"
    ]
    assert [(one.asked.is_looked_back, one.n) for one in learned] == [(False, 0), (True, 30)]


@given(st.randoms(use_true_random=False))
@settings(max_examples=5, deadline=None)
def test_the_order_of_rows_changes_nothing(order):
    scores = round_of(np.random.default_rng(SEED), 15)
    mixed = pl.DataFrame(order.sample(scores.rows(), scores.height), schema=scores.schema, orient="row")
    for one, other in zip(measured(scores, ANSWERS), measured(mixed, ANSWERS), strict=True):
        assert one.claim == other.claim
        assert one.rows.equals(other.rows)


def test_a_programme_without_effect_is_seldom_said_to_have_changed_anything():
    """100 rounds of 12 or 30 people without any effect; with 500 it was run by hand."""
    rng, rounds = np.random.default_rng(SEED), 100
    wrong = sum(set(changes(round_of(rng, (12, 30)[turn % 2]))) != {"unclear"} for turn in range(rounds))
    assert wrong / rounds <= 0.05 + 2.5 * sqrt(0.05 * 0.95 / rounds)


def test_an_effect_that_is_there_is_found():
    rng = np.random.default_rng(SEED)
    found = [changes(round_of(rng, 40, effect=0.5)) for _ in range(10)]
    assert sum(way == "rose" for ways in found for way in ways) / sum(map(len, found)) > 0.8
    assert "fell" not in {way for ways in found for way in ways}


def test_of_an_observer_it_is_about_the_pair():
    told = [("bo", f"k{place}", "observer", "core", "closing", "B4", 4 + place % 2) for place in range(6)]
    answers = pl.DataFrame(told, schema=ANSWERS.schema, orient="row")
    none = round_of(np.random.default_rng(SEED), 0)
    (seen,) = [one for one in measured(none, answers) if one.n]
    assert (seen.n, seen.claim.estimate, seen.asked.role) == (6, 1, "observer")


def pairs(*told: tuple[int, str]) -> pl.DataFrame:
    rows = [(f"k{place:02}", days, cause) for place, (days, cause) in enumerate(told)]
    return pl.DataFrame(rows, schema={"who": pl.String, "days": pl.Int64, "cause": pl.String}, orient="row")


def test_all_pairs_ended_so_those_that_ended_early_are_counted():
    told = pairs(*[(180, "planned")] * 9, *[(40, "mentee")] * 3)
    early, goals, hours = results(told, GOALS, HOURS)
    assert (early.claim.estimate, early.claim.n, goals.claim, hours.claim) == (0.25, 12, None, None)


def test_pairs_that_go_on_count_as_long_as_they_are_together():
    told = pairs(*[(180, "planned")] * 6, *[(40, "mentee")], *[(100, "mentor")] * 2, *[(90, "")] * 4)
    early = results(told, GOALS, HOURS)[0].claim
    assert early.estimate == pytest.approx(1 / 13 + 12 / 13 * 2 / 8), "at day 100 eight are still known"
    assert early.low < early.estimate < early.high
    assert set(endings(told)["causes"]) == {"planned", "mentee", "mentor"}


@pytest.mark.parametrize("told", [pairs(*[(180, "planned")] * 9, (3, "")), pairs(*[(9, "")] * 12), pairs()])
def test_without_ends_enough_nothing_is_said_of_endings(told: pl.DataFrame):
    assert results(told, GOALS, HOURS)[0].claim is None


def test_goals_of_one_person_are_one_score_and_hours_are_added_up():
    levels = [(f"p{who}", level) for who, level in product(range(6), (0, 1))] + [("p5", -2)]
    goals = pl.DataFrame(levels, schema=GOALS.schema, orient="row")
    hours = pl.DataFrame(
        [(f"k{place}", 1.5 * place) for place in range(6)], schema=HOURS.schema, orient="row"
    )
    _, reached, spent = results(pairs(), goals, hours)
    assert (reached.n, reached.claim.estimate) == (6, pytest.approx(5 / 6))
    assert (spent.claim.n, spent.claim.estimate, spent.claim.verb) == (6, 22.5, "counted")
