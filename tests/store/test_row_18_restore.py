"""Row 18: a backup of every kind can be put back, and what stood there comes back as well."""

from pathlib import Path

import pytest

from mentorkit.store import Store, backups_of, is_intact
from mentorkit.store.restore import put_back, trouble_with, ways_back
from tests.store.cases import BY, NOW, insert, person, rows_in
from tests.store.conftest import refused_with


@pytest.fixture
def three(store) -> Path:
    """A programme of which each of three people was backed up."""
    for number in (1, 2, 3):
        insert(store, person(number))
        store.backup(now=NOW)
    store.close()
    return store.path


def people(path: Path) -> int:
    with Store.open(path, now=NOW) as store:
        return store.load().people.height


def test_row_18_a_backup_is_put_back_and_so_is_what_it_replaced(three):
    newest, _, oldest = ways_back(three)
    assert [newest.people, oldest.people, len(newest.since), len(oldest.since)] == [3, 1, 0, 2]
    with Store.open(three, now=NOW) as before:
        then = rows_in(before.load())
    kept = put_back(three, oldest.backup, **BY)
    assert people(three) == 1
    assert is_intact(kept)
    (back,) = [one for one in ways_back(three) if one.backup.path == kept]
    put_back(three, back.backup, **BY)
    with Store.open(three, now=NOW) as after:
        assert rows_in(after.load()) == then
    assert not list(three.parent.glob(".*"))


def test_row_18_no_number_is_given_twice_and_the_undo_goes_on_from_the_backup(three):
    put_back(three, ways_back(three)[-1].backup, **BY)
    with Store.open(three, now=NOW) as store:
        assert [entry.number for entry in store.history()] == [5, 2, 1]
        assert insert(store, person(9)) == 6
        store.undo(**BY)
        assert store.undo(**BY).number == 2
    assert [one.number for one in backups_of(three)] == sorted(one.number for one in backups_of(three))


@pytest.mark.parametrize("damage", ["broken", "gone", "no database"])
def test_row_18_a_damaged_file_stands_beside_what_is_put_back(three, damage):
    whole = three.read_bytes()
    content = {"broken": whole[:4096] + bytes(4096) + whole[8192:], "no database": b"x" * 9000}.get(damage)
    three.unlink() if content is None else three.write_bytes(content)
    assert trouble_with(three) is not None
    kept = put_back(three, ways_back(three)[0].backup, **BY)
    assert people(three) == 3
    assert (kept and kept.read_bytes()) == content


def test_row_18_an_open_window_does_not_write_into_the_file_that_was_replaced(three):
    with Store.open(three, now=NOW) as window:
        put_back(three, ways_back(three)[-1].backup, **BY)
        with refused_with("REPLACED"):
            insert(window, person(7))
    assert people(three) == 1


def test_row_18_a_backup_that_is_damaged_is_not_offered_and_not_put_back(three):
    newest = ways_back(three)[0].backup
    newest.path.write_bytes(b"x")
    assert newest not in [one.backup for one in ways_back(three)]
    before = three.read_bytes()
    with refused_with("BACKUP_FAILED"):
        put_back(three, newest, **BY)
    assert three.read_bytes() == before
