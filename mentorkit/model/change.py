"""Writing as data: a list of changes that is applied whole or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass

from mentorkit.model.programme import Programme
from mentorkit.model.row import Row


@dataclass(frozen=True)
class Insert:
    """A row that must not exist yet."""

    row: Row


@dataclass(frozen=True)
class Update:
    """A row as it must become; its `revision` is the one it was read with."""

    row: Row


@dataclass(frozen=True)
class Delete:
    """A row that must go; its `revision` is the one it was read with."""

    row: Row


Change = Insert | Update | Delete


@dataclass(frozen=True)
class Changes:
    """What one action of the coordinator changes; applied in one transaction.

    `action` is one of those that a kind of row knows, see `Row.actions`.
    """

    action: str
    items: tuple[Change, ...] = ()

    @classmethod
    def to_settings(cls, action: str, programme: Programme, **settings: object) -> "Changes":
        """The programme with these settings; no changes when they are the stored ones."""
        changed = Programme.model_validate(programme.model_dump() | settings)
        return cls(action, (Update(changed),) if changed != programme else ())

    def check(self) -> None:
        """Raise TypeError when there would no longer be exactly one programme."""
        if any(isinstance(item.row, Programme) and not isinstance(item, Update) for item in self.items):
            raise TypeError("A file holds exactly one programme, which can only be updated.")


def kept(known: Iterable[Row], rows: Iterable[Row]) -> tuple[Change, ...]:
    """What keeps these rows in place of those known by the same id; what stands so already is no change."""
    stored = {row.id: row for row in known}
    others = [row for row in rows if row is not stored.get(row.id)]
    new = (
        row.model_copy(update={"revision": stored[row.id].revision if row.id in stored else 0})
        for row in others
    )
    return tuple(Update(row) if row.id in stored else Insert(row) for row in new if row != stored.get(row.id))
