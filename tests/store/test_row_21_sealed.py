"""Row 21: an entry that is changed, deleted, swapped or cut off shows; what is lawfully rewritten not."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mentorkit.model import Goal, Update
from mentorkit.store import Store
from mentorkit.store.restore import put_back, ways_back, wrong_entry
from tests.store.cases import BY, NOW, PROGRAMME, apply, full_house, insert, person

TOUCHES = {
    "edit": ["UPDATE journal_item SET after = '{}' WHERE number = ?1"],
    "who": ["UPDATE journal SET who = 'Nobody' WHERE number = ?1"],
    "delete": ["DELETE FROM journal_item WHERE number = ?1", "DELETE FROM journal WHERE number = ?1"],
    "swap": [
        "UPDATE journal_item SET position = position + number, number = 2 * ?1 + 1 - number"
        " WHERE number IN (?1, ?1 + 1)"
    ],
    "cut": ["DELETE FROM journal_item WHERE number >= ?1", "DELETE FROM journal WHERE number >= ?1"],
}


@pytest.fixture(scope="module")
def twenty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A programme with twenty entries, and its backup."""
    path = tmp_path_factory.mktemp("sealed") / "p.mentorkit"
    with Store.create(path, PROGRAMME, **BY) as store:
        for number in range(19):
            insert(store, person(number))
    return path


@pytest.mark.parametrize("way", TOUCHES)
def test_row_21_every_touch_of_an_entry_shows_and_the_first_is_named(twenty: Path, way: str):
    whole, chance = twenty.read_bytes(), random.Random(21)  # noqa: S311
    assert wrong_entry(twenty) is None
    for number in chance.sample(range(2, 20), 6):
        with closing(sqlite3.connect(twenty)) as file:
            for touch in TOUCHES[way]:
                file.execute(touch, (number,))
            file.commit()
        assert wrong_entry(twenty) == number
        twenty.write_bytes(whole)


def test_row_21_who_seals_anew_after_a_change_is_found_by_the_backup(store):
    for number in range(5):
        insert(store, person(number))
    store.backup(now=NOW)
    with store._file.writing() as connection:
        connection.exec_driver_sql("UPDATE journal SET who = 'Nobody', seal = '' WHERE number = 3")
        connection.exec_driver_sql("UPDATE journal SET seal = '' WHERE number > 3")
    insert(store, person(9))
    with closing(sqlite3.connect(store.path)) as file:
        file.execute("UPDATE journal SET rewrote = NULL")
        file.execute("UPDATE journal SET seal = '' WHERE number = 7")
        file.commit()
    assert wrong_entry(store.path) == 3


def test_row_21_what_is_forgotten_erased_or_put_back_is_not_wrong(store):
    insert(store, *full_house())
    store.backup(now=NOW)
    goal = store.load().rows(Goal)[0]
    apply(store, Update(Goal.model_validate(goal.model_dump() | {"is_private": True})), action="goal")
    store.backup(now=NOW)
    assert wrong_entry(store.path) is None
    store.erase("p0001", **BY)
    store.backup(now=NOW)
    assert wrong_entry(store.path) is None
    store.close()
    put_back(store.path, ways_back(store.path)[-1].backup, **BY)
    assert wrong_entry(store.path) is None
