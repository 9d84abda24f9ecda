"""What is not finished yet, in a file of its own beside the programme.

It is no change of the programme: it stands in no journal and in no backup.
"""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from mentorkit.model.programme import unfinished_beside
from mentorkit.store.refusals import in_plain_words
from mentorkit.store.sqlite.engine import ProgrammeFile, make_private_file

Parts = Mapping[str, Mapping[str, bytes]]
"""Pieces by name, in their order, in parts by name."""

_TABLE = (
    "CREATE TABLE IF NOT EXISTS kept (part TEXT NOT NULL, name TEXT NOT NULL, content BLOB NOT NULL, "
    "PRIMARY KEY (part, name)) STRICT"
)


class Unfinished:
    """The file that is there for as long as something is not finished; only its owner can read it.

    What goes wrong with it is raised as FileRefused.
    """

    def __init__(self, programme: Path) -> None:
        self._path = unfinished_beside(programme)

    def load(self) -> Parts:
        """All that was kept; nothing without a file."""
        parts: dict[str, dict[str, bytes]] = defaultdict(dict)
        if self._path.exists():
            with ProgrammeFile(self._path).reading() as connection:
                for part, name, content in connection.exec_driver_sql(
                    "SELECT part, name, content FROM kept ORDER BY rowid"
                ):
                    parts[part][name] = content
        return parts

    def keep(self, parts: Parts) -> None:
        """Put these parts in the place of what they held, all at once or not at all."""
        with in_plain_words(self._path):
            make_private_file(self._path)
        with ProgrammeFile(self._path).writing() as connection:
            connection.exec_driver_sql(_TABLE)
            for part, pieces in parts.items():
                connection.exec_driver_sql("DELETE FROM kept WHERE part = ?", (part,))
                for name, content in pieces.items():
                    connection.exec_driver_sql("INSERT INTO kept VALUES (?, ?, ?)", (part, name, content))

    def drop(self) -> None:
        """Forget all of it."""
        with in_plain_words(self._path):
            self._path.unlink(missing_ok=True)
            self._path.with_name(f"{self._path.name}-journal").unlink(missing_ok=True)
