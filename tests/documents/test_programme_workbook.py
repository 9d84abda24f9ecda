"""The workbook of a programme as she opens it: drop-downs, locked ids, headings that stay in sight."""

from typing import Any

import pytest

from mentorkit.text import LANGUAGES, Language
from tests.matching.small import mentee, mentor, said, snapshot
from tests.workflows.returned import SHEETS, column, exported, opened


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def book(language: Language) -> Any:
    people = (
        mentee("ann", full_name="Ann", phone="0612"),
        mentor("kim", full_name="Kim", is_paused=True, working_style=2),
    )
    return opened(exported(snapshot(*people, preferences=[said("mentee", "ann", "kim", "prefer")]), language))


def options(book: Any, sheet: str, field: str) -> list[object]:
    """What the drop-down of a field offers in a new row."""
    page = book.worksheets[SHEETS.index(sheet)]
    letter = page.cell(1, column(page, field)).column_letter
    (rule,) = [one for one in page.data_validations.dataValidation if f"{letter}50" in one.sqref]
    name, cells = rule.formula1.lstrip("=").split("!")
    return [cell.value for (cell,) in book[name][cells]]


def test_closed_lists_are_offered_in_her_language(book: Any, language: Language):
    yes, kinds, words = {
        "nl": (["ja", "nee"], "klassiek", ["graag", "maakt niet uit"]),
        "en": (["yes", "no"], "classic", ["gladly", "either way is fine"]),
    }[language]
    for sheet, field in (
        ("mentor", "has_consented"),
        ("pair", "has_failed"),
        ("programme", "is_blind"),
        ("programme", "rules.language"),
    ):
        assert options(book, sheet, field) == yes
    assert options(book, "programme", "relation_type")[0] == kinds
    assert options(book, "mentee", "working_style") == [1, 2, 3, 4, 5]
    assert len(options(book, "programme", "aim")) == 3
    assert options(book, "preference", "kind")[0] == words[0]
    assert len(options(book, "preference", "kind")) == 2
    mentors = book.worksheets[SHEETS.index("mentor")]
    assert mentors.cell(3, column(mentors, "is_paused")).value == yes[0]


def test_the_ids_are_hidden_and_locked_and_her_cells_are_open(book: Any):
    for sheet in book.worksheets[: len(SHEETS)]:
        assert sheet.protection.sheet
        assert sheet.row_dimensions[1].hidden
        assert sheet.column_dimensions["A"].hidden
        assert sheet.column_dimensions["A"].max == 3 or sheet.column_dimensions["C"].hidden
    people = book.worksheets[0]
    assert people["A3"].protection.locked
    assert not people.cell(3, column(people, "full_name")).protection.locked
    mentors = book.worksheets[SHEETS.index("mentor")]
    assert mentors["D3"].protection.locked
    assert not mentors.column_dimensions["D"].protection.locked
    assert people.cell(3, column(people, "phone")).number_format == "@"
    assert people.cell(3, column(people, "phone")).value == "0612"


def test_what_is_empty_is_open_and_looks_like_its_column(book: Any):
    for sheet in book.worksheets[: len(SHEETS)]:
        columns = [sheet.column_dimensions[cell.column_letter] for cell in sheet[1][4:]]
        assert not any(column.protection.locked for column in columns)
    mentors = book.worksheets[SHEETS.index("mentor")]
    shown = {cell.value: mentors.column_dimensions[cell.column_letter].number_format for cell in mentors[1]}
    assert (shown["available_from"], shown["goal_text"]) == ("yyyy-mm-dd", "@")
    assert not mentors.cell(3, column(mentors, "working_style")).protection.locked


def test_headings_stay_in_sight_and_it_prints_on_landscape(book: Any):
    for sheet in book.worksheets[: len(SHEETS)]:
        assert sheet.freeze_panes in ("E3", "F3")
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$2:$2"
        assert sheet.auto_filter.ref.startswith("D2")


def test_what_is_for_the_program_is_very_hidden(book: Any):
    states = {sheet.title: sheet.sheet_state for sheet in book}
    assert {states["_lists"], states["_mentorkit"]} == {"veryHidden"}
    assert len(states) == len(SHEETS) + 2


def test_every_weight_is_a_number_also_the_default(book: Any):
    sheet = book.worksheets[SHEETS.index("programme")]
    weights = [cell.column for cell in sheet[1] if str(cell.value).startswith("weights.")]
    assert len(weights) == 10
    assert all(isinstance(sheet.cell(3, place).value, int | float) for place in weights)
