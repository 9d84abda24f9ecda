"""The tab Match: a person keeps the weights or takes over others, by name, and undo takes it back."""

from dataclasses import replace
from datetime import timedelta
from functools import reduce

import numpy as np
import pytest

from mentorkit.errors import NotLawful
from mentorkit.evaluation.tried_weights import WeightsTried
from mentorkit.model import Closure, FrozenScore, Lesson, Pair, Pulse, Row
from mentorkit.ui.evaluation.evaluated import Evaluated
from mentorkit.ui.evaluation.foretold import foretold_panel, weights_buttons
from mentorkit.ui.frame.desk import Desk
from mentorkit.workflows.evaluation.foretold import (
    decide_on_weights,
    foretold,
    pairs_with_outcomes,
    weights_in_use,
)
from tests.ui.hands import named, press
from tests.ui.pages import page_of, words
from tests.ui.test_desk import START
from tests.workflows.started import stored_start

SHARES = np.array([0.1, 0.45, *[0.05] * 7, 0.1])


@pytest.fixture
def desk(tmp_path) -> Desk:
    return Desk(stored_start(tmp_path / "p.mentorkit"), now=lambda: START, language="en")


def with_weights(desk: Desk, gain_low: float = 0.01) -> Evaluated:
    """As if there were pairs enough and other weights were found."""
    shown = Evaluated(desk.snapshot, desk.today())
    tried = WeightsTried(120, 40, 0.12, 0.2, gain_low, 0.001, SHARES, 0.04, 0.02)
    shown.__dict__["foretold"] = replace(shown.foretold, tried=tried)
    return shown


def test_with_few_pairs_the_weights_stay_and_it_says_what_to_do(desk: Desk):
    shown, page = Evaluated(desk.snapshot, desk.today()), page_of(desk)
    assert weights_buttons(page, shown) == ()
    said = words(foretold_panel(page, shown, ()).text)
    assert "From 30 pairs on" in said
    assert "Keep the weights." in said
    assert "An outcome is known when a pair is closed" in said


def test_other_weights_are_taken_over_by_name_and_taken_back(desk: Desk):
    page, before = page_of(desk), weights_in_use(desk.snapshot)
    shown = with_weights(desk)
    buttons = weights_buttons(page, shown)
    assert "45" in words(foretold_panel(page, shown, buttons).text)
    press(named(buttons, "Take over"))
    after = weights_in_use(desk.snapshot)
    assert (after["goal_coverage"], after["values_style"]) == (10, 45)
    (lesson,) = desk.snapshot.rows(Lesson)
    assert (lesson.theme, desk.author in lesson.text, "120 pairs" in lesson.text) == ("matching", True, True)
    desk.undo()
    assert (weights_in_use(desk.snapshot), desk.snapshot.rows(Lesson)) == (before, [])


def test_what_is_not_proposed_cannot_be_taken_over_and_keeping_is_noted(desk: Desk):
    page, shown = page_of(desk), with_weights(desk, gain_low=-0.01)
    (keep,) = weights_buttons(page, shown)
    with pytest.raises(NotLawful):
        decide_on_weights(desk.snapshot, shown.foretold, desk.today(), "Mo", page.speak, is_new=True)
    press(keep)
    assert "kept the weights" in desk.snapshot.rows(Lesson)[0].text
    assert desk.snapshot.programme.weights == {}


def test_outcomes_are_those_known_on_the_day(desk: Desk):
    one, other = desk.snapshot.rows(Pair)[:2]
    day = one.confirmed_on + timedelta(days=60)
    pulse = {"occasion": "month", "asked_on": day, "pair_id": one.id, "answered_on": day, "code": "ABCDEFGH"}
    told: dict[type[Row], list[Row]] = {
        Pair: [one, other.model_copy(update={"ended_on": day})],
        Closure: [Closure(id="d", pair_id=other.id, kind="early", ended_on=day)],
        FrozenScore: [
            FrozenScore(id="e", pair_id=one.id, criteria={"goal_coverage": 0.5}, best=1, place=1, spread=0.1)
        ],
        Pulse: [
            Pulse(id="a", side="mentee", number=1, going=5, **pulse),
            Pulse(id="b", side="mentor", number=1, going=2, **pulse),
            Pulse(id="c", side="mentor", number=2, going=1, **pulse | {"asked_on": one.confirmed_on}),
        ],
    }
    now = reduce(lambda programme, table: programme.with_table(*table), told.items(), desk.snapshot)
    found = pairs_with_outcomes(now, day).select("going", "completed", "goal_coverage", "spread").rows()
    assert found == [(3.5, None, 0.5, 0.1), (None, 0, None, None)]
    assert pairs_with_outcomes(now, day - timedelta(days=1))["completed"].null_count() == 2
    assert foretold(now, day).tried is None
