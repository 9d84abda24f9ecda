"""What came of an action stands under the form or button where it was asked for."""

from collections.abc import Callable
from pathlib import Path

import marimo as mo
import pytest

from mentorkit.model import Programme
from mentorkit.store import Store
from mentorkit.text import say
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import Page
from mentorkit.ui.frame.top import refresher, take_back_button
from mentorkit.workflows.pairing.pairing import set_weights
from mentorkit.workflows.pairing.scenarios import save_scenario
from tests.ui.hands import press
from tests.ui.pages import page_of
from tests.ui.test_desk import BY, START

KEPT = say("The settings are kept.")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    path = tmp_path / "p.mentorkit"
    Store.create(path, Programme(id="programme", name="P"), **BY).close()
    return Desk(path, now=lambda: START)


def shown(page: Page) -> str:
    """A form with what came of it."""
    whole = page.under(page.desk.told, take_back_button(page), mo.Html("<p>form</p>"))
    assert whole is not None
    return whole.text


def keep(page: Page, name: str) -> None:
    page.do(lambda snapshot: save_scenario(snapshot, name), KEPT)


def test_it_stands_under_the_form_that_was_handed_in_and_under_no_other(desk: Desk):
    page = page_of(desk)
    keep(page.at("keep"), "Spring")
    assert KEPT.id in shown(page.at("keep"))
    assert "marimo-button" in shown(page.at("keep"))
    assert KEPT.id not in shown(page.at("word"))


def test_undo_stands_there_while_it_takes_back_that_action_and_no_longer(desk: Desk):
    """Under a form it would otherwise take back a weight that was moved since."""
    page = page_of(desk).at("keep")
    keep(page, "Spring")
    desk.set(set_weights(desk.snapshot, {"proximity": 50}))
    assert "marimo-button" not in shown(page)


def test_undone_is_told_where_undo_was_pressed(desk: Desk):
    page = page_of(desk)
    keep(page.at("keep"), "Spring")
    press(take_back_button(page))
    assert "Undone." in shown(page.at("keep"))
    assert "marimo-button" not in shown(page.at("keep"))
    assert desk.snapshot.scenarios == ()


def test_an_action_that_changes_nothing_offers_no_undo_of_another_one(desk: Desk):
    page = page_of(desk).at("keep")
    keep(page, "Spring")
    page.do(lambda snapshot: set_weights(snapshot, {}), KEPT)
    assert "marimo-button" not in shown(page)


@pytest.mark.parametrize(("name", "turns"), [("", 0), ("Spring", 1)])
def test_a_refusal_marks_the_field_and_keeps_what_was_typed(desk: Desk, name: str, turns: int):
    """The forms were made again, and empty, after every refusal."""
    heard: list[Callable[[int], int]] = []
    refresh = refresher(desk, lambda: desk.told, heard.append, heard.append, lambda _: None)
    page = page_of(desk, refresh=refresh).at("keep")
    keep(page, name)
    assert len(heard) == turns
    assert ("--mk-lacks-name:" in shown(page)) == (not turns)


def test_without_a_form_and_without_an_outcome_there_is_nothing(desk: Desk):
    page = page_of(desk).at("word")
    assert page.under(desk.told, take_back_button(page), None) is None
