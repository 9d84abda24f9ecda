"""A file that may only be read can be looked at; whoever writes is told why that fails."""

import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mentorkit.errors import FileRefused
from mentorkit.store import Store
from tests.store.cases import BY, NOW, PROGRAMME, insert, person

NOBODY = 65534


@pytest.fixture
def path() -> Iterator[Path]:
    """A programme in a folder that other users can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    store = Store.create(folder / "p.mentorkit", PROGRAMME, **BY)
    insert(store, person(1))
    store.path.chmod(0o444)
    folder.chmod(0o555)
    yield store.path
    folder.chmod(0o755)
    shutil.rmtree(folder)


def look(path: Path) -> str:
    """Open a file that may only be read, and try everything."""
    store = Store.open(path, now=NOW)
    return " ".join(
        [
            str(store.load().people.height),
            str(len(store.history())),
            attempt(lambda: insert(store, person(2))),
            attempt(lambda: store.undo(**BY)),
            attempt(lambda: store.backup(now=NOW)),
            attempt(lambda: Store.create(path.parent / "nieuw" / "p.mentorkit", PROGRAMME, **BY)),
        ]
    )


def look_at_unreadable(path: Path) -> str:
    return attempt(lambda: Store.open(path, now=NOW))


def attempt(action: Callable[[], object]) -> str:
    try:
        action()
    except FileRefused as refusal:
        return refusal.code
    return "done"


def what_is_said(look: Callable[[Path], str], path: Path) -> str:
    """A refusal as its code: an exception of ours cannot travel between processes."""
    try:
        return look(path)
    except FileRefused as refusal:
        return refusal.code


def as_nobody(look: Callable[[Path], str], path: Path) -> str:
    """What a user without any rights sees; in another process, for root may write everywhere."""
    with multiprocessing.get_context("spawn").Pool(1, initializer=become_nobody) as pool:
        return pool.apply(what_is_said, (look, path))


def become_nobody() -> None:
    """Give up all rights, after a rehearsal: Python may be installed where only root can read."""
    with tempfile.TemporaryDirectory() as folder:
        look(Store.create(Path(folder) / "p.mentorkit", PROGRAMME, **BY).path)
        attempt(lambda: Store.open(Path(folder), now=NOW))
    if os.getuid() == 0:
        os.setuid(NOBODY)


def test_a_file_that_may_only_be_read_is_shown_and_not_written(path):
    before = path.read_bytes()
    assert as_nobody(look, path) == "1 2 READ_ONLY READ_ONLY READ_ONLY READ_ONLY"
    assert path.read_bytes() == before


def test_a_file_that_may_not_even_be_read_is_refused(path):
    path.chmod(0o000)
    assert as_nobody(look_at_unreadable, path) == "NOT_OPENED"
