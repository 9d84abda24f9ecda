"""What the answers mean: which are topics, what the others may mean, and how cells are split."""

import html
from datetime import datetime

import pytest

from mentorkit.frames import applied
from mentorkit.model.fields import ANSWERS, OWN
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.ui.intake import columns as intake_columns
from mentorkit.ui.intake import values as intake_values
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.ui.intake.steps import headline
from mentorkit.workbook.read import read_programme_workbook
from mentorkit.workbook.write import programme_workbook
from mentorkit.workflows.intake.edits import ColumnAt, Edits
from mentorkit.workflows.intake.review import Review, review
from tests.intake.conftest import workbook
from tests.intake.tables import book_of
from tests.ui.hands import choose, said
from tests.ui.pages import nothing, page_of
from tests.workflows.imports import BO, EMPTY, NOOR, form

TOPICS = "Which topics can you mentor on?"
ODD = form(NOOR | {TOPICS: "Presenting;Fly fishing"}, BO | {TOPICS: "Fly fishing"})


@pytest.fixture
def draft() -> Draft:
    return Draft(nothing, nothing)


def shown(found: Review, draft: Draft) -> str:
    page, place = page_of(), Place("values", found)
    fields = intake_values.choice_fields(page, place, draft, {})
    return html.unescape(html.unescape(intake_values.choice_panel(page, place, fields).text))


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        ("presenting", "presenting"),
        ("leave this answer out", ""),
        ("stays as it is", "Fly fishing"),
        ("Angling", "Angling"),
    ],
)
def test_an_answer_that_is_no_topic_gets_the_meaning_that_is_chosen(draft: Draft, label: str, meant: str):
    own = {"angling": "Angling"}
    fields = intake_values.choice_fields(page_of(), Place("values", review(EMPTY, [ODD])), draft, own)
    assert set(fields) == {"Fly fishing"}
    field = fields["Fly fishing"]
    assert field.selected_key == "stays as it is"
    choose(field, label)
    draft.check()
    assert draft.edits.options == {("topics", "Fly fishing"): meant}


@pytest.mark.parametrize(("meant", "label"), [("presenting", "presenting"), ("", "leave this answer out")])
def test_a_meaning_that_was_chosen_can_still_be_changed(draft: Draft, meant: str, label: str):
    found = review(EMPTY, [ODD], Edits().option("topics", "Fly fishing", meant))
    fields = intake_values.choice_fields(page_of(), Place("values", found), draft, {})
    assert fields["Fly fishing"].selected_key == label


def test_the_page_counts_the_answers_that_are_topics_and_those_to_look_at(draft: Draft):
    text = shown(review(EMPTY, [ODD]), draft)
    assert "We do not know this answer as a topic. It counts where it is literally the same." in text
    assert "1 answer is a topic" in text


def test_an_answer_to_both_questions_stands_in_one_row_and_gets_one_meaning(draft: Draft):
    wanted = form(NOOR | {"What would you like to learn?": "Fly fishing"}, BO | {TOPICS: "Fly fishing"})
    learn = ColumnAt("mentors.csv", "", "What would you like to learn?")
    found = review(EMPTY, [wanted], Edits().column(learn, "goals"))
    assert "1× asked, 1× offered" in shown(found, draft)
    (field,) = intake_values.choice_fields(page_of(), Place("values", found), draft, {}).values()
    choose(field, "presenting")
    draft.check()
    assert set(draft.edits.options) == {("topics", "Fly fishing"), ("goals", "Fly fishing")}


def test_when_every_answer_is_a_topic_there_is_nothing_to_choose(draft: Draft):
    text = shown(review(EMPTY, [form(NOOR | {TOPICS: "Presenting"})]), draft)
    assert "Every answer is a topic" in text
    assert "answer is a topic</summary>" in text


def test_when_no_answer_is_a_topic_none_is_told_as_one(draft: Draft):
    assert "<details>" not in shown(review(EMPTY, [form(NOOR | {TOPICS: "Fly fishing"})]), draft)


def test_without_a_column_of_topics_the_page_says_so(draft: Draft):
    found = review(EMPTY, [form(NOOR)], Edits().column(ColumnAt("mentors.csv", "", TOPICS), None))
    assert not intake_values.is_shown(Place("values", found))
    assert "No column with topics or goals is read." in shown(found, draft)


def test_a_cell_with_several_answers_is_shown_as_it_is_split():
    panel = intake_values.split_panel(page_of(), Place("values", review(EMPTY, [ODD])))
    assert "Presenting<br>Fly fishing" in panel.text
    alone = review(EMPTY, [form(NOOR | {TOPICS: "Presenting"})])
    assert intake_values.split_panel(page_of(), Place("values", alone)) is None


def test_a_column_is_read_as_what_is_chosen_or_not_at_all(draft: Draft):
    fields = intake_columns.column_fields(page_of(), Place("columns", review(EMPTY, [form(NOOR)])), draft)
    city = ColumnAt("mentors.csv", "", "City")
    choose(fields[city], "do not import")
    choose(fields[ColumnAt("mentors.csv", "", "Full name")], "department")
    draft.check()
    assert draft.edits.columns == {city: None, ColumnAt("mentors.csv", "", "Full name"): "department"}


def test_on_other_screens_no_answers_or_columns_are_asked_about(draft: Draft):
    found = review(EMPTY, [ODD])
    assert intake_values.choice_fields(page_of(), Place("review", found), draft, {}) == {}
    assert intake_values.choice_panel(page_of(), Place("review", found), {}) is None
    assert intake_values.split_panel(page_of(), Place("review", found)) is None
    assert intake_columns.column_fields(page_of(), Place("review", found), draft) == {}
    assert intake_columns.column_panel(page_of(), {}, found) is None


def of_columns(found: Review, draft: Draft, language: Language = "en") -> str:
    page = page_of(language=language)
    fields = intake_columns.column_fields(page, Place("columns", found), draft)
    return said(intake_columns.column_panel(page, fields, found))


def test_columns_that_are_certain_are_folded_and_those_in_doubt_come_first(draft: Draft):
    doubtful = NOOR | {
        "Shoe size": "42",
        "Comments for the mentoring committee": "-",
        "Op welke afdeling werk je nu": "Gent",
    }
    found = review(EMPTY, [form(doubtful)])
    seen, certain = of_columns(found, draft).split("<details>")
    assert certain.startswith("<summary>5 columns are certain</summary>")
    assert "2 columns with answers are not read" in seen
    assert ("afdeling" in seen, "Full name" in certain, "Shoe size" in seen) == (True, True, True)
    assert (
        speaker("en")(headline(Place("columns", found), [], None)[1]) == "1 column is in doubt: look at it."
    )
    assert seen.index("afdeling") < seen.index("are not read") < seen.index("Shoe size")
    assert "Perhaps" not in certain
    assert of_columns(review(EMPTY, [form(NOOR)]), draft).count("<table") == 1


def test_a_column_that_is_not_read_is_kept_with_one_tick_and_remembered_for_the_form(draft: Draft):
    extra = form(
        NOOR | {"T-shirt size": "M; L", "Desk number": "12"}, BO | {"T-shirt size": "", "Desk number": ""}
    )
    found = review(EMPTY, [extra])
    ticks = intake_columns.own_ticks(page_of(), Place("columns", found), draft)
    shirt, desk = (ColumnAt("mentors.csv", "", name) for name in ("T-shirt size", "Desk number"))
    assert set(ticks) == {shirt, desk}
    for one in ticks.values():
        one._update(True)
    draft.check()
    kept = applied(EMPTY, review(EMPTY, [extra], draft.edits).changes)
    told = dict(kept.applications.select("person_id", OWN).rows())
    assert sorted(told.values()) == [[], ["T-shirt size: M; L", "Desk number: 12"]]
    again = review(kept, [form(NOOR | {"T-shirt size": "XL", "Desk number": "12"})])
    assert intake_columns.own_ticks(page_of(), Place("columns", again), draft) == {}
    after = applied(kept, again.changes).applications[OWN].to_list()
    assert ["T-shirt size: XL", "Desk number: 12"] in after
    with_hands = programme_workbook(kept, speaker("nl"), datetime(2026, 9, 1))
    back = read_programme_workbook("x.xlsx", with_hands)
    cells = [row.cells[OWN] for row in back.sheets["mentor"].rows]
    assert r"T-shirt size: M\; L; Desk number: 12" in cells


def test_protected_details_are_never_kept_as_a_column_of_her_own(draft: Draft):
    belief = form(NOOR | {"What is your religion?": "none"})
    place = Place("columns", review(EMPTY, [belief]))
    assert intake_columns.own_ticks(page_of(), place, draft) == {}
    field = intake_columns.column_fields(page_of(), place, draft)[
        ColumnAt("mentors.csv", "", "What is your religion?")
    ]
    assert OWN not in field.options.values()


@pytest.mark.parametrize(("language", "moment"), [("nl", "7 september 12:20"), ("en", "7 September 12:20")])
def test_moments_among_the_examples_are_written_as_people_say_them(draft: Draft, language, moment):
    start, day = datetime(2026, 9, 7, 12, 20, 32), datetime(2026, 9, 14)
    cells = [[*NOOR, "Start time", "Available from"], [*NOOR.values(), start, day]]
    book = book_of("mentors.xlsx", workbook(("Sheet1", cells)))
    text = of_columns(review(EMPTY, [book]), draft, language)
    assert moment in text
    assert "2026-09" not in text
    assert "00:00" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", [key for key, one in ANSWERS.items() if not one.is_offered])
def test_no_column_is_called_by_the_name_of_a_field_in_the_code(draft: Draft, key: str, language: Language):
    city = ColumnAt("mentors.csv", "", "City")
    found = review(EMPTY, [form(NOOR)], Edits().column(city, key))
    field = intake_columns.column_fields(page_of(language=language), Place("columns", found), draft)[city]
    assert field.selected_key == speaker(language)(ANSWERS[key].label)
    assert field.value == key


def test_a_field_of_a_column_says_its_heading_to_a_screen_reader(draft: Draft):
    odd = form(NOOR | {'<img src=x onerror="1"> *City* [a](b)': "Gent"})
    fields = intake_columns.column_fields(page_of(), Place("columns", review(EMPTY, [odd])), draft)
    names = [html.unescape(html.unescape(field.text)) for field in fields.values()]
    assert any("mk-unseen" in name and "Full name" in name for name in names)
    assert all("<img" not in field.text and "u003cimg" not in field.text for field in fields.values())
    assert all("u003cem" not in field.text and "href" not in field.text for field in fields.values())
