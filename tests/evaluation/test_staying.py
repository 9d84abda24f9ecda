"""Who stayed and moved up: whose clock begins when, who counts, and what may be said of two groups."""

from datetime import timedelta

import numpy as np
import polars as pl
import pytest

from mentorkit.evaluation.levels import Group, Measure, MeasureKey
from mentorkit.evaluation.staying import DAYS, by_lot, followed, integrating, leaving, staying
from tests.evaluation.rounds import BEGUN, STAFF, Employed, staff_of

SEED = 20261201
COMPLETED, LEFT_LATE = [("completed", None, None)] * 6, [("mentee", 300, None)] * 8
WITH: list[Employed] = [*[("mentee", None, 30)] * 6, *COMPLETED, *LEFT_LATE]
GONE = [*[("other", 200, None)] * 6, *[("other", 100, None)] * 4]
WITHOUT: list[Employed] = [*[("other", None, None)] * 10, *GONE]


def told(staff: pl.DataFrame) -> dict[tuple[MeasureKey, Group | None, int | None], Measure]:
    return {(one.key, one.group, one.months): one for one in staying(followed(staff))}


def test_all_with_a_pair_stand_beside_those_who_completed_it_and_those_without():
    found = told(staff_of([*WITH, *WITHOUT]))
    shares = {key: one.claim.estimate for key, one in found.items() if one.claim and key[1] != "beside"}
    assert shares == {
        ("stayed", "mentee", 6): 1.0,
        ("stayed", "completed", 6): 1.0,
        ("stayed", "other", 6): 0.8,
        ("stayed", "mentee", 12): 0.6,
        ("stayed", "completed", 12): 1.0,
        ("stayed", "other", 12): 0.5,
        ("promoted", "mentee", 12): 0.3,
        ("promoted", "completed", 12): 0.0,
        ("promoted", "other", 12): 0.0,
    }
    stayed, promoted = (found[key, "beside", 12].claim for key in ("stayed", "promoted"))
    assert (stayed.estimate, stayed.verb, stayed.direction) == (pytest.approx(0.1), "changed_more", "unclear")
    assert (promoted.n, promoted.direction) == (40, "rose")


def test_nobody_counts_who_came_later_or_had_left_before_the_landmark():
    late = staff_of([("other", None, None)] * 3).with_columns(started_on=pl.lit(BEGUN + timedelta(days=1)))
    gone = staff_of([("other", 0, None)] * 3)
    more = pl.concat([staff_of([*WITH, *WITHOUT]), late, gone])
    assert followed(more).height == len(WITH) + len(WITHOUT)
    assert followed(STAFF).is_empty()


def test_the_landmark_is_the_middle_day_on_which_pairs_began():
    staff = staff_of([*WITH, *WITHOUT]).with_columns(
        since=pl.when(pl.col("who") == "mentee0").then(BEGUN - timedelta(days=90)).otherwise("since")
    )
    seen = dict(followed(staff).select("who", "seen").rows())
    assert (seen["mentee0"], seen["mentee1"], seen["other20"]) == (490, 400, 400)


def test_what_came_after_the_day_of_the_list_has_not_come():
    found = told(staff_of([*WITH, *WITHOUT], seen=250))
    assert {months for _, _, months in found} == {6}
    assert found["stayed", "mentee", 6].claim.estimate == 1.0


def test_who_was_not_seen_as_long_counts_as_long_as_seen():
    """Kaplan–Meier by hand: 20 are there, 5 are seen for 100 days only, then 3 of 15 leave."""
    people: list[Employed] = [("mentee", None, None)] * 12 + [("mentee", 150, None)] * 3
    short = staff_of([("completed", None, None)] * 5, seen=100)
    found = told(pl.concat([staff_of(people), short]))["stayed", "mentee", 6]
    assert (found.claim.estimate, found.claim.n, found.n) == (pytest.approx(12 / 15), 20, 15)


def test_two_groups_leave_at_a_pace_each_and_the_test_needs_enough_people():
    """By hand: 8 left with mentoring, 10.667 were expected, with a variance of 3.542."""
    pace = leaving(followed(staff_of([*WITH, *WITHOUT])))
    assert pace.p == pytest.approx(0.1565, abs=0.0001)
    assert leaving(followed(staff_of([*WITH, *WITHOUT[:9]]))) is None
    assert leaving(followed(STAFF)) is None


def test_newcomers_with_mentoring_work_alone_sooner_than_others_did():
    staff = pl.concat([staff_of(WITH, alone=20), staff_of(WITHOUT, alone=80)])
    pace = integrating(staff)
    assert (pace.mentees["median"], pace.others["median"]) == (120, 180)
    assert pace.p < 0.01
    assert integrating(staff_of([*WITH, *WITHOUT])) is None
    early = staff.with_columns(independent_on=pl.col("since").fill_null(BEGUN) - timedelta(days=1))
    assert integrating(early) is None


def lots(rng: np.random.Generator, effect: float = 0.0) -> pl.DataFrame:
    """Forty people in a draw for twenty places; of those who are drawn more stay by an effect."""
    groups = ["mentee"] * 20 + ["other"] * 20
    chances = [0.5 + effect] * 20 + [0.5] * 20
    gone = rng.random(40) > chances
    people = [(group, 200 if has_left else None, None) for group, has_left in zip(groups, gone, strict=True)]
    return followed(staff_of(people).with_columns(since=pl.lit(BEGUN)))


def test_a_lot_that_changes_nothing_is_said_to_seldom_and_one_that_does_is_found():
    rng = np.random.default_rng(SEED)
    null = [one.claim.direction for _ in range(40) for one in by_lot(lots(rng))]
    assert len(null) == 40
    assert sum(one != "unclear" for one in null) <= 6
    (found,) = by_lot(lots(rng, 0.5))
    assert (found.claim.verb, found.claim.direction) == ("caused", "rose")
    assert [*by_lot(followed(STAFF))] == []


def test_of_a_small_lot_nothing_is_told():
    (few,) = by_lot(lots(np.random.default_rng(SEED)).head(29))
    assert few.claim is None


def test_what_differs_by_chance_is_seldom_said_to_differ():
    rng, alarms = np.random.default_rng(SEED), 0
    for _ in range(60):
        left = [None if one else 200 for one in rng.random(120) < 0.8]
        staff = staff_of([("mentee" if at < 40 else "other", one, None) for at, one in enumerate(left)])
        alarms += told(staff)["stayed", "beside", 12].claim.direction != "unclear"
    assert alarms <= 8


def test_months_are_weeks():
    assert {months: days % 7 for months, days in DAYS.items()} == {6: 0, 12: 0, 24: 0}
