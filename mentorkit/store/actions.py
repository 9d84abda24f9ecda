"""One action: rows and journal written together, inside the transaction of the caller."""

from datetime import datetime

from sqlalchemy import Connection

from mentorkit.errors import NotLawful
from mentorkit.model import Changes, Delete, Person
from mentorkit.model.entry import JournalEntry
from mentorkit.store import journal
from mentorkit.store.rows import check_unchanged, items_of_changes, write_rows
from mentorkit.text import say


def save(connection: Connection, changes: Changes, author: str, now: datetime) -> int:
    """Write changes as one entry and give its number; what became private is forgotten in all entries.

    Raises RevisionConflict when a row is not as its change expects it, and NotLawful when
    somebody made up would get into a programme that is no sample.
    """
    _keep_made_up_apart(connection, changes)
    number = journal.add_entry(connection, changes.action, author, now)
    items = list(items_of_changes(connection, changes.items, number))
    journal.add_items(connection, number, items)
    journal.forget_private(connection, items)
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
    journal.forget_private(connection, items)
    write_rows(connection, items)


def _keep_made_up_apart(connection: Connection, changes: Changes) -> None:
    written = (item.row for item in changes.items if not isinstance(item, Delete))
    if not any(isinstance(row, Person) and row.is_made_up for row in written):
        return
    if not connection.exec_driver_sql("SELECT is_sample FROM programme").scalar_one():
        raise NotLawful(
            say(
                "These are the made-up people of the example. They do not go into your own programme, "
                "so that nobody is ever paired with somebody who does not exist. Nothing was saved."
            )
        )
