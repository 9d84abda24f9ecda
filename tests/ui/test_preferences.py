"""The two rounds as a part of the page: nothing before she asks, one transaction, undo takes it back."""

import io
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest

from mentorkit.matching import Proposal
from mentorkit.matching.insight.shortlist import shortlist_of
from mentorkit.model import Changes, Insert, Programme
from mentorkit.store import Store
from mentorkit.text import Message, speaker
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.pairing import preferences as ui
from mentorkit.ui.pairing.tabs import Opened
from mentorkit.views.names import Names
from mentorkit.views.pairing.preferences import said_line, shortlist_lines
from mentorkit.workbook.shortlist_answers import Answers
from mentorkit.workbook.shortlist_workbook import shortlist_workbook
from mentorkit.workflows.pairing.pairing import confirm
from tests.matching.small import ids, mentee, mentor, plan, snapshot
from tests.ui.pages import page_of, words
from tests.ui.test_desk import BY, START

READ = speaker("en")
TWO = SimpleNamespace(value=2)


class Turns:
    """What an action calls when it is done, counted."""

    count = 0

    def __call__(self, _is_new: bool = True) -> None:
        self.count += 1


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    people = (
        mentee("ann", city="Gent"),
        mentee("bea", city="Luik"),
        mentor("kim", city="Gent"),
        mentor("lou", city="Luik"),
    )
    rows = [row for one in people for row in (one.person, one.application)]
    path = tmp_path / "p.mentorkit"
    with Store.create(path, Programme(id="programme", name="P"), **BY) as store:
        store.apply(Changes("import", tuple(map(Insert, rows))), **BY)
    return Desk(path, now=lambda: START)


def proposed(desk: Desk) -> Proposal:
    return plan(desk.snapshot, proximity=10)


def opened(desk: Desk) -> Opened:
    return Opened(proposed(desk), desk.snapshot, Names.of(desk.snapshot))


def upload(content: bytes) -> SimpleNamespace:
    return SimpleNamespace(value=(SimpleNamespace(name="shortlist.xlsx", contents=content),))


def filled(desk: Desk, answer: str) -> bytes:
    """The shortlist with one answer of Ann about the mentor her plan gives her."""
    proposal = proposed(desk)
    content = shortlist_workbook(desk.snapshot, proposal, shortlist_of(proposal, 2), READ)
    book = openpyxl.load_workbook(io.BytesIO(content))
    book.worksheets[0]["D2"] = answer
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_nothing_is_worked_out_before_she_asks(desk: Desk):
    assert ui.made_shortlist(None, TWO) is None
    assert ui.shortlist_panel(page_of(), None, None) is None
    assert ui.answers_panel(page_of(), None, upload(b""), None) is None
    assert ui.record_panel(page_of(desk), None, desk.snapshot, None, None) is None


def test_without_sign_ups_there_is_nothing_to_ask():
    empty = snapshot()
    assert ui.answer_form(page_of(), empty) is None


def test_the_shortlist_is_shown_with_the_workbook_to_fill_in(desk: Desk):
    made = ui.made_shortlist(opened(desk), TWO)
    panel = ui.shortlist_panel(page_of(desk), made, opened(desk)).text
    assert "Save the shortlist" in panel
    for part in (*map(READ, shortlist_lines(made)), "kim (100) and lou (0)"):
        assert part in words(panel)


def test_answers_from_the_workbook_are_recorded_at_once_and_undone_at_once(desk: Desk):
    assert ids(proposed(desk))["ann"] == "kim"
    found = ui.uploaded_answers(desk.snapshot, upload(filled(desk, "rather not")))
    assert isinstance(found, Answers)
    turns = Turns()
    ui.record_button(page_of(desk, refresh=turns), found)._on_click(0)
    assert (desk.snapshot.preferences.height, turns.count) == (1, 1)
    assert ids(proposed(desk)) == {"ann": "lou", "bea": "kim"}
    assert READ(desk.notice) == "The answers are recorded. Undo takes them out again."
    assert "recorded already" in ui.record_button(page_of(desk, refresh=turns), found).text
    desk.undo()
    assert desk.snapshot.preferences.height == 0


@pytest.mark.parametrize("kind", ["avoid", "neutral"])
def test_she_is_told_when_two_who_would_rather_not_stay_together(desk: Desk, kind: str):
    desk.do(lambda now: confirm(now, proposed(desk), "Sam", START))
    form = ui.answer_form(page_of(desk), desk.snapshot)
    form._on_change({"mentee": "ann", "mentor": "kim", "side": "mentor", "kind": kind})
    told = words(READ(desk.notice))
    assert told.startswith("Recorded. Undo takes it back.")
    assert ("nothing changes for: ann with kim. Release" in told) == (kind == "avoid")
    assert ids(proposed(desk))["ann"] == "kim"


def test_what_could_not_be_read_is_listed_and_not_recorded(desk: Desk):
    found = ui.uploaded_answers(desk.snapshot, upload(filled(desk, "perhaps")))
    made = ui.made_shortlist(opened(desk), TWO)
    report = ui.answers_panel(page_of(desk), made, ui.answers_picker(page_of(desk), 0), found).text
    assert "0 answers read." in report
    assert "Choose one of: gladly, either way is fine and rather not." in report
    assert ui.record_button(page_of(desk), found) is None


def test_a_file_that_cannot_be_read_is_a_sentence(desk: Desk):
    refusal = ui.uploaded_answers(desk.snapshot, upload(b"PK\x03\x04 damaged"))
    assert isinstance(refusal, Message)
    made = ui.made_shortlist(opened(desk), TWO)
    assert (
        READ(refusal)
        in ui.answers_panel(page_of(desk), made, ui.answers_picker(page_of(desk), 0), refusal).text
    )
    assert ui.uploaded_answers(desk.snapshot, SimpleNamespace(value=())) is None


def test_one_answer_by_hand_is_recorded_and_taken_back(desk: Desk):
    turns = Turns()
    form = ui.answer_form(page_of(desk, refresh=turns), desk.snapshot)
    word = {"mentee": "ann", "mentor": "kim", "side": "mentor", "kind": "avoid"}
    form._on_change(word)
    assert desk.snapshot.preferences["kind"].to_list() == ["avoid"]
    form._on_change({**word, "kind": None})
    assert (desk.snapshot.preferences.height, turns.count) == (0, 2)
    form._on_change({**word, "mentor": None})
    assert READ(desk.notice) == "Choose a mentor first."
    form._on_change({**word, "mentee": None})
    assert READ(desk.notice) == "Choose a mentee first."
    assert desk.snapshot.preferences.height == 0
    made = ui.made_shortlist(opened(desk), TWO)
    assert (
        READ(said_line(desk.snapshot)) in ui.record_panel(page_of(desk), made, desk.snapshot, None, form).text
    )
