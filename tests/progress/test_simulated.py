"""What the rules and the bounds say of simulated programmes, beside what really happened there.

Few programmes, so that it stays cheap; `tests/benchmarks/simulated.py` prints the numbers of 200.
"""

from datetime import date, timedelta

import pytest
from numpy.random import default_rng

from mentorkit.frames import Snapshot
from mentorkit.model import CheckIn, Meeting, Pulse, StartStep
from mentorkit.progress.expected import best_calls, bounds_of, bounds_of_all, states
from mentorkit.progress.known import known_pairs
from mentorkit.progress.this_week import CALL_MINUTES, calls, calls_that_fit
from tests.benchmarks.simulated import DAYS, OWN_RULES, PROGRAMME, Found, Year, found_in, snapshot_of

pytestmark = pytest.mark.no_cover  # the same lines again and again

YEARS = [Year(seed) for seed in range(6)]


@pytest.fixture(scope="module")
def found() -> Found:
    return found_in(YEARS)


def test_nine_of_ten_planted_troubles_are_named_before_they_end(found):
    """By any rule, and by one that is made for the trouble; so are three of four of every sort."""
    assert found.planted.total() > 100
    assert found.share("any") >= 0.9
    assert found.share("own") >= 0.9
    assert found.planted.keys() == OWN_RULES.keys()
    for trouble, planted in found.planted.items():
        assert found.named[trouble, "own"] >= 0.75 * planted, trouble


def test_a_sound_pair_is_named_in_a_third_of_the_looks_at_most_and_urgent_in_an_eighth(found):
    """The stated rate of false alarms; what each rule adds to it stands in the benchmark."""
    assert found.looks > 4_000
    assert 0.0 < found.alarms / found.looks <= 0.34
    assert found.urgent / found.looks <= 0.125


def test_the_rules_made_for_a_trouble_name_it_far_more_often_than_sound_pairs_in_as_many_days(found):
    for trouble, planted in found.planted.items():
        difference = found.named[trouble, "own"] - found.chance[trouble, "own"]
        assert difference >= 0.2 * planted, trouble


@pytest.mark.parametrize("year", YEARS, ids=lambda one: one.seed)
def test_the_bounds_of_talks_held_always_contain_the_truth(year):
    looked = 0
    for day, pairs in year.known.items():
        for known in pairs:
            truth = [one.is_held for one in year.truth[known.pair.id].talks if one.planned_on <= day]
            bounds = bounds_of(known)
            assert bounds.held <= sum(truth) <= bounds.held + bounds.unknown
            looked += bounds.unknown > 0
    assert looked > 300


@pytest.mark.parametrize("year", YEARS[:2], ids=lambda one: one.seed)
def test_what_is_said_to_be_held_was_held_and_what_is_said_not_to_be_was_not(year):
    day = year.days[-1]
    for known in year.known[day]:
        held = {one.planned_on: one.is_held for one in year.truth[known.pair.id].talks}
        told = [(planned, state) for planned, state in states(known) if state != "unknown"]
        assert all(held[planned] == (state == "held") for planned, state in told)


@pytest.mark.parametrize("year", YEARS, ids=lambda one: one.seed)
def test_three_chosen_calls_narrow_the_bounds_more_than_three_at_random(year):
    """Each call tells all of a pair: what is left unknown after three of them, chosen and drawn."""
    rng, better = default_rng(year.seed), 0
    for day in year.days[4::3]:
        pairs = year.known[day]
        all_unknown = bounds_of_all(pairs).unknown
        chosen = sum(bounds_of(one).unknown for one in best_calls(pairs))
        drawn = [
            sum(bounds_of(pairs[int(one)]).unknown for one in rng.choice(len(pairs), 3, replace=False))
            for _ in range(20)
        ]
        assert max(drawn) <= chosen <= all_unknown
        better += chosen > 2 * sum(drawn) / len(drawn)
    assert better >= 5


def noted_until(snapshot: Snapshot, day: date) -> Snapshot:
    """The same programme without anything that happened after a day."""
    tables = dict(snapshot.tables)
    for model in (Meeting, CheckIn, StartStep):
        tables[model] = [one for one in tables.get(model, []) if one.day <= day]
    tables[Pulse] = [one for one in tables.get(Pulse, []) if one.asked_on <= day]
    return type(snapshot)(tables)


@pytest.mark.parametrize("year", YEARS[:3], ids=lambda one: one.seed)
def test_what_happens_later_changes_no_earlier_list_of_a_whole_year(year):
    whole = snapshot_of(year.story.rows(year.days[-1] + timedelta(days=DAYS)))
    listed = 0
    for day in year.days[::5]:
        then = calls(known_pairs(noted_until(whole, day), day))
        assert then == calls(known_pairs(whole, day))
        listed += len(then)
    assert listed > 50


@pytest.mark.parametrize("hours", [0, 0.5, 2, 4, 40])
def test_a_list_never_takes_more_than_the_hours_in_any_week_of_a_year(hours):
    year = YEARS[0]
    for day in year.days:
        wanted = calls(year.known[day])
        fit = calls_that_fit(wanted, hours)
        assert len(fit) * CALL_MINUTES <= hours * 60
        assert list(fit) == list(wanted[: len(fit)])


def test_the_truth_is_nowhere_in_the_programme():
    """Neither a trouble nor what nobody noted can be read back from what the programme holds."""
    year = YEARS[0]
    snapshot = snapshot_of(year.story.rows(year.days[-1]), PROGRAMME)
    noted = {(one.pair_id, one.day) for one in snapshot.rows(Meeting)}
    kept_back = [
        (life.pair_id, talk.day)
        for life in year.truth.values()
        for talk in life.talks
        if talk.noted_on is None
    ]
    assert len(kept_back) > 50
    assert not noted & set(kept_back)
    assert not any(kind in repr(snapshot.tables) for kind in ("never_starts", "began_on"))
