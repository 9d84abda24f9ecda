"""What becomes of every row of a sheet, for her to see."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mentorkit.intake.tables.header import Cells
from mentorkit.model import Finding
from mentorkit.text import say
from mentorkit.workflows.intake.edited import cell_text
from mentorkit.workflows.intake.edits import RowAt
from mentorkit.workflows.intake.merge_into_programme import Outcome
from mentorkit.workflows.intake.readings import Reading, SentRow
from mentorkit.workflows.intake.reviewed import Conflict, ReviewedRow
from mentorkit.workflows.intake.sheets import Sheet


@dataclass(frozen=True)
class RowStates:
    """What became of the rows, by where they stand.

    `replaced` has for a row the one that is used in its stead; a row of a sheet that is in
    neither is set aside.
    """

    outcomes: Mapping[RowAt, tuple[SentRow, Outcome]] = field(default_factory=dict)
    replaced: Mapping[RowAt, SentRow] = field(default_factory=dict)
    skipped: frozenset[RowAt] = frozenset()

    def rows_of(self, reading: Reading) -> Iterator[ReviewedRow]:
        """Every row of a sheet, once, in its order."""
        sheet = reading.sheet
        findings: dict[int, list[Finding]] = defaultdict(list)
        for finding in reading.findings:
            if finding.row is not None:
                findings[finding.row].append(finding)
        for number, cells in sheet.table.rows:
            at = RowAt(*sheet.at, number)
            found = tuple(findings.get(number, ()))
            if at in self.skipped:
                yield ReviewedRow(at, "skipped", _called(sheet, cells))
            elif at in self.outcomes:
                yield _taken(*self.outcomes[at], found)
            elif at in self.replaced:
                yield _replaced(at, self.replaced[at], found)
            elif number in reading.asides:
                aside = reading.asides[number]
                name = aside.record.full_name if aside.record else _called(sheet, cells)
                yield ReviewedRow(at, aside.state, name, findings=(aside.finding, *found))
            else:
                yield ReviewedRow(at, "excluded", _called(sheet, cells), findings=found)

    def conflicts(self, chosen: frozenset[tuple[str, str]]) -> Iterator[Conflict]:
        """Where she and the form both have something new; `chosen` as in `Edits.theirs`."""
        for at, (sent, outcome) in self.outcomes.items():
            for part in outcome.parts:
                for one in part.conflicts:
                    values = one.row_id, one.field, one.old, one.new
                    yield Conflict(*values, at, sent.person.full_name, one.key in chosen)


def _taken(sent: SentRow, outcome: Outcome, findings: tuple[Finding, ...]) -> ReviewedRow:
    differences = tuple(difference for part in outcome.parts for difference in part.differences)
    return ReviewedRow(
        sent.at,
        "new" if outcome.is_new else "changed" if differences else "same",
        sent.person.full_name,
        sent.person.id,
        tuple(role for role in sent.roles if role),
        findings,
        differences,
        sent.doubts,
    )


def _replaced(at: RowAt, used: SentRow, findings: tuple[Finding, ...]) -> ReviewedRow:
    message = say(
        "This is the same person as in row {row}, which is the later one and is used.", row=str(used.number)
    )
    notice = Finding(at.file, at.row, None, None, message, "notice")
    return ReviewedRow(at, "merged", used.person.full_name, used.person.id, findings=(notice, *findings))


def _called(sheet: Sheet, cells: Cells) -> str | None:
    """Somebody's name, or else her address, as it stands in a row that was not read."""
    said = {field: cell_text(cells[column]) for column, field in sheet.columns.fields.items()}
    parts = [said.get(field, "") for field in ("first_name", "infix", "last_name")]
    return said.get("full_name") or " ".join(filter(None, parts)) or said.get("email") or None
