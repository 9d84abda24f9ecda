"""Writing a file that only the owner may read, whole or not at all."""

import os
from pathlib import Path


def write_privately(file: Path, content: bytes) -> None:
    """Put content in a file in one step, so that two windows at once do not spoil it. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    with open(os.open(beside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as new:
        new.write(content)
    beside.replace(file)
