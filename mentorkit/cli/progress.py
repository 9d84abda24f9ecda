"""A long solve on the command line: how far it is, and Ctrl+C that keeps the last plan."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mentorkit.text import Message, Speaker

if TYPE_CHECKING:
    from mentorkit.matching.solvers.blocks import Watch


class Progress:
    """One line on the screen that tells how far the solve is; nothing when nobody is looking."""

    def __init__(self, speak: Speaker) -> None:
        self._spoken = speak
        self._told: tuple[Message, int] | None = None

    def __call__(self, done: int, total: int, step: Message) -> None:
        """Tell it, when it differs from what was told last."""
        now = step, 100 * done // max(total, 1)
        if now != self._told and sys.stderr.isatty():
            self._told = now
            sys.stderr.write(f"\r\x1b[K{self._spoken(step)} {now[1]} %")
            sys.stderr.flush()

    def end(self) -> None:
        """Leave an empty line to write on."""
        if self._told is not None:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


@contextmanager
def watched(speak: Speaker) -> Iterator["Watch"]:
    """A solve that tells how far it is; the first Ctrl+C keeps the last plan, the second ends the command."""
    from mentorkit.matching.solvers.blocks import Watch  # noqa: PLC0415 - heavy

    progress, stop = Progress(speak), threading.Event()
    before = signal.getsignal(signal.SIGINT)

    def ask_to_stop(number: int, frame: object) -> None:
        stop.set()
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, ask_to_stop)
    try:
        yield Watch(progress, stop.is_set)
    finally:
        signal.signal(signal.SIGINT, before)
        progress.end()
