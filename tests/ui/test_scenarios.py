"""Comparing, the aim and the decisions as parts of the page: nothing before she asks, undo takes it back."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from mentorkit.matching import Pool, Proposal, Settings, propose
from mentorkit.matching.decision.replay import Replay, ReplayOutcome
from mentorkit.matching.insight.scenarios import Plan
from mentorkit.model import Changes, Insert, Programme
from mentorkit.store import Store
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.pairing import aim, controls, decisions, scenarios
from mentorkit.ui.pairing.tabs import Opened
from mentorkit.views.names import Names
from mentorkit.views.pairing.replay import replay_sentence
from mentorkit.views.presets import PRESETS
from mentorkit.workflows.pairing.pairing import confirm
from mentorkit.workflows.pairing.scenarios import save_scenario
from tests.matching.small import ids, mentee, mentor
from tests.ui.hands import set_to
from tests.ui.pages import page_of
from tests.ui.test_desk import BY, START
from tests.workflows.cases import only

READ = speaker("en")
OFF, ON = (SimpleNamespace(value=value, text="") for value in (False, True))
WEIGHTS = only(values_style=10)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """One pair of 100 and one of 0 points, or two pairs that are both middling."""
    people = (
        mentee("ann", values=["a", "b"]),
        mentee("bea", values=["a"]),
        mentor("kim", values=["a", "b"]),
        mentor("lou", values=["b"]),
    )
    rows = [row for one in people for row in (one.person, one.application)]
    path = tmp_path / "p.mentorkit"
    with Store.create(path, Programme(id="programme", name="P", weights=WEIGHTS), **BY) as store:
        store.apply(Changes("import", tuple(map(Insert, rows))), **BY)
    return Desk(path, now=lambda: START)


def proposed(desk: Desk) -> Proposal:
    return propose(Pool.of(desk.snapshot), Settings(WEIGHTS))


def opened(desk: Desk) -> Opened:
    return Opened(proposed(desk), desk.snapshot, Names.of(desk.snapshot))


def plans_of(desk: Desk) -> tuple[Plan, ...]:
    return scenarios.plans_side_by_side(opened(desk))


def test_nothing_is_compared_before_she_asks(desk: Desk):
    assert scenarios.plans_side_by_side(None) == ()
    assert scenarios.comparison_panel(page_of(desk), (), None) is None
    assert scenarios.save_form(page_of(desk), ()) is None
    assert scenarios.manage_form(page_of(desk), ()) is None
    assert scenarios.take_over_form(page_of(desk), (), None) is None


def test_settings_are_kept_used_renamed_and_removed(desk: Desk):
    scenarios.save_form(page_of(desk), plans_of(desk))._on_change("Values")
    assert READ(desk.notice) == "The settings are kept."
    (kept,) = desk.snapshot.scenarios
    assert "Values" in scenarios.comparison_panel(page_of(desk), plans_of(desk), opened(desk)).text
    form = scenarios.manage_form(page_of(desk), plans_of(desk))
    form._on_change({"which": None, "action": "use", "name": ""})
    assert READ(desk.notice) == "Choose settings you kept first."
    form._on_change({"which": kept.id, "action": "rename", "name": "V"})
    form._on_change({"which": kept.id, "action": "use", "name": ""})
    assert [one.name for one in desk.snapshot.scenarios] == ["V"]
    form._on_change({"which": kept.id, "action": "remove", "name": ""})
    assert desk.snapshot.scenarios == ()
    desk.undo()
    assert [one.name for one in desk.snapshot.scenarios] == ["V"]


def test_a_pair_or_the_whole_of_another_plan_is_taken_over(desk: Desk):
    now = proposed(desk)
    plans = plans_of(desk)
    other = next(one for one in plans if (one.mentor_of != now.mentor_of).any())
    form = scenarios.take_over_form(page_of(desk), plans, opened(desk))
    form._on_change({"plan": None, "mentee": None, "reason": "Why"})
    assert READ(desk.notice) == "Choose a proposal to take over from first."
    form._on_change({"plan": other.key, "mentee": None, "reason": "Why"})
    assert READ(desk.notice) == "Taken over. Undo takes it back."
    assert proposed(desk).mentor_of.tolist() == other.mentor_of.tolist()
    desk.undo()
    form = scenarios.take_over_form(page_of(desk), plans, opened(desk))
    form._on_change({"plan": other.key, "mentee": 0, "reason": "Why"})
    assert desk.snapshot.overrides["mentee_id"].to_list() == ["ann"]
    assert ids(proposed(desk))["ann"] != ids(now)["ann"]


def test_two_settings_with_the_name_of_a_built_in_plan_are_told_apart(desk: Desk):
    desk.do(lambda now: save_scenario(now, "Stable"))
    form = scenarios.take_over_form(page_of(desk), plans_of(desk), opened(desk))
    assert len(form.element.elements["plan"].options) == 4


def test_the_aim_is_chosen_priced_and_remembered(desk: Desk):
    picker, price = aim.aim_picker(page_of(desk), 0), aim.price_box(page_of(desk), 0)
    assert picker.value == "placed"
    total, typed = SimpleNamespace(value="total"), SimpleNamespace(value="100")
    wanted = aim.with_aim(page_of(desk), Settings(WEIGHTS), total, typed)
    assert (wanted.aim, wanted.unplaced_price) == ("total", 1.0)
    saved: list[object] = []
    controls.remember(page_of(desk, refresh=saved.append), wanted)
    controls.remember(page_of(desk, refresh=saved.append), wanted)
    assert len(saved) == 1
    picker, price = aim.aim_picker(page_of(desk), 1), aim.price_box(page_of(desk), 1)
    assert (picker.value, price.value) == ("total", "100")
    assert "marimo-text" in aim.aim_panel(page_of(desk), picker, price).text


@pytest.mark.parametrize(("typed", "kept"), [("1,5", 0.015), ("1.5", 0.015), ("0", 0.0)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_price_may_have_a_decimal_comma(desk: Desk, language: Language, typed: str, kept: float):
    """In a browser in English 1,5 became 15, and in Dutch 2, without a word."""
    price = aim.price_box(page_of(desk, language), 0)
    set_to(price, typed)
    asked = aim.with_aim(page_of(desk, language), Settings(WEIGHTS), SimpleNamespace(value="total"), price)
    assert (asked.unplaced_price, desk.notice) == (kept, None)


@pytest.mark.parametrize("typed", ["", "much", "250", "-1", "1 or 2"])
def test_what_is_no_price_is_told_and_the_stored_one_stays_to_the_last_digit(desk: Desk, typed: str):
    stored = Changes.to_settings("weights", desk.snapshot.programme, unplaced_price=0.155555)
    desk.set(stored)
    price = aim.price_box(page_of(desk, "nl"), 0)
    assert price.value == "15,5555"
    kept = Settings(WEIGHTS), SimpleNamespace(value="total"), price
    assert aim.with_aim(page_of(desk), *kept).unplaced_price == 0.155555
    set_to(price, typed)
    assert aim.with_aim(page_of(desk), *kept).unplaced_price == 0.155555
    assert f"‘{typed}’ is not a number from 0 to 100" in speaker("en")(desk.notice)


def test_a_decision_has_its_note_and_is_worked_out_again_when_she_asks(desk: Desk):
    assert decisions.decision_picker(page_of(desk), desk.snapshot) is None
    assert decisions.decision_panel(page_of(desk), desk.snapshot, None, ON) is None
    desk.do(lambda now: confirm(now, proposed(desk), "Carla", START))
    picker = decisions.decision_picker(page_of(desk), desk.snapshot)
    identical = READ(replay_sentence(Replay(ReplayOutcome.IDENTICAL)))
    assert identical not in decisions.decision_panel(page_of(desk), desk.snapshot, picker, OFF).text
    told = decisions.decision_panel(page_of(desk), desk.snapshot, picker, ON).text
    assert identical in told
    assert "Decision note to print" in told


def test_the_set_of_weights_that_is_on_is_chosen_and_her_own_are_called_so(desk: Desk):
    """The list went back to nothing after every choice, and choosing that was an error."""
    first, second = PRESETS[:2]
    assert controls.active_preset(second.weights) == second.label
    assert controls.active_preset({**first.weights, "proximity": 55.0}) is None
    picker = controls.preset_picker(page_of(desk), first.label)
    assert picker.value == READ(first.label)
    own = controls.preset_picker(page_of(desk), None).value
    assert own == "Your own weights"
    picker._on_change(own)
    assert desk.snapshot.programme.weights == WEIGHTS
    picker._on_change(READ(second.label))
    assert desk.snapshot.programme.weights == second.weights
