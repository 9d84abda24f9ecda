"""`mentorkit bench`: one line per size, beside bare scipy."""

import re
from pathlib import Path

import pytest

from tests.cli.command import run, start


def test_every_size_has_a_line_with_both_times(tmp_path: Path):
    done = start("bench", "--size", "40x20x2", "--size", "9x9x1", home=tmp_path)
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split(":")[0] for line in lines] == ["40x20x2", "9x9x1"]
    assert [len(re.findall(r"\d+ ms", line)) for line in lines] == [2, 2]


@pytest.mark.parametrize("size", ["many", "3x2", "0x4x1", "3x-1x1"])
def test_a_size_that_is_none_is_wrong_use(size: str, tmp_path: Path):
    done = run("bench", "--size", size, home=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
