"""Into a programme from the command line, in one step after a backup, or only looked at."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from mentorkit.cli.own import present
from mentorkit.frames import Snapshot
from mentorkit.model import Changes

Found = TypeVar("Found")


def into(
    programme: Path, author: str | None, decide: Callable[[Snapshot], tuple[Found, Changes]]
) -> tuple[Found, Snapshot]:
    """What was found beside a programme, and the programme as it was; what changes is saved in one step.

    Nothing is written without an author or when nothing changes. Raises FileRefused when the programme
    cannot be opened.
    """
    from mentorkit.store import Store  # noqa: PLC0415 - heavy

    now = datetime.now(UTC)
    with Store.open(present(programme), now=now) as opened:
        snapshot = opened.load()
        found, changes = decide(snapshot)
        if author is not None and changes.items:
            opened.backup(now=now)
            opened.apply(changes, author=author, now=now)
    return found, snapshot
