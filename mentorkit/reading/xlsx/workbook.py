"""Rows from an Excel workbook (.xlsx), values only; nothing in it is run or followed.

Read as a stream of our own (ECMA-376, part 1, 18) because a streaming reader must see
hidden rows, merged cells, struck text and formulas without a result in one pass, and
must not care about the parts of a workbook that hold no answers.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, cast
from xml.parsers import expat

from mentorkit.reading.refusals import Refusal, refusal
from mentorkit.reading.screen import screen_package
from mentorkit.reading.xlsx.serials import date_format
from mentorkit.reading.xlsx.sheet import Budget, RawSheet, SheetReader, Styles, unescaped
from mentorkit.reading.xlsx.xml import MAX_PIECES, Listener, Walker

_DAMAGE = (EOFError, LookupError, NotImplementedError, OSError, ValueError, zipfile.BadZipFile, zlib.error)
_OFF = {"0", "false"}


@dataclass
class Workbook:
    """The sheets of a workbook in order; `is_1904` says from which year its day numbers count."""

    sheets: list[RawSheet] = field(default_factory=list)
    is_1904: bool = False


def read_workbook(content: bytes) -> Workbook:
    """Every sheet of a workbook, after a look at how it is packed.

    Raises FileRefused when it is built to do harm, too large or damaged.
    """
    screen_package(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _Package(package).read()
    except (*_DAMAGE, expat.ExpatError):
        raise refusal(Refusal.DAMAGED) from None  # what went wrong may quote the file


class _Package:
    """A workbook as the parts it is packed in, found by the relations between them."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self.package, self.walker = package, Walker()
        self.names = {name.replace("\\", "/").lower(): name for name in package.namelist()}
        self.main = next(iter(self._related("", "/officeDocument").values()), "xl/workbook.xml")

    def read(self) -> Workbook:
        strings, formats, listed = _Strings(), _Formats(), _Listed()
        self._tell(self.main, listed)
        for kind, listener in (("/sharedStrings", strings), ("/styles", formats)):
            for part in self._related(self.main, kind).values():
                self._tell(part, listener)
        book, styles, budget = Workbook(is_1904=listed.is_1904), formats.styles(), Budget()
        parts = self._related(self.main, "/worksheet")
        for relation, title, state in listed.sheets:
            if relation in parts:  # a sheet that is only a chart has no rows
                sheet = RawSheet(title, state)
                reader = SheetReader(sheet, strings.found, styles, budget, is_1904=book.is_1904)
                self._tell(parts[relation], reader)
                book.sheets.append(sheet)
        return book

    def _related(self, source: str, kind: str) -> Mapping[str, str]:
        """Names of the parts of a kind that a part refers to, by relation."""
        folder, file = posixpath.split(source)
        relations = _Relations(folder, kind)
        place = posixpath.join(folder, "_rels", f"{file}.rels")
        if place.lower() in self.names:
            self._tell(place, relations)
        return relations.found

    def _tell(self, part: str, listener: Listener) -> None:
        with self.package.open(self.names[part.lower()]) as stream:
            self.walker.walk(cast("BinaryIO", stream), listener)


class _Relations(Listener):
    """Listens to the relations of a part; targets are named from the top of the package."""

    def __init__(self, folder: str, kind: str) -> None:
        self.folder, self.kind = folder, kind
        self.found: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes["Type"].endswith(self.kind):
            target = posixpath.join("/", self.folder, attributes["Target"].replace("\\", "/"))
            self.found[attributes["Id"]] = posixpath.normpath(target).lstrip("/")


class _Listed(Listener):
    """Listens to the list of sheets: relation, title and state of each."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []
        self.is_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            relation = next((attributes[key] for key in attributes if key.endswith(":id")), "")
            state = attributes.get("state", "")
            shown = state if state in {"hidden", "veryHidden"} else "visible"
            self.sheets.append((relation, attributes["name"], shown))
        elif name == "workbookPr":
            self.is_1904 = attributes.get("date1904", "0") not in _OFF


class _Strings(Listener):
    """Listens to the shared texts, without the reading aids of Japanese."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.parts: list[str] = []
        self.is_text, self.in_reading_aid = False, False

    def start(self, name: str, _: Mapping[str, str]) -> None:
        self.in_reading_aid = self.in_reading_aid or name == "rPh"
        self.is_text = name == "t" and not self.in_reading_aid

    def text(self, data: str) -> None:
        if self.is_text and len(self.parts) < MAX_PIECES:
            self.parts.append(data)

    def end(self, name: str) -> None:
        self.is_text = False
        if name == "rPh":
            self.in_reading_aid = False
        elif name == "si":
            self.found.append(unescaped("".join(self.parts)))
            self.parts = []


class _Formats(Listener):
    """Listens to the styles: number format and font of every cell style."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.fonts: list[bool] = []
        self.cells: list[tuple[int, int]] = []
        self.within = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in {"fonts", "cellXfs", "dxfs"}:
            self.within = name
        elif name == "numFmt":
            self.codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "font" and self.within == "fonts":
            self.fonts.append(False)
        elif name == "strike" and self.within == "fonts":
            self.fonts[-1] = attributes.get("val", "1") not in _OFF
        elif name == "xf" and self.within == "cellXfs":
            self.cells.append((int(attributes.get("numFmtId", 0)), int(attributes.get("fontId", 0))))

    def end(self, name: str) -> None:
        if name == self.within:
            self.within = ""

    def styles(self) -> Styles:
        return Styles(
            [date_format(self.codes.get(code, code)) for code, _ in self.cells],
            [font < len(self.fonts) and self.fonts[font] for _, font in self.cells],
        )
