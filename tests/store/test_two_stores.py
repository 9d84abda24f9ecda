"""Several windows and processes on one file: everything arrives, nothing twice."""

import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from mentorkit.errors import FileRefused, RevisionConflict
from mentorkit.frames import rows_of
from mentorkit.model import Person, Programme, Update
from mentorkit.store import Store
from mentorkit.store.sqlite import engine
from tests.store.cases import BY, NOW, PROGRAMME, apply, insert, person


def count_up(path: Path, times: int) -> str:
    """Raise one person's level by one, so often; gives the reason if the file is refused."""
    try:
        store = Store.open(path, now=NOW)
        for _ in range(times):
            while not raised_by_one(store):
                pass
    except FileRefused as refusal:
        return refusal.code
    return ""


def raised_by_one(store: Store) -> bool:
    (row,) = rows_of(store.load().people, Person)
    try:
        apply(store, Update(row.model_copy(update={"level": row.level + 1})))
    except RevisionConflict:
        return False
    return True


def test_four_processes_lose_no_update(store):
    insert(store, person(1, level=0.0))
    context = multiprocessing.get_context("spawn")
    with context.Pool(4) as pool:
        assert pool.starmap(count_up, [(store.path, 25)] * 4) == [""] * 4
    assert store.load().people["level"].to_list() == [100.0]
    assert len(store.history(limit=1000)) == 102


@pytest.fixture
def patient(monkeypatch):
    """Whoever waits for the file waits as long as a slow disk needs: SQLite does not serve by turns."""
    monkeypatch.setattr(engine, "SETTINGS", {**engine.SETTINGS, "busy_timeout": 60_000})


@pytest.mark.usefixtures("patient")
def test_threads_may_share_one_store(store):
    def work(number: int) -> int:
        insert(store, person(number))
        return store.load().people.height

    with ThreadPoolExecutor(8) as pool:
        assert max(pool.map(work, range(40))) == 40
    assert [entry.rows for entry in store.history()] == [1] * 41


@pytest.mark.usefixtures("patient")
def test_of_several_windows_that_create_one_file_one_succeeds(path):
    def create(number: int) -> str:
        try:
            Store.create(path, Programme(id="g", name=f"Programma {number}"), **BY)
        except FileRefused as refusal:
            return refusal.code
        return "created"

    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(create, range(6)))
    assert sorted(outcomes) == ["EXISTS"] * 5 + ["created"]
    assert Store.open(path, now=NOW).load().programme.revision == 1


def test_different_programmes_can_be_made_at_the_same_moment(tmp_path):
    def create(number: int) -> Store:
        return Store.create(tmp_path / f"{number}.mentorkit", PROGRAMME, **BY)

    with ThreadPoolExecutor(8) as pool:
        stores = list(pool.map(create, range(16)))
    assert all(store.load().programme.name == PROGRAMME.name for store in stores)


def test_a_file_that_is_held_by_another_program_is_refused_as_busy(store, monkeypatch):
    monkeypatch.setattr(engine, "SETTINGS", {**engine.SETTINGS, "busy_timeout": 50})
    with closing(store._file.connect()) as other:
        other.execute("BEGIN EXCLUSIVE")
        for action in (
            store.load,
            store.undoable,
            lambda: insert(store, person(1)),
            lambda: store.undo(**BY),
        ):
            with pytest.raises(FileRefused) as caught:
                action()
            assert caught.value.code == "BUSY"
    insert(store, person(1))
