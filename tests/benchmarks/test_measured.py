"""The measurements by hand: made-up people that are right, and a kind word about tools that are not there."""

from pathlib import Path

import numpy as np
import pytest

from mentorkit.matching.solvers.blocks import Watch
from tests.benchmarks.measured import Made, huge, rows
from tests.benchmarks.peers import compared


def test_every_line_tells_both_times_and_their_ratio():
    measured = [*rows([(40, 20, 2)])]
    assert [line.what for line in measured if min(line.ours, line.scipy, line.ratio) <= 0] == []
    assert "40 x 20, places: 2" in measured[-1].what


def test_tools_that_are_not_installed_are_named_kindly():
    told = [*compared(people=20)]
    assert [line.split()[0] for line in told] == ["mentor-match", "mentormatch"]
    assert all("not installed here" in line for line in told)


def test_what_a_tool_needs_and_lacks_is_named_instead_of_the_tool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A missing munkres ended in a traceback; a missing toml was told as if mentormatch were not there."""
    (tmp_path / "matching").mkdir()
    (tmp_path / "matching" / "process.py").write_text("import munkres_that_is_missing")
    monkeypatch.syspath_prepend(str(tmp_path))
    told = next(compared(people=20))
    assert told.startswith("mentor-match cannot be compared: munkres_that_is_missing is not installed here.")


def test_a_solve_that_is_stopped_before_any_proof_claims_no_distance():
    assert "placed, nobody knows how far from the best plan." in huge(
        (60, 30, 2), Watch(should_stop=lambda: True)
    )


def test_a_large_solve_tells_how_close_to_the_best_plan_it_is():
    heard: list[int] = []
    told = huge((60, 30, 2), Watch(lambda done, total, step: heard.append(done)))
    assert "60 placed, at most 0.000000 % from the best plan." in told
    assert heard


def test_made_up_people_are_never_paired_within_a_team():
    made = Made.of(50, 40)
    losses = made[0:50:2]
    same = made.teams[0][::2, None] == made.teams[1]
    assert np.array_equal(np.isinf(losses), same)
    assert (losses[~same] == np.rint(losses[~same])).all()
