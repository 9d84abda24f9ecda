"""The coordinator's word on a pair: the price first, then a reason; and every word so far with a way back."""

from pathlib import Path

import marimo as mo
import pytest

from mentorkit.frames import Snapshot
from mentorkit.matching import Pool, Settings, propose
from mentorkit.model import Changes, Insert, Programme
from mentorkit.store import Store
from mentorkit.text import say, speaker
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import Page
from mentorkit.ui.frame.top import take_back_button
from mentorkit.ui.pairing import words as ui
from mentorkit.ui.pairing.board import PairAtTurn, chosen_pair, empty_board
from mentorkit.ui.pairing.why_not import mentor_picker
from mentorkit.workflows.pairing.pairing import decide_on
from tests.matching.small import blind, mentee, mentor, override, snapshot
from tests.ui.hands import press
from tests.ui.pages import page_of, page_with, words
from tests.ui.test_desk import BY, START

READ, KEPT = speaker("en"), say("Recorded. Undo takes it back.")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Ann is with Kim; Lou is free, and Max has no place at all."""
    people = (
        mentee("ann", full_name="Ann Vos", city="Gent"),
        mentor("kim", full_name="Kim Boer", city="Gent"),
        mentor("lou", full_name="Lou Smit", city="Luik"),
        mentor("max", full_name="Max Baan", capacity=0),
    )
    rows = [row for one in people for row in (one.person, one.application)]
    path = tmp_path / "p.mentorkit"
    with Store.create(path, Programme(id="programme", name="P"), **BY) as store:
        store.apply(Changes("import", tuple(map(Insert, rows))), **BY)
    desk = Desk(path, now=lambda: START)
    desk.step(propose(Pool.of(desk.snapshot), Settings({"proximity": 10.0})))
    return desk


def asked(desk: Desk, picked: str | None) -> tuple[Page, PairAtTurn, mo.ui.dropdown]:
    board = empty_board(READ)
    board.chosen = ["ann", ""]
    look = PairAtTurn(chosen_pair(mo.ui.anywidget(board), desk.latest), 0)
    names = {"Kim Boer": "kim", "Lou Smit": "lou", "Max Baan": "max"}
    value = next((name for name, one in names.items() if one == picked), None)
    return page_of(desk).at("word"), look, mo.ui.dropdown(names, value=value)


def form_of(desk: Desk, picked: str | None = None) -> mo.ui.form | None:
    return ui.word_form(*asked(desk, picked))


def test_a_refused_word_is_forgotten_with_another_pair(desk: Desk):
    """'Give a reason' went on standing beside whoever was looked at next."""
    page, *about = asked(desk, None)
    page.decide(lambda now, plan: decide_on(now, plan, ("ann", "kim"), "lock", " "), KEPT)
    told = desk.told
    assert "Give a reason" in words(page.under(told, take_back_button(page)).text)
    ui.word_form(page, *about)
    assert page.under(told, take_back_button(page)) is None


def head_of(desk: Desk, picked: str | None = None) -> str:
    return words(ui.word_head(*asked(desk, picked)).text)


def kinds(form: mo.ui.form) -> list[str]:
    return list(form.element.elements["kind"].options)


def test_the_word_is_about_the_pair_on_the_board_until_another_mentor_is_picked(desk: Desk):
    assert "Ann Vos with Kim Boer" in head_of(desk)
    assert kinds(form_of(desk)) == ["Keep this pair", "Not these two"]
    assert "Ann Vos with Lou Smit" in head_of(desk, "lou")
    assert kinds(form_of(desk, "lou")) == ["Make this the pair", "Not these two"]


def test_a_name_is_no_part_of_a_label(desk: Desk):
    """marimo reads a label as markdown, and a name can be the address of a picture."""
    assert "Ann Vos" not in form_of(desk).text + mentor_picker(*asked(desk, None)[:2])._args.label


def test_another_mentor_cannot_be_recorded_before_the_price_was_seen(desk: Desk):
    """The form had a list of mentors of its own, and no price beside it."""
    assert list(form_of(desk).element.elements) == ["kind", "reason"]
    form_of(desk, "lou")._on_change({"kind": "choose", "reason": "Same shift"})
    assert desk.snapshot.overrides.select("mentee_id", "mentor_id", "kind").rows() == [
        ("ann", "lou", "choose")
    ]


def test_without_a_reason_the_reason_is_what_lacks(desk: Desk):
    form_of(desk)._on_change({"kind": "lock", "reason": " "})
    assert (desk.told.place, desk.told.field) == ("word", "reason")
    assert desk.snapshot.overrides.height == 0


def test_each_word_so_far_can_be_taken_back_on_its_own_line(desk: Desk):
    for mentor_id, reason in (("kim", "Family"), ("lou", "Too far")):
        form_of(desk, mentor_id)._on_change({"kind": "forbid", "reason": reason})
    page = page_of(desk).at("words")
    buttons = ui.withdraw_buttons(page, desk.snapshot)
    shown = ui.words_table(page, desk.snapshot, buttons).text
    assert shown.index("Family") < shown.index("Too far")
    press(buttons[0])
    assert desk.snapshot.overrides["reason"].to_list() == ["Too far"]
    assert READ(desk.notice) == "Taken back."
    assert desk.told.can_undo


def table_of(programme: Snapshot) -> str:
    page = page_with(programme)
    table = ui.words_table(page, programme, ui.withdraw_buttons(page, programme))
    return "" if table is None else table.text


@pytest.mark.parametrize("is_blind", [True, False])
def test_a_reason_is_shown_unless_it_could_tell_who_somebody_is(is_blind: bool):
    word = override("forbid", "ann", "kim").model_copy(update={"reason": "Ann Vos was her intern"})
    programme = snapshot(
        mentee("ann", full_name="Ann Vos"), mentor("kim", full_name="Kim Boer"), overrides=[word]
    )
    shown = table_of(blind(programme) if is_blind else programme)
    assert ("Ann Vos" in shown) != is_blind
    assert "<td>not</td>" in shown


def test_without_a_word_there_is_no_table():
    assert table_of(snapshot(mentee("ann"), mentor("kim"))) == ""
