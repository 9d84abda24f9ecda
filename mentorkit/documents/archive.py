"""Several files as one, each under a name that every computer takes."""

import io
import re
from collections import Counter
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_UNFIT = re.compile(r"[^\w'’&. –-]+")
_LONGEST = 80


def file_name(name: str) -> str:
    """A name for a file, without what some computer does not take.

    >>> file_name("Ann van 't Hoff <&> – Bo/Bø")
    "Ann van 't Hoff & – Bo Bø"
    """
    return " ".join(_UNFIT.sub(" ", name).split())[:_LONGEST].strip(" .") or "mentorkit"


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of files by name, always the same for the same files; two of one name are numbered."""
    target, times = io.BytesIO(), Counter[str]()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            times[name.casefold()] += 1
            stem, _, ending = name.rpartition(".")
            again = times[name.casefold()]
            info = ZipInfo(name if again == 1 else f"{stem} ({again}).{ending}")
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, content)
    return target.getvalue()
