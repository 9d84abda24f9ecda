"""Where she can go from each screen of an import, and what the page answers there."""

import io

import openpyxl
import pytest

from mentorkit.frames import Snapshot
from mentorkit.intake.read import read_file
from mentorkit.model import Programme
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.ui import intake_check, intake_columns, intake_confirm, intake_lines, intake_values
from mentorkit.ui.intake_check import Look
from mentorkit.ui.intake_confirm import Taken
from mentorkit.ui.intake_draft import Draft
from mentorkit.ui.intake_fix import Cells, Fix, in_file
from mentorkit.ui.intake_reading import FileRead, read_all, reviewed
from mentorkit.ui.intake_steps import headline, move_buttons, next_step
from mentorkit.workflows.edits import CellAt, Edits
from mentorkit.workflows.review import Review, review

READ = speaker("en")
HEADINGS = ("Naam", "E-mail", "Hoeveel mentees kun je maximaal begeleiden?", "Thema's")
HOSTILE = "<img src=x onerror=alert(1)>"
ROOM = CellAt("mentoren.xlsx", "Sheet", 2, HEADINGS[2])


NOBODY = (None, None, 2, "Presenteren")


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
    book = read_file("mentoren.xlsx", workbook(*rows), is_ours=True)
    return review(Snapshot.of(Programme(id="programme", name="P")), [book], edits or Edits())


def draft() -> Draft:
    return Draft(lambda edits: None)


def nothing(*_: object) -> None:
    """What a button calls that no test presses."""


def test_a_new_form_is_walked_through_step_by_step():
    found = of_rows(person(1))
    steps = ["file"]
    while (step := next_step(steps[-1], found)) is not None:
        steps.append(step)
    assert steps == ["file", "seen", "columns", "values", "check", "confirm"]


@pytest.mark.parametrize("here", ["file", "seen", "columns", "values", "check", "confirm"])
def test_back_is_there_on_every_screen_but_the_first(here: str):
    labels = [button.text for button in move_buttons(here, of_rows(person(1)), None, nothing, READ)]
    assert any("Back" in label for label in labels) == (here != "file")


def test_without_a_file_that_can_be_read_there_is_no_way_on():
    assert next_step("file", None) is None
    refused = read_all((("a.xlsx", b"<html><table></table></html>"),), READ)
    assert refused[0].refusal is not None
    assert reviewed(Snapshot.of(Programme(id="p", name="P")), refused, Edits(), None, READ) is None
    (title,) = headline("file", refused, None, None)
    assert READ(title) == "None of these files can be read. Choose another file."


def test_the_last_screen_says_what_was_taken_in():
    found = of_rows(person(1), person(2))
    (title,) = headline("confirm", [FileRead("a")], found, Taken(2, "b", found, Edits()))
    assert READ(title) == "Taken in: 2 new and 0 changed."


def test_what_was_taken_in_is_not_looked_at_again_until_she_changes_something():
    empty, edits, content = Snapshot.of(Programme(id="p", name="P")), Edits(), workbook(person(1))
    files = read_all((("a.xlsx", content),), READ)
    first = reviewed(empty, files, edits, None, READ)
    assert first is not None
    done = Taken(2, "b", first, edits)
    assert reviewed(empty, files, edits, done, READ) is first
    assert reviewed(empty, files, Edits(), done, READ) is not first


def test_the_rows_are_shown_as_a_sum_that_adds_up():
    found = of_rows(person(1), person(2, email="no address"), person(3), person(3))
    assert sum(found.counts.values()) == len(found.rows) == 4
    assert READ(intake_check.sum_line(found)).startswith("4 rows: ")


def test_the_first_list_is_the_one_that_asks_something():
    assert intake_check.tab_of(of_rows(person(1)), Look()) == "new"
    assert intake_check.tab_of(of_rows(person(1), NOBODY), Look()) == "error"
    assert intake_check.tab_of(of_rows(person(1)), Look("same")) == "same"


def test_a_page_holds_fifty_lines_and_the_last_page_the_rest():
    found = of_rows(*map(person, range(120)))
    sizes = [len(intake_check.shown_items(found, Look("new", page))) for page in range(4)]
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
    read, one, found = speaker(language), draft(), of_rows(person(1, email=HOSTILE), person(2))
    columns = intake_columns.column_fields("columns", found, one, read)
    choices = intake_values.choice_fields("values", found, one, {}, read)
    shown = [
        intake_columns.column_panel(columns, found, read).text,
        intake_values.choice_panel("values", found, choices, read).text,
        *(
            str(intake_lines.check_lines("check", found, Look(tab), one, nothing, read).table)
            for tab in ("error", "new")
        ),
        str(
            intake_lines.open_answers(
                "check", found, Look("new", row=found.rows[1].at), one, nothing, read
            ).table
        ),
    ]
    assert all("<img" not in page for page in shown)
    assert sum("onerror" in page for page in shown) >= 4


def test_a_long_answer_is_cut_where_the_columns_are_shown():
    found = of_rows((*person(1)[:3], "x" * 5000))
    fields = intake_columns.column_fields("columns", found, draft(), READ)
    shown = intake_columns.column_panel(fields, found, READ).text
    assert ("x" * 120 in shown, "x" * 121 in shown) == (True, False)


def test_only_what_has_to_be_repaired_goes_into_the_workbook():
    found = of_rows(person(1, email="no address"), person(2))
    ((table, problems),) = intake_confirm.rows_to_repair(found)
    assert table.file == "mentoren.xlsx"
    assert {problem.row for problem in problems} == {2}
    assert intake_confirm.rows_to_repair(of_rows(person(2))) == []
