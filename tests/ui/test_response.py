"""The tab about responses: the next wave is offered, and what is sent comes back and is told."""

from datetime import timedelta

import pytest

from mentorkit.model import Response
from mentorkit.model.codes import spelt
from mentorkit.ui.evaluation.evaluated import Evaluated
from mentorkit.ui.evaluation.response import RESPONSES_IN, response_panel, wave_form_asked, wave_panel
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.replied import record_replies_button, replies_asked, replies_found, replies_panel
from tests.ui.hands import press, said
from tests.ui.pages import page_of, words
from tests.ui.test_desk import START
from tests.workflows.started import stored_start


@pytest.fixture
def desk(tmp_path) -> Desk:
    return Desk(stored_start(tmp_path / "p.mentorkit"), now=lambda: START, language="en")


def shown(desk: Desk, days: int = 0) -> Evaluated:
    return Evaluated(desk.snapshot, desk.today() + timedelta(days=days))


def test_a_wave_goes_out_comes_back_and_is_told(desk: Desk):
    page = page_of(desk)
    assert response_panel(page, shown(desk)) is None
    form = wave_form_asked(page, shown(desk))
    assert form is not None
    assert "Baseline: 4 people" in said(form)
    form._update({"wave": ["Baseline: 4 people"]})
    rows = desk.snapshot.rows(Response)
    assert len(rows) == 4
    assert [*shown(desk).due] == ["midway", "closing", "follow_up", "baseline"]
    out = words(wave_panel(page, shown(desk, 8), None).text)
    assert "Write to Cas Peeters" in out
    assert "Reminders: a week without an answer" in out
    asked = replies_asked(page, None)
    asked[1]._update(f"{spelt(rows[0].code)}\nL1 = 4\nM1 = 4\n")
    found = replies_found(page, RESPONSES_IN, asked)
    record = record_replies_button(page, RESPONSES_IN, found)
    assert "1 answer read." in words(replies_panel(page, asked, found, record).text)
    press(record)
    told = words(response_panel(page, shown(desk)).text)
    assert "50%" in told
    assert "fewer than 5" in told
    desk.undo()
    assert all(not one.answers for one in desk.snapshot.rows(Response))
