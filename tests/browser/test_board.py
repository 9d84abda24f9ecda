"""The map of all pairs, and names that are hidden until a pair is confirmed."""

import re

from playwright.sync_api import expect

from tests.browser.screen import Screen


def test_on_the_map_any_square_opens_the_card_of_that_pair(screen: Screen):
    screen.settle()
    screen.show_as("map")
    field = screen.board.get_by_role("application")
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
    screen.button("Undo").click()
    expect(screen.row(name)).to_have_count(1)
