"""A file that is not ours, or no longer whole, is refused with a reason: no crash and no harm."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mentorkit.errors import FileRefused, RevisionConflict
from mentorkit.store import Store, is_empty, migrations, name_in
from mentorkit.store.sqlite.engine import APPLICATION_ID, ProgrammeFile, make_private_file
from tests.store.cases import BY, NOW, PROGRAMME, application, full_house, insert, person, rows_in
from tests.store.conftest import refused_with

REASONS = {"NOT_A_PROGRAMME", "DAMAGED", "NEWER_FILE", "DISK_FAILED", "NOT_OPENED", "READ_ONLY", "FOREIGN"}


@pytest.fixture
def whole(store) -> bytes:
    """The bytes of a programme with some people."""
    numbers = range(10, 60)
    insert(store, *full_house(), *map(person, numbers), *map(application, numbers))
    store.close()
    return store.path.read_bytes()


def look(path: Path, content: bytes) -> str:
    """Open a file with this content and read everything: the reason for refusing it, or nothing."""
    path.write_bytes(content)
    try:
        store = Store.open(path, now=NOW)
        rows_in(store.load())
        store.history()
        store.undo(**BY)
    except RevisionConflict:
        return ""  # the damage is in what the journal says about a row: undo saw it
    except FileRefused as refusal:
        return refusal.code
    return ""


def test_a_whole_file_is_not_refused(path, whole):
    assert look(path, whole) == ""


@pytest.mark.no_cover  # a hundred files
def test_a_file_with_a_flipped_bit_opens_or_is_refused_with_a_reason(path, whole):
    chance = random.Random(1)  # noqa: S311
    seen = set()
    for _ in range(100):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        seen.add(look(path, bytes(damaged)))
    assert "DAMAGED" in seen
    assert seen <= REASONS | {""}


@pytest.mark.no_cover  # a hundred files
def test_a_head_with_a_flipped_bit_opens_or_is_refused_with_a_reason(path, whole):
    chance = random.Random(4)  # noqa: S311
    for position in range(100):
        damaged = bytearray(whole)
        damaged[position] ^= 1 << chance.randrange(8)
        assert look(path, bytes(damaged)) in REASONS | {""}


def test_a_file_cut_off_at_any_page_is_refused(path, whole):
    for length in range(0, len(whole), 4096):
        code = look(path, whole[:length])
        assert code == "NOT_A_PROGRAMME" if length == 0 else code in REASONS, length


def test_a_file_cut_off_inside_a_page_is_refused(path, whole):
    for length in range(7, len(whole), 3333):
        assert look(path, whole[:length]) in REASONS, length


def test_random_bytes_are_not_a_programme(path, whole):
    chance = random.Random(2)  # noqa: S311
    for length in (1, 15, 100, 4096, 100_000):
        assert look(path, chance.randbytes(length)) == "NOT_A_PROGRAMME"
    for _ in range(20):
        start = chance.randrange(100, len(whole) - 4096)
        scrambled = whole[:start] + chance.randbytes(4096) + whole[start + 4096 :]
        assert look(path, scrambled) in REASONS | {""}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 een werkboek", b"Naam;E-mail\nNoor;n@x.nl\n"])
def test_other_files_are_left_alone(tmp_path, content):
    path = tmp_path / "ander.mentorkit"
    path.write_bytes(content)
    with refused_with("NOT_A_PROGRAMME"):
        Store.open(path, now=NOW)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("journal_mode", ["delete", "wal"])
def test_the_database_of_another_program_is_left_alone(tmp_path, journal_mode):
    path = tmp_path / "browser.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA journal_mode = {journal_mode}")
        other.execute("CREATE TABLE visits (page)")
    before = path.read_bytes()
    with refused_with("NOT_A_PROGRAMME"):
        Store.open(path, now=NOW)
    assert path.read_bytes() == before


def test_a_file_that_is_not_there_is_not_made(tmp_path):
    with refused_with("NOT_FOUND"):
        Store.open(tmp_path / "weg.mentorkit", now=NOW)
    with refused_with("NOT_A_PROGRAMME"):
        Store.open(tmp_path, now=NOW)
    assert list(tmp_path.iterdir()) == []


def half_made(path: Path) -> None:
    """What is left of a programme when the first start is killed while it writes to the disk."""
    make_private_file(path)
    with ProgrammeFile(path).writing() as connection:
        connection.exec_driver_sql("PRAGMA cache_size = 1")
        migrations.upgrade(connection)
        left = {file: file.read_bytes() for file in path.parent.iterdir()}
    for file, content in left.items():
        file.write_bytes(content)


def test_a_programme_that_was_never_finished_is_empty_and_can_be_made_again(tmp_path):
    path, other = tmp_path / "p" / "p.mentorkit", tmp_path / "other" / "other.mentorkit"
    for file in (path, other):
        file.parent.mkdir()
        half_made(file)
        assert file.stat().st_size > 0
    Store.create(path, PROGRAMME, **BY).close()
    with refused_with("EXISTS"):
        Store.create(path, PROGRAMME, **BY)
    assert [is_empty(path), is_empty(other)] == [False, True]


def test_a_newer_file_is_refused_with_its_version_and_left_byte_for_byte(store):
    with closing(sqlite3.connect(store.path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    before = store.path.read_bytes()
    with pytest.raises(
        FileRefused,
        match=f"the file has version 99, this mentorkit knows version {migrations.newest_version()}",
    ) as caught:
        Store.open(store.path, now=NOW)
    assert caught.value.code == "NEWER_FILE"
    assert store.path.read_bytes() == before


def test_a_marked_file_without_our_tables_is_damaged(tmp_path):
    path = tmp_path / "p.mentorkit"
    with closing(sqlite3.connect(path)) as empty:
        empty.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        empty.execute("PRAGMA user_version = 1")
    with refused_with("DAMAGED"):
        Store.open(path, now=NOW)


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM programme",
        "UPDATE programme SET weights = '{'",
        "UPDATE programme SET language = 'xx'",
        "UPDATE person SET languages = '[\"nl'",
        "UPDATE application SET submitted_at = 'gisteren'",
        "UPDATE application SET available_from = '2026-13-01'",
        "UPDATE person SET full_name = CAST(x'ff41' AS TEXT)",
        "ALTER TABLE person RENAME COLUMN city TO town",
        "DROP TABLE override",
    ],
)
def test_contents_that_nobody_could_have_stored_count_as_damage(store, damage):
    insert(store, *full_house())
    with closing(sqlite3.connect(store.path)) as other:
        other.execute(damage)
        other.commit()
    with refused_with("DAMAGED"):
        store.load()


@pytest.mark.parametrize(
    "stranger",
    [
        "CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM person WHERE id = 'p1'; END",
        "CREATE VIEW v AS SELECT * FROM person",
        "CREATE TABLE extra (a)",
        "CREATE VIRTUAL TABLE words USING fts5(a)",
        "CREATE INDEX other ON person (full_name)",
    ],
)
def test_foreign_objects_are_refused(store, stranger):
    """A stranger's trigger ran at the next import: one person deleted, outside journal and undo."""
    store.close()
    with closing(sqlite3.connect(store.path)) as other:
        other.execute(stranger)
        other.commit()
    before = store.path.read_bytes()
    with refused_with("FOREIGN"):
        Store.open(store.path, now=NOW)
    assert store.path.read_bytes() == before


def test_a_reference_to_nobody_counts_as_damage(store):
    insert(store, *full_house())
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("DELETE FROM person")
        other.commit()
    with refused_with("DAMAGED"):
        Store.open(store.path, now=NOW)


def test_a_programme_is_called_by_its_name_and_a_file_that_cannot_be_read_by_its_own(store):
    path = store.path
    assert name_in(path) == PROGRAMME.name != path.stem
    store.close()
    path.write_bytes(b"no programme at all, but long enough to be taken for one" * 20)
    assert name_in(path) == path.stem
    path.unlink()
    assert name_in(path) == path.stem
    assert not path.exists()
