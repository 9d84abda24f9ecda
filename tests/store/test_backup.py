"""A backup is good when it counts as one, and says so when it no longer is."""

import random
import subprocess
from datetime import timedelta

import pytest

from mentorkit.store import Store, backups_of, is_intact
from mentorkit.store.sqlite import backup
from mentorkit.text import speaker
from tests.store.cases import NOW, full_house, insert, person, rows_in


def checksum_of(path):
    return path.with_name(path.name + ".sha256")


def backup_files(store):
    return [backup.path for backup in backups_of(store.path)]


def test_a_backup_holds_what_the_programme_holds(store):
    insert(store, *full_house())
    copy = store.backup(now=NOW)
    assert copy.parent == store.path.parent / "backups"
    assert is_intact(copy)
    assert rows_in(Store.open(copy, now=NOW).load()) == rows_in(store.load())


def test_opening_makes_a_backup(store):
    Store.open(store.path, now=NOW)
    (copy,) = backup_files(store)
    assert is_intact(copy)


def test_who_gets_no_backup_is_told_and_goes_on(store):
    """When no backup could be made she was not told, or could not open her programme at all."""
    folder = store.path.parent / "backups"
    folder.write_text("in de weg")
    with Store.open(store.path, now=NOW) as opened:
        assert "No backup" in speaker("en")(opened.without_backup)
        insert(opened, person(1))
        folder.unlink()
        opened.backup(now=NOW)
        assert opened.without_backup is None


def test_a_flipped_bit_in_a_backup_is_found_by_its_checksum(store):
    insert(store, *map(person, range(100)))
    copy = store.backup(now=NOW)
    whole = copy.read_bytes()
    chance = random.Random(3)  # noqa: S311
    for _ in range(300):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        copy.write_bytes(damaged)
        assert not is_intact(copy)
    copy.write_bytes(whole)
    assert is_intact(copy)


def test_a_backup_without_its_checksum_or_without_itself_does_not_count(store):
    copy = store.backup(now=NOW)
    line = checksum_of(copy).read_bytes()
    checksum_of(copy).unlink()
    assert not is_intact(copy)
    checksum_of(copy).write_bytes(line)
    copy.unlink()
    assert not is_intact(copy)


def test_the_checksum_is_one_that_other_tools_understand(store):
    copy = store.backup(now=NOW)
    check = ["sha256sum", "--check", "--strict", checksum_of(copy).name]
    subprocess.run(check, cwd=copy.parent, check=True, capture_output=True)


def test_the_same_programme_is_not_backed_up_twice(store):
    first = store.backup(now=NOW)
    assert store.backup(now=NOW + timedelta(days=1)) == first
    insert(store, person(1))
    second = store.backup(now=NOW + timedelta(days=1))
    assert backup_files(store) == [first, second]


def test_a_damaged_backup_is_not_taken_for_the_same(store):
    first = store.backup(now=NOW)
    first.write_bytes(first.read_bytes()[:-1])
    second = store.backup(now=NOW + timedelta(days=1))
    assert second != first
    assert is_intact(second)


def test_two_backups_within_a_second_do_not_overwrite_each_other(store):
    first = store.backup(now=NOW)
    insert(store, person(1))
    second = store.backup(now=NOW)
    assert backup_files(store) == [first, second]
    assert is_intact(first)
    assert is_intact(second)


def test_a_copy_that_lacks_rows_is_thrown_away(store, monkeypatch):
    """The counts of the copy are taken first here, then more rows are written to the file."""
    counts = iter([{"person": 2}, {"person": 1}])
    monkeypatch.setattr(backup, "_row_counts", lambda _: next(counts))
    with pytest.raises(Exception, match="did not come out the same") as caught:
        store.backup(now=NOW)
    assert caught.value.code == "BACKUP_FAILED"
    assert list((store.path.parent / "backups").iterdir()) == []
