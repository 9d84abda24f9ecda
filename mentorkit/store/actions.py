"""One action: rows and journal written together, inside the transaction of the caller."""

from datetime import datetime

from sqlalchemy import Connection

from mentorkit.model import Changes
from mentorkit.store import journal
from mentorkit.store.journal import JournalEntry
from mentorkit.store.rows import check_unchanged, items_of_changes, write_rows


def save(connection: Connection, changes: Changes, author: str, now: datetime) -> int:
    """Write changes as one entry and give its number.

    Raises RevisionConflict when a row is not as its change expects it.
    """
    number = journal.add_entry(connection, changes.action, author, now)
    items = list(items_of_changes(connection, changes.items, number))
    journal.add_items(connection, number, items)
    write_rows(connection, items)
    return number


def take_back(connection: Connection, entry: JournalEntry, author: str, now: datetime) -> None:
    """Make every row that an entry wrote what it was before, as an entry of its own.

    Raises RevisionConflict when a row is no longer as the entry left it.
    """
    items = [item.turned_back() for item in reversed(journal.items_of(connection, entry.number))]
    check_unchanged(connection, items)
    number = journal.add_entry(connection, "undo", author, now, undoes=entry.number)
    journal.add_items(connection, number, items)
    write_rows(connection, items)
