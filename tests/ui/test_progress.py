"""The progress page in process: weeks handed in, one talk, and a contact from the list of this week."""

import runpy
from datetime import timedelta
from pathlib import Path

import pytest

from mentorkit.frames import Snapshot
from mentorkit.model import (
    Change,
    Changes,
    CheckIn,
    Goal,
    GoalLevel,
    Insert,
    Meeting,
    Pause,
    Rhythm,
    SchoolBreak,
    Update,
    WorkLog,
)
from mentorkit.progress.known import KnownPair, known_pairs
from mentorkit.progress.this_week import calls, calls_that_fit
from mentorkit.progress.weeks import monday_of
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.progress import calendar as days
from mentorkit.ui.progress import goals as pursuits
from mentorkit.ui.progress import listed, log, signals, work
from mentorkit.ui.progress import pairs as paired
from mentorkit.ui.progress import week as calling
from mentorkit.ui.progress.followed import Followed
from mentorkit.views.start.two import Two, pairs_at_start
from mentorkit.workflows.set_up import new_programme
from tests.sources import ROOT
from tests.ui.hands import press, said, set_to
from tests.ui.pages import page_of
from tests.ui.test_desk import START
from tests.ui.test_framework import hand_in
from tests.workflows.started import stored_start

LATER = timedelta(days=60)
ANN = "ann-bo"


class Screen:
    """What the notebook does with the parts of the page, sixty days after the pairs were made."""

    def __init__(self, path: Path) -> None:
        self.desk = Desk(stored_start(path), now=lambda: START + LATER)
        self.page = page_of(self.desk).at("weeks")

    @property
    def now(self) -> Snapshot:
        return self.desk.snapshot

    @property
    def pairs(self) -> tuple[KnownPair, ...]:
        return known_pairs(self.now, self.desk.today())

    @property
    def twos(self) -> dict[str, Two]:
        return {one.pair.id: one for one in pairs_at_start(self.now)}

    @property
    def names(self) -> dict[str, str]:
        return {pair: two.called for pair, two in self.twos.items()}

    def grid(self) -> log.Weeks:
        grid = log.weeks_grid(self.page)
        log.fill_weeks(grid, self.page, self.pairs, self.names)
        return grid

    def forms(self, hours: float = 4.0):
        listed = calls_that_fit(calls(self.pairs), hours)
        return listed, calling.contact_forms(self.page, listed, self.twos)

    def told(self) -> str:
        return self.page.speak(self.desk.told.message)


@pytest.fixture
def screen(tmp_path: Path) -> Screen:
    return Screen(tmp_path / "p.mentorkit")


def test_weeks_are_handed_in_at_once_and_stand_in_the_table_afterwards(screen):
    grid = screen.grid()
    assert [pair for pair, _ in grid.shown["pairs"]] == [ANN, "cas-dee"]
    assert len(grid.shown["weeks"]) == log.SHOWN_WEEKS
    this, last = grid.shown["weeks"][0][0], grid.shown["weeks"][1][0]
    assert this == monday_of(screen.desk.today()).isoformat()
    held = {"state": "held", "minutes": 45, "is_prepared": True}
    grid.handed_in = {"turn": 1, "weeks": {f"{ANN} {last}": held, f"cas-dee {this}": {"state": "not_held"}}}
    assert {(one.pair_id, one.is_held) for one in screen.now.rows(Meeting)} == {
        (ANN, True),
        ("cas-dee", False),
    }
    assert screen.told() == "2 weeks of pairs are noted."
    known = screen.grid().shown["known"]
    assert known[ANN][last] == {**held, "medium": None, "initiative": None}
    assert known["cas-dee"][this]["state"] == "not_held"
    screen.page.undo()
    assert screen.now.rows(Meeting) == []


def test_the_table_marks_the_weeks_of_which_a_planned_talk_is_not_known(screen):
    asked = screen.grid().shown["asked"]
    assert len(asked[ANN]) == 2  # planned on days 14 and 42 of 60
    grid = screen.grid()
    grid.handed_in = {"turn": 1, "weeks": {f"{ANN} {asked[ANN][-1]}": {"state": "held"}}}
    assert screen.grid().shown["asked"][ANN] == asked[ANN][:1]


def test_one_talk_is_noted_on_the_day_that_is_typed(screen):
    form = log.one_talk_form(screen.page, screen.pairs, screen.names)
    hand_in(form, pair=[screen.names[ANN]], day="15-9-2026", minutes=["60"], medium=["by phone"])
    (talk,) = screen.now.rows(Meeting)
    assert (talk.pair_id, talk.day.isoformat(), talk.is_held) == (ANN, "2026-09-15", True)
    assert (talk.minutes, talk.medium, talk.initiative, talk.is_prepared) == (60, "phone", None, None)
    assert screen.told() == "The talk is noted."


def test_of_a_talk_only_is_kept_what_was_told(screen):
    hand_in(log.one_talk_form(screen.page, screen.pairs, screen.names), pair=[screen.names[ANN]])
    (talk,) = screen.now.rows(Meeting)
    assert (talk.day, talk.is_held) == (screen.desk.today(), True)
    assert (talk.minutes, talk.medium, talk.initiative, talk.is_prepared) == (None, None, None, None)


def test_a_talk_without_a_pair_is_refused_at_the_pair(screen):
    hand_in(log.one_talk_form(screen.page, screen.pairs, screen.names), day="15-9-2026")
    assert (screen.now.rows(Meeting), screen.desk.told.field) == ([], "pair")


def test_a_contact_is_noted_with_one_press_and_the_pair_leaves_the_list(screen):
    listed, forms = screen.forms()
    assert [one.known.pair.id for one in listed] == [ANN, "cas-dee"]
    hand_in(forms.elements[0])
    (contact,) = screen.now.rows(CheckIn)
    assert (contact.pair_id, contact.side, contact.outcome) == (ANN, "mentee", "fine")
    assert contact.look_again_on is None
    assert screen.told() == f"{screen.names[ANN]}: the contact is noted."
    assert [one.known.pair.id for one in screen.forms()[0]] == ["cas-dee"]
    screen.page.undo()
    assert len(screen.forms()[0]) == 2


def test_the_list_is_as_long_as_the_hours_and_says_what_it_leaves_out(screen):
    listed, forms = screen.forms(hours=0.5)
    panel = said(calling.week_panel(screen.page, listed, calls(screen.pairs), screen.twos, forms))
    assert len(listed) == 1
    assert "no first talk known, 60 days after" in panel
    assert "“Ann, has a day been set for your first talk with Bo?" in panel
    assert "and 1 more" in panel
    none, nothing = screen.forms(hours=0)
    assert "Nobody is to be called" not in said(
        calling.week_panel(screen.page, none, calls(screen.pairs), screen.twos, nothing)
    )


def test_hours_and_limits_may_be_typed_with_a_comma_and_what_is_no_number_changes_nothing(screen):
    """‘1,5’ became fifteen hours without a word."""
    taken, now = [], Followed(screen.now, screen.desk.today())
    hours = calling.hours_box(screen.page, taken.append)
    set_to(hours, "1,5")
    set_to(hours, "one and a half")
    assert taken == [1.5]
    assert "‘one and a half’ is not a number from 0 to 40" in screen.page.speak(screen.desk.notice)
    box = signals.limit_box(screen.page, now, "silence.amber")
    keep, _ = signals.limit_buttons(screen.page, "silence.amber", box)
    set_to(box, "much")
    press(keep)
    assert screen.now.programme.limits == {}
    set_to(box, "2,5")
    press(keep)
    assert screen.now.programme.limits == {"silence.amber": 2.5}


def test_before_there_are_pairs_the_page_says_what_comes_first(tmp_path):
    new_programme(tmp_path / "own.mentorkit", "Own", "en", "Tester")
    notebook = runpy.run_path(str(ROOT / "notebooks" / "progress.py"))["app"]
    outputs, found = notebook.run(defs={"desk": Desk(tmp_path / "own.mentorkit")})
    assert "No pair is confirmed yet." in "".join(one.text for one in outputs if one is not None)
    assert found["followed"].pairs == ()


def test_a_pasted_list_is_read_recorded_in_one_press_and_undone(screen):
    followed = Followed(screen.now, screen.desk.today())
    two = followed.twos[ANN]
    form, picker = listed.pasted_list(screen.page, 0), listed.talks_file(screen.page, 0)
    text = (
        f"Mentee\tMentor\tDay\n{two.names['mentee']}\t{two.names['mentor']}\t15-9-2026\nNobody\t-\t15-9-2026"
    )
    set_to(form, text)
    found = listed.talks_found(screen.page, picker, form)
    button = listed.talks_button(screen.page, found)
    panel = said(listed.list_panel(screen.page, followed, (picker, form), found, button))
    assert "1 talk read." in panel
    assert "No pair under way has these people." in panel
    press(button)
    assert [(one.pair_id, one.day.isoformat()) for one in screen.now.rows(Meeting)] == [(ANN, "2026-09-15")]
    assert screen.told() == "1 talk is recorded."
    screen.page.undo()
    assert screen.now.rows(Meeting) == []


def test_of_a_pair_an_action_is_noted_settled_and_stands_in_its_history(screen):
    now = Followed(screen.now, screen.desk.today())
    action, opening = paired.pair_forms(screen.page, now, ANN)
    hand_in(action, due_on="30-11-2026")
    set_to(opening, ["introduced to somebody"])
    now = Followed(screen.now, screen.desk.today())
    done = paired.pair_forms(screen.page, now, ANN)[-1]
    set_to(done, list(done.element.options)[:1])
    now = Followed(screen.now, screen.desk.today())
    assert len(paired.pair_forms(screen.page, now, ANN)) == 2
    told = said(paired.pair_history(screen.page, now, ANN))
    assert "done: plan a talk (the mentor)" in told
    assert "introduced to somebody" in told
    assert "bo@example.org" in told  # on the contact card
    assert "In 1 pair: introduced to somebody: 1." in said(paired.followed_panel(screen.page, now))
    assert paired.pair_forms(screen.page, now, "gone") == []
    assert paired.pair_history(screen.page, now, None) is None


def test_own_stages_are_kept_and_a_pair_is_put_in_one(screen):
    set_to(paired.stages_form(screen.page, Followed(screen.now, screen.desk.today())), "Open\nDone")
    now = Followed(screen.now, screen.desk.today())
    set_to(paired.pair_forms(screen.page, now, ANN)[-1], ["Done"])
    board = said(paired.followed_panel(screen.page, Followed(screen.now, screen.desk.today())))
    assert "Done (1)" in board
    assert "Not in a stage yet (1)" in board


def test_goals_the_coming_weeks_and_an_absence_are_shown(screen):
    now = Followed(screen.now, screen.desk.today())
    assert "No pair has a goal yet." in said(pursuits.pursued_panel(screen.page, now))
    assert "planned contact with you" in said(days.ahead_panel(screen.page, now))
    away = said(days.absence_panel(screen.page, now, days.weeks_picker(screen.page)))
    assert "p.mentorkit" in away
    assert "0 things are to be kept" in away


def test_own_minutes_are_kept_and_tell_nothing_before_four_weeks(screen):
    now = Followed(screen.now, screen.desk.today())
    form = work.work_form(screen.page, now)
    assert "Keep your minutes for 4 weeks" in said(work.work_panel(screen.page, now, form))
    hand_in(form, minutes="some")
    assert "‘some’ is not a whole number from 0 to 600" in screen.page.speak(screen.desk.notice)
    hand_in(form, minutes="45")
    assert [(one.kind, one.minutes) for one in screen.now.rows(WorkLog)] == [("contact", 45)]


def test_an_action_that_is_due_stands_under_this_week_until_it_is_done(screen):
    assert paired.due_panel(screen.page, Followed(screen.now, screen.desk.today()), None) is None
    action, _ = paired.pair_forms(screen.page, Followed(screen.now, screen.desk.today()), ANN)
    hand_in(action, due_on=(screen.desk.today() + timedelta(days=6)).strftime("%d-%m-%Y"))
    now = Followed(screen.now, screen.desk.today())
    form = paired.due_form(screen.page, now)
    assert "plan a talk (the mentor" in said(paired.due_panel(screen.page, now, form))
    set_to(form, list(form.element.options)[:1])
    assert paired.due_form(screen.page, Followed(screen.now, screen.desk.today())) is None


def test_after_every_action_and_its_undo_the_pairs_are_known_as_who_opens_the_file_anew_knows_them(screen):
    """What an action did not write is not worked out again."""
    at, talk, goal = START.date(), {"day": START.date(), "is_held": True}, {"noted_on": START.date()}
    limits = screen.now.programme.model_copy(update={"limits": {"silence.red": 1.0}})
    steps: list[Change] = [
        Insert(Meeting(id="t1", pair_id=ANN, **talk)),
        Insert(Pause(id="p1", pair_id=ANN, starts_on=at + LATER / 2, ends_on=at + LATER)),
        Insert(Rhythm(id="r1", pair_id=ANN, starts_on=at, ends_on=at + 2 * LATER, interval_days=7)),
        Insert(SchoolBreak(id="b1", starts_on=at + LATER / 3, ends_on=at + LATER / 2)),
        Insert(Goal(id="g1", pair_id=ANN, text="Present", **goal)),
        Insert(GoalLevel(id="l1", goal_id="g1", reached=1, **goal)),
        Update(limits),
    ]
    for number, step in enumerate([*steps, None, None, None]):
        before = {one.pair.id: one for one in screen.pairs}
        screen.page.do(lambda _, step=step: Changes("talk", (step,))) if step else screen.page.undo()
        anew = Desk(screen.desk.file, now=lambda: START + LATER)
        assert screen.pairs == known_pairs(anew.snapshot, anew.today())
        if number == 0:
            assert [one.pair.id for one in screen.pairs if one is not before[one.pair.id]] == [ANN]
