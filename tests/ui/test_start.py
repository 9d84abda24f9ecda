"""The start page in process: every text for every pair, whole files, nothing before there are pairs."""

import io
import runpy
import zipfile

import pytest

from mentorkit.documents.introductions import letters, mail_drafts
from mentorkit.documents.texts import TEXTS
from mentorkit.text import LANGUAGES, speaker
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.start.introduce import first_talk_panel, letters_panel, text_picker
from mentorkit.views.start.two import pairs_at_start
from mentorkit.workflows.set_up import new_programme
from tests.sources import ROOT
from tests.ui.hands import said
from tests.ui.pages import page_with
from tests.workflows.started import SECRET, started


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", TEXTS)
def test_every_text_is_there_to_open_to_copy_and_to_save_for_every_pair(language, key):
    programme = started()
    page, pairs = page_with(programme, language), pairs_at_start(programme)
    shown = said(letters_panel(page, pairs, text_picker(page), key))
    assert shown.count("mailto:") == 1  # one of the four has no address
    assert shown.count("\n----------\n") == 1
    assert SECRET not in shown
    drafts = mail_drafts(letters(programme, pairs, key, speaker(language)))
    assert len(zipfile.ZipFile(io.BytesIO(drafts)).namelist()) == len(pairs)


def test_the_papers_of_all_pairs_are_saved_at_once():
    programme = started()
    shown = said(first_talk_panel(page_with(programme), pairs_at_start(programme)))
    assert "first-talks.zip" in shown
    assert "agreements.zip" in shown


def test_before_there_are_pairs_the_page_says_what_comes_first(tmp_path):
    new_programme(tmp_path / "own.mentorkit", "Own", "en", "Tester")
    notebook = runpy.run_path(str(ROOT / "notebooks" / "start.py"))["app"]
    outputs, found = notebook.run(defs={"desk": Desk(tmp_path / "own.mentorkit")})
    shown = "".join(one.text for one in outputs if one is not None)
    assert "No pair is confirmed yet." in shown
    assert "mailto:" not in shown
    assert "first-talks.zip" not in shown
    assert found["pairs"] == ()
