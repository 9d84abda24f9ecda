"""The question on the page: whom she asks about, and what she gets."""

from types import SimpleNamespace

import marimo as mo
import pytest

from mentorkit.matching import Proposal
from mentorkit.matching.insight.why_not import why_not
from mentorkit.text import speaker
from mentorkit.ui.pairing.board import PairAtTurn, chosen_pair, empty_board
from mentorkit.ui.pairing.why_not import asked_about, change_switch, mentor_picker, why_not_panel
from mentorkit.views.names import Names
from mentorkit.views.pairing.why_not import why_not_sentence
from tests.matching.small import override
from tests.matching.test_why_not import AISHA, BRAM, NOOR, programme, proposed
from tests.ui.pages import page_of, words

READ = speaker("en")


def board_with(mentee: str, mentor: str = "") -> mo.ui.anywidget:
    board = empty_board(READ)
    board.chosen = [mentee, mentor]
    return mo.ui.anywidget(board)


def picker_of(board: mo.ui.anywidget, plan: Proposal) -> mo.ui.dropdown | None:
    desk = SimpleNamespace(latest=plan, snapshot=programme())
    return mentor_picker(page_of(desk), PairAtTurn(chosen_pair(board, plan), 0))


def panel(board: mo.ui.anywidget, plan: Proposal, is_on: bool = False) -> str | None:
    picker = picker_of(board, plan)
    switch = change_switch(page_of(), picker)
    if switch and is_on:
        switch = mo.ui.switch(value=True)
    page = page_of(SimpleNamespace(snapshot=programme()))
    shown = why_not_panel(page, asked_about(board, picker, plan), switch, plan)
    return shown.text if shown else None


def test_without_a_mentee_there_is_no_question():
    board, plan = board_with("", ""), proposed(programme())
    assert picker_of(board, plan) is None
    assert change_switch(page_of(), None) is None
    assert panel(board, plan) is None


def test_the_other_mentors_come_lowest_price_first_and_what_is_ruled_out_last():
    plan = proposed(programme(overrides=(override("forbid", "aisha", "lotte"),)))
    picker = picker_of(board_with("aisha"), plan)
    assert picker is not None
    assert [*picker.options] == ["bram", "lotte"]


def test_for_a_pair_of_the_plan_the_next_best_are_shown():
    shown = panel(board_with("aisha"), proposed(programme()))
    assert shown is not None
    assert "Other good mentors" in shown
    assert "aisha with bram instead of noor" in words(shown)


@pytest.mark.parametrize("is_on", [False, True])
def test_what_would_change_it_is_worked_out_only_when_she_asks(is_on: bool):
    plan = proposed(programme())
    shown = panel(board_with("aisha", "bram"), plan, is_on)
    assert shown is not None
    assert READ(why_not_sentence(plan, why_not(plan, AISHA, BRAM), Names.named(programme()))) in words(shown)
    assert ("if bram had one more place" in words(shown)) == is_on


def test_the_mentor_she_picks_comes_before_the_one_on_the_board():
    plan = proposed(programme())
    picker = mo.ui.dropdown({"bram": "bram"}, value="bram")
    assert asked_about(board_with("aisha", "noor"), picker, plan) == (AISHA, BRAM)
    assert asked_about(board_with("aisha", "noor"), None, plan) == (AISHA, NOOR)
    assert asked_about(board_with("aisha"), None, plan) == (AISHA, NOOR)
