"""From an empty programme to people in it, from the pairing page."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from mentorkit.text import Language
from mentorkit.workflows.set_up import new_programme
from tests.browser.screen import Screen, stored

EMPTY = "Open the sign-ups of mentors and mentees to see who suits whom."


@pytest.fixture(scope="module")
def programme(language: Language, home: Path) -> Path:
    file = home / f"empty-{language}.mentorkit"
    new_programme(file, "Round one", language, "coordinator")
    return file


def is_empty(programme: Path) -> bool:
    snapshot = stored(programme)
    return not snapshot.people.height and not snapshot.applications.height


def test_an_empty_programme_says_what_to_do_and_links_to_it(screen: Screen, language: Language):
    expect(screen.headline).to_have_text(screen.says(EMPTY))
    link = screen.cell("open_files").get_by_role("link", name=screen.says("Import sign-ups"))
    expect(link).to_have_attribute("href", f"/intake/?lang={language}")
    expect(screen.rows).to_have_count(0)


def test_made_up_people_are_one_click_away_in_a_programme_of_their_own(screen: Screen, programme: Path):
    screen.settle()
    way = screen.cell("open_files").get_by_role("link", name=screen.says("Try it with made-up people"))
    expect(way).to_have_attribute("href", f"/p/sample/?lang={screen.language}")
    assert is_empty(programme)
