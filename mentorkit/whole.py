"""The one way to write a file: whole or not at all, and for its owner alone."""

import os
import secrets
from pathlib import Path


def write_whole(file: Path, content: bytes, *, is_new: bool = False) -> None:
    """Put a file in its place, on the disk and in one step; only its owner reads it.

    One that `is_new` takes no other's place: raises FileExistsError when something stands there,
    be it a link to nowhere. Raises OSError, and then what stood there stands there still.
    """
    draft = file.with_name(f".{secrets.token_hex(8)}.draft")
    try:
        with open(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as new:
            new.write(content)
            new.flush()
            os.fsync(new.fileno())
        if is_new:
            _put_beside_others(draft, file)
        else:
            draft.replace(file)
        sync(file.parent)
    finally:
        draft.unlink(missing_ok=True)


def private_folder(folder: Path) -> None:
    """A folder that only its owner may enter, if there is none yet, and its parents likewise."""
    if not folder.exists():
        private_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def sync(path: Path) -> None:
    """Bring a file or the names in a folder to the disk; Windows does the latter by itself."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _put_beside_others(draft: Path, file: Path) -> None:
    """Give a draft its name in one step, which fails when the name is taken."""
    try:
        os.link(draft, file)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second name for a file
        if os.path.lexists(file):
            raise FileExistsError(str(file)) from None
        draft.rename(file)
