"""Changes on the screen wait until she has them checked, and can be taken back."""

from mentorkit.ui.intake.draft import Draft
from mentorkit.workflows.intake.edits import CellAt, ColumnAt, Edits, RowAt
from tests.ui.pages import nothing

AT = CellAt("a.csv", "", 3, "Capacity")
ROW = RowAt("a.csv", "", 3)


def draft() -> tuple[Draft, list[Edits]]:
    seen: list[Edits] = []
    return Draft(seen.append, nothing), seen


def test_nothing_is_handed_on_before_she_has_it_checked():
    one, seen = draft()
    one.put("cell", lambda edits: edits.cell(AT, "2"))
    assert (seen, one.edits) == ([], Edits())
    one.check()
    assert seen == [Edits().cell(AT, "2")]


def test_of_one_field_only_the_last_change_counts():
    """A box that is ticked and cleared again leaves nothing behind."""
    one, seen = draft()
    one.put("cell", lambda edits: edits.all_alike(AT, "two", "2"))
    one.put("cell", lambda edits: edits.cell(AT, "2"))
    one.check()
    assert seen[-1].alike == {}
    assert seen[-1].cells == {AT: "2"}


def test_changes_of_several_fields_are_one_step_back():
    one, seen = draft()
    one.put("cell", lambda edits: edits.cell(AT, "2"))
    one.put("skip", lambda edits: edits.skip([ROW]))
    one.check()
    one.put("column", lambda edits: edits.column(ColumnAt("a.csv", "", "City"), None))
    one.check()
    one.back()
    assert one.edits.skipped == {ROW}
    one.back()
    assert (one.edits, one.can_go_back) == (Edits(), False)


def test_without_a_change_nothing_is_handed_on():
    one, seen = draft()
    one.put("skip", lambda edits: edits.skip([ROW], is_skipped=False))
    one.check()
    one.back()
    assert (seen, one.can_go_back) == ([], False)


def test_other_files_start_from_nothing():
    one, seen = draft()
    one.put("skip", lambda edits: edits.skip([ROW]))
    one.check()
    one.put("cell", lambda edits: edits.cell(AT, "2"))
    one.begin()
    one.check()
    assert (one.edits, seen[-1], one.can_go_back) == (Edits(), Edits(), False)
