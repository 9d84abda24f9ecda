"""Going back to a backup of a programme, and whether file and backups are well."""

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from mentorkit.errors import FileRefused, NotLawful
from mentorkit.store import Store, backups_of, is_intact
from mentorkit.store.restore import RESTORABLE, WayBack, put_back, trouble_with, ways_back, wrong_entry
from mentorkit.text import Message, say

_NOT_SEALED = say(
    "{file} was made by an earlier mentorkit, in which entries had no seal. Open it once with this one; from "
    "then on every change by another program shows."
)


class Health(NamedTuple):
    """Why a file cannot be opened (None: it can), and its sound and damaged backups, and their folder."""

    refusal: Message | None
    sound: tuple[datetime, ...]
    damaged: tuple[str, ...]
    folder: str


def health(programme: Path) -> Health:
    """Whether a programme file and its backups are well; nothing is written."""
    trouble, backups = trouble_with(programme), backups_of(programme)
    is_sound = {one: is_intact(one.path) for one in backups}
    return Health(
        trouble.message if trouble else None,
        tuple(one.at for one in backups if is_sound[one]),
        tuple(one.path.name for one in backups if not is_sound[one]),
        str(programme.parent / "backups"),
    )


def verified(programme: Path) -> int | None:
    """The first entry that is not as it was written; None when all are.

    Raises FileRefused for a file that cannot be opened, or is of an earlier version, which has no seals.
    """
    if Store.seen(programme) is None:
        raise FileRefused("NOT_SEALED", _NOT_SEALED.filled(file=programme.name))
    return wrong_entry(programme)


def backups_to_choose(programme: Path) -> list[WayBack]:
    """The sound backups of a programme, newest first. Raises NotLawful when there is none."""
    found = ways_back(programme)
    if not found:
        raise NotLawful(say("There is no sound backup of {file}.", file=programme.name))
    return found


def put_back_number(programme: Path, number: int, author: str) -> Path | None:
    """Put back the backup with this number of the list, the newest 1; gives where the earlier file is kept.

    Raises NotLawful when the list has no such number, FileRefused when it cannot be put back.
    """
    choices = backups_to_choose(programme)
    if not 1 <= number <= len(choices):
        raise NotLawful(
            say("There is no backup {n}. Choose one from 1 to {last}.", n=number, last=len(choices))
        )
    return put_back(programme, choices[number - 1].backup, author=author, now=datetime.now(UTC))


def can_be_put_back(code: str, programme: Path) -> bool:
    """Whether a file that is refused for this reason has a sound backup to take its place."""
    return code in RESTORABLE and bool(ways_back(programme))
