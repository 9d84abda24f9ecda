"""From confirmed pairs to talks in the diary and goals on paper: planned, saved, written and brought back."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import BrowserContext, expect

from mentorkit.model import Goal, GoalLevel, OwnText, Rhythm, SchoolBreak
from mentorkit.text import Language
from tests.browser.screen import Screen, Serve, show, stored
from tests.browser.test_accessible import violations
from tests.documents.ics import read_calendar
from tests.workflows.started import PAIRS, stored_start


@pytest.fixture(scope="module")
def programme(language: Language, home: Path) -> Path:
    return stored_start(home / f"plans-{language}.mentorkit", language=language)


@pytest.fixture(scope="module")
def screen(programme: Path, language: Language, context: BrowserContext, serve: Serve) -> Iterator[Screen]:
    shown = show(context, serve(programme, language), language, "start")
    yield shown
    shown.page.close()


def saved(screen: Screen, label: str) -> dict[str, bytes]:
    """The files in the zip that a press saves."""
    with screen.page.expect_download() as download:
        screen.page.get_by_text(screen.says(label), exact=True).click()
    content = Path(download.value.path()).read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_talks_are_planned_for_all_pairs_saved_as_calendars_and_taken_back(screen: Screen, programme: Path):
    screen.open_tab("Calendar")
    assert violations(screen) == []
    form = screen.cell("calendar")
    form.get_by_role("textbox").last.fill("kerst")
    screen.button("Plan the talks").click()
    expect(screen.told("calendar")).to_contain_text("Dit is geen dag: kerst.")
    form.get_by_role("textbox").last.fill("21-12-2026 – 3-1-2027")
    screen.button("Plan the talks").click()
    expect(screen.told("calendar")).to_contain_text("De gesprekken zijn gepland.")
    now = stored(programme)
    assert {one.pair_id for one in now.rows(Rhythm)} == {pair.id for pair in PAIRS}
    assert now.frame(SchoolBreak).height == 1
    screen.settle()
    form.get_by_role("button", name=f"Maak de agenda's van {len(PAIRS)} koppels").click()
    files = saved(screen, "Calendars of all pairs")
    assert len(files) == len(PAIRS) + 1
    assert all(read_calendar(content).parts["VEVENT"] for content in files.values())
    assert violations(screen) == []
    screen.told("calendar").get_by_role("button").click()
    screen.settle()
    expect(form).to_contain_text("Er is nog geen gesprek gepland.")
    assert stored(programme).rows(Rhythm) == []


def test_a_text_shows_what_it_becomes_before_it_is_kept_and_names_a_field_that_is_none(
    screen: Screen, programme: Path
):
    screen.open_tab("Texts")
    form, seen = screen.cell("words"), screen.cell("preview")
    form.get_by_role("textbox").first.fill("Hoi {{ namen }}")
    screen.page.keyboard.press("Tab")
    expect(seen.get_by_role("textbox")).to_contain_text("Hoi Ann en Bo")
    form.get_by_role("textbox").last.fill("{{ naam }}")
    screen.page.keyboard.press("Tab")
    expect(seen).to_contain_text("het veld naam bestaat niet. Bedoel je namen?")
    assert stored(programme).rows(OwnText) == []
    form.get_by_role("textbox").last.fill("Tot gauw.")
    screen.button("Keep this text").click()
    expect(screen.told("words")).to_contain_text("Bewaard.")
    assert [(one.subject, one.body) for one in stored(programme).rows(OwnText)] == [
        ("Hoi {{ names }}", "Tot gauw.")
    ]
    assert violations(screen) == []
    screen.told("words").get_by_role("button").click()
    screen.settle()


def test_a_goal_is_written_and_levelled_and_its_plan_goes_out_and_comes_back(screen: Screen, programme: Path):
    screen.open_tab("Goals")
    words = screen.cell("one_goal")
    exactly, ready = screen.says("Say what exactly will be different."), words.get_by_label("Klaar op")
    expect(words).to_contain_text(exactly)
    words.get_by_label("Leerdoel", exact=True).press_sequentially("Ik leid elke maand een teamoverleg")
    screen.page.keyboard.press("Tab")
    screen.page.keyboard.type("Ik wil groeien")  # what is worked out takes no field away from the keyboard
    screen.page.keyboard.press("Tab")
    expect(words).not_to_contain_text(exactly)
    expect(words.get_by_label("Waarom het telt")).to_have_value("Ik wil groeien")
    ready.fill("1 maart 2027")
    screen.button("Keep the goal").click()
    expect(screen.told("one_goal")).to_contain_text("Dit is bewaard.")
    screen.settle()
    picker = words.get_by_role("combobox").first
    picker.select_option(index=1)
    screen.button("Note the level").click()
    expect(screen.told("goal_steps")).to_contain_text("Dit is bewaard.")
    assert [one.reached for one in stored(programme).rows(GoalLevel)] == [0]
    screen.settle()
    assert violations(screen) == []
    plans = saved(screen, "Development plans")
    (name,) = (one for one in plans if one.startswith("Ann"))
    document, filled = docx.Document(io.BytesIO(plans[name])), io.BytesIO()
    document.tables[0].rows[1].cells[1].text = "Mijn team wordt groter"
    document.save(filled)
    type_of = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    file = {"name": name, "mimeType": type_of, "buffer": filled.getvalue()}
    screen.cell("plans_back").locator("input[type=file]").set_input_files(file)
    expect(screen.told("plans_back")).to_contain_text("1 plan is overgenomen.")
    (goal,) = stored(programme).rows(Goal)
    assert (goal.text, goal.reason) == ("Ik leid elke maand een teamoverleg", "Mijn team wordt groter")
