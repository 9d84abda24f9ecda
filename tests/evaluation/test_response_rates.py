"""Rates of waves, whether those who kept silent differ, and what their answers could have changed."""

from datetime import date, timedelta

import polars as pl
import pytest

from mentorkit.evaluation.questionnaires import CORE, questionnaires
from mentorkit.evaluation.response_rates import is_late, scale_bounds, unanswered, wave_rates
from mentorkit.evaluation.who_answered import compared, facts_of
from mentorkit.frames import frame_of
from mentorkit.model import Closure, Meeting, Response
from tests.evaluation.test_questionnaires import response
from tests.workflows.started import TODAY, pair

ASKED = date(2027, 3, 1)
FULL = {"R1": 4, "R2": 4, "R3": 5}


def one(number: int, answers: dict[str, int] | None = None, **more: object) -> Response:
    told = {"answers": answers, "answered_on": ASKED} if answers else {}
    return response(id=f"u{number:02}", person_id=f"p{number:02}", pair_id=f"k{number:02}", **told, **more)


def test_every_wave_and_role_has_its_rate_in_the_order_of_a_round():
    rows = [one(1, FULL), one(2), one(3, FULL, role="mentor"), one(4, FULL, wave="baseline")]
    found = [(rate.wave, rate.role, rate.asked, rate.answered, rate.share) for rate in wave_rates(rows)]
    assert found == [
        ("baseline", "mentee", 1, 1, 1.0),
        ("closing", "mentee", 2, 1, 0.5),
        ("closing", "mentor", 1, 1, 1.0),
    ]
    assert [row.id for row in unanswered(rows)] == ["u02"]


@pytest.mark.parametrize(("days", "expected"), [(6, False), (7, True), (44, True), (45, False)])
def test_a_reminder_comes_after_a_week_and_not_when_it_is_too_late(days: int, expected: bool):
    assert is_late(one(1), ASKED + timedelta(days=days)) is expected


def test_those_who_kept_silent_move_a_mean_between_two_bounds():
    rows = [one(number, FULL if number < 10 else None) for number in range(16)]
    (found,) = scale_bounds(frame_of(rows, Response), questionnaires()[CORE]).to_dicts()
    mean = 13 / 3
    assert (found["answered"], found["asked"], found["scale"]) == (10, 16, "reaction")
    assert [found[name] for name in ("mean", "worst", "best")] == pytest.approx(
        [mean, (10 * mean + 6 * 1) / 16, (10 * mean + 6 * 5) / 16]
    )
    assert scale_bounds(frame_of(rows[1:], Response), questionnaires()[CORE]).is_empty()


def test_who_answered_is_compared_on_facts_of_the_pair_and_small_counts_are_hidden():
    pairs = [
        pair("m", "n", id=f"k{number:02}", ended_on=TODAY if number < 11 else None) for number in range(16)
    ]
    early = [Closure(id=f"c{number}", pair_id=f"k{number:02}", kind="early") for number in range(6)]
    talks = [
        Meeting(id=f"t{number}{day}", pair_id=f"k{number:02}", day=TODAY + timedelta(days=day), is_held=True)
        for number in range(8)
        for day in range(4)
    ]
    facts = facts_of(*map(frame_of, (pairs, early, talks), (type(pairs[0]), Closure, Meeting)))
    rows = [one(number, FULL if number >= 4 else None) for number in range(16)]
    found = compared(frame_of(rows, Response), facts)
    assert found.rows() == [
        ("early", None, None),
        ("few_talks", 8, None),
        ("in_time", 5, None),
        ("many_talks", None, None),
        ("together", 5, None),
    ]
    assert compared(frame_of(rows, Response).clear(), pl.DataFrame(facts)).is_empty()
