"""What every test may count on."""

import os
import signal
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

# Slow machines are no bug, and the same commit gives the same examples everywhere.
settings.register_profile("repeatable", deadline=None, derandomize=True, max_examples=60)
settings.register_profile("thorough", deadline=None, max_examples=1_000)
settings.load_profile("repeatable")

LONGEST, LONGEST_OF_MANY_PROCESSES = 400, 1200
"""Seconds a test may take, and one with a browser or a new installation, on a slow machine too."""


LONG = (
    "tests/browser/",
    "tests/serving/",
    "tests/matching/test_second_solver.py",
    "tests/test_wheel.py",
    "tests/crash/",
    "tests/properties/",
    "tests/store/",
    "tests/workflows/test_one_way_in.py",
)
"""What takes longest comes first: begun last, it would keep one process busy and leave the others idle."""

HALF = "test_l"
"""Where the browser files, by their names, are cut in two that take about as long; each has its browser."""


class ByFile(LoadFileScheduling):
    """Where several processes share the work, a file runs in one, and all that has a browser in two."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return f"browser {Path(file).name < HALF}" if has_browser(file) else file


def has_browser(file: str) -> bool:
    """Whether tests in this file open a browser."""
    return file.startswith("tests/browser/") or file.endswith("/test_browser.py")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    """Used with `-n` only; files are handed out in the order they were collected in."""
    config.option.loadscopereorder = False
    return ByFile(config, log)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--write-golden` writes what the views say now into tests/golden/views."""
    parser.addoption("--write-golden", action="store_true", help="write the golden texts of the views anew")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is long comes first; what reads shared data is left out where there is none, and never a skip."""
    items.sort(key=place)
    if os.environ.get("MENTORKIT_SHARED_DATA"):
        return
    left_out = [item for item in items if item.get_closest_marker("shared_data")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def place(item: pytest.Item) -> int:
    """Where a test stands in the order of `LONG`; after it, where it is not there."""
    return next((number for number, start in enumerate(LONG) if item.nodeid.startswith(start)), len(LONG))


def pytest_configure() -> None:
    """Signals do what they usually do: under nohup, or in the background, they would be ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in {"SIGTERM", "SIGHUP"} & set(dir(signal)):
        signal.signal(getattr(signal, name), signal.SIG_DFL)


class TookTooLong(BaseException):
    """A test that hangs; not an Exception, so that nothing under test takes it for one of its own."""


@contextmanager
def in_time(item: pytest.Item) -> Iterator[None]:
    """A part of a test that fails with its traceback when it takes too long, where the system can do so."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return
    folders = {"browser", "crash", "notebooks", "sharing"}
    is_long = not folders.isdisjoint(item.path.parts) or item.path.name == "test_wheel.py"
    longest = LONGEST_OF_MANY_PROCESSES if is_long else LONGEST

    def give_up(number: int, frame: object) -> None:
        raise TookTooLong(f"Not done after {longest} seconds.")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(longest)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    """Fixtures in time."""
    with in_time(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """The test itself in time."""
    with in_time(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """What comes after it in time."""
    with in_time(item):
        return (yield)
