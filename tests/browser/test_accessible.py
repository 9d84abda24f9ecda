"""What axe-core finds on every page, in the states that a coordinator comes through: nothing of ours."""

from collections.abc import Iterator
from pathlib import Path

import marimo
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, expect

from mentorkit.text import Language
from mentorkit.workflows.set_up import new_programme
from tests.browser.screen import Screen, Serve, show, stored
from tests.browser.test_intake import DOUBTS, ROWS, Intake, export

MARIMO = {
    # rule of axe-core: what marimo itself writes there, and we cannot
    "aria-allowed-role": "marimo-file",
    "presentation-role-conflict": "marimo-file",
}
"""Violations of marimo's own elements."""


LED_NOWHERE = """names => {
    const apart = '.mk-name, .board, h3, .mk-card thead, .mk-card > .mk-lead, select, textarea, pre, a'
    const found = []
    const texts = document.createTreeWalker(document.querySelector('#App'), NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
        const [text, place] = [texts.currentNode.textContent, texts.currentNode.parentElement]
        if (!place.closest(apart) && names.some(name => text.includes(name))) found.push(text)
    }
    return found
}"""
"""Texts with the name of a person that is no way to the card; those of the card itself are none either."""


def violations(screen: Screen) -> list[tuple[str, ...]]:
    """The rules that are broken, and where; without what marimo cannot be kept from."""
    screen.settle()
    found = Axe().run(screen.page).response["violations"]
    return [
        (rule["id"], str(node["target"]), node["html"][:150], node["failureSummary"])
        for rule in found
        for node in rule["nodes"]
        if MARIMO.get(rule["id"], "-") not in str(node["target"])
    ]


def test_what_marimo_is_known_for_is_of_this_version():
    """With another one, look whether the list above still holds."""
    assert marimo.__version__.startswith("0.25.")


@pytest.fixture(scope="module")
def intake(language: Language, home: Path, context: BrowserContext, serve: Serve) -> Iterator[Intake]:
    file = home / f"accessible-{language}.mentorkit"
    new_programme(file, "Round one", language, "coordinator")
    shared = Intake(show(context, serve(file, language), language).page, language)
    yield shared
    shared.page.close()


def assert_it_fits_a_phone(intake: Intake) -> None:
    """The choice of lists ran off the right edge, and a row of errors was 689 dots tall."""
    width, lists = 390, intake.cell("review_lists")
    intake.page.set_viewport_size({"width": width, "height": 844})
    lefts_and_widths = (one.bounding_box() for one in lists.locator("label, tbody td").all())
    assert all(one["x"] + one["width"] <= width for one in lefts_and_widths if one)
    assert all(one.bounding_box()["height"] < 300 for one in lists.locator("tbody tr").all())
    intake.page.set_viewport_size({"width": 1440, "height": 900})


def test_every_screen_of_an_import_can_be_used_without_seeing_it(intake: Intake):
    assert violations(intake) == []
    intake.cell("top").get_by_role("link", name=intake.says("Sign-ups")).click()
    intake.at("File")
    assert violations(intake) == []
    intake.choose_file(export([*ROWS, *DOUBTS, (6, *ROWS[0][1:3], None, None, *ROWS[0][5:])]))
    for step in ("What we see", "Columns", "Values", "Review"):
        assert violations(intake) == []
        intake.onward(step)
    for tab in ("To look at", "New", "Errors"):
        intake.look_at(tab)
        assert violations(intake) == []
    assert_it_fits_a_phone(intake)
    intake.button("Fill it in here").click()
    expect(intake.cell("one_row").locator(".mk-faulty input").first).to_have_attribute("aria-invalid", "true")
    assert violations(intake) == []
    intake.onward("Confirm")
    assert violations(intake) == []
    intake.button("Import the sign-ups").click()
    intake.undo_import.wait_for()
    assert violations(intake) == []


def test_every_tab_of_the_framework_can_be_used_without_seeing_it(intake: Intake):
    intake.cell("top").get_by_role("link", name=intake.says("Framework")).click()
    tabs = intake.page.get_by_role("tab")
    expect(tabs).to_have_count(5)
    for tab in tabs.all():
        tab.click()
        assert violations(intake) == []


def test_the_keyboard_stays_on_a_point_of_the_checklist_that_was_ticked(intake: Intake):
    """Every box was made anew after a tick, and the next Tab began at the top of the page."""
    intake.page.get_by_role("tab", name=intake.says("Checklist")).click()
    intake.settle()
    points = intake.cell("checklist").get_by_role("checkbox")
    free = [point for point in points.all() if point.is_enabled()]
    counts = intake.cell("checklist").locator("p").first.inner_text()
    intake.press(free[1], "Space")
    expect(intake.cell("checklist").locator("p").first).not_to_have_text(counts)
    intake.settle()
    expect(free[1]).to_be_focused()
    expect(free[1]).to_be_checked()
    assert not intake.page.get_by_role("status").filter(has_text=intake.says("Undone.")).count()


def test_the_pairing_page_can_be_used_without_seeing_it_and_every_name_leads_to_its_card(
    screen: Screen, programme: Path
):
    """Names in warnings about managers, in first talks and in what would help led nowhere."""
    people = stored(programme)
    names = [name for side in ("mentee", "mentor") for name in people.participants(side)["full_name"]]
    screen.rows.first.wait_for()
    assert violations(screen) == []
    screen.show_as("map")
    assert violations(screen) == []
    for tab in ("Not placed", "Missing answers", "Compare", "First talks", "Decisions"):
        screen.open_tab(tab)
        assert violations(screen) == []
        assert screen.page.evaluate(LED_NOWHERE, names) == []


def test_the_first_page_can_be_used_without_seeing_it(screen: Screen, intake: Intake):
    for shown in (screen, intake):
        shown.cell("top").get_by_role("link", name=shown.says("Programme"), exact=True).click()
        shown.page.wait_for_url("**/?lang=*")
        assert violations(shown) == []
