"""Reviewing an import: the lists, their pages, and what comes of every field in a line."""

from itertools import count

import pytest

from mentorkit.ui.intake import card as intake_card
from mentorkit.ui.intake import lines as intake_lines
from mentorkit.ui.intake import review as ui
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.ui.intake.lines import Lines
from mentorkit.workflows.intake.edits import CellAt, ColumnAt, Edits, RowAt
from mentorkit.workflows.intake.looked_at import Look, items, tab_counts
from mentorkit.workflows.intake.review import Review, review
from tests.intake.conftest import workbook
from tests.intake.tables import book_of
from tests.ui.hands import choose, named, press, said, set_to
from tests.ui.pages import nothing, page_of
from tests.workflows.imports import BO, EMPTY, NOOR, form, taken
from tests.workflows.test_review import AN, WRONG, corrected

FULL = "Maximum number of mentees"


def at(row: int) -> RowAt:
    return RowAt("mentors.csv", "", row)


class Screen:
    """What the notebook keeps for one review."""

    def __init__(self, found: Review, tab: str | None = None, **look: object) -> None:
        self.found, self.look = found, Look(tab, **look)
        self.draft = Draft(nothing, self.set_look)
        self.asked = (page_of(), Place("review", found))

    def set_look(self, look: Look) -> None:
        self.look = look

    @property
    def tabs(self):
        return ui.tab_picker(*self.asked, self.look, self.draft)

    @property
    def buttons(self):
        return ui.page_buttons(*self.asked, self.look, self.draft)

    @property
    def lines(self) -> Lines:
        return intake_lines.review_lines(*self.asked, self.look, self.draft)

    @property
    def answers(self) -> Lines:
        return intake_card.open_answers(*self.asked, self.look, self.draft)

    def shown(self) -> str:
        return said(ui.review_panel(*self.asked, self.look, self.tabs, self.lines.table, self.buttons))

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
    screen = Screen(review(EMPTY, [form(NOOR, AN, WRONG)]))
    assert screen.tabs.value == "error"
    assert "Errors (1)" in screen.tabs.options
    assert "The same (0)" not in screen.tabs.options
    screen.draft.put("skip", lambda edits: edits.skip([at(2)]))
    set_to(screen.tabs, "New (2)")
    assert screen.look == Look("new")
    assert screen.draft.edits.skipped == {at(2)}


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
    screen = Screen(found, tab)
    assert tab_counts(found)[tab] == len(items(found, screen.look)) == 1
    assert str(screen.lines.table).count("<tr>") == 2
    assert screen.lines.panel() is not None


def test_pages_are_turned_forward_and_back():
    screen = Screen(many(120), "new")
    assert "1 to 50 of 120" in screen.shown()
    press(named(screen.buttons, "Next page"))
    press(named(screen.buttons, "Next page"))
    assert "101 to 120 of 120" in screen.shown()
    assert not any("Next page" in said(button) for button in screen.buttons)
    press(named(screen.buttons, "Previous page"))
    assert screen.look.page == 1


def test_only_rows_with_a_finding_can_be_shown_and_all_again():
    screen = Screen(review(EMPTY, [form(NOOR, BO | {FULL: "many"})]), "new")
    press(named(screen.buttons, "Only rows with a finding"))
    assert [row.name for row in items(screen.found, screen.look)] == ["Bo Smit"]
    press(named(screen.buttons, "Show all rows"))
    assert len(items(screen.found, screen.look)) == 2


def test_changes_are_checked_and_the_last_ones_taken_back():
    screen = Screen(review(EMPTY, [form(NOOR)]), "new")
    assert not any("Take back" in said(button) for button in screen.buttons)
    screen.draft.put("skip", lambda edits: edits.skip([at(2)]))
    press(named(screen.buttons, "Check again"))
    assert screen.draft.edits.skipped == {at(2)}
    press(named(screen.buttons, "Take back the last change"))
    assert screen.draft.edits == Edits()


def test_an_empty_list_says_that_nothing_is_left():
    found = review(EMPTY, [form(NOOR)])
    assert "No errors. Go on" in Screen(found, "error").shown()
    assert "There is nothing here." in Screen(found, "same").shown()
    assert Screen(found, "error").lines.panel() is None


def test_a_cell_with_an_error_is_corrected_in_its_line():
    screen = Screen(review(EMPTY, [form(NOOR, AN, WRONG)]), "error")
    set_to(screen.lines.fields[0], "bo@example.org")
    assert screen.edits().cells == {CellAt(*at(4), "E-mail address"): "bo@example.org"}


def test_a_row_with_an_error_is_skipped_in_its_line_and_taken_up_again():
    screen = Screen(review(EMPTY, [form(NOOR, AN, WRONG)]), "error")
    set_to(screen.lines.fields[-1], True)
    assert screen.edits().skipped == {at(4)}
    skipped = Screen(review(EMPTY, [form(NOOR, AN, WRONG)], screen.draft.edits), "skipped")
    skipped.draft.edits = screen.draft.edits
    assert skipped.lines.fields[-1].value is True
    set_to(skipped.lines.fields[-1], False)
    assert skipped.edits().skipped == frozenset()


def test_what_may_be_meant_is_taken_with_a_tick_and_left_without():
    screen = Screen(review(EMPTY, [form(NOOR | {"Full name": "NOOR BAKKER"})]), "warning")
    box = named(screen.lines.fields, "take the suggestion")
    set_to(box, True)
    set_to(box, False)
    assert screen.edits() == Edits()
    set_to(box, True)
    assert screen.edits().cells == {CellAt(*at(2), "Full name"): "Noor Bakker"}


def test_all_suggestions_are_taken_in_one_press():
    found = review(EMPTY, [form(NOOR | {"Full name": "NOOR BAKKER"}, BO | {"Full name": "bo de smit"})])
    screen = Screen(found, "warning")
    press(named(screen.buttons, "Take all 2 suggestions"))
    names = {CellAt(*at(2), "Full name"): "Noor Bakker", CellAt(*at(3), "Full name"): "Bo de Smit"}
    assert screen.draft.edits.cells == names
    assert "suggestion" not in said(named(Screen(found, "new").buttons, "Check again"))
    assert len(Screen(found, "new").buttons) == 2


def test_a_partial_answer_is_taken_in_with_a_tick():
    edits = Edits().column(ColumnAt("mentors.csv", "", "Finished"), "is_finished")
    book = form(NOOR | {"Finished": "Yes"}, BO | {"Finished": "No"})
    screen = Screen(review(EMPTY, [book], edits), "partial")
    set_to(named(screen.lines.fields, "import"), True)
    assert screen.edits().taken == {at(3)}


def test_of_a_conflict_both_answers_are_shown_and_a_tick_takes_the_forms():
    screen = Screen(review(corrected("Brugge"), [form(NOOR | {"City": "Antwerpen"})]), "conflict")
    assert "Brugge" in str(screen.lines.table)
    assert "Antwerpen" in str(screen.lines.table)
    (conflict,) = screen.found.conflicts
    set_to(screen.lines.fields[0], True)
    assert screen.edits().theirs == {(conflict.row_id, "city")}


@pytest.mark.parametrize("answer", ["the same person", "somebody else", "decide later"])
def test_who_may_be_somebody_in_the_programme_waits_for_an_answer(answer: str):
    screen = Screen(of_doubles(), "double")
    (double,) = screen.found.doubles
    (field,) = screen.lines.fields
    choose(field, answer)
    expected = {
        "the same person": {at(3): double.person_id},
        "somebody else": {at(3): None},
        "decide later": {},
    }
    assert screen.edits().people == expected[answer]


def test_of_two_who_may_be_one_the_address_of_each_is_told():
    table = str(Screen(of_doubles(), "double").lines.table)
    assert "Noor Bakker<br>n.bakker@example.org" in table
    assert "Noor Bakker<br>noor@example.org" in table


def test_of_a_form_sent_in_twice_what_differs_is_told():
    other = NOOR | {"City": "Brugge", FULL: ""}
    table = str(Screen(review(EMPTY, [form(NOOR, other)]), "merged").lines.table)
    assert "<li>place: Gent → Brugge</li><li>room for mentees: 2 → –</li>" in table
    assert "Both rows say the same." in Screen(review(EMPTY, [form(NOOR, NOOR)]), "merged").lines.table


def test_who_is_missing_is_told_with_the_role():
    screen = Screen(review(taken(EMPTY, form(NOOR, BO)), [form(BO)]), "missing")
    assert "Noor Bakker</td><td>mentor" in str(screen.lines.table)
    assert screen.lines.fields == ()


def test_a_changed_row_tells_what_it_was_and_what_it_becomes():
    screen = Screen(review(taken(EMPTY, form(NOOR)), [form(NOOR | {"City": "Brugge"})]), "changed")
    assert "Gent → Brugge" in str(screen.lines.table)


def test_all_answers_of_a_row_open_in_place_of_the_list_and_are_corrected_there():
    screen = Screen(review(EMPTY, [form(NOOR, BO)]), "new")
    press(named(screen.lines.fields[2:], "All answers"))
    assert screen.look == Look("new", row=at(3))
    assert screen.lines.table is None
    assert "Row 3, Bo Smit" in str(screen.answers.table)
    set_to(screen.answers.fields[3], "Brugge")
    press(named(screen.answers.fields, "Done"))
    assert screen.look == Look("new")
    assert screen.draft.edits.cells == {CellAt(*at(3), "City"): "Brugge"}
    assert screen.answers.table is None


NOBODY = NOOR | {"Full name": "", "E-mail address": ""}


def test_in_the_card_of_a_row_what_is_wrong_comes_first_and_is_marked():
    text = said(Screen(review(EMPTY, [form(NOOR, AN, WRONG)]), "error", row=at(4)).answers.panel())
    first, others = text.split("<details>")
    assert "Row 4, Bo Smit" in first
    assert first.count("mk-faulty") == 1
    assert first.index("E-mail address") < first.index("is not an e-mail address")
    assert "Fill it in here or correct it here" in first
    assert others.startswith("<summary>4 other answers")


def test_in_a_row_of_nobody_the_fields_that_say_who_it_is_are_marked():
    screen = Screen(review(EMPTY, [form(NOOR, BO, NOBODY)]), "error", row=at(4))
    first = said(screen.answers.panel()).split("<details>")[0]
    assert "Row 4, without a name" in first
    assert first.count("mk-faulty") == 2
    assert (screen.buttons, "mk-actions" in screen.shown()) == ((), False)


def test_done_checks_the_row_and_gives_the_list_back():
    found = review(EMPTY, [form(NOOR, BO, NOBODY)])
    screen = Screen(found, "error")
    assert "without a name" in screen.lines.table
    press(named(screen.lines.fields, "Fill it in here"))
    done, name, *_ = screen.answers.fields
    set_to(name, "Cas Smit")
    press(done)
    assert (screen.look, screen.draft.edits.cells) == (
        Look("error"),
        {CellAt(*at(4), "Full name"): "Cas Smit"},
    )


def test_an_opened_row_that_is_gone_gives_the_list_back():
    screen = Screen(review(EMPTY, [form(NOOR)]), "new", row=at(9))
    assert screen.answers.table is None
    assert screen.lines.table is not None


def test_a_row_of_a_workbook_is_told_with_the_name_of_its_sheet():
    content = workbook(("Mentors", [list(NOOR), list(NOOR.values())]))
    screen = Screen(review(EMPTY, [book_of("mentors.xlsx", content)]), "new")
    assert "row 2 · Mentors" in str(screen.lines.table)


def test_on_other_screens_nothing_is_reviewed():
    found, look, draft = review(EMPTY, [form(NOOR)]), Look("new", row=at(2)), Draft(nothing, nothing)
    for place in (Place("confirm", found), Place("review", None)):
        asked = (page_of(), place, look, draft)
        assert ui.tab_picker(*asked) is None
        assert ui.page_buttons(*asked) == ()
        assert intake_lines.review_lines(*asked).table is None
        assert intake_card.open_answers(*asked).panel() is None
        assert ui.review_panel(page_of(), place, look, None, None, ()) is None
    assert ui.review_panel(page_of(), Place("review", found), Look(), None, None, ()) is None
