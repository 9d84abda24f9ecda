"""Which backups of a programme there are, and which of them are kept: the older, the fewer."""

import glob
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mentorkit.model.erased import Erasure
from mentorkit.whole import private_folder, write_whole

FOLDER = "backups"
ALL_OF = timedelta(days=2)
"""Of the time before the newest backup every one is kept."""

PERIODS: Sequence[tuple[int, Callable[[datetime], object]]] = (
    (12, lambda at: at.date()),
    (10, lambda at: at.isocalendar()[:2]),
    (9, lambda at: (at.year, at.month)),
)
"""Before that: of how many days, then weeks, then months the last one is kept."""

_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d{6})Z (\d{6,})(?:-(\d+))?")


@dataclass(frozen=True)
class Backup:
    """One backup: its file, what the clock said in UTC, and the number of the newest entry in it.

    `take` tells backups with the same number apart, such as one from before a migration.
    """

    path: Path
    at: datetime
    number: int
    take: int = 1

    @property
    def order(self) -> tuple[int, int]:
        """Its place in the row of all backups; no clock has a say in it."""
        return self.number, self.take


def backups_of(path: Path) -> list[Backup]:
    """The backups of a programme file in the order of their entries, the newest last."""
    found = (path.parent / FOLDER).glob(f"{glob.escape(path.stem)} *{glob.escape(path.suffix)}")
    named = (
        (one, _NAME.fullmatch(one.name[len(path.stem) + 1 : -len(path.suffix) or None])) for one in found
    )
    backups = [_backup(file, name) for file, name in named if name]
    return sorted(backups, key=lambda one: one.order)


def next_backup(path: Path, at: datetime, number: int) -> Backup:
    """The backup that is to be made of the entries up to `number`, under a name that is free."""
    take = 1 + max((one.take for one in backups_of(path) if one.number == number), default=0)
    again = f"-{take}" if take > 1 else ""
    name = f"{path.stem} {at.astimezone(UTC):%Y-%m-%d %H%M%S}Z {number:06}{again}{path.suffix}"
    return Backup(path.parent / FOLDER / name, at, number, take)


def superfluous(backups: Sequence[Backup], made: Backup) -> list[Backup]:
    """Those that may go after one was just `made`, which stays whatever the clock said.

    Walks back through the entries. The clock only says which day, week or month one belongs
    to, so that one set wrong costs no more than places of its own: our own heuristic.
    """
    others = sorted(set(backups) - {made}, key=lambda one: one.order, reverse=True)
    kept = {one for one in others if one.at > made.at - ALL_OF}
    rest = [one for one in others if one not in kept]
    for most, period in PERIODS:
        last: dict[object, Backup] = {}
        for one in rest:
            last.setdefault(period(one.at), one)
        chosen = [*last.values()][:most]
        kept.update(chosen)
        rest = rest[rest.index(chosen[-1]) + 1 :] if chosen else []
    return [one for one in others if one not in kept]


def erasures_of(path: Path) -> list[Erasure]:
    """Who was erased from a programme, by a list that lies with its backups, for it is needed where they are.

    Raises ValueError when it cannot be read.
    """
    listed = path.parent / FOLDER / f"{path.stem}.erased"
    return [Erasure(**one) for one in json.loads(listed.read_bytes())] if listed.exists() else []


def keep_erasures(path: Path, erasures: Sequence[Erasure]) -> None:
    """Put these in the place of that list."""
    private_folder(path.parent / FOLDER)
    content = json.dumps([asdict(one) for one in erasures], indent=1).encode()
    write_whole(path.parent / FOLDER / f"{path.stem}.erased", content)


def _backup(file: Path, name: re.Match[str]) -> Backup:
    at = datetime.strptime(name[1], "%Y-%m-%d %H%M%S").replace(tzinfo=UTC)
    return Backup(file, at, int(name[2]), int(name[3] or 1))
