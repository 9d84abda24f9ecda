"""Files that are written whole or not at all."""

import os
import secrets
from pathlib import Path


def write_whole(file: Path, content: bytes, mode: int = 0o666) -> None:
    """Put a file in the place of an earlier one, on the disk and in one step; `mode` says who may read it.

    Raises OSError, and then what stood there stands there still.
    """
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        with open(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode), "wb") as new:
            new.write(content)
            new.flush()
            os.fsync(new.fileno())
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
