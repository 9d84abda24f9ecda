"""The menu under the name of the programme: another name, another programme, the next round."""

from pathlib import Path

import pytest

from mentorkit.serving.visit import shelf_place
from mentorkit.store.here import opened_before, programmes_here, remember_opened
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.menu import Menu, programme_menu
from mentorkit.workflows.set_up import new_programme, open_programme, sample_programme
from tests.ui.hands import said
from tests.ui.pages import page_of


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MENTORKIT_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def desk(home: Path) -> Desk:
    new_programme(home / "own.mentorkit", "Own", "en", "Tester")
    return Desk(home / "own.mentorkit")


def menu_of(desk: Desk) -> Menu:
    return programme_menu(page_of(desk))


def hand_in(form, name: str) -> None:
    form._on_change(name)


def test_another_name_is_one_action_that_undo_takes_back(desk: Desk):
    hand_in(menu_of(desk).rename, " Mentoring  Autumn 2026 ")
    assert desk.snapshot.programme.name == "Mentoring Autumn 2026"
    assert opened_before()[0].name == "Mentoring Autumn 2026"
    assert "Mentoring Autumn 2026" in menu_of(desk).show()
    desk.undo()
    assert desk.snapshot.programme.name == "Own"


def test_an_empty_name_is_refused_with_a_sentence(desk: Desk):
    menu = menu_of(desk)
    hand_in(menu.begin, "  ")
    assert "name" in page_of().speak(desk.notice)
    assert menu.away.widget.to == ""
    hand_in(menu.rename, "")
    assert desk.snapshot.programme.name == "Own"


def test_a_new_programme_opens_at_once_and_the_others_are_one_link_away(desk: Desk, home: Path):
    menu = menu_of(desk)
    hand_in(menu.begin, "Reverse <b>")
    made = home / "Reverse b.mentorkit"
    assert menu.away.widget.to == f"{shelf_place(made)}/?lang=en"
    assert open_programme(made).programme.name == "Reverse <b>"
    remember_opened(made, "Reverse <b>")
    shown = menu_of(desk).show()
    assert f'href="{shelf_place(made)}/?lang=en"' in shown
    assert "Reverse &lt;b&gt;</a>" in shown
    assert shelf_place(desk.file) not in shown
    assert str(desk.file) in shown


def test_the_example_is_never_copied_into_a_round_of_her_own(home: Path):
    sample_programme(home / "sample" / "sample.mentorkit", "en")
    example = Desk(home / "sample" / "sample.mentorkit")
    menu = menu_of(example)
    assert menu.again is None
    hand_in(menu.rename, "Mine")
    assert opened_before() == ()
    assert programmes_here() == ()


def test_a_programme_without_people_has_no_next_round(desk: Desk):
    assert menu_of(desk).again is None
    assert "new round" not in said(menu_of(desk).rename)
