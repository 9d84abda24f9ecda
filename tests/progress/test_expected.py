"""Unknown is not no: what was planned, what is known of it, and whom to ask."""

import itertools
import random
from datetime import timedelta

import pytest

from mentorkit.model import Meeting
from mentorkit.model.rhythm import Rhythm, SchoolBreak
from mentorkit.progress.cadence import USUAL_DAYS
from mentorkit.progress.expected import TalkBounds, best_calls, bounds_of, bounds_of_all, states
from mentorkit.progress.known import known_pairs
from tests.progress.programmes import (
    STARTED,
    TODAY,
    day,
    known,
    made_up,
    meeting,
    pair,
    programme,
    rest,
    step,
)


def test_a_talk_that_nobody_noted_is_unknown_and_never_counts_as_not_held():
    one = known(100, meeting(12), meeting(69, is_held=False))
    assert [state for _, state in states(one)] == ["held", "unknown", "not_held", "unknown"]
    found = bounds_of(one)
    assert (found, found.planned) == (TalkBounds(held=1, not_held=1, unknown=2), 4)
    assert (found.low, found.high) == (0.25, 0.75)


def test_without_a_planned_talk_there_is_no_rate():
    found = bounds_of(known(9))
    assert (found.planned, found.low, found.high) == (0, None, None)
    assert bounds_of_all([]) == TalkBounds()


@pytest.mark.parametrize(("after", "talk"), [(24, 0), (25, 1), (54, 1), (55, 2)])
def test_a_talk_belongs_to_the_planned_one_that_is_nearest(after, talk):
    found = [state for _, state in states(known(100, meeting(after)))]
    assert [place for place, state in enumerate(found) if state == "held"] == [talk]


def test_a_talk_is_expected_from_its_day_on_and_not_before():
    assert [when for when, _ in states(known(39))] == [day(10)]
    assert [when for when, _ in states(known(40))] == [day(10), day(40)]
    assert [when for when, _ in states(known(40), since=day(11))] == [day(40)]


def test_a_talk_planned_while_the_pair_rests_is_not_expected_and_takes_no_other_talk_along():
    """Planned on days 10, 40, 70 and 100; at rest from day 30 to 80."""
    rests = rest(30, until=80)
    assert [when for when, _ in states(known(100, rests))] == [day(10), day(100)]
    assert bounds_of(known(100, meeting(12), rests)) == TalkBounds(held=1, unknown=1)
    assert bounds_of(known(100, meeting(50), rests)) == TalkBounds(unknown=2)
    (one,) = known_pairs(programme(pair(), rest(44)), day(100))
    assert [when for when, _ in states(one)] == [day(14)]
    (before,) = known_pairs(programme(pair(), rest(44)), day(43))
    assert (before.pauses, before.pause) == ((), None)


def test_the_first_talk_that_the_start_knows_is_not_asked_for_again():
    (one,) = known_pairs(programme(pair(), step(12, "talked")), TODAY)
    assert one.held == (day(12),)
    assert next(state for _, state in states(one)) == "held"


def test_a_pair_has_its_own_rhythm_or_else_that_of_the_programme_and_breaks_move_talks():
    rhythm = Rhythm(id="r", pair_id="k01", starts_on=day(7), ends_on=day(365), interval_days=14)
    own = programme(pair(), pair(2)).with_table(Rhythm, [rhythm])
    first, second = known_pairs(own, TODAY)
    assert (first.interval_days, first.planned[0], first.planned[1]) == (14, day(7), day(21))
    assert (second.interval_days, second.planned[0]) == (30, day(14))
    closed = own.with_table(SchoolBreak, [SchoolBreak(id="b", starts_on=day(7), ends_on=day(9))])
    assert known_pairs(closed, TODAY)[0].planned[0] == day(10)
    (usual,) = known_pairs(programme(pair(), interval=None), TODAY)
    assert usual.interval_days == USUAL_DAYS == 28


def test_only_pairs_that_are_together_on_the_day_are_known():
    ended, later = pair(2, ended_on=day(50)), pair(3, confirmed_on=day(60))
    now = programme(pair(), ended, later)
    assert [one.pair.id for one in known_pairs(now, day(49))] == ["k01", "k02"]
    assert [one.pair.id for one in known_pairs(now, day(50))] == ["k01"]
    assert [one.pair.id for one in known_pairs(now, day(60))] == ["k01", "k03"]


@pytest.mark.parametrize("seed", range(20))
def test_the_bounds_contain_the_truth_whatever_was_left_out(seed):
    rows = made_up(seed, every=(30,))  # one talk for each that was planned
    held_back = random.Random(seed)  # noqa: S311 -- which talks nobody noted
    seen = [one for one in rows if not isinstance(one, Meeting) or held_back.random() < 0.6]
    truth = bounds_of_all(known_pairs(programme(*rows), TODAY))
    found = bounds_of_all(known_pairs(programme(*seen), TODAY))
    assert found.planned == truth.planned
    assert found.low <= truth.low <= truth.high <= found.high


@pytest.mark.parametrize("seed", range(20))
def test_the_three_calls_narrow_the_bounds_most_and_more_than_random_ones(seed):
    pairs = known_pairs(programme(*made_up(seed)), TODAY)
    chance = random.Random(seed)  # noqa: S311

    def left(asked):
        """Planned talks that nobody knows of after each of these pairs told all."""
        return sum(bounds_of(one).unknown for one in pairs if one not in asked)

    best = left(best_calls(pairs))
    assert best == min(left(three) for three in itertools.combinations(pairs, 3))
    tries = [left(chance.sample(pairs, 3)) for _ in range(50)]
    assert best <= min(tries)
    assert best < sum(tries) / len(tries)


def test_nobody_is_to_be_asked_of_whom_all_is_known():
    full = known(50, meeting(10), meeting(40))
    assert best_calls([full]) == ()
    more = known(50, meeting(10), pair=pair(2))
    assert best_calls([full, more]) == (more,)


def test_the_order_of_the_rows_changes_nothing():
    rows = made_up(3)
    assert known_pairs(programme(*rows), TODAY) == known_pairs(programme(*reversed(rows)), TODAY)


def test_without_pairs_nothing_is_known():
    assert known_pairs(programme(), STARTED + timedelta(days=1)) == ()
