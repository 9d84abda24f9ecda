"""Goals in the workbook of the programme: out with every word, and an edit comes back as one change."""

from datetime import date, datetime

import pytest

from mentorkit.frames import applied
from mentorkit.model import Goal, GoalLevel, GoalStep
from mentorkit.model.goal import LEVEL_FIELDS
from mentorkit.text import LANGUAGES, speaker
from tests.workflows.pursued import STEPS, WHOLE, pursuing
from tests.workflows.returned import NOW as EXPORTED
from tests.workflows.returned import back, column, edited, exported, opened

NOW = pursuing()


def only(told):
    (change,) = told.changes.items
    assert told.findings == ()
    return change.row


def row_of(name: str, page: int) -> int:
    """The row of a goal or step in its sheet."""
    sheet = opened(exported(NOW)).worksheets[page]
    return next(row for row in range(3, sheet.max_row + 1) if sheet.cell(row, 1).value == name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_that_nobody_edited_changes_no_goal_and_no_step(language):
    told = back(NOW, exported(NOW, language))
    assert (told.changes.items, told.findings) == ((), ())
    assert len(told.same) > len(STEPS)


def test_a_goal_is_named_by_its_pair_and_shows_every_word():
    sheet = opened(exported(NOW)).worksheets[5]
    row = row_of("g1", 5)
    assert sheet.cell(row, 4).value == "Ann van 't Hoff <&> – Bo “Björn” Øst 🌱"
    assert sheet.cell(row, column(sheet, "text")).value == WHOLE.text
    assert sheet.cell(row, column(sheet, "owner")).value == "mentee"


def test_an_edit_of_a_goal_comes_back_as_one_change():
    content = edited(exported(NOW), "goal", row_of("g1", 5), due_on=datetime(2027, 5, 1), reason="Nieuw werk")
    goal = only(back(NOW, content))
    assert goal == WHOLE.model_copy(update={"due_on": date(2027, 5, 1), "reason": "Nieuw werk"})
    assert applied(NOW, back(NOW, content).changes).rows(Goal)[0].reason == "Nieuw werk"


def test_whose_goal_it_is_and_who_agreed_are_read_in_either_language():
    content = edited(exported(NOW, "en"), "goal", row_of("g1", 5), owner="mentor", is_agreed_by_mentor="nee")
    goal = only(back(NOW, content))
    assert (goal.owner, goal.is_agreed_by_mentor) == ("mentor", False)


def test_a_step_that_is_done_comes_back_with_its_day():
    content = edited(exported(NOW), "goal_step", row_of("s1", 6), done_on=datetime(2026, 11, 5))
    step = only(back(NOW, content))
    assert isinstance(step, GoalStep)
    assert (step.id, step.done_on) == ("s1", date(2026, 11, 5))


def test_the_kind_of_a_step_is_read_in_either_language_and_another_one_is_told_with_the_kinds():
    row = row_of("s1", 6)
    step = only(back(NOW, edited(exported(NOW), "goal_step", row, step_kind="skill to learn")))
    assert step == STEPS[0].model_copy(update={"kind": "skill"})
    (finding,) = back(NOW, edited(exported(NOW), "goal_step", row, step_kind="liever niet")).findings
    assert "action, milestone" in speaker("en")(finding.message)


def test_a_text_that_was_emptied_keeps_what_is_there_until_it_is_chosen():
    content = edited(exported(NOW), "goal", row_of("g1", 5), support=None)
    told = back(NOW, content)
    assert told.changes.items == ()
    (emptied,) = told.emptied
    chosen = back(NOW, content, frozenset([emptied.key]))
    assert only(chosen).support == ""


def test_of_a_private_goal_no_word_comes_in():
    content = edited(exported(NOW), "goal", row_of("g3", 5), text="Toch iets", reason="Geheim")
    told = back(NOW, content)
    assert [one for change in told.changes.items for one in (change.row.text, change.row.reason) if one] == []


def test_what_the_levels_mean_goes_out_and_comes_in_with_the_day_of_the_change():
    row = row_of("g1", 5)
    sheet = opened(exported(NOW)).worksheets[5]
    assert [sheet.cell(row, column(sheet, name)).value for name in LEVEL_FIELDS.values()] == [*WHOLE.levels]
    goal = only(back(NOW, edited(exported(NOW), "goal", row, hoped="Vier overleggen")))
    assert (goal.hoped, goal.levels_on) == ("Vier overleggen", EXPORTED.date())
    assert only(back(NOW, edited(exported(NOW), "goal", row, reason="Nieuw"))).levels_on == WHOLE.levels_on


def test_a_goal_that_is_made_private_in_the_workbook_loses_its_words_and_its_steps():
    content = edited(exported(NOW), "goal", row_of("g1", 5), is_private="ja", text="Toch nog iets")
    content = edited(content, "goal_step", row_of("s1", 6), text="Nog een woord")
    after = applied(NOW, back(NOW, content).changes)
    (goal,) = (one for one in after.rows(Goal) if one.id == "g1")
    assert (goal.is_private, goal.text, "".join(goal.levels)) == (True, "", "")
    assert after.rows(GoalStep) == []
    assert len(after.rows(GoalLevel)) == len(NOW.rows(GoalLevel))


def test_a_new_goal_and_new_steps_to_it_are_added_and_the_same_again_is_no_change():
    new = {"who": "Cas Peeters", "text": "Leren plannen", "hoped": "Elke week", "owner": "mentee"}
    content = edited(exported(NOW), "goal", opened(exported(NOW)).worksheets[5].max_row + 1, **new)
    end = opened(content).worksheets[6].max_row + 1
    content = edited(
        content, "goal_step", end, who="Cas Peeters – Dee Smit", text="Agenda maken", step_kind="Mijlpaal"
    )
    whole = f"Ann van 't Hoff <&> – Bo “Björn” Øst 🌱: {WHOLE.text}"
    content = edited(content, "goal_step", end + 1, who=whole, text="Oefenen", done_on=datetime(2026, 11, 5))
    told = back(NOW, content)
    assert (told.findings, len(told.new)) == ((), 3)
    after = applied(NOW, told.changes)
    goal, first, second = (item.row for item in told.changes.items)
    assert (goal.pair_id, goal.text, goal.levels_on) == ("cas-dee", "Leren plannen", EXPORTED.date())
    assert (first.goal_id, second.goal_id, second.done_on) == (goal.id, "g1", date(2026, 11, 5))
    assert (first.kind, second.kind) == ("milestone", "action")
    assert (back(after, content).changes.items, back(after, content).findings) == ((), ())


@pytest.mark.parametrize(
    ("sheet", "cells", "said"),
    [
        ("goal", {"who": "Niemand", "text": "Iets"}, "whose goal this is"),
        ("goal", {"text": "Iets"}, "whose goal this is"),
        ("goal", {"who": "cas@example.org", "reason": "Daarom"}, "Say in a few words what it is."),
        ("goal_step", {"who": "Ann van 't Hoff <&> – Bo “Björn” Øst 🌱", "text": "Iets"}, "which goal"),
        ("goal_step", {"who": "Cas Peeters – Dee Smit", "text": "Iets"}, "which goal"),  # it is private
    ],
)
def test_a_new_row_that_cannot_be_used_is_told_with_its_row_and_what_to_do(sheet, cells, said):
    end = opened(exported(NOW)).worksheets[5 if sheet == "goal" else 6].max_row + 1
    told = back(NOW, edited(exported(NOW), sheet, end, **cells))
    (finding,) = told.findings
    assert (told.changes.items, finding.row) == ((), end)
    assert said in speaker("en")(finding.message)
