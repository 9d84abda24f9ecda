"""How far long work is, in the place on the page where its outcome will stand."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import marimo as mo

from mentorkit.text import Message, Speaker

_STEPS = 100


@contextmanager
def progress_bar(speak: Speaker, title: Message) -> Iterator[Callable[..., None]]:
    """A bar as long as the block runs; what it gives is told how much is done of how much, and of what."""
    shown = 0

    def tell(done: int, total: int, step: Message | None = None) -> None:
        nonlocal shown
        now, before = _STEPS * done // max(total, 1), shown
        if now != before:
            shown = now
            bar.update(now - before, subtitle=speak(step) if step else None)

    bar_of = partial(mo.status.progress_bar, show_rate=False, show_eta=False, remove_on_exit=True)
    with bar_of(total=_STEPS, title=speak(title)) as bar:
        yield tell
