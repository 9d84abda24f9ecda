"""Her browser, and what it must not do."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, WebError, expect

from mentorkit.text import Language
from mentorkit.workflows.set_up import sample_programme
from tests.browser.screen import PATIENCE, PICTURE, Screen, Serve, show
from tests.chromium import chromium
from tests.serving.workbook import started

BOTH_LANGUAGES = ("test_languages", "test_story")
"""Where words decide what is proved: the other language, and once the whole way in each.

What a press does is the same in both, and is proved in Dutch; every sentence has its golden text in both.
"""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The language of the page, where a test does not choose it itself."""
    chosen = [mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")]
    if "language" in metafunc.fixturenames and not any("language" in names for names in chosen):
        is_both = metafunc.module.__name__.endswith(BOTH_LANGUAGES)
        metafunc.parametrize("language", ["nl", "en"] if is_both else ["nl"], scope="package")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium as it is on this computer; without one these tests fail, for they prove the page."""
    expect.set_options(timeout=PATIENCE)
    with chromium() as running:
        yield running


@pytest.fixture(scope="package")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One browser profile, so that the page's own files are fetched once per address."""
    profile = browser.new_context(viewport={"width": 1440, "height": 900})
    yield profile
    profile.close()


@pytest.fixture(scope="package")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="package")
def serve(home: Path) -> Iterator[Serve]:
    """Gives the address of a programme: one warm server and one port for all, the last one is served.

    The coordinator's own name on this computer is hostile.
    """
    with started([sys.executable, "-m", "tests.browser.server"], home, LOGNAME=PICTURE) as server:

        def address_of(file: Path, language: Language) -> str:
            print(json.dumps([str(file), language]), file=server.process.stdin, flush=True)
            return server.process.stdout.readline().strip()

        yield address_of


@pytest.fixture(scope="module")
def programme(language: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A programme file with the sample sign-ups of a language, for the tests of one file."""
    file = tmp_path_factory.mktemp("programme") / f"{language}.mentorkit"
    sample_programme(file, language)
    return file


@pytest.fixture(autouse=True)
def no_script_of_a_page_breaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """An error in a script of ours changes nothing that a test looks for: a white map was green."""
    if not {"screen", "context"} & set(request.fixturenames):
        yield
        return
    context: BrowserContext = request.getfixturevalue("context")
    broken: list[str] = []

    def hear(error: WebError) -> None:
        broken.append(str(error.error))

    context.on("weberror", hear)
    yield
    context.remove_listener("weberror", hear)
    assert broken == []


@pytest.fixture(scope="module")
def screen(programme: Path, language: Language, context: BrowserContext, serve: Serve) -> Iterator[Screen]:
    """One page with the sample programme, for the tests of a file that can start from any state of it."""
    shared = show(context, serve(programme, language), language)
    yield shared
    shared.page.close()
