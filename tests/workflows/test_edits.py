"""Every edit is a new value, so that taking one back is going back to the value before."""

from mentorkit.intake.tables.table import Flaw, Table
from mentorkit.model import Finding
from mentorkit.text import say
from mentorkit.workflows.intake.edited import edited_table, with_header
from mentorkit.workflows.intake.edits import CellAt, ColumnAt, Edits, RowAt, SheetAt

AT = SheetAt("a.csv", "")
ROWS = ((2, ("Noor", "Gnt", 1)), (3, ("Bo", "Gnt", 2)), (4, ("An", None, 2.5)))
TABLE = Table("a.csv", "", (1,), ("Name", "City", "Number"), ROWS, header_texts=(("Name", "City", "Number"),))


def cell(row: int, column: str) -> CellAt:
    return CellAt(*AT, row, column)


def column(table: Table, place: int) -> list[object]:
    return [cells[place] for _, cells in table.rows]


def test_edits_are_values():
    one = Edits().cell(cell(2, "City"), "Gent")
    two = one.cell(cell(2, "City"), "Brugge").skip([RowAt(*AT, 3)]).option("topics", "x", "y")
    assert one == Edits().cell(cell(2, "City"), "Gent")
    assert two.skip([RowAt(*AT, 3)], is_skipped=False).skipped == frozenset()
    assert Edits() != one != two


def test_one_cell_goes_before_all_alike():
    edits = Edits().all_alike(cell(2, "City"), "Gnt", "Gent").cell(cell(3, "City"), "Brugge")
    assert column(edited_table(TABLE, edits), 1) == ["Gent", "Brugge", None]


def test_empty_cells_and_numbers_can_be_alike_too():
    edits = Edits().all_alike(cell(4, "City"), "", "Gent").all_alike(cell(4, "Number"), "2.5", "3")
    table = edited_table(TABLE, edits)
    assert (column(table, 1), column(table, 2)) == (["Gnt", "Gnt", "Gent"], [1, 2, "3"])


def test_edits_of_another_sheet_or_column_do_nothing():
    edits = Edits().cell(CellAt("b.csv", "", 2, "City"), "X").cell(cell(2, "Street"), "X")
    assert edited_table(TABLE, edits) is TABLE


def test_an_edit_of_a_row_that_is_not_there_does_nothing():
    assert edited_table(TABLE, Edits().cell(cell(99, "City"), "X")).rows == ROWS


def test_what_was_wrong_in_an_edited_cell_is_gone_and_the_rest_is_not():
    findings = tuple(Finding("a.csv", row, "City", "Gnt", say("Check.")) for row in (2, 3))
    flaws = (Flaw(2, 1, "Gnt", say("Check.")), Flaw(2, 2, "1", say("Check.")))
    broken = Table("a.csv", "", (1,), TABLE.headers, ROWS, findings=findings, flaws=flaws)
    table = edited_table(broken, Edits().cell(cell(2, "City"), "Gent"))
    assert [finding.row for finding in table.findings] == [3]
    assert [(flaw.row, flaw.column) for flaw in table.flaws] == [(2, 2)]


def test_headings_can_stand_in_a_lower_row_and_go_back():
    lower = with_header(TABLE, 2)
    assert (lower.headers, lower.header_row, len(lower.rows)) == (("Noor", "Gnt", "1"), 2, 2)
    assert with_header(TABLE, 99) is TABLE
    assert edited_table(TABLE, Edits().header(AT, 2)) == lower


def test_of_two_rows_of_headings_the_upper_one_makes_the_lower_an_answer():
    two = Table("a.csv", "", (1, 2), ("Name",), ((3, ("Bo",)),), header_texts=(("Group",), ("Name",)))
    upper = with_header(two, 1)
    assert (upper.headers, upper.rows) == (("Group",), ((2, ("Name",)), (3, ("Bo",))))


def test_a_column_can_be_named_and_left_out():
    edits = Edits().column(ColumnAt(*AT, "City"), "city").column(ColumnAt(*AT, "City"), None)
    assert edits.columns == {ColumnAt(*AT, "City"): None}
