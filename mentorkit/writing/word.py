"""Documents for a word processor: A4, plain styles, tables that stay together, text that stays text."""

import io
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from mentorkit.writing.style import writable

_FIRST_COLUMN, _WIDTH = Cm(4.8), Cm(17)

_THIN = {"w:val": "single", "w:sz": "4", "w:color": "A8B1BB"}
_ROOM = {"w:w": "40", "w:type": "dxa"}

BOX = "☐ "
"""To tick on paper."""


def new_document(title: str, language: str, size: float = 10.5) -> Any:
    """A document with a title, that names no program as its author and says which language it is in."""
    document = Document(io.BytesIO(_empty()))
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.6)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(size)
    style.paragraph_format.space_after = Pt(3)
    for found in document.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), {"nl": "nl-NL", "en": "en-GB"}[language])
    about = document.core_properties
    about.author, about.title, about.comments, about.language = "", writable(title), "", language
    add_heading(document, title, 1)
    return document


def saved_document(document: Any) -> bytes:
    """The bytes of a document; none of it is put in a file on the way."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def add_heading(document: Any, text: str, level: int = 2, *, is_on_new_page: bool = False) -> None:
    """A heading that a reader can jump to, perhaps the first line of a page."""
    heading = document.add_heading(writable(text), level)
    heading.paragraph_format.space_before = Pt(8 if level > 1 else 0)
    heading.paragraph_format.page_break_before = is_on_new_page


def add_line(document: Any, text: str, *, is_bold: bool = False) -> None:
    """One paragraph; a bold one stays on the page of the next."""
    line = document.add_paragraph()
    line.add_run(writable(text)).bold = is_bold
    line.paragraph_format.keep_with_next = is_bold


def add_list(document: Any, lines: Iterable[str], mark: str = "– ") -> None:
    """Lines one under the other, each behind a mark."""
    for line in lines:
        add_line(document, f"{mark}{line}")


def add_table(
    document: Any,
    rows: Iterable[Sequence[str]],
    heads: Sequence[str] = (),
    widths: Sequence[Any] = (_FIRST_COLUMN, _WIDTH - _FIRST_COLUMN),
) -> None:
    """A table; without heads its first column names what stands in the second. No row breaks over a page."""
    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    _lay_out(table)
    for place, cells in enumerate([heads, *rows] if heads else rows):
        row = table.add_row()
        row._tr.get_or_add_trPr().append(row._tr.makeelement(qn("w:cantSplit"), {}))
        if heads and place == 0:
            row._tr.get_or_add_trPr().append(row._tr.makeelement(qn("w:tblHeader"), {}))
        for column, (cell, text, width) in enumerate(zip(row.cells, cells, widths, strict=True)):
            cell.width = width
            run = cell.paragraphs[0].add_run(writable(text))
            run.bold = place == 0 if heads else column == 0
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _lay_out(table: Any) -> None:
    """Thin grey lines, and room above and below what stands in a cell."""
    properties = table._tbl.tblPr
    for part, sides, values in (
        ("w:tblBorders", ("top", "left", "bottom", "right", "insideH", "insideV"), _THIN),
        ("w:tblCellMar", ("top", "bottom"), _ROOM),
    ):
        found = properties.makeelement(qn(part), {})
        for side in sides:
            told = {qn(name): value for name, value in values.items()}
            found.append(found.makeelement(qn(f"w:{side}"), told))
        properties.insert_element_before(found, "w:tblLook", "w:tblCaption", "w:tblDescription")


@cache
def _empty() -> bytes:
    """The empty document that python-docx begins with; unpacked once."""
    return saved_document(Document())
