"""The workbook of problems: what to do first, and the cell at fault in red with the reason."""

import io

import openpyxl

from mentorkit.intake.tables.table import Table
from mentorkit.model import Finding
from mentorkit.text import say, speaker
from mentorkit.workbook.finding_workbook import finding_workbook

GIVEN = Table("f.xlsx", "Mentees", (1,), ("Name", "Mail"), rows=((2, ("Ann", "a@b.nl")), (5, ("=1+1", "x"))))


def test_only_the_rows_with_a_finding_stand_there_and_the_cell_at_fault_is_marked():
    finding = Finding("f.xlsx", 5, "Mail", "x", say("Value"))
    content = finding_workbook([(GIVEN, [finding])], speaker("en"))
    (sheet,) = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    assert [cell.value for cell in sheet[2]] == ["Value", 5, "Mentees", "=1+1", "x"]
    assert sheet.max_row == 2
    assert sheet["D2"].data_type == "s"
    assert sheet["E2"].fill.fgColor.rgb == "FFFFC7CE"
    assert sheet["E2"].comment.text == "Value"
    assert sheet.freeze_panes == "B2"
    assert sheet.column_dimensions["B"].hidden
