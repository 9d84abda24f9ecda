"""A large programme tells how far it is until its first proposal is there, and a small one does not."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import marimo as mo
import pytest

from mentorkit.matching import CRITERIA, Pool, Settings
from mentorkit.ui.pairing import proposing
from mentorkit.ui.pairing.proposing import pool_of, proposal_of
from tests.matching.small import mentee, mentor, snapshot
from tests.ui.pages import page_with

PEOPLE = snapshot(mentee("ann"), mentee("bea"), mentor("kim"))
PAIRS = 2


@pytest.fixture
def titles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the bars that were shown said."""
    seen: list[str] = []
    show = mo.status.progress_bar

    def hear(*given: Any, title: str, **more: Any) -> object:
        seen.append(title)
        return show(*given, title=title, **more)

    monkeypatch.setattr(mo.status, "progress_bar", hear)
    return seen


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Opens the page where so many pairs are many, with nothing or something on it."""

    def open_it(many: int, latest: object = None) -> None:
        monkeypatch.setattr(proposing, "LARGE", many)
        desk = SimpleNamespace(snapshot=PEOPLE, latest=latest, language="en")
        proposal = proposal_of(
            page_with(PEOPLE, "nl", desk), pool_of(desk, PEOPLE, {"lang": "nl"}), Settings({})
        )
        assert len(proposal.mentor_of) == 2

    return open_it


def test_the_way_to_the_first_proposal_of_many_people_has_two_bars(titles: list[str], open_page: Any):
    open_page(PAIRS)
    assert titles == ["Iedereen wordt met iedereen vergeleken", "Het beste voorstel zoeken"]


def test_a_desk_knows_what_is_looked_for_before_it_is_there(monkeypatch: pytest.MonkeyPatch):
    """How sure the last proposal is went on being worked out until the next one was there."""
    page, settings = page_with(PEOPLE), Settings({})
    known = []
    monkeypatch.setattr(proposing, "propose", lambda *_: known.append(page.desk.sought))
    proposal_of(page, Pool.of(PEOPLE), settings)
    assert known == [settings]


def test_few_people_and_a_later_proposal_have_none(titles: list[str], open_page: Any):
    open_page(PAIRS + 1)
    open_page(PAIRS, latest=object())
    assert titles == []


def test_a_pool_says_which_criterion_it_judges():
    heard: list[Any] = []
    Pool.of(PEOPLE, proposing.Watch(lambda *told: heard.append(told)))
    assert heard == [(done, len(CRITERIA), one.label) for done, one in enumerate(CRITERIA)]
