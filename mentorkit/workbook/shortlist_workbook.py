"""The shortlist as an Excel workbook: one row per talk and side, with a list to choose the answer from."""

from typing import Any, get_args

from openpyxl import styles

from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal, explain
from mentorkit.matching.insight.shortlist import Shortlist
from mentorkit.model import Side
from mentorkit.text import Message, Speaker, say
from mentorkit.views.names import Names
from mentorkit.views.pairing.preferences import KIND_LABELS, reason_to_talk, talks
from mentorkit.writing import sheets

KEYS = ("mentee_id", "mentor_id", "side")
"""Headings of the hidden columns that say whose answer a row is; the same in every language."""

ANSWER = say("Answer")
"""Heading of the column that is filled in."""

_TITLES: dict[Side, Message] = {"mentee": say("What mentees say"), "mentor": say("What mentors say")}
_WIDTHS = (28, 28, 64, 22, *[None] * len(KEYS))
_FREE = {"protection": styles.Protection(locked=False), "border": styles.Border(*[styles.Side("thin")] * 4)}


def shortlist_workbook(snapshot: Snapshot, proposal: Proposal, made: Shortlist, speak: Speaker) -> bytes:
    """A new .xlsx in the reader's language: a sheet for each side, every answer still empty.

    Only the answers can be changed; ids are hidden and locked, so that the workbook can be
    read back whatever else is done to it. What was answered before is not in it.
    """
    book, who = sheets.new_book(), Names.of(snapshot)
    candidates = proposal.pool.candidates
    rows = []
    for row, column in talks(made, proposal, who):
        ids = candidates.mentees["id"][row], candidates.mentors["id"][column]
        names = who[ids[0]], who[ids[1]]
        why = speak(reason_to_talk(explain(proposal, row, column), *names))
        rows.append((*names, why, "", *ids))
    for side in get_args(Side):
        of_side = sorted(rows, key=lambda one: one[1]) if side == "mentor" else rows
        sheet = book.create_sheet(sheets.title_of(speak(_TITLES[side])))
        _fill(sheet, [(*one, side) for one in of_side], speak)
    return sheets.saved(book)


def _fill(sheet: Any, rows: list[tuple[str, ...]], speak: Speaker) -> None:
    """The talks of one side, ready to be filled in and printed on A4."""
    heads = [speak(head) for head in (say("Mentee"), say("Mentor"), say("Why"), ANSWER)]
    looks = sheets.HEAD, sheets.WRAPPED, sheets.WRAPPED | _FREE
    head, plain, free = (sheets.style_of(sheet, look) for look in looks)
    sheets.add_row(sheet, [*heads, *KEYS], head)
    for row in rows:
        sheets.add_row(sheet, row, plain, plain, plain, free, plain)
    sheets.set_columns(sheet, _WIDTHS)
    choices = ",".join(speak(label) for label in KIND_LABELS.values())
    rule = {"type": "list", "formula1": f'"{choices}"', "promptTitle": speak(ANSWER)}
    hint = speak(say("Only the coordinator reads this answer."))
    sheets.check(sheet, len(heads), (2, max(sheet.max_row, 2)), **rule, prompt=hint)
    sheets.protect(sheet, "formatColumns", "formatRows")
    sheets.arrange(sheet, "A2")
