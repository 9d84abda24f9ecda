"""What is kept of an import that is not finished, so that it is there when its page comes back."""

from collections.abc import Callable
from typing import Any

import marimo as mo

from mentorkit.ui.frame.desk import Desk
from mentorkit.workflows.intake.kept import KeptImport


def open_kept(desk: Desk) -> KeptImport:
    """The import as it was left; when it could not be read back, the page says so."""
    kept = KeptImport(desk.file)
    desk.notice = kept.lost or desk.notice
    return kept


def kept_state(kept: KeptImport, name: str) -> tuple[Callable[[], Any], Callable[[Any], None]]:
    """A state of marimo's that outlives its page: it begins as it was left.

    Gives what tells it and what sets it.
    """
    get, set_now = mo.state(getattr(kept, name), allow_self_loops=True)

    def put(new: object) -> None:
        set_now(new)
        kept.keep(**{name: get()})

    return get, put
