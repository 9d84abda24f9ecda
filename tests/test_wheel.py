import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
UV = [sys.executable, "-m", "uv"]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    words = [str(part) for part in command]
    return subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty environment, outside the checkout, with nothing but our wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run(*UV, "build", "--wheel", "--out-dir", folder, ROOT, cwd=folder)
    assert built.returncode == 0, built.stderr
    made = run(*UV, "venv", "--python", sys.executable, folder / "empty", cwd=folder)
    assert made.returncode == 0, made.stderr
    (wheel,) = folder.glob("*.whl")
    installed = run(*UV, "pip", "install", "--python", folder / "empty", wheel, cwd=folder)
    assert installed.returncode == 0, installed.stderr
    return folder / "empty"


def command_of(environment: Path) -> Path:
    return environment / ("Scripts" if sys.platform == "win32" else "bin") / "mentorkit"


def test_the_wheel_pairs_the_sample_files_it_carries(environment: Path, tmp_path: Path):
    (package,) = environment.glob("**/site-packages/mentorkit")
    samples = package / "sample_data" / "nl"
    found = run(
        command_of(environment),
        "pair",
        samples / "mentoren.xlsx",
        samples / "mentees.xlsx",
        "--json",
        cwd=tmp_path,
    )
    assert found.returncode == 1, found.stderr  # the sample has one row without a name, on purpose
    plan = json.loads(found.stdout)
    assert len(plan["pairs"]) == plan["summary"]["placed"] > 70
    assert list(tmp_path.iterdir()) == []


def test_the_wheel_carries_notebooks_catalogues_and_stylesheet(environment: Path):
    (package,) = environment.glob("**/site-packages/mentorkit")
    board = (
        "ui/pairing/board.css",
        "ui/pairing/board.js",
        "ui/pairing/board_list.js",
        "ui/pairing/board_map.js",
        "ui/frame/tabs.css",
        "ui/frame/tabs.js",
        "ui/progress/weeks.css",
        "ui/progress/weeks.js",
    )
    shell = ("serving/shell.html", "serving/shell.js")
    files = ("notebooks/pairing.py", "notebooks/mentorkit.css", "text/nl/pairing.po", "py.typed")
    for name in (*board, *shell, *files):
        assert (package / name).is_file(), name


def test_the_wheel_speaks_dutch(environment: Path, tmp_path: Path):
    (package,) = environment.glob("**/site-packages/mentorkit")
    samples = package / "sample_data" / "en"
    found = run(
        command_of(environment),
        "pair",
        samples / "mentors.csv",
        samples / "mentees.csv",
        "--lang",
        "nl",
        cwd=tmp_path,
    )
    assert "hebben een mentor" in found.stdout
