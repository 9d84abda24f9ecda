"""The workbook on the page: saved, chosen again, compared, and taken in as one action with its undo."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mentorkit.model import Changes, Insert, Programme
from mentorkit.store import Store
from mentorkit.text import Message, speaker
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.intake import workbooks as ui
from mentorkit.workflows.intake.programme_workbook import Comparison
from mentorkit.workflows.pairing.pairing import set_blind
from tests.matching.small import mentee, mentor
from tests.ui.pages import nothing, page_of
from tests.ui.test_desk import BY, START
from tests.workflows.returned import edited, exported

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    people = (mentee("ann", full_name="Ann", city="Gent"), mentor("kim", full_name="Kim", city="Luik"))
    rows = [row for one in people for row in (one.person, one.application)]
    path = tmp_path / "p.mentorkit"
    with Store.create(path, Programme(id="programme", name="P"), **BY) as store:
        store.apply(Changes("import", tuple(map(Insert, rows))), **BY)
    return Desk(path, now=lambda: START)


def cities(desk: Desk) -> dict[str, str]:
    return dict(desk.snapshot.people.select("id", "city").iter_rows())


def chosen(content: bytes) -> ui.Returned:
    return ui.read_again("ours.xlsx", content)


def page(
    desk: Desk, workbook: ui.Returned, forget: Callable[[ui.Returned], None] = nothing
) -> tuple[Any, Any, str]:
    """The boxes, the button and what is shown."""
    found = ui.what_differs(desk, workbook)
    boxes = ui.conflict_boxes(page_of(desk), found)
    take = ui.take_in_workbook_button(page_of(desk), workbook, found, boxes, forget)
    area = ui.workbook_area(page_of(desk), workbook, lambda _: None)
    return boxes, take, ui.workbook_panel(page_of(desk), True, found, boxes, take, area).text


def press(button: Any) -> None:
    button._update(1)


def test_nothing_is_asked_before_a_workbook_is_chosen(desk: Desk):
    _, take, shown = page(desk, None)
    assert take is None
    assert "Choose the workbook of this programme again" in shown


def test_an_edit_is_shown_taken_in_as_one_action_and_undone(desk: Desk):
    workbook = chosen(edited(exported(desk.snapshot, "en"), "person", 3, city=HOSTILE))
    ends: list[ui.Returned] = []
    _, take, shown = page(desk, workbook, ends.append)
    assert "Changed in the workbook" in shown
    assert "<img" not in shown
    assert "&lt;img" in shown
    press(take)
    assert (cities(desk), ends) == ({"ann": HOSTILE, "kim": "Luik"}, [None])
    desk.undo()
    assert cities(desk) == {"ann": "Gent", "kim": "Luik"}


def test_the_workbook_stays_chosen_when_what_was_saved_elsewhere_refuses_it(desk: Desk, tmp_path: Path):
    workbook = chosen(edited(exported(desk.snapshot, "en"), "person", 3, city="Brugge"))
    ends: list[ui.Returned] = []
    _, take, _ = page(desk, workbook, ends.append)
    Desk(tmp_path / "p.mentorkit", now=lambda: START).do(lambda snapshot: set_blind(snapshot, True))
    press(take)
    assert (cities(desk), ends) == ({"ann": "Gent", "kim": "Luik"}, [])
    assert "You changed this programme in another tab" in speaker("en")(desk.notice)


@pytest.mark.parametrize("is_ticked", [True, False])
def test_the_workbook_wins_only_where_she_ticks(desk: Desk, is_ticked: bool):
    content = edited(exported(desk.snapshot, "en"), "person", 3, city=None)
    workbook = chosen(edited(content, "person", 4, city="Brugge"))
    boxes, take, shown = page(desk, workbook)
    assert "Changed in both, or empty" in shown
    boxes._update({"0": is_ticked})
    press(take)
    assert cities(desk) == {"ann": None if is_ticked else "Gent", "kim": "Brugge"}


def test_a_workbook_without_edits_says_so_and_has_no_button(desk: Desk):
    _, take, shown = page(desk, chosen(exported(desk.snapshot, "en")))
    assert take is None
    assert "Nothing in the workbook differs from the programme." in shown


@pytest.mark.parametrize("content", [b"", b"Name,E-mail\nAnn,a@example.org\n", b"PK\x03\x04broken"])
def test_any_other_file_is_refused_with_a_sentence(desk: Desk, content: bytes):
    _, take, shown = page(desk, chosen(content))
    assert take is None
    assert "This is not a workbook of a programme." in shown


def test_findings_new_rows_and_missing_people_are_shown(desk: Desk):
    content = edited(exported(desk.snapshot, "en"), "person", 3, years_experience="many")
    shown = page(desk, chosen(edited(content, "person", 5, full_name="Bea")))[2]
    assert "“many” is not a number." in shown
    assert "New in the workbook" in shown
    assert "People 5" in shown


def test_nothing_goes_out_or_in_while_names_are_hidden(desk: Desk):
    content = exported(desk.snapshot, "en")
    assert "marimo-download" in ui.export_button(page_of(desk)).text  # type: ignore[union-attr]
    desk.do(lambda snapshot: set_blind(snapshot, True))
    assert "Show the names first" in ui.export_button(page_of(desk)).text  # type: ignore[union-attr]
    found = ui.what_differs(desk, chosen(content))
    assert isinstance(found, Message)
    assert not isinstance(found, Comparison)
