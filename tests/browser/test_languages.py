"""Dutch is Dutch and English is English, down to the last word on the screen."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from mentorkit.model import StartStep
from mentorkit.text import Language, say, speaker
from mentorkit.ui.evaluation.tabs import EVALUATION_TABS
from mentorkit.ui.frame.tabs import Tab
from mentorkit.ui.progress.tabs import CLOSING_TABS, PULSE_TABS
from mentorkit.ui.start.board import TABS
from mentorkit.workflows.set_up import sample_programme
from mentorkit.workflows.under_way import sample_under_way
from tests.browser.screen import Screen, Serve, show, stored
from tests.browser.test_start import note
from tests.sources import CATALOGUES, catalogue

NOTED = """() => {
    const note = document.getElementById('mk-busy')
    const { top, right } = note.getBoundingClientRect()
    return note.hidden ? null : { text: note.innerText.trim(), top, right }
}"""
"""What stands on the note that something takes a moment, and where; read at once, for it goes by itself."""

LONG = 12
"""Sentences up to this many characters can be part of a name or of another word."""

OTHER: dict[Language, Language] = {"nl": "en", "en": "nl"}
OF_MARIMO = {
    "Columns",
    "Explore",
    "Download",
    "Search",
    "Search...",
    "Select...",
    "Upload",
    "Clear",
    "Submit",
}
"""What marimo's own controls say, in English only; the stylesheet hides those that say it."""


def sentences(language: Language) -> set[str]:
    """What mentorkit says in one language and says otherwise in the other, without values."""
    found = set()
    for path in CATALOGUES:
        for entry in filter(lambda entry: entry.id, catalogue(path)):
            english = [entry.id] if isinstance(entry.id, str) else list(entry.id)
            dutch = [entry.string] if isinstance(entry.string, str) else list(entry.string)
            pairs = [pair for pair in zip(english, dutch, strict=True) if pair[0] != pair[1]]
            found |= {pair[0 if language == "en" else 1] for pair in pairs}
    return {one for one in found if len(one) > LONG and "{" not in one and re.search("[a-z]", one)}


def use_everything(screen: Screen) -> None:
    """Bring every part of the page on screen, and open what is folded away."""
    for tab in ("Missing answers", "Compare", "First talks", "Decisions", "Not placed"):
        screen.open_tab(tab)
    expect(screen.cell("would_help").get_by_role("listitem").first).to_be_visible()
    screen.page.add_style_tag(content="#App [data-cell-name] { display: block !important }")
    screen.open_tab("Pairs")
    screen.choose(screen.paired.nth(1))
    screen.page.evaluate(
        "for (const one of document.querySelectorAll('details:not(.mk-menu)')) one.open = true"
    )


def other_words(screen: Screen, programme: Path) -> list[str]:
    """Sentences of the other language that can be seen; the name of the programme is hers."""
    text = "\n".join(screen.visible_text()).replace(stored(programme).programme.name, "")
    return sorted(one for one in sentences(OTHER[screen.language]) if one in text)


@pytest.mark.parametrize("language", ["nl"])  # and from there to English
def test_one_link_away_the_same_programme_speaks_the_other_language(
    tmp_path: Path, language: Language, context: BrowserContext, serve: Serve
):
    programme = tmp_path / "round.mentorkit"
    sample_programme(programme, language)
    screen = show(context, serve(programme, language), language)
    screen.press(screen.slider(0), "End")
    expect(screen.ripple).to_have_text(re.compile(r"\d"))
    use_everything(screen)
    screen.decide("Keep this pair", "Reason")
    expect(screen.cell("words").get_by_role("button").first).to_be_visible()
    screen.settle()
    screen.cell("decide").get_by_role("button").first.click()
    expect(screen.cell("decided").locator("tbody tr")).to_have_count(1)
    use_everything(screen)
    assert other_words(screen, programme) == []
    expect(screen.slider(0)).to_have_attribute("aria-valuenow", "100")
    before = [screen.text_of(row, "Mentor") for row in screen.paired.all()[:5]]

    screen.open_tab("Decisions")
    screen.cell("top").get_by_role("button", name=OTHER[language].upper(), exact=True).click()
    translated = Screen(screen.page, OTHER[language])
    expect(translated.page.get_by_role("tab", selected=True)).to_have_text(translated.says("Decisions"))
    translated.open_tab("Pairs")
    expect(translated.board.get_by_role("heading")).to_have_text(translated.says("Pairs"))
    use_everything(translated)
    expect(translated.page.locator(".mk-languages a[aria-current]")).to_have_text(OTHER[language].upper())
    assert other_words(translated, programme) == []
    assert [translated.text_of(row, "Mentor") for row in translated.paired.all()[:5]] == before
    expect(translated.slider(0)).to_have_attribute("aria-valuenow", "100")
    expect(translated.cell("decided").locator("tbody tr")).to_have_count(1)
    screen.page.close()


def test_what_takes_a_moment_says_so_where_it_was_pressed_and_stops_when_it_is_there(screen: Screen):
    note, other = screen.page.locator("#mk-busy"), OTHER[screen.language]
    expect(note).to_be_hidden()
    pressed = screen.cell("top").get_by_role("button", name=other.upper(), exact=True)
    place = pressed.bounding_box()
    pressed.click()
    shown = screen.page.wait_for_function(NOTED, polling=20).json_value()
    assert shown["text"] == speaker(screen.language)(say("One moment: this is being worked out."))
    assert 0 <= shown["top"] - place["y"] - place["height"] < 20
    assert shown["right"] <= 1440
    Screen(screen.page, other).settle()
    expect(note).to_be_hidden()
    screen.page.get_by_role("button", name=screen.language.upper(), exact=True).click()
    screen.settle()


PAGES: dict[str, Mapping[str, Tab]] = {
    "start": TABS,
    "pulses": PULSE_TABS,
    "closing": CLOSING_TABS,
    "evaluation": EVALUATION_TABS,
}
LOOKED_AT = {"nl": tuple(PAGES), "en": ("start", "evaluation")}
"""Where Dutch could be left in English: what she begins and what she ends with; all else the other way."""


def test_every_tab_of_start_pulses_closing_and_evaluation_speaks_one_language(
    tmp_path: Path, language: Language, context: BrowserContext, serve: Serve
):
    programme = tmp_path / "under-way.mentorkit"
    sample_under_way(programme, language, datetime.now(UTC), 6)
    address = serve(programme, language)
    for page in LOOKED_AT[language]:
        screen = show(context, address, language, page)
        assert_one_language(screen, programme, PAGES[page])
        if page == "start":
            assert_a_step_is_noted_and_taken_back(screen, programme)
        screen.page.close()


def assert_a_step_is_noted_and_taken_back(screen: Screen, programme: Path) -> None:
    """In either language a pair takes a step on the board, and one press takes it back where it was noted."""
    screen.open_tab("What to do now")
    screen.cell("board").get_by_role("checkbox").first.click()
    before = stored(programme).frame(StartStep).height
    expect(note(screen, "both said yes")).to_contain_text(screen.says("both said yes"))
    assert stored(programme).frame(StartStep).height > before
    screen.told("board").get_by_role("button").click()
    expect(screen.told("board")).to_contain_text(screen.says("Undone."))
    assert stored(programme).frame(StartStep).height == before


def assert_one_language(screen: Screen, programme: Path, tabs: Mapping[str, Tab]) -> None:
    """Every tab opens, shows what stands there, and says nothing in the other language."""
    for tab in tabs.values():
        name = screen.page.get_by_role("tab", name=screen.says(tab.label.id), exact=True)
        name.click()
        expect(name).to_have_attribute("aria-selected", "true")
        screen.settle()
        expect(screen.cell(tab.cells[0]).locator(":scope > *").first).to_be_visible()
        screen.page.evaluate(
            "for (const one of document.querySelectorAll('details:not(.mk-menu)')) one.open = true"
        )
        assert other_words(screen, programme) == []


def test_no_word_of_marimo_itself_is_on_the_screen(screen: Screen):
    use_everything(screen)
    assert set(screen.visible_text()) & OF_MARIMO == set()
