"""What is wrong around a command: a stream, a path, a file that is none; never a traceback."""

import os
import signal
import sys
from pathlib import Path

import pytest

from mentorkit.__main__ import main
from tests.cli.command import run, start

LONG = "a" * 300


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_stream_that_was_closed_before_the_start_is_no_error(
    tmp_path: Path, stream: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "argv", ["mentorkit", "open", str(tmp_path / "gone")])
    monkeypatch.setattr(sys, stream, None)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 3
    getattr(sys, stream).close()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a Unix matter")
def test_a_stream_that_is_full_is_told_as_a_full_disk(tmp_path: Path):
    full = "import os; os.dup2(os.open('/dev/full', os.O_WRONLY), 1)"
    done = start("--version", home=tmp_path, before=full)
    assert done.returncode == 3
    assert "no room left" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words", [("open", LONG), ("restore", LONG), ("doctor", LONG), ("import", LONG), ("backup", LONG)]
)
def test_a_path_that_is_too_long_is_told(tmp_path: Path, words: tuple[str, ...]):
    done = run(*words, home=tmp_path)
    assert (done.returncode, "inside mentorkit" in done.stderr) == (3, False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a Unix matter")
def test_a_pipe_and_a_link_to_nowhere_are_refused_and_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "link.csv").symlink_to(tmp_path / "nowhere")
    for name in ("pipe.csv", "link.csv"):
        for verb in ("import", "open"):
            assert run(verb, name, home=tmp_path).returncode == 3


def test_weights_that_are_too_deep_are_wrong_use(tmp_path: Path):
    (tmp_path / "deep.json").write_text("[" * 100_000)
    assert run("pair", "a.csv", "b.csv", "--weights", "deep.json", home=tmp_path).returncode == 2


def test_ctrl_c_before_anything_is_loaded_ends_without_a_word(tmp_path: Path):
    early = "import signal; from mentorkit.__main__ import main\nclass Early:\n"
    early += " def find_spec(self, *_): signal.raise_signal(signal.SIGINT)\n"
    early += "import sys; sys.modules.pop('mentorkit.cli', None); sys.meta_path.insert(0, Early()); main()"
    done = start(home=tmp_path, before=early)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")
