"""Everything about one person on the page: to hand over as a page and as data, and to erase."""

import json
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from mentorkit.model import Pair, Person
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.programme.person import chosen_person, erase_form, person_panel, person_picker
from mentorkit.workflows.under_way import sample_under_way
from tests.ui.hands import said
from tests.ui.pages import page_of


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The sample in which pairs began, so that much is known about everybody."""
    file = tmp_path / "p.mentorkit"
    sample_under_way(file, "en", datetime(2026, 9, 14, 9, tzinfo=UTC), 2)
    return Desk(file)


def test_row_34_a_person_is_handed_over_and_erased_on_the_page(desk: Desk):
    page = page_of(desk)
    pair = desk.snapshot.rows(Pair)[0]
    person = chosen_person(page, person_picker(page, pair.mentee_id))
    mentor = next(one.full_name for one in desk.snapshot.rows(Person) if one.id == pair.mentor_id)
    about = desk.about(person)
    told, today = json.loads(about.data(desk.today())), desk.today()
    assert told["rows"]["person"][0]["full_name"] == person.full_name
    assert told["rows"]["pair"][0]["score"] == pair.score
    assert told["rows"]["decision"][0].keys() >= {"decided_by", "decided_at"}
    assert {one["action"] for one in told["history"]} >= {"import", "confirm"}
    others = {one.full_name for one in desk.snapshot.rows(Person)} - {person.full_name, mentor}
    for whole in (unescape(about.page(today, page.speak)), about.data(today)):
        assert person.full_name in whole
        assert not [name for name in others if name in whole]
    form = erase_form(page.at("erase"), person)
    form._update({"is_sure": False})
    assert (desk.erased, desk.notice is not None) == (None, True)
    form._update({"is_sure": True})
    assert chosen_person(page, person_picker(page, person.id)) is None
    assert person.full_name.encode() not in desk.file.read_bytes()
    shown = said(person_panel(page, person_picker(page, None), None, None))
    assert "rows are gone" in shown
    assert person.full_name not in shown
