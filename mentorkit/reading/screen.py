"""Is this file safe to read? Looks at bytes only, before anything is parsed."""

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Literal

from mentorkit.errors import FileRefused
from mentorkit.reading.refusals import Refusal, refusal

Kind = Literal["workbook", "text"]

MEGABYTE = 1024 * 1024
MAX_FILE = 20 * MEGABYTE
MAX_UNPACKED = 100 * MEGABYTE
MAX_DOCUMENT = 20 * MEGABYTE
MAX_PARTS = 200
MAX_RATIO = 200
_RATIO_FROM = 5 * MEGABYTE  # small parts may compress to almost nothing without any harm
_CHUNK = 64 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_XLS = re.compile(rb"\x09[\x00\x02\x04\x08][\x04-\x10]\x00")
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_BOM = b"\xef\xbb\xbf"
_PAGE = re.compile(
    rb"(<!--.*?-->\s*)*"
    rb"(<!doctype html|<(html|table|head|meta|body|style|div|center|font|span|p|tr|\?xml)\b|mime-version:)",
    re.DOTALL,
)
_OTHER = (
    b"%pdf",
    b"{\\rtf",
    b"\x89png",
    b"\xff\xd8\xff",
    b"gif8",
    b"rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"%!ps",
)
_FLAT_DOCUMENT = re.compile(rb"<\?xml[^>]*>\s*<office:document")
_PROGRAMS = {
    "Excel (.xlsb)": re.compile(r"xl/workbook\.bin$"),
    "Apple Numbers (.numbers)": re.compile(r"(?:^|/)Index(?:\.zip|/.+\.iwa)$"),
}
_TEXTS = {
    "Google Sheets (.gsheet)": re.compile(rb'\{[^{}]*"(?:url|doc_id)"'),
    "Excel (.slk)": re.compile(rb"id;p\w"),
    "Excel (.dif)": re.compile(rb"table\s+0,1\s"),
    "SPSS (.sav)": re.compile(rb"\$fl[23]"),
    "Parquet": re.compile(rb"par1"),
}
"""Other programs, by a part of their package or by how their files begin, in small letters."""

_DOCTYPE = b"<!DOCTYPE"
_MAX_CONTROLS = 20
"""A text has at most one control character in so many bytes; other files have one in ten."""

_CONTROLS = bytes({*range(32), 127} - {9, 10, 12, 13, 26, 27})


def screen(name: str, content: bytes) -> Kind:
    """What kind of file this is, when it may be read; a workbook is still to be unpacked.

    Raises FileRefused when the file is empty, too large, protected with a password, or of
    another kind. The limits are our own.
    """
    if not plain(content).strip(b"\0 \t\r\n"):
        raise refusal(Refusal.EMPTY_FILE)
    if len(content) > MAX_FILE:
        raise refusal(Refusal.TOO_LARGE)
    if content.startswith(_OLE):
        raise _ole(name, content)
    if _BARE_XLS.match(content):
        raise refusal(Refusal.OLD_XLS)
    if content.startswith(b"PK\x03\x04") or content.startswith(b"PK\x05\x06"):
        return "workbook"
    _screen_text(content)
    return "text"


def is_wide(content: bytes) -> str:
    """The alphabet of a text in two bytes a character, with or without its mark; empty for another.

    >>> is_wide("Naam".encode("utf-16-le")), is_wide(b"Naam")
    ('utf-16-le', '')
    """
    if content.startswith(_WIDE_BOMS):
        return "utf-16"
    start = content[:2000]
    pairs = len(start) // 2
    for encoding, zeros in (("utf-16-le", start[1::2]), ("utf-16-be", start[0::2])):
        if pairs and zeros.count(0) > 0.4 * pairs and start.count(0) < 1.2 * pairs:
            return encoding
    return ""


def plain(content: bytes) -> bytes:
    """The first part of a text as one byte a character, without a byte order mark."""
    start = content[:4000]
    if encoding := is_wide(start):
        text = start[: len(start) // 2 * 2].decode(encoding, "replace").lstrip("\ufeff")
        return text.encode("latin-1", "replace")
    return start.removeprefix(_UTF8_BOM)


def _ole(name: str, content: bytes) -> FileRefused:
    """Office files from before 2007, and newer ones behind a password, share these first bytes."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return refusal(Refusal.ENCRYPTED)
    is_book = any(stream.encode("utf-16-le") in content for stream in ("Workbook", "Book\0"))
    if name.lower().endswith((".xls", ".xlt")) or is_book:
        return refusal(Refusal.OLD_XLS)
    return refusal(Refusal.NOT_A_SPREADSHEET)


def _screen_text(content: bytes) -> None:
    start = plain(content).lstrip().lower()
    if program := next((name for name, begin in _TEXTS.items() if begin.match(start)), ""):
        raise refusal(Refusal.OTHER_FORMAT, program=program)
    if _FLAT_DOCUMENT.match(start):
        raise refusal(Refusal.OPEN_DOCUMENT)
    if _PAGE.match(start):
        raise refusal(Refusal.HTML_AS_XLS)
    if start.startswith(_OTHER) or _is_json(content):
        raise refusal(Refusal.NOT_A_SPREADSHEET)
    kept = len(content.translate(None, _CONTROLS))
    if not is_wide(content) and kept < len(content) - len(content) / _MAX_CONTROLS:
        raise refusal(Refusal.NOT_A_SPREADSHEET)


def _is_json(content: bytes) -> bool:
    if content.lstrip()[:1] not in {b"{", b"["}:
        return False
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True


def screen_package(content: bytes, inside: str = "xl/") -> None:
    """Looks at how a workbook is packed, and at all that is in it, without parsing.

    `inside` is the folder that makes it one, `word/` for a document. Raises FileRefused when it is
    damaged, nothing of the kind, too large or built to do harm.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _screen_parts(package.infolist(), inside)
            _screen_contents(package, len(content))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise refusal(Refusal.DAMAGED) from error


def is_small_document(content: bytes) -> bool:
    """Whether this is a text document, such as Word makes, that can be read as a whole and does no harm."""
    try:
        screen_package(content, "word/")
    except FileRefused:
        return False
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return sum(part.file_size for part in package.infolist()) <= MAX_DOCUMENT


def _screen_parts(parts: list[zipfile.ZipInfo], inside: str) -> None:
    """Refuse by what the package says of itself, without unpacking."""
    names = [part.filename.replace("\\", "/") for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        raise refusal(Refusal.ENCRYPTED)
    if "content.xml" in names:
        raise refusal(Refusal.OPEN_DOCUMENT)
    programs = (name for name, part in _PROGRAMS.items() if any(map(part.search, names)))
    if program := next(programs, ""):
        raise refusal(Refusal.OTHER_FORMAT, program=program)
    if not any(name.startswith(inside) for name in names):
        raise refusal(Refusal.NOT_A_SPREADSHEET)
    if sum(part.file_size for part in parts) > MAX_UNPACKED:  # an honest bomb need not be unpacked
        raise refusal(Refusal.TOO_LARGE)
    is_strange = any(name.startswith("/") or ":" in name or ".." in name.split("/") for name in names)
    is_packed_oddly = any(
        part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts
    )
    if len(parts) > MAX_PARTS or len(set(names)) < len(names) or is_strange or is_packed_oddly:
        raise refusal(Refusal.UNSAFE_ZIP)


def _screen_contents(package: zipfile.ZipFile, packed: int) -> None:
    """Refuse by what is really inside; what a package says of its sizes may be untrue."""
    unpacked = 0
    for part in package.infolist():
        last = b""
        for chunk in _chunks(package, part):
            unpacked += len(chunk)
            if unpacked > MAX_UNPACKED or unpacked > max(_RATIO_FROM, packed * MAX_RATIO):
                raise refusal(Refusal.TOO_LARGE)
            seen = last + chunk.replace(b"\0", b"").upper()  # without zeros, UTF-16 reads as ASCII
            if _DOCTYPE in seen and not part.filename.startswith("xl/media/"):
                raise refusal(Refusal.UNSAFE_XML)
            last = seen[1 - len(_DOCTYPE) :]


def _chunks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk
