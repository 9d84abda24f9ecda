"""The notebook about progress: only what stands under the open tab is worked out."""

from datetime import date

import pytest

from mentorkit.ui.progress.followed import Followed
from mentorkit.ui.progress.tabs import TABS, show_progress
from tests.notebooks.cells import cells_after
from tests.progress.programmes import pair, programme
from tests.sources import ROOT

NOTEBOOK = ROOT / "notebooks" / "progress.py"
DAY = date(2026, 7, 1)


class Doors:
    """The tabs, with what each shows and what it was told to show."""

    def __init__(self) -> None:
        self.shown: dict[str, Followed | None] = dict.fromkeys(TABS)
        self.told: list[str] = []
        self.all = {key: (lambda key=key: self.shown[key], self.setter(key)) for key in TABS}

    def setter(self, key: str):
        def show(followed: Followed | None) -> None:
            self.shown[key] = followed
            self.told.append(key)

        return show


def test_the_tabs_stand_in_the_order_of_the_work():
    assert list(TABS) == ["week", "log", "pulses", "pairs", "goals", "calendar", "mentors", "support"]


def test_only_the_open_tab_gets_the_programme_and_only_when_it_is_another():
    doors, now, later = Doors(), *(Followed(programme(pair()), DAY) for _ in range(2))
    for followed, tab in ((now, "week"), (now, "week"), (now, "log"), (later, "log"), (later, "week")):
        show_progress(doors.all, followed, tab)
    assert doors.told == ["week", "log", "log", "week"]


def test_without_pairs_nothing_stays_under_any_tab():
    doors = Doors()
    show_progress(doors.all, Followed(programme(pair()), DAY), "week")
    show_progress(doors.all, Followed(programme(), DAY), "week")
    assert set(doors.shown.values()) == {None}


def test_every_cell_under_a_tab_is_a_cell_of_the_page():
    source = NOTEBOOK.read_text(encoding="utf-8")
    assert all(f"def {cell}(" in source for tab in TABS.values() for cell in tab.cells)


@pytest.mark.parametrize("key", TABS)
def test_what_one_tab_shows_runs_no_cell_under_another(key: str):
    after = cells_after(NOTEBOOK, {f"{key}_tab"})
    assert after >= set(TABS[key].cells)
    assert after.isdisjoint(cell for other, tab in TABS.items() if other != key for cell in tab.cells)


def test_an_action_or_another_tab_runs_only_what_is_handed_on():
    for moved in ({"turn"}, {"page_tabs"}):
        after = cells_after(NOTEBOOK, moved)
        assert "hand_on" in after
        assert after.isdisjoint(cell for tab in TABS.values() for cell in tab.cells)
