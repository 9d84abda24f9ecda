"""A shared file as its reader opens it: from disk, without a network, with hostile words in every name."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from markupsafe import escape
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mentorkit.frames import Snapshot
from mentorkit.model import AudienceKey, Lesson, Person, Programme
from mentorkit.sharing.audiences import AUDIENCES
from mentorkit.workflows.sharing.share import Sharing, made_to_share
from tests.browser.test_hostile_words import BROUGHT_TO_LIFE, NASTY, SCRIPT
from tests.sharing.test_audiences import drawn
from tests.workflows.started import TODAY, started

DATA = '<script type="application/json" id="extract">'
"""What no browser runs: the extract beside the page."""

HOSTILE = f"{SCRIPT} {' '.join(NASTY)}"


def hostile() -> Snapshot:
    """Made-up people whose names, goals and programme are all hostile."""
    now = started()
    people = [one.model_copy(update={"full_name": f"{HOSTILE} {one.id}"}) for one in now.rows(Person)]
    programme = now.programme.model_copy(update={"name": HOSTILE[:200], "is_sample": True})
    lessons = [Lesson(id="1", theme="start", text=HOSTILE[:300], noted_on=TODAY)]
    now = now.with_table(Person, people).with_table(Programme, [programme])
    return now.with_table(Lesson, lessons)


def file_for(key: AudienceKey) -> str:
    content, _ = made_to_share(hostile(), key, Sharing("C", TODAY), drawn(1), lambda done, total: None)
    if AUDIENCES[key].about == "own pair":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            content = packed.read(packed.namelist()[0])
    return content.decode()


@pytest.fixture(scope="module")
def offline(browser: Browser) -> Iterator[BrowserContext]:
    reader = browser.new_context(offline=True)
    yield reader
    reader.close()


def opened(reader: BrowserContext, file: Path, content: str) -> tuple[Page, list[str]]:
    """The page, and what it asked for beside itself."""
    file.write_text(content, encoding="utf-8")
    page, asked = reader.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    return page, asked


@pytest.mark.parametrize("key", AUDIENCES)
def test_no_name_runs_and_nothing_is_asked_and_all_can_read_it(
    offline: BrowserContext, tmp_path: Path, key: AudienceKey
):
    page, asked = opened(offline, tmp_path / "a.html", file_for(key))
    assert asked == [page.url]
    assert page.evaluate("window.hit") is None
    alive = page.evaluate(BROUGHT_TO_LIFE)
    assert [one for one in alive if not one.startswith(DATA)] == []
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], node["html"][:150]) for rule in found for node in rule["nodes"]] == []
    page.close()


def test_where_a_name_would_not_be_escaped_its_script_still_does_not_run(
    offline: BrowserContext, tmp_path: Path
):
    loose = file_for("successor").replace(str(escape(SCRIPT)), SCRIPT)
    assert loose.count(SCRIPT) > 2
    page, asked = opened(offline, tmp_path / "a.html", loose)
    assert page.evaluate("window.hit") is None
    assert asked == [page.url]
    page.close()


def test_its_tables_sort_and_it_speaks_both_languages_also_without_a_script(
    browser: Browser, offline: BrowserContext, tmp_path: Path
):
    content = file_for("works_council")
    page, _ = opened(offline, tmp_path / "a.html", content)
    head = page.get_by_role("columnheader", name="Criterion").first
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    cells = page.locator("article:visible table").first.locator("tbody td:first-child").all_inner_texts()
    assert cells == sorted(cells)
    page.get_by_role("columnheader", name="Points").first.get_by_role("button").click()
    worked_out = page.locator("article:visible table", has_text="Fits, of 100").first.locator("tbody tr")
    points = [float(row.locator("td").last.inner_text()) for row in worked_out.all()]
    assert points == sorted(points)  # 18.8 counted as 188 in English
    told = page.locator("article:visible .play")
    before = told.locator("tbody").inner_text()
    told.get_by_label("Learning goals").fill("0")
    expect(told.locator("output").first).to_have_text("0")
    assert told.locator("tbody").inner_text() != before
    page.close()
    plain = browser.new_context(offline=True, java_script_enabled=False)
    page, _ = opened(plain, tmp_path / "b.html", content)
    expect(page.get_by_role("heading", name="Who decides")).to_be_visible()
    page.get_by_text("Nederlands", exact=True).click()
    expect(page.get_by_role("heading", name="Wie beslist")).to_be_visible()
    expect(page.get_by_role("heading", name="Who decides")).to_be_hidden()
    plain.close()
