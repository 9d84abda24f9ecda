"""The page with what was done: a look at each action, and the way back to a backup and forth again."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentorkit.model import Changes, Insert, Person, Update
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.menu import programme_menu
from mentorkit.ui.programme.history import (
    go_back_form,
    go_back_panel,
    history_head,
    history_panel,
    look_picker,
)
from mentorkit.workflows.set_up import new_programme
from tests.ui.hands import choose, said
from tests.ui.pages import page_of

NOOR = Person(id="p1", full_name="Noor Peeters", city="Gent")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A programme in which somebody came, moved and moved back."""
    new_programme(tmp_path / "own.mentorkit", "Own", "en", "Tester")
    desk = Desk(tmp_path / "own.mentorkit")
    desk.do(lambda _: Changes("import", (Insert(NOOR),)))
    there = desk.snapshot.rows(Person)[0]
    desk.do(lambda _: Changes("import", (Update(there.model_copy(update={"city": "Luik"})),)))
    return desk


def test_each_action_is_told_and_the_chosen_one_is_looked_at(desk: Desk):
    page = page_of(desk)
    picked = look_picker(page, desk.history())
    shown = said(history_panel(page, desk.history(), picked))
    assert "about Noor Peeters: place: Gent → Luik" in shown
    choose(picked, next(one for one in picked.options if one.startswith("2:")))
    assert "New: What is known about Noor Peeters" in said(history_panel(page, desk.history(), picked))
    desk.undo()
    assert "undone" in said(history_head(page, desk.history()))
    assert "(undone later)" in said(history_panel(page, desk.history(), picked))


def test_row_18_a_healthy_programme_goes_back_and_forth_again(desk: Desk):
    """Three clicks: the page, the backup, and the button."""
    desk._store.backup(now=datetime.now(UTC))
    desk.undo()
    page = page_of(desk)
    menu = programme_menu(page)
    form = go_back_form(page.at("back"), menu)
    assert "backed up first" in said(go_back_panel(page, form))
    form._update(form.element._value_frontend)
    assert menu.away.widget.to == "/history/?lang=en"
    again = Desk(desk.file)
    assert [one.city for one in again.snapshot.rows(Person)] == ["Luik"]
    assert again.history()[0].action == "restore"
    form = go_back_form(page_of(again), menu)
    form._update(form.element._value_frontend)
    assert [one.city for one in Desk(desk.file).snapshot.rows(Person)] == ["Gent"]
    desk.do(lambda _: Changes("import", (Insert(NOOR.model_copy(update={"id": "p2"})),)))
    assert "replaced" in page.speak(desk.notice)
