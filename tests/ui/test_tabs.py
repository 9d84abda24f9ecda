"""A closed tab costs nothing, and what waits for a value runs again only when it changed."""

from dataclasses import dataclass, field

import marimo as mo
import pytest

from mentorkit.text import LANGUAGES, Language
from mentorkit.ui.frame.top import steady
from mentorkit.ui.pairing.tabs import TABS, Opened, show_in, tab_bar, tabs_of
from mentorkit.views.names import Names
from tests.matching.small import mentee, mentor, plan, snapshot
from tests.ui.pages import page_with

TWO = snapshot(mentee("ann", goals=["a"]), mentor("kim", topics=["a"]))
WHO = Names.of(TWO)


@dataclass
class Door:
    """What a tab shows, and how often it was told to show something else."""

    shown: Opened | None = None
    told: list[Opened | None] = field(default_factory=list)

    def show(self, opened: Opened | None) -> None:
        self.shown = opened
        self.told.append(opened)

    @property
    def both(self) -> tuple:
        return (lambda: self.shown, self.show)


def test_the_open_tab_gets_each_plan_once():
    door, first, second = Door(), plan(TWO), plan(TWO, proximity=10)
    for proposal in (first, first, second, second):
        show_in(door.both, proposal, TWO, WHO)
    assert [one.proposal for one in door.told] == [first, second]


def test_under_the_pairs_nothing_more_is_worked_out():
    show_in(None, plan(TWO), TWO, WHO)


@pytest.mark.parametrize("people", [(), (mentee("ann"),), (mentor("kim"),)])
def test_without_two_sides_there_are_no_tabs_and_nothing_to_show(people: tuple):
    door, shot = Door(), snapshot(*people)
    show_in(door.both, plan(shot), shot, Names.of(shot))
    assert door.told == []
    page = page_with(shot)
    assert tab_bar(page, mo.ui.anywidget(tabs_of(page)), "pairs") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tab_that_was_opened_is_open_in_the_other_language_too(language: Language):
    page = page_with(TWO, language)
    tabs = tabs_of(page)
    assert tabs.shown == "pairs"
    tabs.shown = "compare"
    other = page_with(TWO, "nl" if language == "en" else "en", page.desk)
    assert tabs_of(other).shown == "compare"


def test_what_stands_under_a_closed_tab_is_hidden_and_the_rest_is_not():
    page = page_with(TWO)
    bar = tab_bar(page, mo.ui.anywidget(tabs_of(page)), "talks").text
    for key, tab in TABS.items():
        for cell in tab.cells:
            assert (f"[data-cell-name={cell}] {{ display: none }}" in bar) == (key != "talks")


def test_a_value_is_handed_on_only_when_it_changed():
    heard: list[object] = []
    steady(lambda: (1, "a"), heard.append, (1, "a"))
    assert heard == []
    steady(lambda: (1, "a"), heard.append, (2, "a"))
    assert heard == [(2, "a")]
