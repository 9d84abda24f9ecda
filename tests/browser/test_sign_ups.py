"""From an empty programme to sign-ups that are taken in, and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from mentorkit.frames import Snapshot
from mentorkit.matching import DEFAULT_WEIGHTS, Pool, Settings, propose
from mentorkit.model import Programme
from mentorkit.shipped import shipped
from mentorkit.text import Language, speaker
from mentorkit.views.headline import headline
from mentorkit.workflows.intake import Import
from mentorkit.workflows.set_up import new_programme, sample_sign_ups
from tests.browser.screen import Screen, opened, show, stored

EXPORTS = {"nl": ("mentoren.xlsx", "mentees.xlsx"), "en": ("mentors.csv", "mentees.csv")}
EMPTY = "Open the sign-ups of mentors and mentees to see who suits whom."
NO_WORKBOOK = (
    "This file is a web page with the name of an Excel file. "
    "Open it in Excel, save it as .xlsx and choose the new file."
)
FAULTS = ("Traceback", "Error", "internal error", "Exception")


@pytest.fixture(scope="module")
def programme(language: Language, home: Path) -> Path:
    file = home / f"empty-{language}.mentorkit"
    new_programme(file, "Round one", language, "coordinator")
    return file


@pytest.fixture(scope="module")
def screen(
    programme: Path, language: Language, context: BrowserContext, home: Path, port: int
) -> Iterator[Screen]:
    with opened(programme, language, home, port) as workbook:
        shared = show(context, workbook, language)
        yield shared
        shared.page.close()
        workbook.end()


def choose(screen: Screen, role: int, file: Path) -> None:
    """Give the page a file: the first input is for mentors, the second for mentees."""
    screen.settle()
    screen.cell("open_files").locator("input[type=file]").nth(role).set_input_files(file)


def is_empty(programme: Path) -> bool:
    snapshot = stored(programme)
    return not snapshot.people.height and not snapshot.applications.height


def test_an_empty_programme_says_what_to_do(screen: Screen):
    expect(screen.headline).to_have_text(screen.says(EMPTY))
    expect(screen.cell("open_files").locator("input[type=file]")).to_have_count(2)
    expect(screen.rows).to_have_count(0)


def test_a_web_page_that_is_called_a_workbook_is_refused_with_a_sentence(
    screen: Screen, programme: Path, tmp_path: Path
):
    file = tmp_path / "mentors.xlsx"
    file.write_text("<html><body><table><tr><td>Name</td></tr></table></body></html>", encoding="utf-8")
    choose(screen, 0, file)
    refusal = screen.cell("report").locator(".mk-notice")
    expect(refusal).to_have_text(screen.says(NO_WORKBOOK))
    assert [fault for fault in FAULTS if fault in "\n".join(screen.visible_text())] == []
    expect(screen.button("Take in the sign-ups")).to_have_count(0)
    assert is_empty(programme)


def test_sign_ups_are_shown_then_taken_in_then_taken_out(screen: Screen, programme: Path, language: Language):
    expected: Import = sample_sign_ups(Snapshot.of(Programme(id="x", name="x")), language)
    for role, name in enumerate(EXPORTS[language]):
        choose(screen, role, shipped("sample_data") / language / name)
        expect(screen.cell("report")).to_contain_text(name)
    report = screen.cell("report")
    for read in expected.intakes:
        line = report.locator("p").filter(has_text=read.file)
        expect(line).to_contain_text(f" {read.rows_read} ")
        expect(line).to_contain_text(f" {len(read.applications)} ")
    expect(screen.cell("findings").locator("tbody tr")).to_have_count(len(expected.problems))
    assert is_empty(programme)

    screen.button("Take in the sign-ups").click()
    plan = propose(Pool.of(expected_snapshot(programme, screen)), Settings(DEFAULT_WEIGHTS))
    expect(screen.headline).to_have_text(speaker(language)(headline(plan)))
    expect(screen.paired).to_have_count(len(plan.placed))

    screen.settle()
    screen.button("Undo").click()
    expect(screen.headline).to_have_text(screen.says(EMPTY))
    expect(screen.button("Undo")).to_be_disabled()
    assert is_empty(programme)


def expected_snapshot(programme: Path, screen: Screen) -> Snapshot:
    """The programme as it was saved, once it was."""
    screen.wait_until(lambda: not is_empty(programme))
    return stored(programme)


def test_made_up_people_are_one_click_away_and_gone_with_undo(screen: Screen, programme: Path):
    screen.settle()
    screen.button("Try it with made-up people").click()
    expect(screen.rows.first).to_be_visible()
    expect(screen.notice).to_contain_text(screen.says("Undo"))
    expect(screen.button("Try it with made-up people")).to_have_count(0)
    screen.settle()
    screen.button("Undo").click()
    expect(screen.headline).to_have_text(screen.says(EMPTY))
    assert is_empty(programme)
