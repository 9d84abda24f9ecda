"""The first page: an empty programme asks its name and the two lists, another tells what waits."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from mentorkit.frames import Snapshot
from mentorkit.matching.unplaced import turnout
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.menu import programme_menu
from mentorkit.ui.programme.home import standing_panel, to_begin_panel, to_begin_with, waiting_panel
from mentorkit.views.programme.standing import Standing
from mentorkit.workflows.intake.kept import KeptImport
from mentorkit.workflows.set_up import new_programme
from tests.matching.small import blind, mentee, mentor, plan, snapshot
from tests.ui.hands import said
from tests.ui.pages import page_of
from tests.views.pages.plans import TODAY


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("MENTORKIT_HOME", str(tmp_path))
    new_programme(tmp_path / "own.mentorkit", "Own", "en", "Tester")
    return Desk(tmp_path / "own.mentorkit")


def test_lists_that_are_dropped_wait_on_the_page_that_imports_them(desk: Desk):
    page = page_of(desk)
    menu = programme_menu(page)
    steps = to_begin_with(page, menu)
    steps.area._on_change([SimpleNamespace(name="a.csv", contents=b"a")])
    assert menu.away.widget.to == "/intake/?lang=en"
    assert KeptImport(desk.file).files == (("a.csv", b"a"),)


def test_lists_that_cannot_be_kept_are_not_lost_in_silence(desk: Desk):
    desk.file.with_name(f"{desk.file.name}.unfinished").mkdir()
    page = page_of(desk)
    menu = programme_menu(page)
    to_begin_with(page, menu).area._on_change([SimpleNamespace(name="a.csv", contents=b"a")])
    assert menu.away.widget.to == ""
    assert desk.notice is not None


def test_the_name_that_is_asked_first_is_that_of_the_programme(desk: Desk):
    page = page_of(desk)
    steps = to_begin_with(page, programme_menu(page))
    assert "What is your programme called?" in said(to_begin_panel(steps))
    steps.name._on_change("Mentoring 2026")
    assert desk.snapshot.programme.name == "Mentoring 2026"


def shown(programme: Snapshot) -> str:
    page, now = (
        page_of(SimpleNamespace(snapshot=programme, root="/p/x", file=Path("x"))),
        Standing.of(programme, TODAY),
    )
    waits = waiting_panel(page, programme, now)
    return said(standing_panel(page, now)) + (said(waits) if waits else "")


def test_an_empty_programme_says_how_long_it_takes_and_nothing_waits():
    assert "about 15 minutes" in shown(snapshot())
    assert "What waits for you" not in shown(snapshot())


def test_with_people_there_is_one_way_on_within_the_programme():
    people = snapshot(
        mentee("ann", has_consented=False), mentee("bo"), mentor("kim", manager_email="x@y.example")
    )
    page = shown(people)
    assert page.count('class="mk-next"') == page.count("/p/x/pairing/?lang=en") == 1
    assert page.count('<a href="/p/x/intake/?lang=en">Sign-ups</a>') == len(["no consent", "no manager"])
    assert "1 person signed up without consent" in page
    assert "x@y.example" in page
    assert "x@y.example" not in shown(blind(people))
    assert to_begin_with(page_of(SimpleNamespace(snapshot=people)), None) is None
    assert to_begin_panel(None) is None


def test_who_pauses_takes_part_on_the_first_page_no_more_than_in_the_pairing():
    """The first page counted whoever gave consent; the pairing also leaves out who is on a break."""
    people = snapshot(
        mentee("ann", is_paused=True), mentee("bo"), mentee("cas", has_consented=False), mentor("kim")
    )
    assert "1 mentor and 1 mentee take part" in shown(people)
    assert "1 takes no part in this round." in shown(people)
    assert Standing.of(people, TODAY).mentees.taking_part == turnout(plan(people)).taking_part == 1
