"""The plan as an Excel workbook: pairs with their reasons, who is not placed, what counted."""

from collections.abc import Sequence
from typing import Any

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, RULES, Proposal, explain, sentence, unplaced
from mentorkit.model import SIDES
from mentorkit.text import Message, Speaker, say
from mentorkit.views.names import Names, addresses
from mentorkit.views.pairing.ground import caveats, doubt, rests_on
from mentorkit.views.pairing.pairs import STATUS_LABELS, Status, pair_rows
from mentorkit.writing import sheets
from mentorkit.writing.style import Value

_WIDEST = 60


def plan_workbook(snapshot: Snapshot, proposal: Proposal, speak: Speaker) -> bytes:
    """A new .xlsx in the reader's language.

    Text stays text: a name such as `=1+1` is never a formula and an address never a
    link. Prints on A4 landscape with the headings repeated.
    """
    book = sheets.new_book()
    left_out = (say("Name"), say("E-mail"), say("Role"), say("Why"))
    counted = (say("Criterion or condition"), say("Setting"))
    for title, heads, rows in (
        (say("Pairs"), _pair_headings(), _pair_rows(snapshot, proposal, speak)),
        (say("Not placed"), left_out, _unplaced_rows(snapshot, proposal, speak)),
        (say("What counted"), counted, _setting_rows(proposal, speak)),
    ):
        _sheet(book, speak(title), list(map(speak, heads)), rows)
    return sheets.saved(book)


def _pair_headings() -> tuple[Message, ...]:
    heads = (say("Mentee"), say("E-mail mentee"), say("Mentor"), say("E-mail mentor"), say("Points"))
    return (*heads, say("Status"), say("Why"), *(criterion.label for criterion in CRITERIA))


def _pair_rows(snapshot: Snapshot, proposal: Proposal, speak: Speaker) -> list[list[Value]]:
    mail = _mail(snapshot)
    rows: list[list[Value]] = []
    for pair in pair_rows(snapshot, proposal).sort("mentee").iter_rows(named=True):
        row = proposal.pool.candidates.row_of_mentee[pair["mentee_id"]]
        why = explain(proposal, row, int(proposal.mentor_of[row]))
        status = speak(STATUS_LABELS[Status(pair["status"])])
        mentee, mentor = pair["mentee"], pair["mentor"]
        total = pair["points"] if proposal.weight_known[row, proposal.mentor_of[row]] else None
        head = [mentee, mail[pair["mentee_id"]], mentor, mail[pair["mentor_id"]], total]
        points = [None if part.value is None else round(part.points * 100, 1) for part in why.parts]
        rows.append([*head, status, speak(sentence(why, mentee, mentor)), *points])
    return rows


def _unplaced_rows(snapshot: Snapshot, proposal: Proposal, speak: Speaker) -> list[list[Value]]:
    who, mail = Names.of(snapshot), _mail(snapshot)
    people = [one for one in unplaced(proposal) if one.stays_out_by is None]
    return [[who[one.person], mail[one.person], speak(SIDES[one.role]), speak(one.message)] for one in people]


def _mail(snapshot: Snapshot) -> dict[str, str | None]:
    """E-mail addresses by id of a person; none for people whose name is hidden for now."""
    hidden = Names.of(snapshot).hidden
    known = addresses(snapshot).items()
    return {person: None if person in hidden else to or None for person, (to, _) in known}


def _setting_rows(proposal: Proposal, speak: Speaker) -> list[list[Value]]:
    weights = proposal.settings.vector.tolist()
    criteria: list[list[Value]] = [[speak(c.label), w] for c, w in zip(CRITERIA, weights, strict=True)]
    state, on = {True: speak(say("on")), False: speak(say("off"))}, proposal.settings.rules_on
    rules: list[list[Value]] = [[speak(rule.label), state[rule in on]] for rule in RULES]
    ground = proposal.ground
    lines = (doubt(ground) or rests_on(ground), *caveats(ground)) if len(proposal.placed) else ()
    told: list[list[Value]] = [[speak(line), None] for line in lines]
    return [*criteria, *rules, *told]


def _sheet(book: Any, title: str, headings: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    """One sheet with bold headings, a filter, frozen headings and widths that fit."""
    sheet = book.create_sheet(sheets.title_of(title))
    head, plain = sheets.style_of(sheet, sheets.HEAD), sheets.style_of(sheet, sheets.WRAPPED)
    sheets.add_row(sheet, headings, head)
    for row in rows:
        sheets.add_row(sheet, row, plain)
    columns = ((row[column] for row in rows) for column in range(len(headings)))
    sheets.set_columns(
        sheet, [sheets.width_for(*one, _WIDEST) for one in zip(headings, columns, strict=True)]
    )
    sheets.arrange(sheet, "A2", "A")
