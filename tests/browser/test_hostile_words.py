"""Words of participants are shown as words, wherever they turn up."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from mentorkit.documents.plan_workbook import plan_workbook
from mentorkit.frames import Snapshot
from mentorkit.intake import read_file
from mentorkit.matching import DEFAULT_WEIGHTS, Pool, Settings, propose
from mentorkit.model import Role, Shared
from mentorkit.store import Store
from mentorkit.text import Language, speaker
from mentorkit.text.terms import capital
from mentorkit.workflows.intake.review import review
from mentorkit.workflows.set_up import new_programme
from tests.browser.screen import AT_REST, PICTURE, Screen, Serve, show, stored
from tests.serving.test_browser import outside

SCRIPT = "<script>window.hit=1</script>"
FRAME = '"><iframe srcdoc="<script>parent.hit=1</script>">'
ALONE = f"{FRAME} alone"
NASTY = (
    PICTURE,
    "=1+1",
    "[a](http://x.example/)",
    SCRIPT,
    FRAME,
    "![b](http://x.example/b.png)",
    "http://x.example/c.png",
    '{"a": 1}',
    "{n} $x$ **c** %s",
    "\u202eabc\u202c \u2067אבג\u2069",
)
"""What a participant may type; the last one writes from right to left."""

NOW = datetime(2026, 9, 14, 9, 0, tzinfo=UTC)

HEADINGS = (
    *("Full name", "E-mail", "Department", "Topics I want to work on", "Topics I can mentor on"),
    *("Values in my work", "Languages", "About me", "What I want to achieve", "Free time", "City", "Manager"),
    *("Agrees to the use of data", "Mentor training taken or booked", "Years of work experience"),
)

BROUGHT_TO_LIFE = """() => {
    const found = []
    const walk = root => {
        for (const one of root.querySelectorAll('*')) {
            if (one.matches('img[src="x"], img[src*="x.example"], iframe, a[href*="x.example"]'))
                found.push(one.outerHTML)
            if (one.matches('script') && one.textContent.includes('window.hit')) found.push(one.outerHTML)
            if (one.shadowRoot) walk(one.shadowRoot)
        }
    }
    walk(document)
    return found
}"""
"""Elements that can only come from words of participants."""


def export(role: Role) -> bytes:
    """Sign-ups of one role: whose goals meet and whose values meet differ, so that weights matter."""
    file = io.StringIO()
    rows = csv.writer(file)
    rows.writerow(HEADINGS)
    for number, words in enumerate(NASTY):
        name = words if words.startswith("=") and role == "mentee" else f"{words} {role} {number}"
        value = NASTY[number if role == "mentee" else number - 1]
        person = [name, f"{role}{number}@example.org", words, words, words, value, "Dutch"]
        rows.writerow([*person, *[words] * 4, f"{words} boss", "Yes", "Yes", words if not number else "9"])
    if role == "mentee":
        person = [ALONE, "alone@example.org", *[PICTURE] * 4, "Ukrainian"]
        rows.writerow([*person, *[SCRIPT] * 5, "Yes", "Yes", "3"])
    return file.getvalue().encode("utf-8-sig")


def names(snapshot: Snapshot) -> list[str]:
    return snapshot.people["full_name"].to_list()


@pytest.fixture(scope="module")
def programme(language: Language, home: Path) -> Path:
    file = home / f"hostile-{language}.mentorkit"
    new_programme(file, f"{PICTURE} round", language, "coordinator")
    return file


@pytest.fixture
def requests(page_of: Screen) -> list[str]:
    return outside(page_of.page)


@pytest.fixture(scope="module")
def page_of(programme: Path, language: Language, context: BrowserContext, serve: Serve) -> Iterator[Screen]:
    """An empty page."""
    screen = show(context, serve(programme, language), language)
    yield screen
    screen.page.close()


def expect_words(place: Locator, *words: str) -> None:
    """Each of these stands there as plain text."""
    for one in words:
        expect(place).to_contain_text(one)


def take_in_all(screen: Screen) -> None:
    """The way through the page of the sign-ups, with a look at every screen."""
    files = [
        {"name": f"{PICTURE}{role}.csv", "mimeType": "text/csv", "buffer": export(role)}
        for role in ("mentor", "mentee")
    ]
    screen.cell("chosen").locator("input[type=file]").set_input_files(files)
    expect_words(screen.cell("chosen"), f"{PICTURE}mentor.csv", f"{PICTURE}mentee.csv")
    for cell in ("what_we_see", "which_columns", "which_values", "review_lists"):
        screen.page.wait_for_function(AT_REST, polling=100)
        screen.cell("move").get_by_role("button").last.click()
        expect_words(screen.cell(cell), PICTURE)
    screen.page.wait_for_function(AT_REST, polling=100)
    screen.cell("review_lists").get_by_role("radio", name=f"{screen.says('New')} (").click()
    expect_words(screen.cell("review_lists"), PICTURE)
    screen.page.wait_for_function(AT_REST, polling=100)
    screen.cell("review_lists").get_by_role("button", name=screen.says("All answers")).first.click()
    expect(screen.cell("one_row").locator("tbody tr").first).to_be_visible()
    screen.page.wait_for_function(AT_REST, polling=100)
    screen.cell("move").get_by_role("button").last.click()
    screen.button("Import the sign-ups").click()
    expect(screen.cell("confirm").get_by_role("button", name=screen.says("Undo"))).to_be_visible()


def share_with_a_successor(screen: Screen, programme: Path) -> None:
    """What the reader will see stands on the page in a frame in which nothing runs, and is what is saved."""
    screen.cell("top").get_by_role("link", name=screen.says("Sharing"), exact=True).click()
    whom = screen.cell("making_one").get_by_role("combobox")
    whom.select_option(label=capital(screen.says("whoever takes over")))
    expect_words(screen.page.frame_locator("iframe").locator("body"), f"{PICTURE} round", SCRIPT)
    shown = screen.page.locator("iframe")
    expect(shown).to_have_attribute("sandbox", "")
    screen.settle()
    screen.button("Make the file").click()
    with screen.page.expect_download() as saved:
        screen.cell("making_one").get_by_text(screen.says("Save the file")).click()
    assert saved.value.path().read_text(encoding="utf-8") == shown.get_attribute("srcdoc")
    assert [one.audience for one in stored(programme).rows(Shared)] == ["successor"]
    screen.cell("given_out").get_by_role("button", name=screen.says("Withdraw")).click()
    expect(screen.told("given_out")).to_contain_text(screen.says("Undo"))
    assert stored(programme).rows(Shared)[0].withdrawn_on is not None


def test_hostile_words_are_only_words_all_the_way(page_of: Screen, requests: list[str], programme: Path):
    screen, dialogs = page_of, []
    screen.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    screen.cell("top").get_by_role("link", name=screen.says("Sign-ups")).click()
    take_in_all(screen)
    screen.cell("confirm").get_by_role("link").click()
    screen.settle()
    expect(screen.paired).to_have_count(len(NASTY))
    people = names(stored(programme))
    assert len(people) == 2 * len(NASTY) + 1
    expect_words(screen.cell("pairs"), *people)
    screen.open_tab("Not placed")
    expect_words(screen.cell("not_placed"), ALONE)
    screen.open_tab("Pairs")
    expect_words(screen.cell("open_files"), f"{SCRIPT} boss", f"{FRAME} boss")
    expect_words(screen.cell("top"), f"{PICTURE} round")

    screen.settle()
    screen.press(screen.slider(0), "Home")
    expect_words(screen.cell("first"), "→", PICTURE)

    screen.choose(screen.paired.filter(has_text=PICTURE).first)
    expect_words(screen.card, PICTURE)
    expect_words(screen.cell("why_not_this"), PICTURE)
    others = screen.cell("ask_why_not").get_by_role("option")
    expect(others.filter(has_text=SCRIPT)).to_have_count(1)
    screen.decide("Keep this pair", f"{SCRIPT}{FRAME}")
    expect(screen.cell("words").locator("tbody tr").filter(has_text=f"{SCRIPT}{FRAME}")).to_have_count(1)

    screen.settle()
    for tab in ("Missing answers", "Compare", "First talks"):
        screen.open_tab(tab)
    expect_words(screen.cell("shortlist"), PICTURE)
    screen.cell("decide").get_by_role("button").first.click()
    expect_words(screen.cell("decided"), PICTURE)
    screen.settle()

    assert screen.page.evaluate("window.hit") is None
    assert screen.page.evaluate(BROUGHT_TO_LIFE) == []
    share_with_a_successor(screen, programme)
    assert screen.page.evaluate("window.hit") is None
    assert len(screen.page.evaluate(BROUGHT_TO_LIFE)) == 1
    assert dialogs == []
    assert requests == []


def test_hostile_words_are_text_in_the_workbook(tmp_path: Path, language: Language):
    empty = tmp_path / "empty.mentorkit"
    new_programme(empty, "Round", language, "coordinator")
    with Store.open(empty) as store:
        books = [read_file(f"{role}.csv", export(role)) for role in ("mentor", "mentee")]
        store.apply(review(store.load(), books).changes, author="coordinator", now=NOW)
        snapshot = store.load()
    content = plan_workbook(
        snapshot, propose(Pool.of(snapshot), Settings(DEFAULT_WEIGHTS)), speaker(language)
    )
    cells = [
        cell
        for sheet in openpyxl.load_workbook(io.BytesIO(content))
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    found = {cell.value for cell in cells}
    assert set(names(snapshot)) <= found
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [cell.value for cell in cells if cell.hyperlink] == []
