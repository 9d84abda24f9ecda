"""What she sees and does on the pairing page, and the command that shows it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page

from mentorkit.frames import Snapshot
from mentorkit.store import Store
from mentorkit.text import Language, Message, speaker
from tests.cli.command import COMMAND
from tests.serving.workbook import Workbook, started

PATIENCE = 60_000
"""Milliseconds a condition may take on a busy machine; nothing waits that long when it works."""

PICTURE = "<img src=x onerror=window.hit=1>"
"""What a participant may be called, and the coordinator too."""

Serve = Callable[[Path, Language], str]
"""Gives the address at which a programme is shown."""

VISIBLE_TEXT = """root => {
    const found = []
    const walk = node => {
        if (node.nodeType === Node.TEXT_NODE) {
            const text = node.textContent.replace(/\\s+/g, ' ').trim()
            if (text && node.parentElement?.checkVisibility({visibilityProperty: true})) found.push(text)
            return
        }
        if (['STYLE', 'SCRIPT', 'NOSCRIPT', 'TEMPLATE'].includes(node.nodeName)) return
        for (const child of node.shadowRoot?.childNodes ?? []) walk(child)
        for (const child of node.childNodes) walk(child)
    }
    walk(root)
    return found
}"""
"""All text on the screen, inside shadow roots too."""


FOCUSED = """() => {
    let one = document.activeElement
    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement
    let place = one
    while (place && !place.closest('[data-cell-name]')) place = place.getRootNode().host
    return [place?.closest('[data-cell-name]').dataset.cellName ?? '', one?.role || one?.type || '']
}"""
"""The cell and the role of whatever the keyboard is on."""

COLUMNS = {"Mentee": "mentee", "Mentor": "mentor", "Points": "points", "Status": "status", "Look at": "look"}
"""What a column of the list is called in English, and in its markup."""

AT_REST = """() => {
    const busy = document.querySelector('.marimo-output-loading, .z-50.top-4.left-4.fixed > *')
    window.calm = busy ? 0 : (window.calm ?? 0) + 1
    return window.calm > 4 && !(window.calm = 0)
}"""
"""Whether marimo showed no sign of work the last few times this was asked."""


@contextmanager
def opened(file: Path, language: Language, home: Path, port: int | None = None) -> Iterator[Workbook]:
    """The command that opens a programme file, running until the end of the block."""
    command = [*COMMAND, "open", str(file), "--no-browser", "--lang", language]
    command += ["--port", str(port)] if port else []
    with started(command, home, lines_before=1) as workbook:
        yield workbook


def stored(file: Path) -> Snapshot:
    """What is in a programme file."""
    with Store.open(file) as store:
        return store.load()


@dataclass
class Screen:
    """One page in the browser, read and worked as she does."""

    page: Page
    language: Language

    def says(self, template: str, **values: Any) -> str:
        """A sentence as this page says it."""
        return speaker(self.language)(Message(template, values))

    def cell(self, name: str) -> Locator:
        """The part of the page that one cell of the notebook shows."""
        return self.page.locator(f'[data-cell-name="{name}"]')

    @property
    def headline(self) -> Locator:
        return self.cell("first").locator("h1")

    def told(self, cell: str) -> Locator:
        """What came of an action, where it was asked for."""
        return self.cell(cell).get_by_role("status")

    @property
    def undo(self) -> Locator:
        """The button in the top bar that takes back the last action."""
        return self.cell("top").get_by_role("button", name=self.says("Undo"), exact=True)

    @property
    def ripple_box(self) -> Locator:
        return self.cell("first").locator(".mk-ripple")

    @property
    def ripple(self) -> Locator:
        return self.ripple_box.locator("> p").first

    @property
    def board(self) -> Locator:
        return self.cell("pairs").locator(".board")

    @property
    def rows(self) -> Locator:
        """The mentees in the list, without its headings; only those that are shown."""
        return self.board.locator("[role=row]:not(.head):not([hidden])")

    @property
    def paired(self) -> Locator:
        """The mentees in the list who have a mentor."""
        return self.rows.filter(has_not=self.page.locator(".nobody"))

    def row(self, mentee: str) -> Locator:
        """The line of one mentee."""
        name = re.compile(f"^{re.escape(mentee)}$")
        return self.rows.filter(has=self.page.locator(".mentee").filter(has_text=name))

    def column(self, row: Locator, heading: str) -> Locator:
        """The cell of a line under a heading, in English; of points the number without its bar."""
        cell = row.locator(f".{COLUMNS[heading]}")
        return cell.locator("span").first if heading == "Points" else cell

    def text_of(self, row: Locator, heading: str) -> str:
        return self.column(row, heading).inner_text().strip()

    def show_as(self, view: str) -> None:
        """Look at the list or at the map of all pairs."""
        self.board.locator(f'[data-view="{view}"]').click()

    def search(self, name: str) -> None:
        """Show only mentees and mentors with a part of a name."""
        self.board.get_by_role("searchbox").fill(name)

    @property
    def card(self) -> Locator:
        return self.cell("why").get_by_role("article")

    def slider(self, number: int) -> Locator:
        return self.cell("weigh").get_by_role("slider").nth(number)

    def press(self, thing: Locator, key: str) -> None:
        """Put the keyboard on something and press a key."""
        thing.focus()
        thing.press(key)

    def tab_to(self, cell: str, role: str) -> None:
        """Press Tab until the keyboard is on something with this role in this cell."""
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(FOCUSED) == [cell, role]:
                return
        pytest.fail(f"Tab never reached a {role} in {cell}.")

    def button(self, template: str, **values: Any) -> Locator:
        return self.page.get_by_role("button", name=self.says(template, **values), exact=True)

    def open_tab(self, template: str) -> None:
        """Open one of the tabs under the headline and wait for what stands there."""
        self.page.get_by_role("tab", name=self.says(template), exact=True).click()
        self.settle()

    def choose(self, row: Locator) -> None:
        """Choose a pair in the list and wait for its card and, unless it is confirmed, its form."""
        self.settle()
        name, form = self.text_of(row, "Mentee"), self._form()
        if row.get_attribute("aria-selected") == "true":
            return
        row.click()
        self.card.get_by_role("heading").filter(has_text=name).wait_for()
        if self.text_of(row, "Status") != self.says("confirmed"):
            self.wait_until(lambda: self._form() not in {None, form})

    def _form(self) -> str | None:
        """Which form of marimo's stands under the card; every choice makes a new one."""
        forms = self.cell("word").locator("marimo-ui-element")
        return forms.first.get_attribute("random-id") if forms.count() else None

    def decide(self, kind: str, reason: str, mentor: str | None = None) -> None:
        """Give a word on the chosen pair, or on its mentee with another mentor, whose price comes first."""
        form = self.cell("word")
        if mentor is not None:
            self.cell("ask_why_not").get_by_role("combobox").select_option(label=mentor)
            form.get_by_role("heading", name=mentor).wait_for()
            self.settle()
        form.get_by_role("radio", name=self.says(kind), exact=True).click()
        form.get_by_role("textbox").fill(reason)
        form.get_by_role("button", name=self.says("Record"), exact=True).click()

    def visible_text(self) -> list[str]:
        return self.page.locator("body").evaluate(VISIBLE_TEXT)

    def wait_until(self, is_true: Any) -> None:
        """Let the browser go on until something is true."""
        for _ in range(PATIENCE // 100):
            if is_true():
                return
            self.page.wait_for_timeout(100)
        pytest.fail("The page never got that far.")

    def settle(self) -> None:
        """Wait until the whole page is there and marimo is at rest."""
        self.cell("foot").locator(".mk-foot").wait_for()
        self.headline.wait_for()
        self.page.wait_for_function(AT_REST, polling=100)


def show(context: BrowserContext, address: str, language: Language, notebook: str = "pairing") -> Screen:
    """A page of the programme at an address in a new tab, complete."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address.replace("/?", f"/{notebook}/?"))
    screen = Screen(page, language)
    screen.settle()
    return screen
