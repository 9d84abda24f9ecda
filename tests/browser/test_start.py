"""From framework and pairs to a first talk: introduce all, a no, a new proposal, expectations, agreements."""

import io
import zipfile
from collections import Counter
from pathlib import Path

from docx import Document
from playwright.sync_api import Locator, expect

from mentorkit.frames import Snapshot
from mentorkit.model import Decline, Expectation, Pair, Person, StartStep
from mentorkit.text import Language
from mentorkit.ui.start.board import TABS
from tests.browser.screen import Screen, stored
from tests.browser.test_accessible import violations
from tests.documents.test_expectations import export


def go(screen: Screen, page: str) -> None:
    """Another page of the programme by its name in the address, complete."""
    screen.page.locator(f'.mk-pages a[href*="/{page}/"]').click()
    screen.page.wait_for_url(f"**/{page}/**")
    screen.settle()


def choose_list(screen: Screen, name: str) -> None:
    screen.cell("which").get_by_role("radio", name=screen.says(name)).click()
    screen.settle()


def note(screen: Screen, happened: str) -> Locator:
    """Say what happened to the pairs that are ticked, and hand it in."""
    board = screen.cell("board")
    board.get_by_role("combobox").first.select_option(label=screen.says(happened))
    board.get_by_role("button", name=screen.says("Note it"), exact=True).click()
    return screen.told("board")


def people_of(snapshot: Snapshot, pair: Pair) -> tuple[Person, Person]:
    known = {one.id: one for one in snapshot.rows(Person)}
    return known[pair.mentee_id], known[pair.mentor_id]


def decide_the_mission(screen: Screen, programme: Path, mission: str) -> None:
    """Say on the page Framework what the programme is for, and go on to the pairing."""
    go(screen, "framework")
    screen.cell("purpose").get_by_role("textbox").first.fill(mission)
    screen.cell("purpose").get_by_role("button", name=screen.says("Keep this")).click()
    expect(screen.told("purpose")).to_contain_text(screen.says("Undo"))
    assert stored(programme).programme.framework.mission == mission
    go(screen, "pairing")


def test_an_afternoon_from_confirmed_pairs_to_first_talks(screen: Screen, programme, language: Language):
    decide_the_mission(screen, programme, "Iedereen vindt de weg")
    screen.cell("decide").get_by_role("button").first.click()
    expect(screen.cell("decided").locator("tbody tr")).to_have_count(1)
    pairs = stored(programme).rows(Pair)

    go(screen, "start")
    expect(screen.headline).to_contain_text(str(len(pairs)))
    board = screen.cell("board")
    expect(board.locator("tbody tr:visible")).to_have_count(len(pairs))
    board.get_by_role("checkbox").nth(len(pairs)).click()
    expect(note(screen, "they were introduced")).to_contain_text(screen.says("they were introduced"))
    assert len(stored(programme).rows(StartStep)) == len(pairs)

    choose_list(screen, "A yes or no to come")
    board.get_by_role("checkbox").first.click()
    board.locator("summary:visible").click()
    board.get_by_role("combobox").last.select_option(label=screen.says("other topics wanted"))
    expect(note(screen, "the mentee says no")).to_contain_text(screen.says("Undo"))
    now = stored(programme)
    (no,) = now.rows(Decline)
    (ended,) = (pair for pair in now.rows(Pair) if pair.ended_on)
    assert (no.pair_id, no.reason) == (ended.id, "themes")
    mentee, mentor = people_of(now, ended)

    go(screen, "pairing")
    line = screen.row(mentee.full_name)
    expect(screen.column(line, "Mentor")).not_to_have_text(mentor.full_name)
    screen.choose(line)
    expect(screen.cell("why")).to_contain_text(screen.says("other topics wanted"))

    go(screen, "start")
    left = [pair for pair in now.rows(Pair) if not pair.ended_on]
    times = Counter(one for pair in left for one in (pair.mentee_id, pair.mentor_id))
    one = next(pair for pair in left if times[pair.mentee_id] == times[pair.mentor_id] == 1)
    both = people_of(now, one)
    rows = [(who.email, {"rhythm": told}, "") for who, told in zip(both, ("weekly", "monthly"), strict=True)]
    screen.open_tab("What both expect")
    upload = {"name": "a.csv", "mimeType": "text/csv", "buffer": export(language, *rows)}
    screen.cell("answers").locator("input[type=file]").set_input_files(upload)
    screen.cell("answers").get_by_role("button", name=screen.says("Record these answers")).click()
    expect(screen.told("answers")).to_contain_text("2")
    expect(screen.cell("aloud")).to_contain_text(screen.says("differs: find the middle"))
    assert len(stored(programme).rows(Expectation)) == 2

    screen.open_tab("What to do now")
    screen.cell("papers").get_by_role("button").first.click()
    with screen.page.expect_download() as saved:
        screen.cell("papers").get_by_role("link", name=screen.says("Agreements")).click()
    with zipfile.ZipFile(saved.value.path()) as packed:
        (name,) = (name for name in packed.namelist() if name.startswith(both[0].full_name))
        table = Document(io.BytesIO(packed.read(name))).tables[0]
    assert any("Elke week" in cell.text and "Elke maand" in cell.text for cell in table.columns[1].cells)

    screen.undo.click()
    expect(screen.told("top")).to_contain_text(screen.says("Undone."))
    assert stored(programme).rows(Expectation) == []


def test_every_tab_of_the_start_can_be_used_without_seeing_it_and_fits_a_phone(screen: Screen, programme):
    if not stored(programme).rows(Pair):
        screen.cell("decide").get_by_role("button").first.click()
        expect(screen.cell("decided").locator("tbody tr")).to_have_count(1)
    go(screen, "start")
    tabs = screen.page.get_by_role("tab").all()
    assert len(tabs) == len(TABS)
    for tab in tabs:
        tab.click()
        assert violations(screen) == []
        screen.page.set_viewport_size({"width": 390, "height": 844})
        assert screen.page.evaluate("document.documentElement.scrollWidth") <= 390
        screen.page.set_viewport_size({"width": 1440, "height": 900})
