"""Made-up answers to questionnaires: most answer, they change modestly, and the truth is kept apart."""

from datetime import timedelta

import polars as pl
import pytest
from numpy.random import default_rng

from mentorkit.evaluation.questionnaires import CORE, questionnaires
from mentorkit.evaluation.response_rates import wave_rates
from mentorkit.evaluation.responses import long, scale_scores
from mentorkit.frames import frame_of
from mentorkit.model import Response
from mentorkit.workflows.simulated.life import simulated
from mentorkit.workflows.simulated.truth import Simulated
from mentorkit.workflows.simulated.waves import TrueChange, waves_of
from tests.progress.programmes import STARTED
from tests.workflows.simulated.test_life import DAYS, pairs


@pytest.fixture(scope="module")
def story() -> tuple[Simulated, tuple[TrueChange, ...]]:
    many = pairs(200, 150)
    return waves_of(many, simulated(many, DAYS, default_rng(1)).lives, DAYS, default_rng(2))


def responses(told: Simulated, days: int) -> list[Response]:
    return [row for row in told.rows(STARTED + timedelta(days=days)) if isinstance(row, Response)]


def test_about_seven_in_ten_answer_and_nobody_before_being_asked(story):
    told, _ = story
    rates = {(one.wave, one.role): one.share for one in wave_rates(responses(told, DAYS))}
    assert 0.68 < rates["baseline", "mentee"] < 0.9
    assert 0.5 < rates["closing", "mentee"] < 0.8
    assert rates["then", "mentee"] == rates["closing", "mentee"]
    assert {one.wave for one in responses(told, 100)} == {"baseline"}
    for one in responses(told, DAYS):
        assert one.answered_on is None or one.answered_on >= one.asked_on
        assert all(ITEMS[key].holds(value) for key, value in one.answers.items())


ITEMS = {one.key: one for one in questionnaires()[CORE].items}


def test_what_people_answer_follows_what_is_true_of_them(story):
    told, changes = story
    rows = [one for one in responses(told, DAYS) if one.role == "mentee"]
    scores = scale_scores(long(frame_of(rows, Response)), questionnaires()[CORE])
    means = scores.filter(scale="learning").pivot("wave", index="person_id", values="score").drop_nulls()
    true = {one.person_id: one.after - one.before for one in changes}
    grew = sum(true[who] for who in means["person_id"]) / means.height
    assert means.select((pl.col("closing") - pl.col("baseline")).mean()).item() == pytest.approx(
        grew, abs=0.1
    )
    assert means.select((pl.col("baseline") - pl.col("then")).mean()).item() == pytest.approx(0.3, abs=0.1)
    assert 0.25 < grew < 0.45


def test_a_seed_tells_the_same_whoever_the_pairs_are():
    def told(prefix: str) -> list[object]:
        others = [one.model_copy(update={"id": f"{prefix}{one.id}"}) for one in pairs(20)]
        return [one.answers for one in responses(waves_of(others, (), DAYS, default_rng(3))[0], DAYS)]

    assert told("a") == told("b")
    assert all(told("a")[:1])
