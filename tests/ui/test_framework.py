"""The framework on its page: forms keep, refuse at their field, and speak the programme's words."""

from pathlib import Path

import pytest

from mentorkit.model import Objective, Programme, Training
from mentorkit.store import Store
from mentorkit.text import LANGUAGES
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import Page
from mentorkit.ui.pairing.pairs import decide_bar, names_switch
from mentorkit.ui.programme import checklist, framework, guidance, papers, trainings, words
from mentorkit.views.programme.checklist import checked_points
from tests.matching.small import mentee, mentor
from tests.store.cases import BY, insert
from tests.ui.hands import named, press, said, set_to
from tests.ui.pages import page_of
from tests.ui.test_desk import START


class Screen:
    """What the notebook does with the parts of the page."""

    def __init__(self, path: Path, language: str = "en") -> None:
        store = Store.create(path, Programme(id="programme", name="P"), **BY)
        people = (mentee("ann", full_name="Ann Aa"), mentor("kim", full_name="Kim Kuipers", is_trained=False))
        insert(store, *(row for one in people for row in (one.person, one.application)))
        store.close()
        self.desk = Desk(path, now=lambda: START)
        self.page: Page = page_of(self.desk, language)

    def at(self, place: str) -> Page:
        return self.page.at(place)

    @property
    def now(self):
        return self.desk.snapshot

    def told(self) -> str:
        return self.page.speak(self.desk.told.message)


@pytest.fixture
def screen(tmp_path: Path) -> Screen:
    return Screen(tmp_path / "p.mentorkit")


def hand_in(form, **given) -> None:
    """Type in some fields of a form and press its button."""
    fields = form.element.elements
    typed = {name: one._value_frontend for name, one in fields.items()} | given
    set_to(form, typed)


def test_a_part_of_the_framework_is_kept_and_undone_where_it_was_pressed(screen):
    form = framework.framework_form(screen.at("rhythm"), screen.now, "rhythm")
    hand_in(form, duration_weeks="26", hours_a_month="1,5")
    kept = screen.now.programme.framework
    assert (kept.duration_weeks, kept.hours_a_month, screen.desk.told.place) == (26, 1.5, "rhythm")
    assert screen.desk.told.can_undo
    screen.at("rhythm").undo()
    assert screen.now.programme.framework.duration_weeks is None


def test_a_number_that_cannot_be_is_marked_at_its_field(screen):
    hand_in(framework.framework_form(screen.at("rhythm"), screen.now, "rhythm"), duration_weeks="0")
    assert (screen.desk.told.field, screen.desk.told.place) == ("duration_weeks", "rhythm")


def test_objectives_come_change_and_go(screen):
    def forms():
        return framework.objective_forms(screen.at("objectives"), screen.now)

    for text in ("One", "Two", "Three"):
        hand_in(forms()[-1][0], text=text, question=["What did they learn?"])
    made = forms()
    assert [button is not None for _, button in made] == [True] * 3
    assert "One" in framework.objectives_panel(screen.page, screen.now, made).text
    press(made[0][1])
    assert screen.now.frame(Objective).height == 2


def test_an_objective_that_has_no_room_is_refused_at_its_field(screen):
    """It was an internal error on the page."""
    form = framework.objective_forms(screen.at("objectives"), screen.now)[-1][0]
    hand_in(form, text="x" * 601, question=["What did they learn?"])
    assert (screen.desk.told.field, screen.now.frame(Objective).height) == ("text", 0)


def test_a_sort_fills_in_and_says_so(screen):
    form = framework.sort_form(screen.at("sort"), screen.now)
    form._update(["newcomers settle in"])
    assert screen.now.programme.framework.duration_weeks == 26
    assert "Filled in: duration in weeks 26" in screen.told()


def test_our_wording_on_confidentiality_can_be_taken(screen):
    press(framework.ours_button(screen.at("confidence")))
    kept = screen.now.programme.framework
    assert kept.confidential
    assert kept.limits


def test_own_words_are_on_the_page_at_once_and_leave_the_other_language(screen):
    press(named(words.word_buttons(screen.at("words")), "peter/meter"))
    assert screen.page.speak.language == "en"
    form = words.words_form(screen.at("words"), screen.now)
    assert "buddy" in said(form)
    hand_in(form, mentor="ambassador", mentors="ambassadors")
    assert screen.now.programme.terms["nl.mentor"] == "peter/meter"
    assert "all ambassadors" in said(trainings.training_form(screen.page))
    assert "An ambassador thinks along" in guidance.guidance_panel(screen.page, "thinks along").text


def test_a_training_is_noted_and_taken_out(screen):
    form = trainings.training_form(screen.at("training"))
    hand_in(form, name="Start", names="Kim Kuipers", day="14-9-2026")
    assert screen.now.participants("mentor")["is_trained"].to_list() == [True]
    drop = trainings.drop_training_form(screen.at("training"), screen.now)
    panel = trainings.training_panel(screen.page, screen.now, form, drop)
    assert "1 of 1 mentors" in panel.text
    drop._update(["Start"])
    assert screen.now.frame(Training).height == 0


def test_a_word_with_a_sign_that_means_something_is_refused_at_its_field(screen):
    """A label of marimo's is more than words: an own word in one was a picture, and {x} ended the page."""
    for wrong in ("<img src=x>", "{x}", "[a](b)", "**b**", "www.x.example", "a_b_"):
        hand_in(words.words_form(screen.at("words"), screen.now), mentor=wrong)
        assert (screen.now.programme.terms, screen.desk.told.field) == ({}, "mentor")
    hand_in(words.words_form(screen.at("words"), screen.now), mentor="peter/meter", mentee="leer-ling")
    assert screen.now.programme.terms == {"en.mentor": "peter/meter", "en.mentee": "leer-ling"}


def test_a_point_is_ticked_and_what_the_data_prove_cannot_be_cleared(screen):
    boxes = checklist.checklist_boxes(screen.page, checked_points(screen.now))
    set_to(boxes["voluntary"], True)
    found = checked_points(screen.now)
    panel = checklist.checklist_panel(screen.page, found, checklist.checklist_boxes(screen.page, found))
    assert "1 of 41 points" in panel.text
    assert "Ticked on" in panel.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_parts_are_shown_for_an_empty_and_a_full_programme(tmp_path, language):
    screen = Screen(tmp_path / "p.mentorkit", language)
    page, now = screen.page, screen.now
    shown = [
        framework.framework_head(page, now),
        framework.sort_panel(page, framework.sort_form(page, now)),
        *(
            framework.framework_panel(page, one, framework.framework_form(page, now, one))
            for one in framework.GROUPS
        ),
        words.words_panel(page, words.words_form(page, now), words.word_buttons(page)),
        guidance.search_panel(page, guidance.search_field(page, now)),
        guidance.guidance_panel(page, "zzz"),
        papers.papers_panel(page, now),
    ]
    assert all(one.text for one in shown)


def test_pairing_says_what_is_not_decided_and_stops_nothing(screen):
    screen.desk.latest = None
    bar = decide_bar(screen.page, None, names_switch(screen.page, 0), None)
    assert "this is not decided yet" in bar.text
    assert "/framework/" in bar.text
