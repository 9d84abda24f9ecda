"""Is this file safe to read? Looks at bytes only, before anything is parsed."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Literal

from mentorkit.errors import FileRefused
from mentorkit.intake.refusals import refusal

Kind = Literal["workbook", "text"]

MEGABYTE = 1024 * 1024
MAX_FILE = 20 * MEGABYTE
MAX_UNPACKED = 200 * MEGABYTE
MAX_PARTS = 200
MAX_RATIO = 200
_RATIO_FROM = 5 * MEGABYTE  # small parts may compress to almost nothing without any harm
_CHUNK = 64 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
_PAGES = (b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<body", b"<style", b"<?xml")
_DOCTYPE = b"<!DOCTYPE"


def screen(name: str, content: bytes) -> Kind:
    """What kind of file this is, when it may be read.

    Raises FileRefused when the file is empty, too large, damaged, protected with a
    password, of another kind, or built to do harm. The limits are our own.
    """
    if not content.strip():
        raise refusal("EMPTY_FILE")
    if len(content) > MAX_FILE:
        raise refusal("TOO_LARGE")
    if content.startswith(_OLE):
        raise _ole(name, content)
    if content.startswith(b"PK"):
        _screen_workbook(content)
        return "workbook"
    _screen_text(content)
    return "text"


def _ole(name: str, content: bytes) -> FileRefused:
    """Office files from before 2007, and newer ones behind a password, share these first bytes."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return refusal("ENCRYPTED")
    if name.lower().endswith((".xls", ".xlt")) or "Workbook".encode("utf-16-le") in content:
        return refusal("OLD_XLS")
    return refusal("NOT_A_SPREADSHEET")


def _screen_text(content: bytes) -> None:
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:2000].lower()
    if start.startswith(_PAGES):
        raise refusal("HTML_AS_XLS")
    if start.startswith((b"%pdf", b"{\\rtf")) or (b"\0" in content and not content.startswith(_WIDE_BOMS)):
        raise refusal("NOT_A_SPREADSHEET")


def _screen_workbook(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _screen_parts(package.infolist())
            _screen_contents(package, len(content))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise refusal("DAMAGED") from error


def _screen_parts(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse by what the package says of itself, without unpacking."""
    names = [part.filename.replace("\\", "/") for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        raise refusal("ENCRYPTED")
    if not any(name.startswith("xl/") for name in names) or "xl/workbook.bin" in names:
        raise refusal("NOT_A_SPREADSHEET")
    if sum(part.file_size for part in parts) > MAX_UNPACKED:  # an honest bomb need not be unpacked
        raise refusal("TOO_LARGE")
    is_strange = any(name.startswith("/") or ".." in name.split("/") for name in names)
    is_packed_oddly = any(
        part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts
    )
    if len(parts) > MAX_PARTS or len(set(names)) < len(names) or is_strange or is_packed_oddly:
        raise refusal("UNSAFE_ZIP")


def _screen_contents(package: zipfile.ZipFile, packed: int) -> None:
    """Refuse by what is really inside; what a package says of its sizes may be untrue."""
    unpacked = 0
    for part in package.infolist():
        last = b""
        for chunk in _chunks(package, part):
            unpacked += len(chunk)
            if unpacked > MAX_UNPACKED or unpacked > max(_RATIO_FROM, packed * MAX_RATIO):
                raise refusal("TOO_LARGE")
            plain = last + chunk.replace(b"\0", b"").upper()  # without zeros, UTF-16 reads as ASCII
            if _DOCTYPE in plain and not part.filename.startswith("xl/media/"):
                raise refusal("UNSAFE_XML")
            last = plain[1 - len(_DOCTYPE) :]


def _chunks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk
