"""The panel: the finding first, the mails to copy, a file only when the text is long."""

import pytest

from mentorkit.frames import Snapshot
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.ui.pairing.missing_answers import repairs_panel
from mentorkit.ui.pairing.tabs import Opened
from mentorkit.views.names import Names
from mentorkit.views.pairing.missing_answers import missing_answer_lines
from tests.matching.small import Entry, blind, mentee, mentor, plan, snapshot
from tests.ui.pages import page_of

HOSTILE = "</pre><img src=x onerror=alert(1)>"
KIM = mentor("kim", topics=("law",), languages=("nl",), availability=("mon",), capacity=50)
BEA = mentee("bea", goals=("law",), languages=("nl",), availability=("mon",))


def silent(count: int) -> list[Entry]:
    return [mentee(f"e{at}", full_name=f"Em {at}", email=f"e{at}@example.org") for at in range(count)]


def shown(programme: Snapshot, language: Language) -> str:
    """The open section."""
    opened = Opened(plan(programme), programme, Names.of(programme))
    page = repairs_panel(page_of(language=language), opened)
    assert page is not None
    return page.text


def test_closed_it_works_nothing_out():
    assert repairs_panel(page_of(), None) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_panel_has_a_link_and_the_text_and_a_file_when_it_is_long(language: Language):
    for count, has_file in ((1, False), (12, True)):
        programme = snapshot(KIM, BEA, *silent(count))
        page = shown(programme, language)
        assert page.count('href="mailto:') == count
        assert 'class="mk-copy"' in page
        assert ("marimo-download" in page) == has_file


def test_what_people_wrote_cannot_end_the_text_to_copy():
    programme = snapshot(KIM, BEA, mentee("ann", full_name=HOSTILE, email="a@example.org"))
    page = shown(programme, "en")
    assert "<img" not in page
    assert page.count("</pre>") == 1


def test_no_mail_is_written_while_names_are_hidden():
    programme = blind(snapshot(KIM, BEA, *silent(1)))
    page = shown(programme, "en")
    assert "Em 0" not in page
    assert "mailto:" not in page
    assert "Show the names first" in page


def test_a_programme_without_sign_ups_misses_nothing():
    programme = snapshot()
    page = shown(programme, "en")
    (line,) = missing_answer_lines(())
    assert speaker("en")(line) in page
