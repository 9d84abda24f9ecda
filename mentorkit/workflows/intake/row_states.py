"""What becomes of every row of a sheet, for her to see."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from mentorkit.intake.people.identity import is_known_by, who_of
from mentorkit.intake.tables.header import Cells
from mentorkit.intake.values.cells import as_text
from mentorkit.model import Finding
from mentorkit.model.difference import Difference
from mentorkit.model.fields import NAME
from mentorkit.text import say
from mentorkit.workflows.intake.edits import RowAt
from mentorkit.workflows.intake.merge_into_programme import Outcome
from mentorkit.workflows.intake.readings import Reading, SentRow
from mentorkit.workflows.intake.reviewed import Conflict, ReviewedRow, State
from mentorkit.workflows.intake.sheets import Sheet

Outcomes = Mapping[RowAt, tuple[SentRow, Outcome]]
"""What became of the rows that are taken in, by where they stand."""


def reviewed_rows(reading: Reading, outcomes: Outcomes, skipped: frozenset[RowAt]) -> Iterator[ReviewedRow]:
    """Every row of a sheet, once, in its order; one that has no outcome is set aside."""
    sheet = reading.sheet
    findings: dict[int, list[Finding]] = defaultdict(list)
    for finding in reading.findings:
        if finding.row is not None:
            findings[finding.row].append(finding)
    for number, cells in sheet.table.rows:
        at = RowAt(*sheet.at, number)
        found = tuple(findings.get(number, ()))
        if at in skipped:
            yield ReviewedRow(at, "skipped", _called(sheet, cells))
        elif at in outcomes:
            yield _taken(*outcomes[at], found)
        elif number in reading.asides:
            aside = reading.asides[number]
            name = aside.record.who.name if aside.record else _called(sheet, cells)
            told = (aside.finding, *found)
            yield ReviewedRow(at, aside.state, name, findings=told, differences=aside.differences)
        else:
            yield ReviewedRow(at, "excluded", _called(sheet, cells), findings=found)


def conflicts_of(outcomes: Outcomes, chosen: frozenset[tuple[str, str]]) -> Iterator[Conflict]:
    """Where she and the form both have something new; `chosen` as in `Edits.theirs`."""
    for at, (sent, outcome) in outcomes.items():
        for part in outcome.parts:
            for one in part.conflicts:
                values = one.row_id, one.field, one.old, one.new
                yield Conflict(*values, at, sent.record.who.name, one.key in chosen)


def _taken(sent: SentRow, outcome: Outcome, findings: tuple[Finding, ...]) -> ReviewedRow:
    differences = tuple(difference for part in outcome.parts for difference in part.differences)
    state: State = "new" if outcome.is_new else "changed" if differences else "same"
    name, roles, doubts = sent.record.who.name, tuple(role for role in sent.roles if role), sent.record.doubts
    names = [one for one in differences if one.field == NAME]
    other = [_renamed(sent, one) for one in names if not is_known_by(sent.record.who, str(one.old))]
    return ReviewedRow(sent.at, state, name, sent.person_id, roles, (*findings, *other), differences, doubts)


def _renamed(sent: SentRow, name: Difference) -> Finding:
    """Somebody else's name with the address or the number of a person who is there: one person, or two."""
    message = say(
        "{other} and {name} have the same e-mail address or number, so {name} was read as a new name of "
        "the same person. If they are two people, correct this in the file.",
        other=str(name.old),
        name=str(name.new),
    )
    return Finding(sent.at.file, sent.at.row, None, None, message, "warning")


def _called(sheet: Sheet, cells: Cells) -> str | None:
    """Who a row that was not read is about, as it stands there."""
    who = who_of({field: as_text(cells[column]) for column, field in sheet.columns.fields.items()})
    return who.name if who else None
