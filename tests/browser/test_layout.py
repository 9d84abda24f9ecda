"""With the keyboard alone, on paper, and on a small screen."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.screen import Screen, stored

CLIPPED = """cell => {
    const found = []
    const walk = root => {
        for (const one of root.querySelectorAll('*')) {
            if (one.shadowRoot) walk(one.shadowRoot)
            const cuts = getComputedStyle(one).overflowY !== 'visible' && one.querySelector('tr')
            if (cuts && one.scrollHeight > one.clientHeight + 1) found.push(one.outerHTML.slice(0, 80))
        }
    }
    walk(cell)
    return found
}"""
"""Boxes around a table that hide part of its height."""

TOO_WIDE = """() => {
    const found = []
    const walk = root => {
        for (const one of root.querySelectorAll('*')) {
            if (one.shadowRoot) walk(one.shadowRoot)
            if (getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1
                && one.clientWidth > 200)
                found.push(`${one.outerHTML.slice(0, 120)} ${one.scrollWidth} > ${one.clientWidth}`)
        }
    }
    walk(document)
    return found
}"""
"""Boxes, the page itself included, that hold more than fits in their width."""

NOT_ON_PAPER = ("weigh", "decide", "word", "words", "costs", "open_files")


def test_a_word_can_be_given_with_the_keyboard_alone(screen: Screen, programme: Path):
    keys = screen.page.keyboard
    screen.settle()
    screen.tab_to("top", "submit")
    screen.tab_to("weigh", "slider")
    keys.press("End")
    expect(screen.slider(0)).to_have_attribute("aria-valuenow", "100")
    screen.settle()
    keys.press("ArrowLeft")
    expect(screen.slider(0)).to_have_attribute("aria-valuenow", "99")
    screen.settle()
    screen.tab_to("decide", "submit")

    mentee = screen.text_of(screen.rows.nth(3), "Mentee")
    screen.tab_to("pairs", "text")
    keys.type(mentee)
    expect(screen.rows).to_have_count(1)
    screen.settle()
    screen.tab_to("pairs", "checkbox")
    keys.press("Space")
    expect(screen.card).to_be_visible()
    screen.settle()
    screen.tab_to("word", "radio")
    screen.tab_to("word", "text")
    keys.type("By keyboard")
    screen.tab_to("word", "submit")
    keys.press("Enter")
    expect(screen.column(screen.row(mentee), "Status")).to_have_text(screen.says("fixed by you"))
    assert stored(programme).overrides["reason"].to_list() == ["By keyboard"]


def test_on_paper_the_table_is_whole_and_the_controls_are_gone(screen: Screen):
    screen.cell("pairs").get_by_role("textbox").fill("")
    expect(screen.rows.nth(10)).to_be_visible()
    screen.tick(screen.rows.nth(2))
    screen.page.emulate_media(media="print")
    try:
        for name in NOT_ON_PAPER:
            expect(screen.cell(name).locator("marimo-ui-element").first).not_to_be_visible()
        expect(screen.headline).to_be_visible()
        expect(screen.card).to_be_visible()
        expect(screen.rows.last).to_be_visible()
        assert screen.cell("pairs").evaluate(CLIPPED) == []
        assert screen.page.pdf(format="A4").startswith(b"%PDF")
    finally:
        screen.page.emulate_media(media="screen")


def test_a_screen_of_1024_wide_is_wide_enough(screen: Screen):
    screen.page.set_viewport_size({"width": 1024, "height": 768})
    try:
        screen.settle()
        assert screen.page.evaluate(TOO_WIDE) == []
    finally:
        screen.page.set_viewport_size({"width": 1440, "height": 900})
