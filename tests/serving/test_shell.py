"""What stands around a page, as it is served: words before anything else, in the reader's language."""

import json
import os
import re
from datetime import datetime

import pytest

from mentorkit.serving.shell import Shell
from tests.serving.workbook import Workbook

PAGE = {"path": "/p/sample/pairing/", "query_string": b""}
SHELL = Shell("nl", lambda place: f"<b>{place}")
WORDS = {"nl": "je programma wordt geopend", "en": "your programme is being opened"}


@pytest.mark.parametrize(("address", "language"), [("/", "nl"), ("/?lang=en", "en"), ("/?lang=xx", "nl")])
def test_a_page_says_what_it_is_before_its_styles_and_scripts_are_there(
    workbook: Workbook, address: str, language: str
):
    page = workbook.ask(address, workbook.cookie).body.decode()
    assert f'<html lang="{language}">' in page
    assert "<title>A small page – mentorkit</title>" in page
    assert WORDS[language] in page.split('<link rel="stylesheet"')[0].split('type="module"')[0]
    assert page.count("<head>") == page.count("</head>") == page.count("<body>") == page.count("</body>") == 1
    assert 'rel="preload"' not in page


def test_the_look_of_a_notebook_still_goes_before_that_of_marimo():
    page = (
        b'<html lang="en"><head><title>Pairing</title><link rel="stylesheet" href="a"><style>b</style></head>'
        b'<body><div id="root">'
    )
    dressed = SHELL.around(page, PAGE).decode()
    assert 'data-alive="/p/sample/alive"' in dressed
    assert "<title>Koppelen – mentorkit</title>" in dressed
    assert "<strong>&lt;b&gt;/p/sample</strong>" in dressed
    assert dressed.endswith('<link rel="stylesheet" href="a"><style>b</style><div id="root">')


def test_a_page_of_another_form_stays_as_it_is():
    assert SHELL.around(b"<p>", PAGE) == b"<p>"


@pytest.mark.parametrize(("language", "title"), [("nl", "draait niet meer"), ("en", "not running any more")])
def test_a_page_learns_beforehand_what_to_say_when_nobody_answers(
    workbook: Workbook, language: str, title: str
):
    answer = workbook.ask(f"/alive?lang={language}", workbook.cookie)
    now = json.loads(answer.body)
    assert (now["lang"], answer.headers["Cache-Control"]) == (language, "no-store")
    assert title in now["title"]
    page = workbook.ask(f"/?lang={language}", workbook.cookie).body.decode()
    assert now["run"] in re.search(r'data-now="([^"]+)"', page)[1]


def test_nobody_else_learns_whether_it_runs(workbook: Workbook):
    answer = workbook.ask("/alive?lang=en")
    assert (answer.status, answer.body.decode()[:20]) == (401, "This page opens only")


def test_what_is_not_finished_counts_as_saved_too(workbook: Workbook):
    """The page said that the repairs of an import were not saved, when they were."""
    programme = workbook.home / "people.mentorkit"
    draft, told = programme.with_name(f"{programme.name}.unfinished"), []
    noon = datetime(2037, 2, 3, 12).timestamp()
    for file, moment in ((programme, noon - 1e6), (draft, noon)):
        file.touch()
        os.utime(file, (moment, moment))
        told.append(json.loads(workbook.ask("/alive?lang=en", workbook.cookie).body)["saved"])
    programme.unlink()
    draft.unlink()
    assert ["3 February 12:00" in one for one in told] == [False, True]
