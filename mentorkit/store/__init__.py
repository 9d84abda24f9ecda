"""Keeping: one programme in one file, with a journal, undo and backups."""

from mentorkit.model.entry import JournalEntry
from mentorkit.store.door import Store
from mentorkit.store.sqlite.backup import is_intact
from mentorkit.store.sqlite.examine import is_empty, name_in
from mentorkit.store.sqlite.thinning import Backup, backups_of

__all__ = ["Backup", "JournalEntry", "Store", "backups_of", "is_empty", "is_intact", "name_in"]
