"""Two windows on one programme: generated moves interleaved, over one real file."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.matching import CRITERIA, RULES
from mentorkit.model import Changes, Insert, Programme
from mentorkit.store import Store
from mentorkit.text import speaker
from mentorkit.ui.frame import top
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import Page
from mentorkit.ui.pairing import controls
from mentorkit.workbook.fields import settings_by_field
from mentorkit.workflows.pairing.pairing import set_aim, set_blind
from tests.matching.small import mentee, mentor
from tests.ui.hands import press, set_to
from tests.ui.test_desk import BY, START, ban

WEIGHT = {f"weights.{one.key}": st.integers(0, 100) for one in CRITERIA}
RULE = {f"rules.{one.key}": st.booleans() for one in RULES if not one.is_fixed}
MOVE = st.one_of(*(st.tuples(st.just(field), value) for field, value in (WEIGHT | RULE).items()))


class Tab:
    """One window: the controls as they were drawn last, moved as the browser moves them."""

    def __init__(self, path: Path) -> None:
        self.page = Page(Desk(path, lambda: START), speaker("en"), self.draw)
        self.draw()

    def draw(self, _: bool = True) -> None:
        self.weights, self.rules = controls.weight_sliders(self.page, 0), controls.rule_switches(self.page)

    def shown(self) -> dict[str, object]:
        weights = {f"weights.{key}": value for key, value in self.weights.value.items()}
        return weights | {f"rules.{key}": value for key, value in self.rules.value.items()}

    def move(self, field: str, value: object) -> None:
        group, key = field.split(".")
        set_to({"weights": self.weights, "rules": self.rules}[group], {key: value})
        controls.remember(self.page, controls.settings_of(self.weights, self.rules))

    def told(self, language: str = "en") -> str:
        return speaker(language)(self.page.desk.notice)


def new_programme(folder: Path) -> Path:
    people = (mentee("ann"), mentor("kim"))
    rows = [row for one in people for row in (one.person, one.application)]
    with Store.create(folder / "p.mentorkit", Programme(id="programme", name="P"), **BY) as store:
        store.apply(Changes("import", tuple(map(Insert, rows))), **BY)
        return store.path


def in_the_file(path: Path) -> dict[str, object]:
    with Store(path) as store:
        return settings_by_field(store.load().programme)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_programme(tmp_path)


@pytest.fixture
def tabs(path: Path) -> tuple[Tab, Tab]:
    return Tab(path), Tab(path)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1), MOVE), min_size=1, max_size=8))
def test_no_move_is_ever_overwritten_by_what_another_window_still_shows(moves):
    with TemporaryDirectory() as folder:
        path = new_programme(Path(folder))
        tabs = Tab(path), Tab(path)
        for which, (field, value) in moves:
            before, seen = in_the_file(path), tabs[which].shown()
            tabs[which].page.desk.notice = None
            tabs[which].move(field, value)
            now = in_the_file(path)
            others = {key for key in seen if now[key] != before[key]} - {field}
            assert not others, f"{others} changed by a move of {field}"
            assert now[field] in (value, before[field])
            if before[field] == seen[field]:
                assert now[field] == value
            if tabs[which].page.desk.notice:
                assert tabs[which].shown() == {key: now[key] for key in seen}


def test_the_same_slider_moved_in_two_windows_keeps_the_first_and_tells_both(path: Path, tabs):
    """In the words of the slider, and not as somebody else: the second tab is hers too."""
    first, second = tabs
    first.move("weights.goal_coverage", 30 + 20)
    second.move("weights.goal_coverage", 90)
    assert in_the_file(path)["weights.goal_coverage"] == 50
    assert second.shown()["weights.goal_coverage"] == 50
    assert second.told() == (
        "You changed this programme in another tab. What you set here is not saved. "
        "Learning goals: you have 90, the file has 50."
    )
    assert second.told("nl").startswith("Je hebt dit programma in een ander tabblad veranderd.")
    assert "goal coverage" not in second.told("nl")


def test_another_slider_moved_meanwhile_stays_and_is_shown(path: Path, tabs):
    first, second = tabs
    first.move("weights.goal_coverage", 50)
    second.move("weights.proximity", 40)
    now = in_the_file(path)
    assert (now["weights.goal_coverage"], now["weights.proximity"]) == (50, 40)
    assert second.shown()["weights.goal_coverage"] == 50
    assert "is saved too" in second.told()


def test_a_pair_decided_in_another_tab_is_told_with_a_button_that_shows_it(tabs):
    first, second = tabs
    first.page.desk.do(ban("ann", "kim"))
    assert top.latest_button(second.page) is None
    second.move("weights.proximity", 40)
    assert second.told() == "You changed this programme in another tab."
    press(top.latest_button(second.page))
    assert second.page.desk.snapshot.overrides.height == 1
    assert (second.page.desk.notice, top.latest_button(second.page)) == (None, None)


def test_what_somebody_else_changed_is_told_with_the_name(tabs):
    first, second = tabs
    first.page.desk.author = "Bart"
    first.move("weights.proximity", 40)
    second.page.do(lambda now: set_blind(now, True))
    assert second.told().startswith("Bart changed this programme in the meantime. So nothing changed here.")
    assert second.told("nl").startswith("Dit programma is intussen veranderd door Bart.")
    assert second.shown()["weights.proximity"] == 40


def test_a_choice_set_in_two_windows_is_told_by_its_name(path: Path, tabs):
    first, second = tabs
    for tab, key in ((first, "total"), (second, "leximin")):
        tab.page.desk.set(set_aim(tab.page.desk.snapshot, key, 0.0))
    assert "leximin" not in second.told()
    assert in_the_file(path)["aim"] == "total"
