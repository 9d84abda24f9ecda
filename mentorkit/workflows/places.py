"""Where a programme lies: in a folder that a service copies, on a network drive, or on a disk of its own."""

import contextlib
import re
from pathlib import Path

_SYNCED = re.compile(
    r"OneDrive|SharePoint|Dropbox|iCloud|Mobile Documents|CloudDocs|CloudStorage|Nextcloud|ownCloud|"
    r"Google ?Drive|pCloud|MEGA(?=sync)|Syncthing|SynologyDrive|Seafile|Tresorit|Proton ?Drive|kDrive",
    re.IGNORECASE,
)
_FAR_AWAY = re.compile(r"nfs|cifs|smb|afs|9p|davfs|fuse\.(sshfs|rclone|gvfsd|davfs|s3fs)")


def copied_by(file: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """The service or network drive that a file lies on, by the names of its folders or by its mount.

    Empty when there is none that we know. Our own list, of names that such services give their folders.
    """
    place = file.resolve()
    for part in reversed(place.parent.parts):
        if found := _SYNCED.search(part):
            return found[0]
    with contextlib.suppress(OSError):
        lines = (line.split(" ")[1:3] for line in mounts.read_text("utf-8", "replace").splitlines())
        under = [(at, kind) for at, kind in lines if place.is_relative_to(at.replace("\\040", " "))]
        kind = max(under, key=lambda one: len(one[0]), default=("", ""))[1]
        return kind if _FAR_AWAY.match(kind) else ""
    return ""
