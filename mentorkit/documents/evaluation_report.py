"""The report for the board for a word processor."""

from collections.abc import Sequence

from docx.shared import Cm

from mentorkit.text import Message, Speaker
from mentorkit.views.evaluation.report import ReportPart
from mentorkit.writing import word

_WIDTHS: dict[int, tuple[float, ...]] = {2: (11, 6), 4: (7, 3.5, 1.5, 5)}
"""Centimetres of the columns of a table, by how many it has."""


def report_document(title: Message, parts: Sequence[ReportPart], speak: Speaker) -> bytes:
    """A .docx with the same parts as the page to print, in the same order; drawings are not in it."""
    document = word.new_document(speak(title), speak.language)
    for part in parts:
        word.add_heading(document, speak(part.title))
        word.add_list(document, map(speak.write, part.lines))
        if part.rows:
            widths = [Cm(width) for width in _WIDTHS[len(part.heads)]]
            word.add_table(document, part.rows, [*map(speak, part.heads)], widths)
    return word.saved_document(document)
