"""The other programmes of this computer, to be looked at and not touched."""

from pathlib import Path

from mentorkit.errors import FileRefused
from mentorkit.frames import Snapshot
from mentorkit.store import Store
from mentorkit.store.here import programmes_here


def other_programmes(own: Path) -> tuple[Snapshot, ...]:
    """The programmes in the folder and those opened before, but this one; what cannot be read is left out.

    No file is written: one of an earlier version is left as it is, and out.
    """
    found = []
    for one in programmes_here():
        if one.file.resolve() != own.resolve():
            try:
                seen = Store.seen(one.file)
            except FileRefused:
                continue
            found += [seen] if seen else []
    return tuple(found)
