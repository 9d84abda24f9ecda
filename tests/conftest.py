"""What every test may count on."""

import os

import pytest
from hypothesis import settings

# Slow machines are no bug, and the same commit gives the same examples everywhere.
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what reads shared data where there is none: deselected, so never a skip."""
    if os.environ.get("MENTORKIT_SHARED_DATA"):
        return
    left_out = [item for item in items if item.get_closest_marker("shared_data")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
