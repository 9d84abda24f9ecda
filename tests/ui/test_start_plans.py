"""The goals and the calendar on the page Start: noted, changed, taken away, out as files and in again."""

import io
import runpy
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest

from mentorkit.documents.calendar import Diaries
from mentorkit.documents.plan_of_development import development_plan
from mentorkit.frames import Snapshot
from mentorkit.model import Goal, GoalLevel, GoalStep, Pair, Rhythm, SchoolBreak
from mentorkit.progress.pursued import goals_of
from mentorkit.text import speaker
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.start.calendar import calendar_panel, calendars_button, talks_form
from mentorkit.ui.start.goals import (
    drop_goal_button,
    goal_fields,
    goal_panel,
    goal_picker,
    goal_step_form,
    goals_panel,
    hints_panel,
    keep_goal_button,
    level_form,
    more_forms,
    plans_area,
)
from mentorkit.views.start.two import pairs_at_start
from tests.sources import ROOT
from tests.ui.hands import press, said, type_in
from tests.ui.pages import page_of
from tests.ui.test_desk import START
from tests.ui.test_framework import hand_in
from tests.workflows.started import TODAY, stored_start


class Screen:
    """What the notebook does with the parts of the page."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.desk = Desk(stored_start(path), now=lambda: START)
        self.page = page_of(self.desk)

    @property
    def now(self) -> Snapshot:
        return self.desk.snapshot

    @property
    def pairs(self):
        return pairs_at_start(self.now)

    @property
    def diaries(self):
        return Diaries(self.now, self.desk.clock(), self.page.speak)

    @property
    def found(self):
        return goals_of(self.now, [two.pair for two in self.pairs])

    def goal(self) -> Goal:
        (goal,) = self.now.rows(Goal)
        return goal

    def told(self) -> str:
        return self.page.speak(self.desk.told.message)


@pytest.fixture
def screen(tmp_path):
    return Screen(tmp_path / "p.mentorkit")


def goal_picker_of(screen: Screen):
    return goal_picker(screen.page, screen.pairs, screen.found)


def write(screen: Screen, goal: Goal | None, **given) -> None:
    """Type in some fields of a goal and keep it."""
    fields = goal_fields(screen.page, screen.pairs, goal)
    type_in(fields, **given)
    press(keep_goal_button(screen.page, fields, goal))


def add(screen: Screen, **more) -> None:
    write(screen, None, **{"text": "Netwerken", **more})


def test_a_goal_is_noted_changed_levelled_given_a_step_and_taken_away(screen):
    add(screen, due_on="14-5-2027")
    goal = screen.goal()
    assert (goal.text, goal.pair_id, goal.due_on) == ("Netwerken", "ann-bo", date(2027, 5, 14))
    write(screen, goal, hoped="Drie gesprekken")
    assert (screen.goal().hoped, screen.goal().levels_on) == ("Drie gesprekken", screen.desk.today())
    assert screen.goal().text == "Netwerken"
    hand_in(goal_step_form(screen.page, screen.goal()), text="Bellen", due_on="1-3-2027")
    assert [step.text for step in screen.now.rows(GoalStep)] == ["Bellen"]
    level_form(screen.page, screen.goal())._update(["more than hoped"])
    assert [one.reached for one in screen.now.rows(GoalLevel)] == [1]
    assert len(more_forms(screen.page, screen.goal())) == 5
    press(drop_goal_button(screen.page, screen.goal()))
    assert screen.now.rows(Goal) == []
    screen.page.undo()
    assert screen.goal().text == "Netwerken"


def test_a_day_that_is_none_is_told_at_its_field_and_nothing_is_kept(screen):
    add(screen, due_on="ooit")
    assert screen.now.rows(Goal) == []
    assert screen.desk.told.field == "due_on"


def test_a_private_goal_keeps_no_word_and_asks_for_no_steps(screen):
    add(screen, is_private=True)
    assert (screen.goal().text, screen.goal().is_private) == ("", True)
    assert goal_step_form(screen.page, screen.goal()) is None
    assert "private goal" in said(goals_panel(screen.page, screen.pairs, screen.found))
    assert "private goal" in said(goal_picker(screen.page, screen.pairs, screen.found))


def test_a_goal_that_becomes_private_leaves_no_word_and_says_so_before_and_after(screen):
    add(screen, text="Kanarie zingen", reason="Geheim lied")
    hand_in(goal_step_form(screen.page, screen.goal()), text="Toonladder oefenen")
    words = (b"Kanarie zingen", b"Geheim lied", b"Toonladder oefenen")
    assert all(one in screen.path.read_bytes() for one in words)
    assert "leave this file for good" in said(goal_panel(screen.page, goal_picker_of(screen), None))
    write(screen, screen.goal(), is_private=True)
    assert screen.told().endswith("Undo does not bring them back.")
    assert [one for one in words if one in screen.path.read_bytes()] == []
    screen.page.undo()
    assert (screen.goal().is_private, screen.goal().text, screen.now.rows(GoalStep)) == (True, "", [])


def test_what_would_make_a_goal_clearer_shows_while_it_is_written(screen):
    fields = goal_fields(screen.page, screen.pairs, None)

    def hints(**given) -> str:
        type_in(fields, **given)
        panel = hints_panel(screen.page, fields, None, screen.found)
        return said(panel) if panel else ""

    assert "Say what exactly will be different." in hints(text="Netwerken")
    assert "Say what exactly" not in hints(text="I lead one meeting each month")
    assert "Give the day on which it is ready." in hints(due_on="some day")
    assert "Give the day" not in hints(due_on="1-3-2027")
    assert hints(measure="Both see it", reason="It matters", support="Bo") == ""
    assert screen.now.rows(Goal) == []
    assert hints(reason="", is_private=True) == ""


def test_every_goal_is_in_the_table_with_what_would_make_it_clearer(screen):
    assert "hand out the plan" in said(goals_panel(screen.page, screen.pairs, screen.found))
    add(screen, due_on="14-5-2027")
    shown = said(goals_panel(screen.page, screen.pairs, screen.found))
    assert "Netwerken" in shown
    assert "Say why it matters." in shown
    assert "Cas Peeters – Dee Smit" in shown[shown.index("Pairs without a goal") :]
    assert "development-plans.zip" in shown


def test_a_plan_that_was_filled_in_is_taken_over_and_what_is_unclear_is_told(screen):
    document = docx.Document(
        io.BytesIO(development_plan(screen.now.programme, screen.pairs[0], (), speaker("en")))
    )
    for label, text in (("Goal", "Lead a meeting"), ("Ready on", "some day")):
        (row,) = (row for row in document.tables[0].rows if row.cells[0].text == label)
        row.cells[1].text = text
    content = io.BytesIO()
    document.save(content)
    area = plans_area(screen.page)
    area._on_change([type("Upload", (), {"name": "plan.docx", "contents": content.getvalue()})()])
    assert screen.goal().text == "Lead a meeting"
    assert "1 plan is taken over." in screen.told()
    assert "“some day” was not understood" in screen.told()
    area._on_change([type("Upload", (), {"name": "other.docx", "contents": b"PK"})()])
    assert "other.docx is no development plan" in screen.told()


def test_talks_are_planned_from_the_page_and_saved_as_calendars(screen):

    def shown(*, is_asked: bool) -> str:
        asked = SimpleNamespace(value=is_asked, text="")
        return said(calendar_panel(screen.page, screen.pairs, screen.diaries, None, asked))

    assert "calendars.zip" not in shown(is_asked=True)
    hand_in(talks_form(screen.page, screen.pairs, screen.diaries), breaks="21-12-2026 – 3-1-2027")
    assert {one.pair_id for one in screen.now.rows(Rhythm)} == {"ann-bo", "cas-dee"}
    assert {one.interval_days for one in screen.now.rows(Rhythm)} == {28}
    assert screen.now.frame(SchoolBreak).height == 1
    assert "calendars.zip" not in shown(is_asked=False)
    assert "calendars.zip" in shown(is_asked=True)
    assert "2 of 2 pairs know when they talk." in shown(is_asked=False)
    assert "Make the calendars of 2 pairs" in said(calendars_button(screen.page, screen.diaries))
    assert "21 December 2026 – 3 January 2027" in said(talks_form(screen.page, screen.pairs, screen.diaries))
    assert "Send their calendar once more" not in shown(is_asked=False)
    ended = [screen.now.rows(Pair)[0].model_copy(update={"ended_on": TODAY}), *screen.now.rows(Pair)[1:]]
    stopped = Diaries(screen.now.with_table(Pair, ended), screen.diaries.now, screen.diaries.speak)
    panel = calendar_panel(screen.page, screen.pairs, stopped, None, SimpleNamespace(value=False, text=""))
    assert "Ended before the last talk: Ann" in said(panel)
    hand_in(talks_form(screen.page, screen.pairs, screen.diaries), breaks="Christmas")
    assert screen.desk.told.field == "breaks"


def test_the_notebook_shows_goals_and_talks_of_the_pairs(screen):
    add(screen)
    notebook = runpy.run_path(str(ROOT / "notebooks" / "start.py"))["app"]
    outputs, _ = notebook.run(defs={"desk": Desk(screen.desk.file)})
    shown = "".join(one.text for one in outputs if one is not None)
    assert "Netwerken" in shown
    assert "development-plans.zip" in shown
    assert "No talk is planned yet." in shown
