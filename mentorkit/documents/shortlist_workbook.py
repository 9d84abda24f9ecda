"""The shortlist as an Excel workbook: one row per talk and side, with a list to choose the answer from."""

import io
from typing import get_args

import xlsxwriter
from xlsxwriter.format import Format

from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal, explain
from mentorkit.matching.insight.shortlist import Shortlist
from mentorkit.model import Side
from mentorkit.text import Message, Speaker, say
from mentorkit.views.names import Names
from mentorkit.views.pairing.preferences import KIND_LABELS, reason_to_talk, talks
from mentorkit.writing.cells import OPTIONS, plain
from mentorkit.writing.style import print_lying

KEYS = ("mentee_id", "mentor_id", "side")
"""Headings of the hidden columns that say whose answer a row is; the same in every language."""

ANSWER = say("Answer")
"""Heading of the column that is filled in."""

_TITLES: dict[Side, Message] = {"mentee": say("What mentees say"), "mentor": say("What mentors say")}
_WIDTHS = (28, 28, 64, 22)
_FIRST_KEY = 4


def shortlist_workbook(snapshot: Snapshot, proposal: Proposal, made: Shortlist, speak: Speaker) -> bytes:
    """A new .xlsx in the reader's language: a sheet for each side, every answer still empty.

    Only the answers can be changed; ids are hidden and locked, so that the workbook can be
    read back whatever else is done to it. What was answered before is not in it.
    """
    target, who = io.BytesIO(), Names.of(snapshot)
    candidates = proposal.pool.candidates
    rows = []
    for row, column in talks(made, proposal, who):
        ids = candidates.mentees["id"][row], candidates.mentors["id"][column]
        names = who[ids[0]], who[ids[1]]
        why = speak(reason_to_talk(explain(proposal, row, column), *names))
        rows.append((*names, why, "", *ids))
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        for side in get_args(Side):
            of_side = sorted(rows, key=lambda one: one[1]) if side == "mentor" else rows
            _sheet(book, side, [(*one, side) for one in of_side], speak)
    return target.getvalue()


def _sheet(book: xlsxwriter.Workbook, side: Side, rows: list[tuple[str, ...]], speak: Speaker) -> None:
    """The talks of one side, ready to be filled in and printed on A4."""
    sheet = book.add_worksheet(speak(_TITLES[side])[:31])
    bold, locked, free = _formats(book)
    heads = [speak(head) for head in (say("Mentee"), say("Mentor"), say("Why"), ANSWER)]
    sheet.write_row(0, 0, [*heads, *KEYS], bold)
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, 0, [plain(cell) for cell in row], locked)
        sheet.write_blank(number, _FIRST_KEY - 1, None, free)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_column(_FIRST_KEY, _FIRST_KEY + len(KEYS) - 1, None, None, {"hidden": True})
    sheet.data_validation(1, _FIRST_KEY - 1, max(len(rows), 1), _FIRST_KEY - 1, _choice(speak))
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.freeze_panes(1, 0)
    print_lying(sheet)


def _choice(speak: Speaker) -> dict[str, object]:
    """A list to choose from, and who will read the answer."""
    return {
        "validate": "list",
        "source": [speak(label) for label in KIND_LABELS.values()],
        "input_title": speak(ANSWER),
        "input_message": speak(say("Only the coordinator reads this answer.")),
    }


def _formats(book: xlsxwriter.Workbook) -> tuple[Format, Format, Format]:
    common = {"text_wrap": True, "valign": "top"}
    return (
        book.add_format({**common, "bold": True, "bottom": 1}),
        book.add_format(common),
        book.add_format({**common, "locked": False, "border": 1}),
    )
