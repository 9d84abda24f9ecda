"""Papers for the first talk: read again, names whole, and nothing in them that one side told alone."""

import io
import zipfile

import docx
import pytest

from mentorkit.documents.agreement import agreement, agreements
from mentorkit.documents.kick_off import FIRST_TALK, kick_off, kick_offs
from mentorkit.model import Framework
from mentorkit.text import LANGUAGES, speaker
from mentorkit.views.start.two import pairs_at_start
from tests.documents.test_programme_papers import lines
from tests.workflows.started import SECRET, started

PROGRAMME = started()
TWO, OTHERS = pairs_at_start(PROGRAMME)
EN = speaker("en")
NAMES = ("Ann van 't Hoff <&>", "Bo “Björn” Øst 🌱")


def text_of(content):
    return "\n".join(lines(content))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", [agreement, kick_off])
def test_every_paper_is_read_again_with_the_names_whole_and_in_its_language(paper, language):
    content = paper(PROGRAMME.programme, TWO, speaker(language))
    assert all(name in text_of(content) for name in NAMES)
    about = docx.Document(io.BytesIO(content)).core_properties
    assert (about.language, about.author) == (language, "")


@pytest.mark.parametrize("paper", [agreement, kick_off])
def test_nothing_that_one_side_told_alone_and_nobody_else_is_on_a_paper(paper):
    text = text_of(paper(PROGRAMME.programme, TWO, EN))
    for secret in (SECRET, "networking", "Cas", "Dee", "points"):
        assert secret not in text


def test_the_agreement_holds_what_was_decided_and_a_line_where_the_two_decide():
    framework = Framework(mission="Grow", meeting_interval_days=14, confidential="All of it", limits="Danger")
    decided = started(framework=framework.model_copy(update={"contact_points": "Iris"})).programme
    text = text_of(agreement(decided, TWO, EN))
    for known in ("Grow", "a talk every 14 days", "All of it", "Danger", "Iris"):
        assert known in text
    assert "weeks" not in text
    assert text.count("……") > 8
    undecided = text_of(agreement(started(framework=Framework()).programme, TWO, EN))
    assert "stays between us" in undecided
    for part in ("Either of us may stop", "Boundaries", "Who does what", "do not judge each other"):
        assert part in undecided


def test_the_sheet_asks_what_to_say_aloud_with_a_box_for_each():
    text = text_of(kick_off(PROGRAMME.programme, TWO, EN))
    assert "How often do you want to talk?" in text
    assert all(EN(question) in text for question in FIRST_TALK)
    assert text.count("☐") == 8 + len(FIRST_TALK)
    assert "Ann wants to learn about presenting, and Bo can help with that." in text
    assert "Why the two of you" in text_of(kick_off(PROGRAMME.programme, OTHERS, EN))


@pytest.mark.parametrize("papers", [agreements, kick_offs])
def test_each_pair_has_its_file_and_two_of_one_name_are_told_apart(papers):
    packed = papers(PROGRAMME.programme, [TWO, OTHERS, OTHERS], EN)
    names = zipfile.ZipFile(io.BytesIO(packed)).namelist()
    assert names[1:] == ["Cas Peeters – Dee Smit.docx", "Cas Peeters – Dee Smit (2).docx"]
