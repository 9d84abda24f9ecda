"""What is kept of an import that is not finished, so that it is there when its page comes back."""

from collections.abc import Callable
from typing import Any

import marimo as mo

from mentorkit.ui.frame.desk import Desk


def kept_state(desk: Desk, name: str, first: object) -> tuple[Callable[[], Any], Callable[[Any], None]]:
    """A state of marimo's that outlives its page: it begins as it was left, as long as there are files.

    Gives what tells it and what sets it. It is kept in this process and written nowhere.
    """
    kept = desk.unfinished
    get, set_now = mo.state(kept.get(name, first) if kept.get("files") else first, allow_self_loops=True)

    def put(new: object) -> None:
        set_now(new)
        kept[name] = get()

    return get, put
