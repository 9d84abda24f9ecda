"""The plan as a workbook: whole, printable, and nothing in it that Excel would run."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from mentorkit.documents.plan_workbook import plan_workbook
from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, RULES, Proposal, unplaced
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.views.pairing.pairs import pair_rows
from tests.matching.small import earlier, ids, mentee, mentor, override, plan, snapshot
from tests.workflows.cases import sample_plan

FIXED = {
    "en": ["Mentee", "E-mail mentee", "Mentor", "E-mail mentor", "Points", "Status", "Why"],
    "nl": ["Mentee", "E-mail mentee", "Mentor", "E-mail mentor", "Punten", "Status", "Waarom"],
}
OTHERS = {
    "en": [["Name", "E-mail", "Role", "Why"], ["Criterion or condition", "Setting"]],
    "nl": [["Naam", "E-mail", "Rol", "Waarom"], ["Criterium of voorwaarde", "Instelling"]],
}
TITLES = {"en": ["Pairs", "Not placed", "What counted"], "nl": ["Koppels", "Nog niet gekoppeld", "Wat telde"]}
HOSTILE = (
    "=1+1",
    "{=1+1}",
    '=HYPERLINK("http://example.org")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "http://example.org",
    "mailto:ann@example.org",
    "internal:Sheet1!A1",
    "external:c:/x.xlsx",
    "1234",
    "1e5",
    "2026-09-14",
    "<r><t>ours</t></r>",
    "<r></si></r>",
    "&amp; <b>",
    "_x0041_",
    "_x0041_x0042_",
    "#N/A",
    "a\nb",
    "a\r\x01b",
)


def opened(snapshot: Snapshot, proposal: Proposal, language: Language = "en") -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(plan_workbook(snapshot, proposal, speaker(language))))


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return request.param


@pytest.fixture
def sample(language: Language) -> openpyxl.Workbook:
    return opened(sample_plan(language).snapshot, sample_plan(language).proposal, language)


def rows(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.values)[1:]


def test_sheets_and_headings_are_in_her_language(sample: openpyxl.Workbook, language: Language):
    assert sample.sheetnames == TITLES[language]
    labels = [speaker(language)(criterion.label) for criterion in CRITERIA]
    heads = [[cell.value for cell in sheet[1]] for sheet in sample.worksheets]
    assert heads == [FIXED[language] + labels, *OTHERS[language]]


def test_every_pair_has_one_row(sample: openpyxl.Workbook, language: Language):
    result = sample_plan(language)
    mails = dict(result.snapshot.people.select("id", "email").rows())
    expected = {(mails[mentee], mails[mentor]) for mentee, mentor in ids(result.proposal).items()}
    shown = [(row[1], row[3]) for row in rows(sample.worksheets[0])]
    assert len(shown) == len(set(shown))
    assert set(shown) == expected
    names = [row[0] for row in rows(sample.worksheets[0])]
    assert names == sorted(names)


def test_points_per_criterion_add_up_to_the_points(sample: openpyxl.Workbook, language: Language):
    result = sample_plan(language)
    points = dict(pair_rows(result.snapshot, result.proposal).select("mentee", "points").rows())
    for row in rows(sample.worksheets[0]):
        parts = [part for part in row[7:] if part is not None]
        assert all(isinstance(part, int | float) for part in (*parts, row[4]))
        assert abs(sum(parts) - row[4]) <= 0.5 + 0.051 * len(parts)
        assert row[4] == points[row[0]]
        assert row[0] in row[6]
        assert row[2] in row[6]


def test_an_answer_that_is_missing_leaves_its_cell_empty():
    programme = snapshot(mentee("ann", city="Gent"), mentor("kim", city="Gent"))
    (row,) = rows(opened(programme, plan(programme, proximity=10)).worksheets[0])
    by_criterion = dict(zip((criterion.key for criterion in CRITERIA), row[7:], strict=True))
    assert by_criterion == dict.fromkeys(by_criterion) | {"proximity": 100}


def test_everybody_who_takes_part_and_is_not_placed_stands_there_with_the_reason(
    sample: openpyxl.Workbook, language: Language
):
    people = [one for one in unplaced(sample_plan(language).proposal) if one.stays_out_by is None]
    listed = rows(sample.worksheets[1])
    assert len(listed) == len(people) > 0
    assert [why for *_, why in listed] == [speaker(language)(one.message) for one in people]
    assert all(isinstance(cell, str) for row in listed for cell in (row[0], *row[2:]))


def test_all_weights_and_conditions_are_there_with_their_setting(language: Language):
    programme = snapshot(mentee("ann"), mentor("kim"))
    proposal = plan(programme, rules_off=[rule.key for rule in RULES], goal_coverage=77)
    *settings, nothing, room = rows(opened(programme, proposal, language).worksheets[2])
    assert (nothing[1], room[1]) == (None, None)
    assert [label for label, _ in settings] == [speaker(language)(one.label) for one in (*CRITERIA, *RULES)]
    assert settings[0][1] == 77
    off, on = ("off", "on") if language == "en" else ("uit", "aan")
    assert [state for _, state in settings[len(CRITERIA) :]] == [
        on if rule.is_fixed else off for rule in RULES
    ]


def test_the_status_of_each_pair_is_told():
    programme = snapshot(
        *map(mentee, ("ann", "bea", "cas")),
        mentor("kim", capacity=3),
        pairs=[earlier("ann", "kim"), earlier("cas", "kim", ended_on=date(2026, 6, 1))],
        overrides=[override("lock", "bea", "kim")],
    )
    shown = {row[0]: row[5] for row in rows(opened(programme, plan(programme)).worksheets[0])}
    assert shown == {"ann": "confirmed", "bea": "fixed by you", "cas": "proposed"}


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_text_whatever_it_looks_like(text: str):
    """Also where it would be markup to the library that writes the file."""
    programme = snapshot(
        mentee("ann", full_name=text, email=text),
        mentee("bea", full_name=text, email=text, languages=["fr"]),
        mentor("kim", full_name=f"{text}2", email=text, languages=["nl"]),
    )
    book = opened(programme, plan(programme))
    for sheet in book.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            assert cell.data_type in {"s", "n"}
            assert cell.hyperlink is None
    pairs, waiting, _ = book.worksheets
    assert [unescape(pairs[place].value) for place in ("B2", "D2")] == [text] * 2
    assert unescape(waiting["B2"].value) == text
    assert text in unescape(pairs["A2"].value)


def test_the_headings_stay_in_sight_and_it_prints_on_a4(sample: openpyxl.Workbook):
    for sheet in sample.worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(1 < width.width <= 63 for width in sheet.column_dimensions.values())


def test_without_anybody_the_workbook_has_its_headings(language: Language):
    book = opened(snapshot(), plan(snapshot()), language)
    assert book.sheetnames == TITLES[language]
    assert [rows(sheet) for sheet in book.worksheets[:2]] == [[], []]
    assert len(rows(book.worksheets[2])) == len(CRITERIA) + len(RULES)


def test_the_same_plan_gives_the_same_cells(language: Language):
    result = sample_plan(language)
    one, other = (
        [list(sheet.values) for sheet in opened(result.snapshot, proposal, language).worksheets]
        for proposal in (result.proposal, plan(result.snapshot))
    )
    assert one == other
