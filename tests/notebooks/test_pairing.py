"""The pairing notebook without a browser: run as a script, it finds what the page shows."""

import re
import runpy
from pathlib import Path
from typing import Any

import pytest

from mentorkit.matching import DEFAULT_WEIGHTS, Pool, Settings, propose
from mentorkit.store import Store
from mentorkit.text import LANGUAGES, Language
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.pairing.tabs import TABS
from mentorkit.workflows.set_up import new_programme, sample_programme
from tests.notebooks.cells import cells_after
from tests.sources import ROOT

NOTEBOOK = ROOT / "notebooks" / "pairing.py"
PEOPLE = {"nl": (89, 60), "en": (18, 12)}
HEADLINE = {
    "nl": "80 van de 85 mentees die meedoen, hebben een mentor",
    "en": "All 17 mentees who take part have a mentor",
}


def run(programme: Path) -> tuple[str, dict[str, Any]]:
    """Everything that the cells show, and everything that they define."""
    outputs, definitions = runpy.run_path(str(NOTEBOOK))["app"].run(defs={"desk": Desk(programme)})
    shown = "".join(output.text for output in outputs if output is not None)
    return shown, dict(definitions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_proposes_the_best_plan_for_the_stored_programme(language: Language, tmp_path: Path):
    file = tmp_path / "round.mentorkit"
    sample_programme(file, language)
    shown, found = run(file)

    with Store.open(file) as store:
        expected = propose(Pool.of(store.load()), Settings(DEFAULT_WEIGHTS))
    assert found["snapshot"].programme.is_sample
    assert found["proposal"].pool.candidates.shape == PEOPLE[language]
    assert found["proposal"].mentor_of.tolist() == expected.mentor_of.tolist()
    assert found["change"] is None
    assert HEADLINE[language] in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_changes_nothing_by_being_looked_at(language: Language, tmp_path: Path):
    file = tmp_path / "round.mentorkit"
    sample_programme(file, language)
    with Store.open(file) as store:
        before = store.load().programme
    run(file)
    with Store.open(file) as store:
        assert store.load().programme == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_programme_is_no_fault(language: Language, tmp_path: Path):
    file = tmp_path / "empty.mentorkit"
    new_programme(file, "Round one", language, "coordinator")
    _, found = run(file)
    assert found["proposal"].pool.candidates.shape == (0, 0)
    assert found["snapshot"].people.is_empty()
    assert found["change"] is None


def test_a_move_of_a_weight_runs_few_cells():
    """Each cell costs some ten messages to the browser, before the headline when it comes first."""
    source = NOTEBOOK.read_text(encoding="utf-8")
    waiting = [line for line in source.splitlines() if re.match(r"def \w+\(.*\bproposal\b", line)]
    assert 0 < len(waiting) <= 7, waiting


def test_a_move_of_a_weight_runs_no_cell_under_a_closed_tab():
    """With every section open, the step after a step took 4.8 seconds."""
    after_a_step = cells_after(NOTEBOOK, {"weights"})
    assert {"first", "fill", "hand_on", "save"} <= after_a_step
    closed = {cell for key, tab in TABS.items() if key != "pairs" for cell in tab.cells}
    assert after_a_step.isdisjoint(closed)


def test_another_pair_on_the_board_works_out_nothing_of_the_whole_proposal():
    """Every card waited for how sure all pairs are, and for the plan to be sent again."""
    after_a_choice = cells_after(NOTEBOOK, {"board"})
    assert "why" in after_a_choice
    assert after_a_choice.isdisjoint({"first", "fill", "how_sure", "hand_on"})


def test_a_plan_under_one_tab_runs_no_cell_under_another():
    for key in ("unplaced", "missing", "compare", "talks"):
        others = {cell for other, tab in TABS.items() if other != key for cell in tab.cells}
        assert cells_after(NOTEBOOK, {f"{key}_tab"}).isdisjoint(others)


def test_the_board_stays_when_another_tab_is_opened():
    assert "pairs" not in cells_after(NOTEBOOK, {"page_tabs"})


def test_every_cell_under_a_tab_is_a_cell_of_the_page():
    source = NOTEBOOK.read_text(encoding="utf-8")
    for cell in (cell for tab in TABS.values() for cell in tab.cells):
        assert f"def {cell}(" in source


def test_no_style_looks_from_a_part_of_the_page_at_what_is_inside_it():
    """A rule with `:has` made every change of a pair a change of all four thousand parts of the page."""
    styles = [*ROOT.glob("notebooks/*.css"), *ROOT.glob("mentorkit/ui/*.css")]
    assert styles
    for style in styles:
        assert ":has(" not in re.sub(r"/\*.*?\*/", "", style.read_text(encoding="utf-8"), flags=re.DOTALL)
