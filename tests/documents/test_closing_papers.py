"""Papers at the end: read again in both languages, names whole, nothing private and no judgement in them."""

import io
import zipfile
from datetime import date, timedelta

import docx
import pytest

from mentorkit.documents.closing_pack import closing_pack, self_check_sheet, self_checks
from mentorkit.documents.recognition import recognition, thank_you_list
from mentorkit.model import Framework, Goal, Meeting, Training
from mentorkit.text import LANGUAGES, speaker
from mentorkit.views.start.two import pairs_at_start
from tests.documents.test_start_papers import NAMES, tables, text_of
from tests.workflows.started import SECRET, TODAY, started

MENTEE, MENTOR = NAMES
GOAL = "Durf <presenteren> & vragen stellen 🌱"
LATER = TODAY + timedelta(days=180)
ENDS = started(
    name="Samen <verder> & door 🌱",
    framework=Framework(coordinator="Carla van 't Hof", sponsor="R&D <bestuur>", contact_points="Iris"),
)
ENDS = ENDS.with_table(
    Goal,
    [
        Goal(id="g", pair_id="ann-bo", text=GOAL),
        Goal(id="h", pair_id="ann-bo", text=SECRET, is_private=True),
    ],
)
ENDS = ENDS.with_table(
    Meeting,
    [
        Meeting(
            id=f"m{n}",
            pair_id="ann-bo",
            day=TODAY + timedelta(days=28 * n),
            is_held=n < 5,
            minutes=45 if n < 4 else None,
        )
        for n in range(6)
    ],
)
ENDS = ENDS.with_table(
    Training,
    [
        Training(
            id="t",
            person_id="bo",
            name="'Mentor & <coach>'",
            held_on=date(2026, 9, 1),
            techniques=("feedback",),
            is_done=True,
        ),
        Training(id="u", person_id="bo", name="Not followed", is_done=False),
    ],
)
TWO = pairs_at_start(ENDS)[0]


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(language: str) -> list[bytes]:
    """The sheet for the last talk, thanks, the plan, the certificate and the hours, in this order."""
    return [*unpacked(closing_pack(ENDS, TWO, LATER, speaker(language))).values()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_of_the_end_is_read_again_with_names_whole_and_in_its_language(language):
    speak = speaker(language)
    talk, thanks, plan, certificate, hours = pack(language)
    sheet, listed = self_check_sheet(*reversed(NAMES), speak), thank_you_list(ENDS, LATER, speak)
    named = {talk: NAMES, thanks: [MENTEE], plan: [MENTEE, GOAL], certificate: [MENTOR], hours: [MENTOR]}
    for content, whole in {**named, sheet: NAMES, listed: [MENTOR, "Dee Smit"]}.items():
        assert [name for name in whole if name not in text_of(content)] == []
        about = docx.Document(io.BytesIO(content)).core_properties
        assert (about.language, about.author) == (language, "")
        assert SECRET not in text_of(content)
    for content in (thanks, certificate, hours, listed):
        assert ENDS.programme.name in text_of(content)


@pytest.mark.parametrize(
    ("language", "given", "untold"),
    [
        ("en", "1 mentee was guided in 5 talks that were noted, 4 hours together.", "Of 1 talk the length"),
        ("nl", "1 mentee begeleid in 5 gesprekken die genoteerd zijn, samen 4 uur.", "Van 1 gesprek is de"),
    ],
)
def test_certificate_and_statement_tell_the_same_talks_and_hours_and_never_how_well(language, given, untold):
    """Four talks of 45 minutes and one of an hour by estimate are four hours; one was not held."""
    *_, certificate, hours = pack(language)
    assert given in text_of(certificate)
    assert "'Mentor & <coach>'" in text_of(certificate)
    assert "Not followed" not in text_of(certificate)
    assert [row[1] for row in tables(hours)][2:5] == ["1", "5", "4"]
    assert untold in text_of(hours)
    assert "R&D <bestuur>" in text_of(certificate)
    assert MENTEE not in text_of(certificate) + text_of(hours)


def test_no_line_to_sign_on_is_wider_than_its_cell():
    """In the certificate both lines went on in a second row; a sign of three dots is 0.43 cm at 12 points."""
    *_, certificate, hours = pack("nl")
    for content in (certificate, hours):
        rows = docx.Document(io.BytesIO(content)).tables[-1].rows
        assert all(cell.text.count("…") * 0.43 < cell.width.cm - 0.4 for row in rows for cell in row.cells)


def test_the_sheet_for_the_last_talk_speaks_to_the_two_and_not_to_the_coordinator():
    for language, words in (("en", ("You heard", "Each of the two", "They ")), ("nl", ("Je hoorde", "Ze "))):
        text = text_of(pack(language)[0])
        assert text.count("☐") == 5
        assert [one for one in words if one in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mentor_has_the_papers_once_and_each_pair_its_self_check(language):
    speak = speaker(language)
    found = unpacked(recognition(ENDS, LATER, speak))
    assert len(found) == 4
    assert sum("Dee Smit" in name for name in found) == 2
    sheets = unpacked(self_checks([*pairs_at_start(ENDS)], speak))
    assert len(sheets) == 2
    assert all("%" in text_of(sheet) for sheet in sheets.values())


def test_what_was_practised_in_a_training_is_told_for_a_step_towards_leading_people():
    text = text_of(pack("en")[3])
    assert "gives feedback that can be used" in text
    assert "This counts for whoever wants to lead people" in text
    untrained = pairs_at_start(ENDS)[1]
    (certificate,) = (
        content
        for name, content in unpacked(closing_pack(ENDS, untrained, LATER, speaker("en"))).items()
        if name.startswith("Certificate")
    )
    assert "lead people" not in text_of(certificate)


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        (
            "en",
            ("takes the initiative", "share between 0 and 100", "organisation stands for", "want to learn"),
        ),
        ("nl", ("neemt het initiatief", "getal van 0 tot 100", "waar de organisatie voor staat", "leren")),
    ],
)
def test_the_self_check_asks_its_four_questions_and_says_whose_it_is(language, asked):
    text = text_of(self_check_sheet(MENTOR, MENTEE, speaker(language)))
    assert [one for one in asked if one not in text] == []
    assert ("Dit blad is van jou" if language == "nl" else "This sheet is yours") in text
