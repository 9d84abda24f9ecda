"""What is kept of an import that is not finished, so that it is there when its page comes back."""

from collections.abc import Callable
from typing import Any

import marimo as mo

from mentorkit.ui.frame.desk import Desk
from mentorkit.workflows.intake.edits import Edits

_FILES = "files"

State = tuple[Callable[[], Any], Callable[[Any], None]]
"""What gives a value, and what sets it."""


def kept_state(desk: Desk, name: str, first: object) -> State:
    """A state of marimo's that outlives its page: it begins as it was left, as long as there are files.

    It is kept in this process and written nowhere.
    """
    kept = desk.unfinished
    get, set_now = mo.state(kept.get(name, first) if kept.get(_FILES) else first, allow_self_loops=True)

    def put(new: object) -> None:
        set_now(new)
        kept[name] = get()

    return get, put


def forget(desk: Desk) -> None:
    """Keep nothing any more: the import is taken in."""
    desk.unfinished.clear()


def keeper(desk: Desk) -> Callable[[Edits], None]:
    """What is told the edits that are still being made."""
    return lambda edits: desk.unfinished.update(edits=edits)
