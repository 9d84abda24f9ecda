"""Changes on the screen wait until she has them checked, and can be taken back."""

from pathlib import Path

from mentorkit.model.programme import unfinished_beside
from mentorkit.text import speaker
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.intake.draft import Draft
from mentorkit.ui.intake.kept import keeper
from mentorkit.workflows.intake.edits import CellAt, ColumnAt, Edits, RowAt
from mentorkit.workflows.intake.kept import KeptImport
from mentorkit.workflows.set_up import new_programme
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


def test_what_cannot_be_kept_is_told_at_the_top_of_the_page_and_stays_on_it(tmp_path: Path):
    """Without a word, what was corrected was gone with the page when the disk was full."""
    file, turns = tmp_path / "p.mentorkit", []
    new_programme(file, "Round one", "en", "coordinator")
    desk, kept = Desk(file), KeptImport(file)
    unfinished_beside(file).mkdir()
    one = Draft(nothing, nothing, kept.edits, keeper(kept, desk, turns.append))
    kept.files = (("a.csv", b"Name"),)
    one.put("cell", lambda edits: edits.cell(AT, "2"))
    assert speaker("en")(desk.notice).startswith("What you do here is not kept when this page closes: ")
    assert (desk.place, turns, kept.edits.cells) == ("", [False], {AT: "2"})
