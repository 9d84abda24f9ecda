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


def zipped(ending: str, files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of files by what each is called, always the same for the same files; namesakes are numbered."""
    target, times = io.BytesIO(), Counter[str]()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for called, content in files:
            name = file_name(called)
            times[name.casefold()] += 1
            again = times[name.casefold()]
            info = ZipInfo(f"{name}.{ending}" if again == 1 else f"{name} ({again}).{ending}")
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, content)
    return target.getvalue()
