"""Papers for the first talk: read again, names whole, and nothing in them that one side told alone."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest

from mentorkit.documents.agreement import agreement, agreements
from mentorkit.documents.introductions import letters
from mentorkit.documents.kick_off import FIRST_TALK, kick_off, kick_offs
from mentorkit.model import Expectation, Framework
from mentorkit.questions.guidance import cards_for
from mentorkit.text import LANGUAGES, speaker
from mentorkit.views.start.two import pairs_at_start
from tests.documents.test_programme_papers import lines
from tests.workflows.started import SECRET, TODAY, started

PROGRAMME = started()
TWO, OTHERS = pairs_at_start(PROGRAMME)
EN = speaker("en")
NAMES = ("Ann van 't Hoff <&>", "Bo “Björn” Øst 🌱")


LINE = "……………………………………………………"


def tables(content):
    return [
        [cell.text for cell in row.cells]
        for table in docx.Document(io.BytesIO(content)).tables
        for row in table.rows
    ]


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
def test_every_column_is_as_wide_for_the_whole_table_as_for_each_cell(paper):
    """A word processor that reads the table's own widths made both columns of an agreement the same."""
    for table in docx.Document(io.BytesIO(paper(PROGRAMME.programme, TWO, EN))).tables:
        widths = [column.width for column in table.columns]
        assert all([cell.width for cell in row.cells] == widths for row in table.rows)
        assert sum(width.cm for width in widths) == pytest.approx(17, abs=0.1)


@pytest.mark.parametrize("paper", [agreement, kick_off])
def test_nothing_that_one_side_told_alone_and_nobody_else_is_on_a_paper(paper):
    text = text_of(paper(PROGRAMME.programme, TWO, EN))
    for secret in (SECRET, "networking", "Cas", "Dee", "points"):
        assert secret not in text


def test_the_agreement_holds_what_was_decided_and_a_line_where_the_two_decide():
    framework = Framework(mission="Grow", meeting_interval_days=14, confidential="All of it", limits="Danger")
    decided = started(framework=framework.model_copy(update={"contact_points": "Iris"})).programme
    text = text_of(agreement(decided, TWO, EN))
    for known in ("Grow", "we talk every two weeks", "All of it", "Danger", "Iris"):
        assert known in text
    assert "It goes on for" not in text
    assert text.count("……") > 8
    undecided = text_of(agreement(started(framework=Framework()).programme, TWO, EN))
    assert "stays between us" in undecided
    for part in ("Either of us may stop", "Boundaries", "Who does what", "do not judge each other"):
        assert part in undecided


def test_the_sheet_has_the_contact_card_of_the_pair_with_a_line_where_something_is_not_known():
    framework = Framework(meeting_interval_days=14, contact_points="Iris, 02 555 01 23")
    card = tables(kick_off(started(framework=framework).programme, TWO, EN))[-6:]
    assert card == [
        [NAMES[0], "ann@example.org"],
        [NAMES[1], "bo@example.org"],
        ["How often", "every two weeks"],
        ["Contact point", "Iris, 02 555 01 23"],
        ["Coordinator", LINE],
        ["When the coordinator is away", LINE],
    ]


def test_the_sheet_asks_what_to_say_aloud_with_a_box_for_each():
    text = text_of(kick_off(PROGRAMME.programme, TWO, EN))
    assert "How often do you want to talk?" in text
    assert all(EN(question) in text for question in FIRST_TALK)
    assert text.count("☐") == 8 + len(FIRST_TALK)
    assert "Ann wants to learn about presenting, and Bo can help with that." in text
    assert "Why the two of you" in text_of(kick_off(PROGRAMME.programme, OTHERS, EN))
    assert all(EN.wording(card.title) in text for card in cards_for("kickoff"))


def told(side, off_limits="", **choices):
    known = {"pair_id": TWO.pair.id, "answered_on": TODAY, "off_limits": off_limits}
    return Expectation(id=side, side=side, choices=choices, **known)


def two_with(*answers):
    return replace(TWO, expects={one.side: one for one in answers})


def test_the_sheet_shows_both_answers_side_by_side_and_marks_every_gap():
    mentee = told("mentee", rhythm="weekly", way="video", duration="unknown", confidential="agreed")
    mentor = told("mentor", rhythm="monthly", way="video", duration="long", confidential="unsure")
    rows = {row[0]: row[1:] for row in tables(kick_off(PROGRAMME.programme, two_with(mentee, mentor), EN))}
    assert rows["How often do you want to talk?"] == [
        "Every week",
        "Every month",
        "☐ differs: find the middle",
    ]
    assert rows["How do you like to talk best?"] == ["By video call", "By video call", "☐ "]
    assert rows["How long do you want to go on together?"] == [
        "I do not know",
        "As long as possible",
        "☐ how long is still open: agree on an end",
    ]
    assert rows["What stays between the two of you?"][2] == "☐ still open: agree on it"
    assert rows["How soon do you expect an answer to a message?"] == ["", "", "☐ "]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_private_to_one_side_is_on_the_sheet_of_that_side_and_on_no_other_paper(language):
    planted = two_with(told("mentee", "Plum stones"), told("mentor", "Green kites"))
    speak, programme = speaker(language), PROGRAMME.programme
    for paper in (agreement, kick_off):
        text = text_of(paper(programme, planted, speak))
        assert "Plum" not in text
        assert "kites" not in text
    with zipfile.ZipFile(io.BytesIO(kick_offs(programme, [planted, OTHERS], speak))) as packed:
        told_in = {name: text_of(packed.read(name)) for name in packed.namelist()}
    assert len(told_in) == 4
    (mentee,) = (name for name, text in told_in.items() if "Plum stones" in text)
    (mentor,) = (name for name, text in told_in.items() if "Green kites" in text)
    assert mentee != mentor
    assert ("Ann" in mentee.rpartition(",")[2], "Bo" in mentor.rpartition(",")[2]) == (True, True)
    mails = letters(PROGRAMME, [planted], "introduction", speak)
    assert all("Plum" not in one.text.body and "kites" not in one.text.body for one in mails)


def test_the_agreement_is_filled_with_what_both_told_and_leaves_a_line_where_they_differ():
    mentee = told("mentee", rhythm="weekly", reply="days", feedback="direct", confidential="all")
    mentor = told("mentor", rhythm="monthly", reply="days", feedback="direct", confidential="all")
    rows = dict(row[:2] for row in tables(agreement(PROGRAMME.programme, two_with(mentee, mentor), EN)))
    assert rows["How often"].splitlines()[2:] == ["Ann: Every week · Bo: Every month", LINE, LINE]
    assert rows["Answer to a message"] == "Ann and Bo: Within two working days"
    assert rows["Support wanted"].splitlines() == ["Ann and Bo: Straight to the point", LINE]
    assert rows["Confidential"].splitlines()[-1] == "Ann and Bo: Everything stays between us"
    assert rows["Purpose"].splitlines()[1].startswith("Ann wants to learn about presenting")
    namesakes = replace(two_with(mentee, mentor), reach=dict.fromkeys(("mentee", "mentor"), ("", "Ann")))
    rows = dict(row[:2] for row in tables(agreement(PROGRAMME.programme, namesakes, EN)))
    assert "Ann: Every week · Ann: Every month" in rows["How often"]


@pytest.mark.parametrize("papers", [agreements, kick_offs])
def test_each_pair_has_its_file_and_two_of_one_name_are_told_apart(papers):
    packed = papers(PROGRAMME.programme, [TWO, OTHERS, OTHERS], EN)
    names = zipfile.ZipFile(io.BytesIO(packed)).namelist()
    assert names[1:] == ["Cas Peeters – Dee Smit.docx", "Cas Peeters – Dee Smit (2).docx"]


def test_whom_the_mentor_can_introduce_is_on_the_sheet_for_the_first_talk():
    knows = {"mentee": TWO.people["mentee"], "mentor": TWO.people["mentor"] | {"network": ["Schools"]}}
    said = "– Bo can bring Ann in touch with: Schools."
    assert said in lines(kick_off(PROGRAMME.programme, replace(TWO, people=knows), EN))
    assert "in touch with" not in text_of(kick_off(PROGRAMME.programme, TWO, EN))
