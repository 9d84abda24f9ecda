"""What is kept of an import that is not finished, so that it is there when its page comes back."""

from collections.abc import Callable
from typing import Any

import marimo as mo

from mentorkit.errors import FileRefused
from mentorkit.text import say
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.intake.draft import Keep
from mentorkit.workflows.intake.kept import KeptImport


def open_kept(desk: Desk) -> KeptImport:
    """The import as it was left; when it could not be read back, the page says so."""
    kept = KeptImport(desk.file)
    desk.notice = kept.lost or desk.notice
    return kept


def keeper(kept: KeptImport, desk: Desk, refresh: Callable[[bool], None]) -> Keep:
    """What keeps a step, files or edits; when that cannot be, the page says so and goes on."""

    def keep(**now: object) -> None:
        try:
            kept.write(**now)
        except FileRefused as refusal:
            desk.tell(say("What you do here is not kept when this page closes: {why}", why=refusal.message))
            refresh(False)

    return keep


def kept_state(kept: KeptImport, name: str, keep: Keep) -> tuple[Callable[[], Any], Callable[[Any], None]]:
    """A state of marimo's that outlives its page: it begins as it was left.

    Gives what tells it and what sets it.
    """
    get, set_now = mo.state(getattr(kept, name), allow_self_loops=True)

    def put(new: object) -> None:
        set_now(new)
        keep(**{name: get()})

    return get, put
