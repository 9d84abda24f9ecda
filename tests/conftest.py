"""What every test may count on."""

import os

import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

# Slow machines are no bug, and the same commit gives the same examples everywhere.
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable")


class ByFile(LoadFileScheduling):
    """Where several processes share the work, a file runs in one, and all that has a browser in one."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        has_browser = file.startswith("tests/browser/") or file.endswith("/test_browser.py")
        return "browser" if has_browser else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    """Used with `-n` only."""
    return ByFile(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what reads shared data where there is none: deselected, so never a skip."""
    if os.environ.get("MENTORKIT_SHARED_DATA"):
        return
    left_out = [item for item in items if item.get_closest_marker("shared_data")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
