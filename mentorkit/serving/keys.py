"""Where a programme is found on this computer: its port, and the key that its pages hold."""

import contextlib
import hmac
import secrets
import sys
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import platformdirs

from mentorkit.serving.visit import file_code
from mentorkit.whole import private_folder, write_whole

_FIRST_PORT, _PORTS = 20_000, 10_000
_KEPT = timedelta(days=7)
_MOST = 4


def port_of(programme: Path) -> int:
    """The same port for a programme whenever it is opened, as long as nobody else has it.

    >>> port_of(Path("/a.mentorkit")) == port_of(Path("/a.mentorkit")) != port_of(Path("/b.mentorkit"))
    True
    """
    return _FIRST_PORT + int(file_code(programme)[:8], 16) % _PORTS


@dataclass
class Keys:
    """The key of this run, and those of earlier runs with which an open page may come back.

    One of those opens once: the page gets the new key for it and all earlier ones are void, so
    a key that somebody else saw is worth nothing for long. They stand in a file that only the
    coordinator can read, in a folder of this computer's own: a copy of the programme, or a
    folder that is shared, takes no key along.
    """

    current: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    earlier: list[str] = field(default_factory=list)
    file: Path | None = None

    @classmethod
    def of(cls, programme: Path, now: datetime) -> "Keys":
        """A new key for a programme beside those of the last days; only the new where none can be kept."""
        file = platformdirs.user_state_path("mentorkit", appauthor=False) / "keys" / file_code(programme)[:32]
        keys = cls(file=file)
        with contextlib.suppress(OSError):
            private_folder(file.parent)
            for stale in [one for one in file.parent.iterdir() if _is_stale(one, now)]:
                stale.unlink()
            keys.earlier = _read(file)
        keys._keep()
        return keys

    def opens(self, offered: str) -> bool:
        """Whether this is the key of this run."""
        return _is_same(offered, self.current)

    def returns(self, offered: str) -> bool:
        """Whether this was the key of an earlier run; it never is again."""
        found = any([_is_same(offered, one) for one in self.earlier])
        if found:
            self.earlier = []
            self._keep()
        return found

    def _keep(self) -> None:
        if self.file is None:
            return
        with contextlib.suppress(OSError):
            write_whole(self.file, "\n".join([*self.earlier, self.current]).encode("ascii"))


def _is_same(offered: str, key: str) -> bool:
    return hmac.compare_digest(offered.encode(), key.encode())


def _is_stale(file: Path, now: datetime) -> bool:
    return file.lstat().st_mtime < (now - _KEPT).timestamp()


def _read(file: Path) -> list[str]:
    """The keys in a file; none when it is a link or others could have read it."""
    is_private = sys.platform == "win32" or not file.lstat().st_mode & 0o077
    return file.read_text(encoding="ascii").split()[-_MOST:] if is_private else []
