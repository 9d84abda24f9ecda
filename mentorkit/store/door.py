"""One programme in one file: read as frames, written as changes, with a journal that can be undone."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from sqlalchemy import Connection

from mentorkit.errors import FileRefused, RevisionConflict
from mentorkit.frames import Snapshot
from mentorkit.model import Changes, Insert, Programme, Row, action_words
from mentorkit.model.entry import JournalEntry
from mentorkit.model.erased import Erasure
from mentorkit.store import journal, migrations
from mentorkit.store.actions import save, take_back
from mentorkit.store.erase import forget_person, vacuum
from mentorkit.store.journal import Mark
from mentorkit.store.refusals import Found, Trouble, in_plain_words, looked_twice, refused
from mentorkit.store.seal import seal_new
from mentorkit.store.snapshot import checked_contents, snapshot_of
from mentorkit.store.sqlite.backup import make_backup
from mentorkit.store.sqlite.engine import ProgrammeFile, make_private_file
from mentorkit.store.sqlite.examine import examine, is_empty
from mentorkit.store.sqlite.thinning import erasures_of, keep_erasures
from mentorkit.store.tables import metadata
from mentorkit.text import Message, say
from mentorkit.whole import private_folder

BULK = 20
"""As many rows in one action are a bulk change, before which a backup is made."""

NOW_AND_THEN = timedelta(minutes=30)
"""A programme in which something changes is backed up this often."""


class Store:
    """A programme file that is open.

    Every action is one transaction: kept whole, or not at all. May be used from several
    threads, and several stores may have one file open; each action sees what the others
    saved. Whatever goes wrong with the file is raised as FileRefused, whose `code` says
    what: see mentorkit.store.refusals.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = ProgrammeFile(path)
        self._newest_seen: Mark = (0, "")
        self._backed_up = 0
        self._backed_up_at: datetime | None = None
        self._last_read: Snapshot | None = None
        self._moment = datetime.now(UTC)
        self.without_backup: Message | None = None
        """What to tell when the last backup that was due could not be made."""

    @classmethod
    def create(cls, path: Path, programme: Programme, *, author: str, now: datetime) -> Self:
        """A new programme in a new file that only its owner can read.

        Folders that are missing are made, private too. Raises FileRefused EXISTS when
        there is a file already in which something was saved.
        """
        with in_plain_words(path):
            if path.exists() and not (path.is_file() and is_empty(path)):
                raise refused(Trouble.EXISTS, path)
            private_folder(path.absolute().parent)
            make_private_file(path)
        store = cls(path)
        with store._file.writing() as connection:
            if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
                raise refused(Trouble.EXISTS, path)  # another window was faster
            migrations.upgrade(connection)
            store._backed_up = save(connection, Changes("create", (Insert(programme),)), author, now)
            seal_new(connection)
        store._moment = store._backed_up_at = now
        return store

    @classmethod
    def open(cls, path: Path, *, now: datetime | None = None) -> Self:
        """The programme in an existing file, checked to be ours and whole, and backed up.

        An older file is brought up to date, after its backup. Raises FileRefused
        NOT_FOUND, NOT_A_PROGRAMME, FOREIGN, DAMAGED or NEWER_FILE.
        """
        version = examine(path, migrations.newest_version(), metadata().tables)
        store = cls(path)
        store._moment = now = now or datetime.now(UTC)
        if version == migrations.newest_version():
            store._back_up_if_changed()
        else:
            store.backup(now=now)
            with store._file.writing() as connection:
                migrations.upgrade(connection)
        store._last_read = looked_twice(lambda: store._asked(checked_contents))
        store._tidy()
        return store

    @classmethod
    def seen(cls, path: Path) -> Snapshot | None:
        """The programme in a file without writing to it; None when it is of an earlier version.

        Raises FileRefused as `open` does.
        """
        newest = migrations.newest_version()
        if examine(path, newest, metadata().tables) != newest:
            return None
        store = cls(path)
        try:
            return store.load()
        finally:
            store._file.dispose()

    def close(self) -> None:
        """Be done with the file, after a backup of what was saved since the last one.

        Nothing is held between two actions, so nothing can be lost.
        """
        self._back_up_if_changed()
        self._file.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def load(self) -> Snapshot:
        """The programme as it is now, all tables of one moment, their rows sorted by id."""
        self._last_read = looked_twice(lambda: self._asked(self._snapshot))
        return self._last_read

    def apply(self, changes: Changes, *, author: str, now: datetime, expected: int | None = None) -> int:
        """Save changes, whole or not at all, and give the number of their journal entry.

        Without any change nothing is written and the newest number is given. A row that
        is updated or removed must still have the revision it was read with, an inserted
        one must be new: else RevisionConflict is raised with both versions. Raises
        NotLawful when a row points at one that is not there.

        `expected` is the number of the newest entry the changes were made in view of; None
        lets them stand beside whatever came since. Raises RevisionConflict, and changes
        nothing, when another entry came in between.
        """
        changes.check()
        _ = action_words()[changes.action]  # a misspelt one is a fault of ours, and not of the file
        if len(changes.items) >= BULK:
            self._back_up_if_changed()
        with self._writing(now) as connection:
            before = journal.newest_mark(connection)[0]
            if not changes.items:
                return before
            number = save(connection, changes, author, now)
            if expected not in {None, before}:
                raise RevisionConflict(
                    say(
                        "Something else was saved in the meantime, so this was not. "
                        "Look at how it is now and choose again."
                    )
                )
            return number

    def undo(self, *, author: str, now: datetime, expected: int | None = None) -> JournalEntry | None:
        """Take back the newest action that still stands, and give its entry; None when there is none.

        The rows become what they were, their revision included. That is safe because a
        number is never given twice: whoever read such a row before holds exactly what it
        is again, and whoever read it in between holds a number that never comes back.
        The creation of the programme is not undone, and an undo neither.

        `expected` is the number of the entry the coordinator saw when choosing to undo; None takes
        what is newest. Raises RevisionConflict, and changes nothing, when another entry
        came in between or a row is not as the entry left it.
        """
        with self._writing(now) as connection:
            entry = journal.undoable_entry(connection)
            if entry is None:
                return None
            if expected not in {None, entry.number}:
                raise RevisionConflict(
                    say(
                        "Something else was saved in the meantime, so nothing was undone. "
                        "Look at what was done last and choose again."
                    )
                )
            take_back(connection, entry, author, now)
            return entry

    def erase(self, person: str, *, author: str, now: datetime) -> Counter[str]:
        """Erase somebody and everything about her from the file, and give the rows by table.

        It is an entry without any rows, which is never undone. A backup that is put back later is
        erased again; see mentorkit.model.erased for how long the backups of before stay.
        """
        with self._writing(now) as connection:
            counts = forget_person(connection, person)
            number = journal.add_entry(connection, "erase", author, now)
            keep_erasures(self.path, [*erasures_of(self.path), Erasure.of(person, number, now)])
        self._last_read = None
        self._tidy()
        return counts

    def _tidy(self) -> None:
        """Write the file anew where somebody was erased; when it cannot be now, the next to open it does."""
        with suppress(FileRefused), in_plain_words(self.path):
            erasures = erasures_of(self.path)
            if not all(one.is_tidy for one in erasures):
                vacuum(self._file)
                keep_erasures(self.path, [replace(one, is_tidy=True) for one in erasures])

    def undoable(self) -> JournalEntry | None:
        """The entry that undo would take back, None when there is none."""
        return self._asked(journal.undoable_entry)

    def history(self, limit: int = 50) -> list[JournalEntry]:
        """What was done, newest first."""
        return self._asked(lambda connection: journal.latest_entries(connection, limit))

    def history_of(self, rows: Iterable[Row]) -> list[JournalEntry]:
        """What was done to any of these rows, newest first."""
        return self._asked(lambda file: journal.entries_about(file, rows))

    def look(self, number: int) -> list[tuple[Row | None, Row | None]]:
        """What an entry did: each row as it was (None: not there) and as it became (None: removed)."""
        return [item.versions for item in self._asked(lambda file: journal.items_of(file, number))]

    def backup(self, *, now: datetime) -> Path:
        """A checked backup of the programme as it is now: a new one, or the newest if that is the same."""
        backup = make_backup(self._file, now)
        self._backed_up, self._backed_up_at, self.without_backup = backup.number, now, None
        return backup.path

    def _asked(self, question: Callable[[Connection], Found]) -> Found:
        with self._file.reading() as connection:
            return question(connection)

    def _snapshot(self, connection: Connection) -> Snapshot:
        self._check_ours(connection)
        return snapshot_of(connection, self._last_read)

    @contextmanager
    def _writing(self, now: datetime) -> Iterator[Connection]:
        newest = None
        try:
            with self._file.writing() as connection:
                self._check_ours(connection)
                yield connection
                seal_new(connection)
                newest = journal.newest_mark(connection)
        except FileRefused as refusal:
            if newest is None or not self._holds(newest, refusal):
                raise
        self._newest_seen, self._moment = newest, now
        # A clock that was set back is no reason to wait.
        if self._backed_up_at is None or abs(now - self._backed_up_at) >= NOW_AND_THEN:
            self._back_up_if_changed()

    def _holds(self, newest: Mark, refusal: FileRefused) -> bool:
        """Whether an entry is in the file after all: the disk may have refused its very last step only."""
        try:
            return self._asked(lambda connection: journal.has_entry(connection, newest))
        except FileRefused:
            raise refused(Trouble.UNCERTAIN, self.path) from refusal

    def _check_ours(self, connection: Connection) -> None:
        """Refuse another copy that was put over our file, be it older or one that went its own way."""
        if not journal.has_entry(connection, self._newest_seen):
            raise refused(Trouble.REPLACED, self.path)
        self._newest_seen = journal.newest_mark(connection)

    def _back_up_if_changed(self) -> None:
        """Back up what the last backup lacks; one that cannot be made stops nobody and is told."""
        try:
            newest = self._asked(journal.newest_mark)[0]
            if newest != self._backed_up:
                self.backup(now=self._moment)
        except FileRefused:
            self._backed_up_at = self._moment
            self.without_backup = say(
                "No backup of {file} could be made. What you saved is saved. Check whether the disk is full, "
                "and whether you may write in the folder ‘backups’ beside it.",
                file=self.path.name,
            )
