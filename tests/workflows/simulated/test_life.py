"""Simulated lives: the same for a seed, whoever the pairs are and from whatever day they are looked at."""

from collections import Counter
from datetime import timedelta

import pytest
from numpy.random import default_rng

from mentorkit.model import CheckIn, Goal, Meeting, Pair
from mentorkit.progress.expected import bounds_of
from mentorkit.progress.known import known_pairs
from mentorkit.workflows.simulated.life import simulated
from mentorkit.workflows.simulated.rates import Rates
from mentorkit.workflows.simulated.truth import Simulated
from tests.progress.programmes import STARTED, pair, programme

DAYS = 364


def pairs(many: int, mentors: int | None = None) -> list[Pair]:
    return [pair(number, mentor_id=f"m{number % (mentors or many)}") for number in range(many)]


def lives(seed: int, many: int = 40, **rates) -> Simulated:
    return simulated(pairs(many, 3 * many // 4), DAYS, default_rng(seed), Rates(**rates))


def test_a_seed_tells_the_same_story_of_other_people():
    def told(prefix: str) -> list[tuple[object, ...]]:
        others = [one.model_copy(update={"id": prefix + one.id}) for one in pairs(20)]
        return [
            (one.trouble, one.began_on, one.ended_on, one.talks)
            for one in simulated(others, DAYS, default_rng(4)).lives
        ]

    assert told("a") == told("b")


def test_what_stood_there_on_a_day_is_the_beginning_of_what_stands_there_later():
    story = lives(1)
    for weeks in (0, 3, 9, 30):
        day = STARTED + timedelta(weeks=weeks)
        earlier, later = story.rows(day), story.rows(day + timedelta(days=40))
        assert {one.id for one in earlier} <= {one.id for one in later}
        assert all(one.day <= day for one in earlier if isinstance(one, Meeting | CheckIn))


def test_no_pair_talks_or_is_called_after_its_end():
    for seed in range(6):
        story = lives(seed)
        ends = {one.pair_id: one.ended_on for one in story.lives}
        rows = [row for _, row in story.noted if isinstance(row, Meeting | CheckIn)]
        assert all(row.day < ends[row.pair_id] for row in rows)
        ended = {row.id: row for row in story.rows(max(ends.values())) if isinstance(row, Pair)}
        assert {one.id: one.ended_on for one in ended.values()} == ends


@pytest.mark.parametrize("seed", range(4))
def test_every_talk_belongs_to_the_planned_one_it_was_meant_for(seed):
    """So that the truth can be compared planned talk by planned talk."""
    for life in lives(seed).lives:
        days = [one.planned_on for one in life.talks]
        for talk in life.talks:
            assert min(days, key=lambda one, at=talk.day: abs(one - at)) == talk.planned_on


def test_a_year_has_about_as_many_early_ends_as_the_rates_say():
    """Between the 31 % of twelve months in a youth programme and a good deal fewer; see rates.py."""
    found = [one for seed in range(10) for one in lives(seed, 60).lives]
    share = sum(one.has_ended_early for one in found) / len(found)
    assert 0.22 <= share <= 0.34
    assert any(one.trouble is None for one in found if one.has_ended_early)
    kinds = Counter(one.trouble for one in found)
    assert kinds.keys() == {*Rates().planted, "overload"}
    assert 0.08 <= kinds["silent"] / len(found) <= 0.14


def test_a_mentor_who_has_no_time_has_none_for_all_of_them():
    story = simulated(pairs(30, 10), DAYS, default_rng(2), Rates(planted={None: 1.0}, overloaded=0.5))
    by_mentor: dict[str, set[str | None]] = {}
    for one, life in zip(pairs(30, 10), story.lives, strict=True):
        by_mentor.setdefault(one.mentor_id, set()).add(life.trouble)
    assert {*map(frozenset, by_mentor.values())} == {frozenset({None}), frozenset({"overload"})}


def test_a_programme_that_notes_everything_knows_everything():
    story = lives(3, planted={None: 1.0}, overloaded=0.0, logged={False: 1.0, True: 1.0})
    day = STARTED + timedelta(days=300)
    truth = {one.pair_id: one for one in story.lives}
    for known in known_pairs(programme(*story.rows(day)), day):
        bounds = bounds_of(known)
        talks = [one for one in truth[known.pair.id].talks if one.planned_on <= day]
        assert bounds.planned == len(talks)
        assert bounds.low is not None
        assert bounds.unknown <= 1  # a talk of this week is noted next week


def test_goals_come_only_with_words_for_them():
    assert not [row for _, row in lives(1).noted if isinstance(row, Goal)]
