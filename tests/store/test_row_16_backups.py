"""Row 16 and row 43: backups come by themselves, reach back, and no clock can take one away."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mentorkit.model import Changes, Insert
from mentorkit.store import Backup, Store, backups_of, is_intact
from mentorkit.store.door import BULK
from mentorkit.store.sqlite.thinning import superfluous
from tests.store.cases import BY, NOW, PROGRAMME, insert, person


def numbers(store):
    return [backup.number for backup in backups_of(store.path)]


def test_row_16_a_backup_is_made_on_open_on_close_and_before_a_bulk_change(path):
    with Store.create(path, PROGRAMME, **BY) as made:
        assert numbers(made) == []
        insert(made, person(1))
        assert numbers(made) == []
    assert numbers(made) == [2]
    with Store.open(path, now=NOW) as store:
        assert numbers(store) == [2]
        insert(store, person(2))
        insert(store, *map(person, range(10, 10 + BULK)))
        assert numbers(store) == [2, 3]
    assert numbers(store) == [2, 3, 4]


@pytest.mark.parametrize("way", [1, -1])
def test_row_16_what_changes_is_backed_up_every_half_hour_and_when_the_clock_was_set_back(store, way):
    store.backup(now=NOW)
    for minutes, made in [(29, [1]), (30, [1, 3]), (45, [1, 3]), (61, [1, 3, 5])]:
        then = NOW + way * timedelta(minutes=minutes)
        store.apply(Changes("import", (Insert(person(minutes)),)), author="Carla", now=then)
        assert numbers(store) == made


def test_row_43_a_backup_just_made_exists_under_any_clock(store):
    """With the clock set back, a new backup went at once and the path that was given was gone."""
    chance = random.Random(16)  # noqa: S311
    made = []
    for number in range(60):
        insert(store, person(number))
        made.append(store.backup(now=NOW + timedelta(days=chance.randrange(-900, 900))))
        assert is_intact(made[-1])
    found = [backup.path for backup in backups_of(store.path)]
    assert found == [path for path in made if path in found]


def year(per_day: int, days: int) -> list[Backup]:
    first = datetime(2026, 1, 1, 8, tzinfo=UTC)
    return [
        Backup(Path(f"{number}"), first + timedelta(hours=number * 24 / per_day), number)
        for number in range(per_day * days)
    ]


def thinned(backups: list[Backup]) -> list[Backup]:
    kept: list[Backup] = []
    for one in backups:
        kept.append(one)
        gone = superfluous(kept, one)
        kept = [each for each in kept if each not in gone]
    return kept


def test_row_16_backups_reach_back_as_far_as_is_promised():
    """31 page openings after edits pushed out every older backup."""
    backups = year(per_day=8, days=400)
    kept = thinned(backups)
    newest = kept[-1].at
    assert [one for one in backups if one.at > newest - timedelta(days=2)] == kept[-2 * 8 :]
    days = {one.at.date() for one in kept}
    assert {(newest - timedelta(days=day)).date() for day in range(12)} <= days
    assert len({one.at.isocalendar()[:2] for one in kept}) >= 10
    assert newest - min(one.at for one in kept) > timedelta(days=300)
    assert len(kept) <= 2 * 8 + 12 + 10 + 9


def test_row_43_a_day_with_a_wrong_clock_costs_no_more_than_its_own_places():
    backups = year(per_day=4, days=400)
    right = thinned(backups)
    for wrong in (timedelta(days=-800), timedelta(days=3000)):
        shifted = [
            Backup(one.path, one.at + wrong, one.number) if 1200 <= one.number < 1204 else one
            for one in backups
        ]
        kept = {one.number for one in thinned(shifted)}
        assert len({one.number for one in right} - kept) <= 2


def test_row_43_backups_stand_in_the_order_of_their_entries(store):
    first = store.backup(now=NOW)
    insert(store, person(1))
    second = store.backup(now=NOW - timedelta(days=400))
    assert [one.path for one in backups_of(store.path)] == [first, second]
