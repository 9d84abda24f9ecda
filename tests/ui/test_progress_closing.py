"""Closing, Mentors and Support in process: an end, new pairs, a point of support, a meeting."""

from datetime import timedelta
from pathlib import Path

import marimo as mo
import pytest

from mentorkit.frames import Snapshot
from mentorkit.model import (
    Application,
    Closure,
    FitCheck,
    Intervision,
    Issue,
    Lesson,
    Pair,
    SelfCheck,
    ThirdParty,
)
from mentorkit.text import Language
from mentorkit.ui.frame.desk import Desk, Told
from mentorkit.ui.progress import ending, mentors, rematch, support
from mentorkit.ui.progress.followed import Followed
from mentorkit.views.progress.closing import closing_headline
from tests.ui.hands import choose, press, said, set_to
from tests.ui.pages import page_of
from tests.ui.test_desk import START
from tests.workflows.started import stored_start

LATER = timedelta(days=60)
ANN = "ann-bo"


def hand_in(form, given) -> None:
    """Fill in a form by what is meant, told to it as the browser tells it, and press its button."""
    if not isinstance(given, dict):
        set_to(form, _frontend(form.element, given))
        return
    fields = form.element.elements
    typed = {name: one._value_frontend for name, one in fields.items()}
    set_to(form, typed | {name: _frontend(fields[name], value) for name, value in given.items()})


def _frontend(field, value):
    if not hasattr(field, "options"):
        return value
    label = next((label for label, key in field.options.items() if key == value), None)
    if isinstance(field, mo.ui.radio):
        return label
    return [label] if label is not None else []


class Screen:
    """What the notebook does with the three tabs, sixty days after the pairs were made."""

    def __init__(self, path: Path, language: Language = "en") -> None:
        self.desk = Desk(stored_start(path), now=lambda: START + LATER)
        self.page = page_of(self.desk, language)
        self.shown = Told(None), self.page.text(None)

    @property
    def now(self) -> Snapshot:
        return self.desk.snapshot

    @property
    def followed(self) -> Followed:
        return Followed(self.now, self.desk.today())

    def forms(self, pair: str | None = ANN):
        return ending.closing_forms(self.page, self.followed, pair)

    def told(self) -> str:
        return self.page.speak(self.desk.told.message)

    def menu(self):
        asked = rematch.reach_picker(self.page, self.followed)
        reach = rematch.reach_chosen(self.followed, asked)
        menu = rematch.rematch_menu(self.followed, reach)
        chosen = rematch.step_picker(self.page, self.followed, menu)
        button = rematch.rematch_button(self.page.at("rematch"), menu, chosen, reach)
        lots = rematch.draw_form(self.page.at("lots"), self.followed)
        panel = rematch.rematch_panel(
            self.page, self.followed, menu, (asked, chosen, button, lots), self.shown
        )
        return menu, button, lots, panel


@pytest.fixture
def screen(tmp_path: Path) -> Screen:
    return Screen(tmp_path / "p.mentorkit")


def test_a_pair_ends_the_mentee_waits_and_the_menu_says_that_nobody_has_room(screen):
    given = {"kind": "early", "asked_by": "mentee", "reason": "no_click", "day": ""}
    hand_in(screen.forms()["end"], {**given, "mentee_goes_on": True, "mentor_goes_on": False})
    (closed,) = screen.now.rows(Closure)
    assert (closed.reason, closed.ended_on) == ("no_click", screen.desk.today())
    menu, button, _, panel = screen.menu()
    assert [len(one.placed) for one in menu][0] == 0
    assert "1 mentee waits for a mentor" in said(panel)
    assert button is None
    assert "Why nobody can be placed" in said(panel)
    paused = {one.id for one in screen.now.rows(Application) if one.is_paused}
    assert paused == {"bo-mentor"}


def test_what_both_say_the_talk_and_a_pause_are_noted_where_they_are_asked(screen):
    hand_in(screen.forms()["fit"], {"mentee": "another", "mentor": None})
    assert [(one.side, one.fit) for one in screen.now.rows(FitCheck)] == [("mentee", "another")]
    headline = closing_headline(screen.now, screen.desk.today(), screen.followed.names)
    assert "In 1 pair somebody would rather have somebody else" in screen.page.first(headline)
    ticks = dict.fromkeys(("heard_both", "explained", "looked_back", "next_step", "door_open"), False)
    hand_in(screen.forms()["plan"], {"planned": "1-12-2026", "held": "", "thanked": True, **ticks})
    (prepared,) = screen.now.rows(Closure)
    assert (prepared.ended_on, prepared.points) == (None, ("thanked",))
    hand_in(screen.forms()["pause"], {"starts_on": "", "ends_on": ""})
    assert "They go on today" in said(screen.forms()["pause"])
    press(screen.forms()["pause"])
    assert screen.told() == "They go on again."


def test_a_day_that_is_none_is_refused_at_its_field(screen):
    hand_in(screen.forms()["pause"], {"starts_on": "soon", "ends_on": ""})
    assert screen.desk.told.field == "starts_on"


def test_nothing_is_asked_before_a_pair_is_chosen(screen):
    assert list(screen.forms(None)) == []


def test_an_ended_pair_is_taken_up_again_and_a_lesson_kept_and_dropped(screen):
    given = {"kind": "planned", "asked_by": "both", "reason": "term", "day": ""}
    hand_in(screen.forms()["end"], {**given, "mentee_goes_on": False, "mentor_goes_on": True})
    forms = ending.ended_forms(screen.page, screen.followed)
    assert "the agreed time is over" in said(
        ending.ended_panel(screen.page, screen.followed, forms, screen.shown)
    )
    hand_in(forms["again"], ANN)
    assert [one.ended_on for one in screen.now.rows(Pair)] == [None, None]
    hand_in(ending.ended_forms(screen.page, screen.followed)["lesson"], {"theme": "start", "text": "Earlier"})
    (lesson,) = screen.now.rows(Lesson)
    hand_in(ending.ended_forms(screen.page, screen.followed)["gone"], lesson.id)
    assert screen.now.rows(Lesson) == []


def test_a_point_of_support_is_noted_followed_up_and_referred(screen):
    forms = support.issue_forms(screen.page, screen.followed, (None, ()))
    hand_in(forms["new"], {"pair": ANN, "kind": "needs", "owner": "Carla", "next_on": "1-12-2026"})
    contact = support.help_forms(screen.page, screen.followed)["contact"]
    hand_in(contact, {"name": "Huis", "helps_with": "language", "reached_at": "02"})
    (outside,) = screen.now.rows(ThirdParty)
    chosen = support.issue_picker(screen.page, screen.followed)
    (label,) = chosen.options
    choose(chosen, label)
    point = support.point_of(screen.page, screen.followed, chosen)
    forms = support.issue_forms(screen.page, screen.followed, point)
    panel = said(support.issues_panel(screen.page, screen.followed, chosen, point, forms, screen.shown))
    assert "The mentee needs more" in panel
    assert "1 point is open; 0 due now." in panel
    given = {"state": "third_party", "owner": "Carla", "next_on": "", "second_mentor_id": None}
    hand_in(forms["chosen"], {**given, "third_party_id": outside.id})
    (issue,) = screen.now.rows(Issue)
    assert (issue.state, issue.third_party_id, issue.next_on) == ("third_party", outside.id, None)
    hand_in(support.help_forms(screen.page, screen.followed)["gone"], outside.id)
    assert "stays on the list" in screen.told()


def test_of_the_self_checks_only_done_or_not_comes_back(screen):
    press(support.help_forms(screen.page, screen.followed)["give"])
    checks = screen.now.rows(SelfCheck)
    forms = support.help_forms(screen.page, screen.followed)
    hand_in(forms["done"], {one.id: one.pair_id == ANN for one in checks})
    assert {one.pair_id for one in screen.now.rows(SelfCheck) if one.done_on} == {ANN}
    panel = said(support.help_panel(screen.page, screen.followed, forms, screen.shown))
    assert "2 self-checks were given; 1 done." in panel


def test_mentors_show_what_they_carry_and_their_meetings(screen):
    form = mentors.intervision_form(screen.page, screen.followed)
    hand_in(form, {"mentors": ("bo", "dee"), "day": "1-12-2026", "was_there": None})
    assert {one.person_id for one in screen.now.rows(Intervision)} == {"bo", "dee"}
    panel = said(mentors.learning_panel(screen.page, screen.followed, form, screen.shown))
    assert "1 December 2026" in panel
    carried = said(mentors.load_panel(screen.page, screen.followed, mentors.others_button(screen.page)))
    assert "Mentors with a mentee: 2 of 2." in carried


def test_in_dutch_the_panels_are_read_too(tmp_path: Path):
    screen = Screen(tmp_path / "p.mentorkit", "nl")
    panel = ending.pair_panel(screen.page, screen.followed, _picked(screen), screen.forms(), screen.shown)
    assert "Het koppel stopt" in said(panel)
    assert "Niemand wacht op een mentor." in said(screen.menu()[-1])


def test_a_draw_among_those_who_wait_is_on_record(screen):
    given = {"kind": "early", "asked_by": "both", "reason": "moved", "day": ""}
    for pair in (ANN, "cas-dee"):
        hand_in(screen.forms(pair)["end"], {**given, "mentee_goes_on": True, "mentor_goes_on": True})
    lots = screen.menu()[2]
    hand_in(lots, 1)
    assert screen.told() == "It is drawn by lot, with its seed on record."
    asked = rematch.reach_picker(screen.page, screen.followed)
    assert list(asked.elements) == ["talked", "lots"]
    asked._update({"talked": False, "lots": True})
    assert len(rematch.reach_chosen(screen.followed, asked).wait) == 1


def test_new_pairs_are_made_from_the_menu_with_their_decision(tmp_path: Path):
    screen = Screen(tmp_path / "p.mentorkit")
    given = {"kind": "early", "asked_by": "both", "reason": "moved", "day": ""}
    hand_in(screen.forms()["end"], {**given, "mentee_goes_on": True, "mentor_goes_on": True})
    menu, button, _, panel = screen.menu()
    assert len(menu[0].placed) == 1
    assert "1 of 1 who wait get a mentor" in said(panel)
    press(button)
    assert screen.told() == "1 new pair stands, with its decision on record."
    assert screen.now.active_pairs.height == 2
    assert screen.menu()[0] == ()


def _picked(screen: Screen):
    picked = ending.ending_picker(screen.page, screen.followed)
    choose(picked, screen.followed.names[ANN])
    return picked
