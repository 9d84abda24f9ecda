"""The manual and the announcement of a programme, read again."""

import io

import docx
import pytest

from mentorkit.documents.programme_papers import announcement, programme_manual
from mentorkit.model import Programme
from mentorkit.text import LANGUAGES, say, speaker
from tests.views.pages.framework import FULL, OPEN, WHOLE
from tests.views.test_terms import LEFT, speaking

PAPERS = (programme_manual, announcement)


def lines(content: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return [*(one.text for one in document.paragraphs), *cells]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_has_what_was_decided(language):
    text = "\n".join(lines(programme_manual(FULL, speaker(language))))
    kept = (
        WHOLE.mission,
        "Mensen blijven",
        "90 %",
        WHOLE.sponsor,
        WHOLE.stand_in,
        "Alles",
        "26",
        WHOLE.eligible,
    )
    assert [one for one in kept if one not in text] == []


@pytest.mark.parametrize("make", PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_both_say_how_people_treat_each_other(make, language):
    free = say("Taking part is free. Whoever stops needs no excuse.")
    assert any(speaker(language)(free) in line for line in lines(make(FULL, speaker(language))))


def test_the_announcement_tells_what_being_asked_means():
    assert any("blijk van waardering" in line for line in lines(announcement(FULL, speaker("nl"))))


@pytest.mark.parametrize("make", PAPERS)
def test_what_is_open_shows_as_dots(make):
    assert any("……" in line for line in lines(make(OPEN, speaker("nl"))))


def test_names_of_any_sign_come_through():
    name = "Zorg & <Welzijn> van ’t Zand 🌱"
    programme = FULL.programme.model_copy(update={"name": name, "framework": WHOLE})
    now = FULL.with_table(Programme, [programme])
    assert name in lines(programme_manual(now, speaker("nl")))[0]
    assert name in lines(announcement(now, speaker("en")))[0]


@pytest.mark.parametrize("make", PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_both_have_the_words_of_the_programme(make, language):
    assert [line for line in lines(make(FULL, speaking(language))) if LEFT.search(line)] == []
