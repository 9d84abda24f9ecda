"""With the keyboard alone, on paper, and on a small screen."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.screen import FOCUSED, Screen, stored

CLIPPED = """cell => {
    const found = []
    const walk = root => {
        for (const one of root.querySelectorAll('*')) {
            if (one.shadowRoot) walk(one.shadowRoot)
            const cuts = getComputedStyle(one).overflowY !== 'visible' && one.querySelector('tr, [role=row]')
            if (cuts && one.scrollHeight > one.clientHeight + 1) found.push(one.outerHTML.slice(0, 80))
        }
    }
    walk(cell)
    return found
}"""
"""Boxes around a table that hide part of its height."""

TOO_WIDE = """root => {
    const found = []
    const check = one => {
        if (one.shadowRoot) for (const part of one.shadowRoot.children) check(part)
        for (const part of one.children) check(part)
        const { overflowX, textOverflow } = getComputedStyle(one)
        const holds = one === document.documentElement || overflowX !== 'visible'
        const isOver = one.clientWidth > 200 && one.scrollWidth > one.clientWidth + 1
        if (holds && isOver && textOverflow !== 'ellipsis')
            found.push(`${one.outerHTML.slice(0, 120)} ${one.scrollWidth} > ${one.clientWidth}`)
    }
    check(root)
    return found
}"""
"""Boxes that hold more than fits in their width, but for a line that ends in an ellipsis on purpose."""

CONTROLS = ("top", "weigh", "decide", "word", "words", "tabs")
A4 = {"width": 680, "height": 962}
"""What is left of A4 within its margins, at 96 dots per inch."""


def test_a_word_can_be_given_with_the_keyboard_alone(screen: Screen, programme: Path):
    keys = screen.page.keyboard
    screen.settle()
    screen.page.locator("#mk-skip").focus()  # the first stop of a fresh page
    keys.press("Enter")
    stops = 1
    while screen.page.evaluate(FOCUSED) != ["pairs", "grid"]:
        keys.press("Tab")
        stops += 1
        assert stops <= 12
    screen.cell("top").locator(".mk-top strong").first.click()  # where Tab starts from on a fresh page
    screen.tab_to("top", "submit")
    screen.tab_to("weigh", "slider")
    keys.press("End")
    expect(screen.slider(0)).to_have_attribute("aria-valuenow", "100")
    screen.settle()
    keys.press("ArrowLeft")
    expect(screen.slider(0)).to_have_attribute("aria-valuenow", "99")
    screen.settle()
    screen.tab_to("decide", "submit")

    mentee = screen.text_of(screen.paired.nth(3), "Mentee")
    screen.tab_to("pairs", "search")
    keys.type(mentee)
    expect(screen.rows).to_have_count(1)
    screen.tab_to("pairs", "grid")
    keys.press("ArrowDown")
    keys.press("Space")
    expect(screen.card).to_be_visible()
    screen.settle()
    screen.tab_to("word", "radio")
    screen.tab_to("word", "text")
    keys.type("By keyboard")
    screen.tab_to("word", "submit")
    keys.press("Enter")
    expect(screen.column(screen.row(mentee), "Status")).to_have_text(screen.says("fixed by you"))
    assert "By keyboard" in stored(programme).overrides["reason"].to_list()


def test_on_paper_the_table_is_whole_and_the_controls_are_gone(screen: Screen):
    screen.search("")
    screen.choose(screen.paired.nth(2))
    screen.page.set_viewport_size(A4)
    screen.page.emulate_media(media="print")
    try:
        for name in CONTROLS:
            expect(screen.cell(name).locator("marimo-ui-element").first).not_to_be_visible()
        expect(screen.board.get_by_role("button").first).not_to_be_visible()
        expect(screen.board.get_by_role("searchbox")).not_to_be_visible()
        for part in (screen.headline, screen.card, screen.rows.last):
            expect(part).to_be_visible()
        assert screen.cell("pairs").evaluate(CLIPPED) == []
        assert screen.cell("pairs").evaluate(TOO_WIDE) == []
        assert screen.page.pdf(format="A4").startswith(b"%PDF")
    finally:
        screen.page.emulate_media(media="screen")
        screen.page.set_viewport_size({"width": 1440, "height": 900})


def test_the_card_stands_beside_the_list_and_a_step_moves_neither(screen: Screen):
    """The card stood a scroll below the list, and what a step changed pushed both 200 dots down."""
    screen.slider(1).focus()
    screen.settle()
    card, board, before = (part.bounding_box() for part in (screen.card, screen.board, screen.ripple_box))
    assert card["x"] > board["x"] + board["width"]
    assert abs(card["y"] - board["y"]) < 60
    assert max(card["y"], board["y"]) < 600
    lines = screen.board.get_by_role("grid").bounding_box()
    assert lines["y"] + lines["height"] <= 900  # the end of the list was under the fold
    screen.press(screen.slider(1), "End")
    expect(screen.ripple_box.locator("li")).not_to_have_count(0)
    screen.settle()
    assert screen.ripple_box.bounding_box() == before
    assert screen.board.bounding_box() == board


def test_the_top_bar_is_two_lines_on_every_page_however_long_the_name(screen: Screen):
    """What was saved ended in dots beside six pages, and fell under the end of nine."""
    top = screen.cell("top")
    saved, links = top.locator(".mk-top > .mk-row > .mk-quiet"), top.locator(".mk-pages a")
    first_line = (top.locator(".mk-brand strong"), saved, screen.undo)
    whole = saved.get_attribute("title")
    assert saved.inner_text().split()[-1] in whole.split(": ")[0]
    pairing = screen.page.url
    root = pairing.split("/pairing")[0]
    try:
        for page in ("", "evaluation/"):
            screen.page.goto(f"{root}/{page}?lang={screen.language}")
            expect(saved).to_be_visible()
            name = top.locator(".mk-brand summary")
            for width, more in ((1440, ""), (1280, " van de stad"), (1024, " en het hele land")):
                screen.page.set_viewport_size({"width": width, "height": 900})
                name.evaluate("(one, more) => one.append(more)", more)
                assert saved.evaluate("one => one.scrollWidth <= one.clientWidth"), (page, width)
                middles = [box["y"] + box["height"] / 2 for box in (one.bounding_box() for one in first_line)]
                assert max(middles) - min(middles) < 6, (page, width)
                (tops,) = {link.bounding_box()["y"] for link in links.all()}
                assert tops > max(middles), (page, width)
    finally:
        screen.page.set_viewport_size({"width": 1440, "height": 900})
        screen.page.goto(pairing)
        screen.settle()


@pytest.mark.parametrize("width", [1024, 390])
def test_a_small_screen_is_wide_enough_and_begins_with_the_answer(screen: Screen, width: int):
    screen.page.set_viewport_size({"width": width, "height": 768})
    try:
        screen.settle()
        assert screen.page.locator(":root").evaluate(TOO_WIDE) == []
        assert screen.headline.bounding_box()["y"] < screen.slider(0).bounding_box()["y"]
        for link in screen.cell("top").locator(".mk-pages a").all():  # a button lay over them
            link.click(trial=True)
    finally:
        screen.page.set_viewport_size({"width": 1440, "height": 900})
