"""Files that were dropped on the first page, on their way to the page that imports them."""

import io
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from mentorkit.errors import FileRefused
from mentorkit.text import say
from mentorkit.workflows.private_file import write_privately


def leave_waiting(programme: Path, files: Iterable[tuple[str, bytes]]) -> Path:
    """Keep files beside their programme until they are fetched, and give the place of all of them.

    Raises FileRefused when there is no room.
    """
    content = io.BytesIO()
    with ZipFile(content, "w") as kept:
        for name, data in files:
            kept.writestr(name, data)
    try:
        write_privately(_place(programme), content.getvalue())
    except OSError as error:
        message = say("There is no room to keep these files. Drop them on the page Sign-ups.")
        raise FileRefused("DISK_FULL", message) from error
    return _place(programme)


def fetch_waiting(programme: Path) -> tuple[tuple[str, bytes], ...]:
    """The files that wait for a programme, which are not kept any longer."""
    place = _place(programme)
    with suppress(OSError, BadZipFile), ZipFile(io.BytesIO(place.read_bytes())) as kept:
        place.unlink()
        return tuple((one.filename, kept.read(one)) for one in kept.infolist())
    return ()


def _place(programme: Path) -> Path:
    return programme.with_name(f"{programme.name}-waiting")
