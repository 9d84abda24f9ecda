"""The programme as a workbook: saved on the page, changed in Excel, taken in again and undone."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import BrowserContext, FilePayload, expect

from mentorkit.frames import Snapshot
from mentorkit.text import Language
from mentorkit.workflows.set_up import sample_programme
from tests.browser.screen import Screen, Serve, show, stored

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TOWN = "<b>Doel</b>"


def towns(snapshot: Snapshot) -> dict[str, str]:
    return dict(snapshot.people.select("id", "city").iter_rows())


def changed(content: bytes) -> bytes:
    """The workbook with another town for the first person in it."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    column = next(cell.column for cell in sheet[1] if cell.value == "city")
    sheet.cell(3, column).value = TOWN
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.fixture(scope="module")
def file(language: Language, home: Path) -> Path:
    """A programme file of its own, because an action in one window is news to every other."""
    made = home / f"workbook {language}.mentorkit"
    sample_programme(made, language)
    return made


@pytest.fixture(scope="module")
def desk(file: Path, language: Language, context: BrowserContext, serve: Serve) -> Iterator[Screen]:
    screen = show(context, serve(file, language), language)
    yield screen
    screen.page.close()


def test_what_is_missing_is_listed_with_a_mail(desk: Screen):
    desk.open_tab("Missing answers")
    panel = desk.cell("missing_answers")
    expect(panel.locator("tbody tr").first).to_be_visible()
    panel.locator("summary").click()
    expect(panel.get_by_role("link").first).to_have_attribute("href", re.compile("^mailto:"))
    expect(panel.locator(".mk-copy")).to_be_visible()


def test_a_cell_changed_in_the_workbook_comes_back_and_undo_takes_it_out(desk: Screen, file: Path):
    before = towns(stored(file))
    desk.cell("top").get_by_role("link", name=desk.says("Sign-ups")).click()
    panel = desk.cell("programme_workbook")
    with desk.page.expect_download() as saved:
        panel.get_by_text(desk.says("Save the programme as a workbook")).click()
    content = changed(saved.value.path().read_bytes())
    upload: FilePayload = {"name": "programme.xlsx", "mimeType": XLSX, "buffer": content}
    desk.settle()
    panel.locator("input[type=file]").set_input_files(upload)
    expect(panel.locator("tbody tr")).to_have_count(1)
    expect(panel.locator("tbody tr")).to_contain_text(TOWN)
    desk.settle()
    desk.button("Import the workbook").click()
    desk.wait_until(lambda: towns(stored(file)) != before)
    after = towns(stored(file))
    assert [town for person, town in after.items() if town != before[person]] == [TOWN]
    desk.settle()
    desk.undo.click()
    desk.wait_until(lambda: towns(stored(file)) == before)
