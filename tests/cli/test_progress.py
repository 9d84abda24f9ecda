"""Ctrl+C during a long solve: first the last plan, then the way out."""

import signal

import pytest

from mentorkit.cli.progress import watched
from mentorkit.text import say, speaker


def test_the_first_ctrl_c_asks_to_stop_and_the_second_ends_the_command():
    before = signal.getsignal(signal.SIGINT)
    with watched(speaker("en")) as watch:
        assert not watch.should_stop()
        signal.raise_signal(signal.SIGINT)
        assert watch.should_stop()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_where_nobody_looks_nothing_is_told(capfd: pytest.CaptureFixture[str]):
    with watched(speaker("en")) as watch:
        watch.progress(1, 2, say("Looking"))
    assert capfd.readouterr().err == ""
