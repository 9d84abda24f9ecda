"""The notebooks about progress, pulses and closing: only what stands under the open tab is worked out."""

import runpy
from datetime import date
from pathlib import Path

import pytest

from mentorkit.model import Pair
from mentorkit.ui.evaluation.tabs import EVALUATION_TABS
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.tabs import show_under
from mentorkit.ui.progress.followed import Followed
from mentorkit.ui.progress.tabs import CLOSING_TABS, PULSE_TABS, TABS
from mentorkit.workflows.progress.closing import Ending, end_pairs
from tests.notebooks.cells import cells_after
from tests.progress.programmes import pair, programme
from tests.sources import ROOT
from tests.ui.test_desk import START
from tests.workflows.started import stored_start

PAGES = {"progress": TABS, "pulses": PULSE_TABS, "closing": CLOSING_TABS, "evaluation": EVALUATION_TABS}
EVERY_TAB = [(page, key) for page, tabs in PAGES.items() for key in tabs]
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
    assert list(TABS) == ["week", "log", "pairs", "goals", "calendar", "mentors", "support"]
    assert list(PULSE_TABS) == ["pulses", "signals"]
    assert list(CLOSING_TABS) == ["closing", "anew", "ended"]
    questions = ["reaction", "learning", "behaviour", "results"]
    assert list(EVALUATION_TABS) == ["answer", *questions, "match", "fairness", "standards", "response"]


def test_only_the_open_tab_gets_the_programme_and_only_when_it_is_another():
    doors, now, later = Doors(), *(Followed(programme(pair()), DAY) for _ in range(2))
    for followed, tab in ((now, "week"), (now, "week"), (now, "log"), (later, "log"), (later, "week")):
        show_under(doors.all, followed, tab)
    assert doors.told == ["week", "log", "log", "week"]


def test_without_pairs_nothing_stays_under_any_tab():
    doors = Doors()
    show_under(doors.all, Followed(programme(pair()), DAY), "week")
    show_under(doors.all, None, "week")
    assert set(doors.shown.values()) == {None}


def notebook(page: str) -> Path:
    return ROOT / "notebooks" / f"{page}.py"


@pytest.mark.parametrize("page", PAGES)
def test_every_cell_under_a_tab_is_a_cell_of_the_page(page: str):
    source = notebook(page).read_text(encoding="utf-8")
    assert all(f"def {cell}(" in source for tab in PAGES[page].values() for cell in tab.cells)


@pytest.mark.parametrize(("page", "key"), EVERY_TAB)
def test_what_one_tab_shows_runs_no_cell_under_another(page: str, key: str):
    after, tabs = cells_after(notebook(page), {f"{key}_tab"}), PAGES[page]
    assert after >= set(tabs[key].cells)
    assert after.isdisjoint(cell for other, tab in tabs.items() if other != key for cell in tab.cells)


@pytest.mark.parametrize("page", PAGES)
def test_an_action_or_another_tab_runs_only_what_is_handed_on(page: str):
    for moved in ({"turn"}, {"page_tabs"}):
        after = cells_after(notebook(page), moved)
        assert "hand_on" in after
        assert after.isdisjoint(cell for tab in PAGES[page].values() for cell in tab.cells)


def test_another_tab_hands_on_the_same_evaluation():
    group, tab = (cells_after(notebook("evaluation"), {one}) for one in ("group_chosen", "page_tabs"))
    assert "look_at" in group - tab


def test_closing_is_shown_when_no_pair_is_together_any_more(tmp_path: Path):
    desk = Desk(stored_start(tmp_path / "p.mentorkit"), now=lambda: START, language="en")
    together = [one.id for one in desk.snapshot.rows(Pair)]
    ending = Ending(desk.today(), "planned", "both", "term")
    assert desk.do(lambda now: end_pairs(now, together, ending, desk.today()))
    outputs, found = runpy.run_path(str(notebook("closing")))["app"].run(defs={"desk": desk})
    assert found["followed"].pairs == ()
    assert "No pair is together any more; 2 have ended." in "".join(
        getattr(one, "text", "") for one in outputs
    )
