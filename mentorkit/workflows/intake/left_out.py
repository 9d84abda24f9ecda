"""Sheets that are not read: that they are not, why, and whom the pairs in them name."""

from collections.abc import Iterator, Mapping, Sequence

from mentorkit.intake.people.record import Record
from mentorkit.intake.understand.roles import Use
from mentorkit.model import Finding
from mentorkit.text import Message, say
from mentorkit.workflows.intake.pairs import pair_findings
from mentorkit.workflows.intake.sheets import Sheet

_WHY: Mapping[Use, Message] = {
    "old": say(
        "The sheet “{sheet}” looks like an earlier round, so it was not read. "
        "Choose it if its people take part again."
    ),
    "hidden": say("The sheet “{sheet}” is hidden in Excel, so it was not read."),
    "pairs": say("The sheet “{sheet}” holds pairs, not sign-ups, so it was not read."),
    "list": say("The sheet “{sheet}” holds a list, not sign-ups, so it was not read."),
    "other": say("The sheet “{sheet}” tells nothing about people, so it was not read."),
}


def unread_sheets(sheets: Sequence[Sheet], records: Sequence[Record]) -> Iterator[Finding]:
    """What there is to know of the sheets that are not read; `records` are the people in the others."""
    for sheet in sheets:
        if sheet.kind != "none" or sheet.use == "people":
            continue
        message = _WHY[sheet.use].filled(sheet=sheet.at.sheet)
        yield Finding(sheet.at.file, None, None, None, message, "warning" if sheet.use == "old" else "notice")
        if sheet.use == "pairs":
            yield from pair_findings(sheet.table, [one for one in records if one.file == sheet.at.file])
