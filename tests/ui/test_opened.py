"""Closed sections cost nothing, and what waits for a value runs again only when it changed."""

import pytest

from mentorkit.matching import Pool, Settings, propose
from mentorkit.ui.frame.top import steady
from mentorkit.ui.pairing.opened import SECTIONS, at_section, opened_sections, section_head, section_switches
from mentorkit.views.names import Names
from tests.matching.small import mentee, mentor, plan, snapshot
from tests.ui.pages import page_of

TWO = snapshot(mentee("ann", goals=["a"]), mentor("kim", topics=["a"]))


def test_while_all_sections_are_closed_there_is_nothing_to_work_out():
    asks = section_switches(page_of())
    assert list(asks.value) == list(SECTIONS)
    assert opened_sections(asks, plan(TWO), TWO, Names.of(TWO)) is None
    assert at_section("more", None) is None


def test_an_open_section_gets_the_plan_and_the_others_do_not():
    asks, proposal = section_switches(page_of()), propose(Pool.of(TWO), Settings({}))
    asks._update({"plans": True})
    opened = opened_sections(asks, proposal, TWO, Names.of(TWO))
    assert at_section("plans", opened).proposal is proposal
    assert at_section("talks", opened) is None


@pytest.mark.parametrize("people", [(), (mentee("ann"),), (mentor("kim"),)])
def test_without_two_sides_no_section_opens(people: tuple):
    asks, shot = section_switches(page_of()), snapshot(*people)
    asks._update({"shortage": True})
    assert opened_sections(asks, plan(shot), shot, Names.of(shot)) is None
    assert (section_head(asks, "plans", shot) is None) == (not people)


def test_a_value_is_handed_on_only_when_it_changed():
    heard: list[object] = []
    steady(lambda: (1, "a"), heard.append, (1, "a"))
    assert heard == []
    steady(lambda: (1, "a"), heard.append, (2, "a"))
    assert heard == [(2, "a")]
