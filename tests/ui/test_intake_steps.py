"""Where she can go from each screen of an import, and what the page answers there."""

import io
from dataclasses import replace
from types import SimpleNamespace

import openpyxl
import pytest

from mentorkit.frames import Snapshot
from mentorkit.model import Programme
from mentorkit.text import LANGUAGES, Language, say, speaker
from mentorkit.ui.intake import card as intake_card
from mentorkit.ui.intake import columns as intake_columns
from mentorkit.ui.intake import lines as intake_lines
from mentorkit.ui.intake import values as intake_values
from mentorkit.ui.intake.confirm import Taken
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.ui.intake.fix import Fix
from mentorkit.ui.intake.reading import FileRead, read_all, reviewed
from mentorkit.ui.intake.steps import (
    STEPS,
    Top,
    arrive,
    headline,
    move_bar,
    move_buttons,
    next_step,
    step_answer,
    walker,
)
from mentorkit.views.intake.import_steps import sum_line
from mentorkit.workflows.intake.edits import CellAt, ColumnAt, Edits, RowAt, SheetAt
from mentorkit.workflows.intake.looked_at import Look, shown_items, tab_of
from mentorkit.workflows.intake.review import Review, review
from mentorkit.workflows.intake.review_cells import Cells, in_file, rows_to_repair
from mentorkit.workflows.intake.reviewed import State
from tests.intake.conftest import workbook as workbook_of
from tests.intake.tables import book_of
from tests.ui.hands import named, press, said
from tests.ui.pages import nothing, page_of
from tests.workflows.imports import BO, EMPTY, NOOR, form, taken

READ = speaker("en")
HEADINGS = ("Naam", "E-mail", "Hoeveel mentees kun je maximaal begeleiden?", "Thema's")
HOSTILE = "<img src=x onerror=alert(1)>"
ROOM = CellAt("mentoren.xlsx", "Sheet", 2, HEADINGS[2])

NOBODY = (None, None, 2, "Presenteren")
NOBODY_AGREES = NOOR | {"Full name": "", "E-mail address": ""}


def workbook(*rows: tuple[object, ...]) -> bytes:
    book, content = openpyxl.Workbook(), io.BytesIO()
    for row in (HEADINGS, *rows):
        book.active.append(row)
    book.save(content)
    return content.getvalue()


def person(number: int, email: str = "", room: object = 2) -> tuple[object, ...]:
    return (
        f"Ann {HOSTILE} {number}",
        email or f"a{number}@acme.example",
        room,
        f"Vliegvissen {HOSTILE}; Presenteren",
    )


def of_rows(*rows: tuple[object, ...], edits: Edits | None = None) -> Review:
    book = book_of("mentoren.xlsx", workbook(*rows))
    return review(Snapshot.of(Programme(id="programme", name="P")), [book], edits or Edits())


def draft() -> Draft:
    return Draft(nothing, nothing)


def test_a_new_form_is_walked_through_step_by_step():
    found = of_rows(person(1))
    steps = ["file"]
    while (step := next_step(Place(steps[-1], found))) is not None:
        steps.append(step)
    assert steps == ["file", "seen", "columns", "values", "review", "confirm"]


@pytest.mark.parametrize("here", ["file", "seen", "columns", "values", "review", "confirm"])
def test_back_is_there_on_every_screen_but_the_first(here: str):
    labels = [
        button.text for button in move_buttons(page_of(), Place(here, of_rows(person(1))), None, nothing)
    ]
    assert any("Back" in label for label in labels) == (here != "file")


def test_without_a_file_that_can_be_read_there_is_no_way_on():
    assert next_step(Place("file", None)) is None
    refused = read_all(page_of(), (("a.xlsx", b"<html><table></table></html>"),))
    assert refused[0].refusal is not None
    assert reviewed(page_of(), refused, Edits(), None, Snapshot.of(Programme(id="p", name="P"))) is None
    (title,) = headline(Place("file", None), refused, None)
    assert READ(title) == "None of these files can be read. Choose another file."


@pytest.mark.parametrize(
    ("states", "told"),
    [
        (("new", "new"), "2 new sign-ups are imported."),
        (("changed", "same"), "1 changed sign-up is imported."),
        (("new", "changed"), "1 new and 1 changed sign-ups are imported."),
    ],
)
def test_the_last_screen_says_what_was_taken_in(states: tuple[State, State], told: str):
    found = of_rows(person(1), person(2))
    rows = (replace(row, state=state) for row, state in zip(found.rows, states, strict=True))
    found = replace(found, rows=tuple(rows))
    (title,) = headline(Place("confirm", found), [FileRead("a")], Taken(2, "b", found, Edits()))
    assert READ(title) == told


def test_what_was_taken_in_is_not_looked_at_again_until_she_changes_something():
    empty, edits, content = Snapshot.of(Programme(id="p", name="P")), Edits(), workbook(person(1))
    files = read_all(page_of(), (("a.xlsx", content),))
    first = reviewed(page_of(), files, edits, None, empty)
    assert first is not None
    done = Taken(2, "b", first, edits)
    assert reviewed(page_of(), files, edits, done, empty) is first
    assert reviewed(page_of(), files, Edits(), done, empty) is not first


def test_the_rows_are_shown_as_a_sum_that_adds_up():
    found = of_rows(person(1), person(2, email="no address"), person(3), person(3))
    assert sum(found.counts.values()) == len(found.rows) == 4
    assert READ(sum_line(found.counts)).startswith("4 rows: ")


def test_the_first_list_is_the_one_that_asks_something():
    assert tab_of(of_rows(person(1)), Look()) == "new"
    assert tab_of(of_rows(person(1), NOBODY), Look()) == "error"
    assert tab_of(of_rows(person(1)), Look("same")) == "same"


def test_a_page_holds_fifty_lines_and_the_last_page_the_rest():
    found = of_rows(*map(person, range(120)))
    sizes = [len(shown_items(found, Look("new", page))) for page in range(4)]
    assert sizes == [50, 50, 20, 20]


def test_a_cell_is_corrected_alone_or_with_all_that_say_the_same():
    """After one correction for all, the next still speaks of what stands in the file."""
    found, one = of_rows(person(1, room="zes"), person(2, room="zes")), draft()
    assert Cells(found).alike(ROOM) == 2
    fix = Fix(ROOM, "zes", one)
    fix.write("6")
    one.check()
    assert one.edits.cells == {ROOM: "6"}
    fix.for_all(True)
    one.check()
    assert list(one.edits.alike.values()) == ["6"]
    assert in_file(one.edits, ROOM, "6") == "zes"


def test_a_text_that_is_left_as_it_was_is_no_edit():
    one = draft()
    fix = Fix(ROOM, "zes", one)
    fix.write("6")
    fix.write("zes")
    one.check()
    assert one.edits == Edits()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_from_the_file_are_text_on_every_screen(language: Language):
    page, one, found = page_of(language=language), draft(), of_rows(person(1, email=HOSTILE), person(2))
    columns = intake_columns.column_fields(page, Place("columns", found), one)
    choices = intake_values.choice_fields(page, Place("values", found), one, {})
    shown = [
        intake_columns.column_panel(page, columns, found).text,
        intake_values.choice_panel(page, Place("values", found), choices).text,
        *(
            str(intake_lines.review_lines(page, Place("review", found), Look(tab), one).table)
            for tab in ("error", "new")
        ),
        str(
            intake_card.open_answers(
                page, Place("review", found), Look("new", row=found.rows[1].at), one
            ).table
        ),
    ]
    assert all("<img" not in text for text in shown)
    assert sum("onerror" in text for text in shown) >= 4


def test_a_long_answer_is_cut_where_the_columns_are_shown():
    found = of_rows((*person(1)[:3], "x" * 5000))
    fields = intake_columns.column_fields(page_of(), Place("columns", found), draft())
    shown = intake_columns.column_panel(page_of(), fields, found).text
    assert ("x" * 120 in shown, "x" * 121 in shown) == (True, False)


def test_only_what_has_to_be_repaired_goes_into_the_workbook():
    found = of_rows(person(1, email="no address"), person(2))
    ((table, findings),) = rows_to_repair(found)
    assert table.file == "mentoren.xlsx"
    assert {finding.row for finding in findings} == {2}
    assert rows_to_repair(of_rows(person(2))) == []


def titles(here: str, found: Review | None, files: tuple[FileRead, ...] = (FileRead("a"),)) -> list[str]:
    return [READ(line) for line in headline(Place(here, found), files, None)]


def of_edits(edits: Edits) -> Review:
    return review(EMPTY, [form(NOOR)], edits)


def test_a_button_goes_one_step_after_what_was_changed_is_checked():
    steps, looks, turns = [], [], []
    one, desk = Draft(nothing, looks.append), SimpleNamespace(notice=say("Told on the step before."))
    go = walker(one, steps.append, desk, turns.append)
    one.put("skip", lambda edits: edits.skip([RowAt("a.csv", "", 2)]))
    buttons = move_buttons(page_of(), Place("columns", of_rows(person(1))), None, go)
    press(named(buttons, "On to: Values"))
    assert one.edits.skipped == {RowAt("a.csv", "", 2)}
    press(named(buttons, "Back"))
    assert (steps, looks) == (["values", "seen"], [Look(), Look()])
    assert (desk.notice, turns) == (None, [False, False])


def test_after_taking_in_the_only_way_is_to_the_files():
    steps, found = [], of_rows(person(1))
    (button,) = move_buttons(page_of(), Place("confirm", found), Taken(2, "b", found, Edits()), steps.append)
    assert "Back to the files" in said(button)
    press(button)
    assert steps == ["file"]


def test_the_buttons_stand_in_one_row_and_without_any_there_is_none():
    buttons = move_buttons(page_of(), Place("seen", of_rows(person(1))), None, nothing)
    assert "mk-row" in move_bar(buttons).text
    assert move_bar(()) is None


def test_a_known_form_goes_from_the_files_to_the_review_and_others_do_not():
    found = review(taken(EMPTY, form(NOOR)), [form(NOOR)])
    assert next_step(Place("file", found)) == "review"
    assert titles("file", found)[1].startswith("You imported this form before")
    assert next_step(Place("file", of_rows(person(1)))) == "seen"


def test_without_sign_ups_in_the_files_there_is_no_way_on():
    found = of_edits(Edits().kind(SheetAt("mentors.csv", ""), "none"))
    assert next_step(Place("file", found)) is None
    assert titles("file", found) == ["No sign-ups were found in these files.", "Choose another file."]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("here", list(STEPS))
def test_every_step_begins_with_its_place_among_the_steps_and_an_answer(here: str, language: Language):
    page = page_of(language=language)
    text = step_answer(page, Place(here, of_rows(person(1))), (FileRead("a"),), None).text
    assert text.count("<li") == len(STEPS)
    assert f'aria-current="step">{page.speak(STEPS[here])}<' in text
    assert text.count("<h1>") == 1


@pytest.mark.parametrize(
    ("here", "answer"),
    [
        ("file", "2 rows of answers were found."),
        ("seen", "2 rows of answers were found."),
        ("columns", "4 of 4 columns are used."),
        ("values", "Do we understand the answers as they were meant?"),
        ("review", "2 new, 0 changed, no errors."),
        ("confirm", "Import 2 new sign-ups?"),
    ],
)
def test_the_answer_of_a_step_is_about_what_it_is_for(here: str, answer: str):
    assert titles(here, of_rows(person(1), person(2)))[0] == answer


def test_before_any_file_is_chosen_the_page_asks_for_one():
    assert titles("file", None, ())[0] == "Which sign-ups do you want to import?"


def test_rows_on_several_sheets_are_told_with_their_number():
    rows = [[list(NOOR), list(one.values())] for one in (NOOR, BO)]
    content = workbook_of(("Mentors", rows[0]), ("More mentors", rows[1]))
    found = review(EMPTY, [book_of("both.xlsx", content)])
    assert titles("seen", found)[0] == "2 rows of answers were found on 2 sheets."


def test_the_review_tells_how_many_rows_have_an_error():
    assert titles("review", of_rows(person(1), NOBODY))[0] == "1 new, 0 changed, 1 row with an error."


def test_the_review_counts_who_takes_no_part_for_want_of_consent():
    asked = {"May we use your answers?": "Yes"}
    refused = {"May we use your answers?": "No"}
    agrees = Edits().column(ColumnAt("mentors.csv", "", "May we use your answers?"), "has_consented")
    one = review(EMPTY, [form(NOOR | asked, BO | refused)], agrees)
    assert titles("review", one)[0] == "2 new, 0 changed, no errors. 1 does not take part: no consent."
    both = review(EMPTY, [form(NOOR | refused, BO | refused, NOBODY_AGREES | refused)], agrees)
    assert titles("review", both)[0] == (
        "2 new, 0 changed, 1 row with an error. 2 do not take part: no consent."
    )


def test_with_nothing_new_the_last_screen_says_so():
    found = review(taken(EMPTY, form(NOOR)), [form(NOOR)])
    assert titles("confirm", found)[0] == "There is nothing new in these files."


def test_a_new_step_starts_at_the_top_of_the_page():
    assert isinstance(arrive("review"), Top)
