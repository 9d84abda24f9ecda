"""`mentorkit bench`: ratios to bare scipy, line by line, and a kind word about tools that are not there."""

from pathlib import Path

import numpy as np
import pytest

from mentorkit.cli.measured import Made, huge
from mentorkit.cli.peers import compared
from mentorkit.text import speaker
from tests.cli.command import run


def test_every_line_tells_both_times_and_their_ratio(tmp_path: Path):
    done = run("bench", "--size", "40x20x2", home=tmp_path)
    lines = done.stdout.splitlines()[1:]
    assert (done.returncode, done.stderr, len(lines)) == (0, "", 5)
    for line in lines:
        ours, scipys, ratio = (float(number) for number in line.split()[-3:])
        assert min(ours, scipys, ratio) >= 0


@pytest.mark.parametrize("size", ["many", "3x2", "0x4x1", "3x-1x1"])
def test_a_size_that_is_none_is_wrong_use(size: str, tmp_path: Path):
    done = run("bench", "--size", size, home=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_tools_that_are_not_installed_are_named_kindly():
    told = [speaker("en")(line) for line in compared(people=20)]
    assert [line.split()[0] for line in told] == ["mentor-match", "mentormatch"]
    assert all("which is fine" in line for line in told)


def test_a_large_solve_tells_how_close_to_the_best_plan_it_is():
    heard: list[int] = []
    told = speaker("en")(huge((60, 30, 2), lambda done, total, step: heard.append(done)))
    assert "60 placed, at most 0.000000 % from the best plan." in told
    assert heard


def test_made_up_people_are_never_paired_within_a_team():
    made = Made.of(50, 40)
    losses = made.block(slice(0, 50, 2))
    same = made.teams[0][::2, None] == made.teams[1]
    assert np.array_equal(np.isinf(losses), same)
    assert (losses[~same] == np.rint(losses[~same])).all()
