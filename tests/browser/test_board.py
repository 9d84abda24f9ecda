"""The map of all pairs, names hidden until a pair is confirmed, and traits that arrive one by one."""

import re
from collections.abc import Iterator
from itertools import permutations
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from mentorkit.matching import Pool, Settings, propose
from mentorkit.text import speaker
from mentorkit.ui.pairing.board import Board, empty_board, fill_board
from mentorkit.views.names import Names, linked
from tests.browser.screen import Screen
from tests.matching.small import mentee, mentor, snapshot
from tests.workflows.cases import only

SENT = ("people", "plan", "sure", "heat")

HOST = """async ([script, traits]) => {
    window.traits = traits
    traits.heat = new Uint8Array(traits.heat)
    window.heard = {}
    const model = {
        get: name => traits[name],
        on: (event, react) => { heard[event] = react },
        off: event => { delete heard[event] },
        set: (name, value) => { traits[name] = value },
        save_changes: () => {},
    }
    const board = await import(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })))
    board.default.render({ model, el: document.body })
}"""
"""What holds the traits of a widget in the page and tells it which of them changed."""

ARRIVES = """async ([name, value]) => {
    traits[name] = name === 'heat' ? new Uint8Array(value) : value
    heard[`change:${name}`]()
    await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))
}"""
"""One trait arrives, and the board has had the time to draw it."""


@pytest.fixture
def bare_page(browser: Browser) -> Iterator[Page]:
    """A page of nothing, which may not throw."""
    page = browser.new_page()
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(error.message))
    yield page
    page.close()
    assert thrown == []


def sent(board: Board) -> dict[str, Any]:
    """The traits as they go to the page."""
    state = board.get_state((*SENT, "words", "chosen", "card_in", "view"))
    return {**state, "heat": list(board.heat)}


def filled(board: Board, *mentees: str) -> Board:
    """The board with mentees of these names, all but one of them with a mentor."""
    mentors = [mentor(f"mentor of {name}", full_name=f"Mentor {name}") for name in mentees[1:]]
    people = snapshot(*(mentee(name, full_name=name) for name in mentees), *mentors)
    fill_board(board, propose(Pool.of(people), Settings(only())), None, Names.of(people), speaker("en"))
    return board


def put(page: Page, person: str, beside: str = "") -> None:
    """A name elsewhere on the page."""
    name = str(linked(f"\ue000{person}\ue001{person}\ue002{beside}\ue003"))
    page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", name)


@pytest.mark.parametrize("order", list(permutations(SENT))[::4], ids=" then ".join)
def test_a_board_drawn_before_its_people_shows_them_whatever_arrives_first(
    bare_page: Page, order: tuple[str, ...]
):
    board = empty_board(speaker("en"))
    bare_page.evaluate(HOST, [board._esm, sent(board)])
    for names in (["Ann", "Bea"], ["Cas", "Dot", "Eva", "Fay"], ["Gil"]):
        traits = sent(filled(board, *names))
        for name in order:
            bare_page.evaluate(ARRIVES, [name, traits[name]])
        assert sorted(bare_page.locator(".line:not(.head) .mentee").all_inner_texts()) == names
        assert bare_page.locator("[data-filter=all] .count").inner_text() == str(len(names))
        assert bare_page.locator("[data-filter=unplaced] .count").inner_text() == "1"


def test_who_is_not_placed_stands_last_and_a_name_on_the_page_leads_to_the_card(bare_page: Page):
    """The list began with everybody who is not placed, and names elsewhere led nowhere."""
    board = filled(empty_board(speaker("en")), "Zoë", "Ann", "Bea")
    bare_page.evaluate(HOST, [board._esm, sent(board)])
    lines = bare_page.locator(".line:not(.head)")
    assert lines.last.locator(".mentor").inner_text() == "not placed"
    assert lines.first.get_attribute("aria-selected") == "true"
    for name, beside, chosen in (
        ("mentor of Ann", "", ["Ann", ""]),
        ("Zoë", "", ["Zoë", ""]),
        ("mentor of Ann", "Bea", ["Bea", "mentor of Ann"]),
    ):
        put(bare_page, name, beside)
        bare_page.locator(".mk-name").last.press("Enter")
        assert bare_page.evaluate("traits.chosen") == chosen


def test_a_long_list_is_searched_by_typing_a_part_of_a_name(screen: Screen):
    """Hundreds of mentors stood in a list that could only be scrolled."""
    screen.settle()
    asked = screen.cell("ask_why_not")
    mentors, find = asked.get_by_role("combobox"), asked.get_by_role("searchbox")
    expect(find).to_have_attribute("placeholder", screen.says("Search in this list"))
    name = mentors.locator("option").nth(40).text_content()
    find.fill(name[2:].upper())
    expect(mentors.locator("option:not([hidden])")).to_have_text(["--", name])
    find.press("Enter")
    expect(screen.cell("word").get_by_role("heading", name=name)).to_be_visible()
    screen.settle()
    mentors.select_option(index=0)
    screen.settle()


IS_DRAWN = "one => new Set(one.getContext('2d').getImageData(0, 0, one.width, one.height).data).size > 20"
"""Whether a canvas has many shades: the points of all pairs come once the map is opened."""


def test_on_the_map_any_square_opens_the_card_of_that_pair(screen: Screen):
    screen.settle()
    screen.show_as("map")
    field = screen.board.get_by_role("application")
    canvas = field.locator("canvas").first.element_handle()
    screen.page.wait_for_function(IS_DRAWN, arg=canvas, polling=100)  # it stayed white
    field.click(position={"x": 150, "y": 150})
    said = screen.board.locator(".tip").inner_text()
    expect(screen.card.get_by_role("heading")).to_contain_text(said.split(":")[0].split(" · ")[0])
    field.press("ArrowRight")
    field.press("Enter")
    moved = screen.board.locator(".tip").inner_text()
    assert moved != said
    names = re.split(r": | · ", moved)[0]
    expect(screen.card.get_by_role("heading")).to_contain_text(names)
    screen.show_as("list")


def test_hidden_names_are_nowhere_on_the_page_until_shown_again(screen: Screen):
    screen.settle()
    name = screen.text_of(screen.paired.first, "Mentee")
    switch = screen.cell("decide").get_by_role("switch")
    switch.click()
    expect(screen.rows.filter(has_text=re.compile("Mentee 1"))).not_to_have_count(0)
    screen.settle()
    assert name not in "\n".join(screen.visible_text())
    screen.undo.click()
    expect(screen.row(name)).to_have_count(1)
