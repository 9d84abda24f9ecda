"""One action in the journal of a programme."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class JournalEntry:
    """One action that was saved.

    `number` counts up and is never used twice. `at` is in UTC. `rows` is the number of
    rows it wrote. `undoes` is the number of the entry it undid, None for any other action.
    """

    number: int
    action: str
    who: str
    at: datetime
    rows: int
    undoes: int | None = None
