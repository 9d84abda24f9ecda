"""What was found in files is told once for every column, not once for every cell."""

from dataclasses import replace

from mentorkit.model import Finding
from mentorkit.text import say, speaker
from mentorkit.views.intake.findings import summed_up


def doubt(row: int | None, column: str | None = "Uren", value: str = "veel") -> Finding:
    message = say("“{value}” is not understood, so this answer was left out. Correct it.", value=value)
    return Finding("a.csv", row, column, value, message, "warning")


def test_what_three_rows_of_a_column_say_is_one_finding_with_their_number_and_an_example():
    told = summed_up([doubt(9, value="soms"), doubt(4), doubt(12), doubt(4, "Jaren"), doubt(None)])
    assert [(one.row, one.column) for one in told] == [(None, "Uren"), (4, "Jaren"), (None, "Uren")]
    assert speaker("en")(told[0].message) == (
        "3 times, in rows 4, 9 and 12. For example: “soms” is not understood, so this answer was left out. "
        "Correct it."
    )
    assert speaker("nl")(told[0].message).startswith("3 keer, in de rijen 4, 9 en 12. Bijvoorbeeld: “soms”")


def test_a_row_to_repair_keeps_its_own_finding_unless_others_say_the_very_same():
    own = [replace(doubt(row, value=f"veel {row}"), severity="error") for row in (2, 3, 4)]
    same = [replace(doubt(row, None), severity="error") for row in (5, 6, 7)]
    *kept, told = summed_up([*own, *same])
    assert kept == own
    assert (told.row, told.severity, told.message.values["n"]) == (None, "error", 3)
