"""Mails about pairs: shareable words only, and each way to hand them on can be read back."""

import io
import zipfile
from email import message_from_bytes
from email.policy import default

import openpyxl
import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from mentorkit.documents.introductions import FIELDS, letters, mail_drafts, merge_workbook
from mentorkit.documents.texts import TEXTS, Text, filled_text
from mentorkit.model import Framework, Person
from mentorkit.text import LANGUAGES, speaker
from mentorkit.views.start.two import pairs_at_start
from tests.workflows.started import PEOPLE, SECRET, started

PROGRAMME = started(
    framework=Framework(coordinator="Carla", contact_points="Iris", duration_weeks=26),
)
EN = speaker("en")


def written(key="introduction", language="en"):
    return letters(PROGRAMME, pairs_at_start(PROGRAMME), key, speaker(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", TEXTS)
def test_every_text_of_ours_reads_well_with_everything_and_with_nothing_known(key, language):
    for programme in (PROGRAMME, started()):
        for one in letters(programme, pairs_at_start(programme), key, speaker(language)):
            assert one.text.subject
            assert "{" not in one.text.subject + one.text.body
            assert "\n\n\n" not in one.text.body


def test_an_introduction_says_what_both_may_read_and_nothing_else():
    body = written()[0].text.body
    assert "Ann wants to learn about presenting, and Bo can help with that." in body
    assert "You both speak Dutch." in body
    assert "You both like to talk by video call." in body
    for secret in (SECRET, "networking", "80", "points", "Cas", "Dee"):
        assert secret not in body


def test_a_mail_to_two_people_opens_with_both_addresses_and_one_without_an_address_is_only_copied():
    first, second = (one.mail for one in written("no_talk"))
    assert first.link.startswith("mailto:ann@example.org,bo@example.org?subject=")
    assert second.link is None


def test_drafts_are_read_back_with_every_letter_of_every_name():
    with zipfile.ZipFile(io.BytesIO(mail_drafts(written()))) as archive:
        names = archive.namelist()
        message = message_from_bytes(archive.read(names[0]), policy=default)
        without = message_from_bytes(archive.read(names[1]), policy=default)
    assert names[0].startswith("Ann van 't Hoff & – Bo")
    people = [(one.display_name, one.addr_spec) for one in message["To"].addresses]
    assert people == [("Ann van 't Hoff <&>", "ann@example.org"), ("Bo “Björn” Øst 🌱", "bo@example.org")]
    assert message["X-Unsent"] == "1"
    assert message.get_content().replace("\r\n", "\n") == written()[0].text.body
    assert [one.addr_spec for one in without["To"].addresses] == ["cas@example.org"]


def test_the_workbook_to_merge_has_a_row_for_each_mail_and_a_column_for_each_field():
    sheet = openpyxl.load_workbook(io.BytesIO(merge_workbook(written(), EN))).active
    heads, first, _ = ([cell.value for cell in row] for row in sheet.iter_rows())
    assert heads[: len(FIELDS)] == list(FIELDS)
    row = dict(zip(heads, first, strict=True))
    assert row["mentor"] == "Bo “Björn” Øst 🌱"
    assert row["Text"] == written()[0].text.body


def test_a_misspelt_field_is_an_error_and_never_silently_empty():
    with pytest.raises(UndefinedError, match="nobody"):
        filled_text(Text("Hello", "{{ nobody }}"), written()[0].known)


@pytest.mark.parametrize("body", ["{{ mentee.__class__.__mro__ }}", "{{ cycler.__init__.__globals__ }}"])
def test_a_text_cannot_run_code(body):
    with pytest.raises(SecurityError):
        filled_text(Text("Hello", body), written()[0].known)


def test_a_name_that_looks_like_a_template_is_only_a_name():
    hostile = [one.model_copy(update={"full_name": "{{ 7 * 7 }} {% x %}"}) for one in PEOPLE[:1]]
    named = PROGRAMME.with_table(Person, [*hostile, *PEOPLE[1:]])
    bodies = [one.text.body for one in letters(named, pairs_at_start(named), "introduction", EN)]
    assert any("{{ 7 * 7 }} {% x %}, mentee" in body for body in bodies)


def test_the_mail_with_questions_asks_for_no_reply_and_promises_no_sheet():
    for language, words in (
        ("en", ("reply", "own sheet", "off limits")),
        ("nl", ("antwoorden op", "eigen blad")),
    ):
        body = written("expectations", language)[0].text.body
        assert not any(word in body for word in words)
        assert "8. " in body
        assert "9. " not in body
