"""Checking an import: the lists, their pages, and what comes of every field in a line."""

from itertools import count

import pytest

from mentorkit.intake.tables.book import read_file
from mentorkit.text import speaker
from mentorkit.ui.intake import lines as intake_lines
from mentorkit.ui.intake import review as ui
from mentorkit.ui.intake.draft import Draft, Look
from mentorkit.ui.intake.lines import Lines
from mentorkit.workflows.intake.edits import CellAt, ColumnAt, Edits, RowAt
from mentorkit.workflows.intake.review import Review, review
from tests.intake.conftest import workbook
from tests.ui.hands import choose, named, press, said, set_to
from tests.workflows.imports import BO, EMPTY, NOOR, form, taken
from tests.workflows.test_review import AN, WRONG, corrected

READ = speaker("en")
FULL = "Maximum number of mentees"


def at(row: int) -> RowAt:
    return RowAt("mentors.csv", "", row)


class Page:
    """What the notebook keeps for the check of one review."""

    def __init__(self, found: Review, tab: str | None = None, **look: object) -> None:
        self.found, self.look = found, Look(tab, **look)
        self.draft = Draft(lambda edits: None)

    def set_look(self, look: Look) -> None:
        self.look = look

    @property
    def tabs(self):
        return ui.tab_picker("check", self.found, self.look, self.draft, self.set_look, READ)

    @property
    def buttons(self):
        return ui.page_buttons("check", self.found, self.look, self.draft, self.set_look, READ)

    @property
    def lines(self) -> Lines:
        return intake_lines.check_lines("check", self.found, self.look, self.draft, self.set_look, READ)

    @property
    def answers(self) -> Lines:
        return intake_lines.open_answers("check", self.found, self.look, self.draft, self.set_look, READ)

    def shown(self) -> str:
        return said(ui.check_panel(self.tabs, self.buttons, self.lines.table, self.found, self.look, READ))

    def edits(self) -> Edits:
        self.draft.check()
        return self.draft.edits


def many(rows: int) -> Review:
    numbers = count()
    people = (NOOR | {"Full name": f"Noor {n}", "E-mail address": f"n{n}@example.org"} for n in numbers)
    return review(EMPTY, [form(*(next(people) for _ in range(rows)))])


def of_doubles() -> Review:
    return review(taken(EMPTY, form(NOOR)), [form(NOOR, NOOR | {"E-mail address": "n.bakker@example.org"})])


def test_a_list_is_offered_with_how_much_it_holds_and_is_shown_when_it_is_chosen():
    page = Page(review(EMPTY, [form(NOOR, AN, WRONG)]))
    assert page.tabs.value == "error"
    assert "Errors (1)" in page.tabs.options
    assert "The same (0)" not in page.tabs.options
    page.draft.put("skip", lambda edits: edits.skip([at(2)]))
    set_to(page.tabs, "New (2)")
    assert page.look == Look("new")
    assert page.draft.edits.skipped == {at(2)}


@pytest.mark.parametrize(
    ("tab", "found"),
    [
        ("conflict", review(corrected("Brugge"), [form(NOOR | {"City": "Antwerpen"})])),
        ("double", of_doubles()),
        ("missing", review(taken(EMPTY, form(NOOR, BO)), [form(BO)])),
        ("warning", review(EMPTY, [form(NOOR | {FULL: "many"})])),
        ("error", review(EMPTY, [form(NOOR, AN, WRONG)])),
    ],
)
def test_every_list_has_as_many_lines_as_it_says(tab: str, found: Review):
    page = Page(found, tab)
    assert ui.tab_counts(found)[tab] == len(ui.items(found, page.look)) == 1
    assert str(page.lines.table).count("<tr>") == 2
    assert page.lines.panel() is not None


def test_pages_are_turned_forward_and_back():
    page = Page(many(120), "new")
    assert "1 to 50 of 120" in page.shown()
    press(named(page.buttons, "Next page"))
    press(named(page.buttons, "Next page"))
    assert "101 to 120 of 120" in page.shown()
    assert not any("Next page" in said(button) for button in page.buttons)
    press(named(page.buttons, "Previous page"))
    assert page.look.page == 1


def test_only_rows_with_a_finding_can_be_shown_and_all_again():
    page = Page(review(EMPTY, [form(NOOR, BO | {FULL: "many"})]), "new")
    press(named(page.buttons, "Only rows with a finding"))
    assert [row.name for row in ui.items(page.found, page.look)] == ["Bo Smit"]
    press(named(page.buttons, "Show all rows"))
    assert len(ui.items(page.found, page.look)) == 2


def test_changes_are_checked_and_the_last_ones_taken_back():
    page = Page(review(EMPTY, [form(NOOR)]), "new")
    assert not any("Take back" in said(button) for button in page.buttons)
    page.draft.put("skip", lambda edits: edits.skip([at(2)]))
    press(named(page.buttons, "Check again"))
    assert page.draft.edits.skipped == {at(2)}
    press(named(page.buttons, "Take back the last change"))
    assert page.draft.edits == Edits()


def test_an_empty_list_says_that_nothing_is_left():
    found = review(EMPTY, [form(NOOR)])
    assert "No errors. Go on" in Page(found, "error").shown()
    assert "Nothing is left in this list." in Page(found, "same").shown()
    assert Page(found, "error").lines.panel() is None


def test_a_cell_with_an_error_is_corrected_in_its_line():
    page = Page(review(EMPTY, [form(NOOR, AN, WRONG)]), "error")
    set_to(page.lines.fields[0], "bo@example.org")
    assert page.edits().cells == {CellAt(*at(4), "E-mail address"): "bo@example.org"}


def test_a_row_with_an_error_is_skipped_in_its_line_and_taken_up_again():
    page = Page(review(EMPTY, [form(NOOR, AN, WRONG)]), "error")
    set_to(page.lines.fields[-1], True)
    assert page.edits().skipped == {at(4)}
    skipped = Page(review(EMPTY, [form(NOOR, AN, WRONG)], page.draft.edits), "skipped")
    skipped.draft.edits = page.draft.edits
    assert skipped.lines.fields[-1].value is True
    set_to(skipped.lines.fields[-1], False)
    assert skipped.edits().skipped == frozenset()


def test_what_may_be_meant_is_taken_with_a_tick_and_left_without():
    page = Page(review(EMPTY, [form(NOOR | {"Full name": "NOOR BAKKER"})]), "warning")
    box = named(page.lines.fields, "take the suggestion")
    set_to(box, True)
    set_to(box, False)
    assert page.edits() == Edits()
    set_to(box, True)
    assert page.edits().cells == {CellAt(*at(2), "Full name"): "Noor Bakker"}


def test_a_partial_answer_is_taken_in_with_a_tick():
    edits = Edits().column(ColumnAt("mentors.csv", "", "Finished"), "is_finished")
    book = form(NOOR | {"Finished": "Yes"}, BO | {"Finished": "No"})
    page = Page(review(EMPTY, [book], edits), "partial")
    set_to(named(page.lines.fields, "take in"), True)
    assert page.edits().taken == {at(3)}


def test_of_a_conflict_both_answers_are_shown_and_a_tick_takes_the_forms():
    page = Page(review(corrected("Brugge"), [form(NOOR | {"City": "Antwerpen"})]), "conflict")
    assert "Brugge" in str(page.lines.table)
    assert "Antwerpen" in str(page.lines.table)
    (conflict,) = page.found.conflicts
    set_to(page.lines.fields[0], True)
    assert page.edits().theirs == {(conflict.row_id, "city")}


@pytest.mark.parametrize("answer", ["the same person", "somebody else", "decide later"])
def test_who_may_be_somebody_in_the_programme_waits_for_an_answer(answer: str):
    page = Page(of_doubles(), "double")
    (double,) = page.found.doubles
    (field,) = page.lines.fields
    choose(field, answer)
    expected = {
        "the same person": {at(3): double.person_id},
        "somebody else": {at(3): None},
        "decide later": {},
    }
    assert page.edits().people == expected[answer]


def test_who_is_missing_is_told_with_the_role():
    page = Page(review(taken(EMPTY, form(NOOR, BO)), [form(BO)]), "missing")
    assert "Noor Bakker</td><td>mentor" in str(page.lines.table)
    assert page.lines.fields == ()


def test_a_changed_row_tells_what_it_was_and_what_it_becomes():
    page = Page(review(taken(EMPTY, form(NOOR)), [form(NOOR | {"City": "Brugge"})]), "changed")
    assert "Gent → Brugge" in str(page.lines.table)


def test_all_answers_of_a_row_open_in_place_of_the_list_and_are_corrected_there():
    page = Page(review(EMPTY, [form(NOOR, BO)]), "new")
    press(named(page.lines.fields[2:], "All answers"))
    assert page.look == Look("new", row=at(3))
    assert page.lines.table is None
    assert "Bo Smit, row 3: new" in str(page.answers.table)
    set_to(page.answers.fields[3], "Brugge")
    press(named(page.answers.fields, "Close"))
    assert page.look == Look("new")
    assert page.draft.edits.cells == {CellAt(*at(3), "City"): "Brugge"}
    assert page.answers.table is None


def test_an_opened_row_that_is_gone_gives_the_list_back():
    page = Page(review(EMPTY, [form(NOOR)]), "new", row=at(9))
    assert page.answers.table is None
    assert page.lines.table is not None


def test_a_row_of_a_workbook_is_told_with_the_name_of_its_sheet():
    content = workbook(("Mentors", [list(NOOR), list(NOOR.values())]))
    page = Page(review(EMPTY, [read_file("mentors.xlsx", content, is_ours=True)]), "new")
    assert "row 2 · Mentors" in str(page.lines.table)


def test_on_other_screens_nothing_is_checked():
    found, draft = review(EMPTY, [form(NOOR)]), Draft(lambda edits: None)
    for here, one in (("confirm", found), ("check", None)):
        asked = (here, one, Look("new", row=at(2)), draft, lambda look: None, READ)
        assert ui.tab_picker(*asked) is None
        assert ui.page_buttons(*asked) == ()
        assert intake_lines.check_lines(*asked).table is None
        assert intake_lines.open_answers(*asked).panel() is None
    assert ui.check_panel(None, (), None, found, Look(), READ) is None
