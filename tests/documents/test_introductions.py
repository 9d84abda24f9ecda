"""Mails about pairs: shareable words only, and each way to hand them on can be read back."""

import io
import zipfile
from email import message_from_bytes
from email.policy import default

import openpyxl
import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from mentorkit.documents.introductions import MERGED, letters, mail_drafts, merge_workbook
from mentorkit.documents.texts import (
    FIELDS,
    TEXTS,
    Text,
    as_kept,
    as_spoken,
    check_text,
    field_name,
    filled_text,
    text_of,
)
from mentorkit.errors import NotLawful
from mentorkit.model import Framework, OwnText, Person
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
    assert heads[: len(MERGED)] == [field_name(field, "en") for field in MERGED]
    row = dict(zip(heads, first, strict=True))
    assert row["mentor"] == "Bo “Björn” Øst 🌱"
    assert row["Text"] == written()[0].text.body


def test_a_misspelt_field_is_an_error_and_never_silently_empty():
    with pytest.raises(UndefinedError, match="nobody"):
        filled_text(Text("Hello", "{{ nobody }}"), written()[0].known)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", TEXTS)
def test_our_own_texts_are_such_as_may_be_kept(key, language):
    check_text(text_of(key, language), language)


@pytest.mark.parametrize(
    ("text", "field", "told"),
    [
        (
            Text("Hello", "One\n{{ mentr }}"),
            "body",
            "Line 2: there is no field mentr. Do you mean mentor?",
        ),
        (Text("{{ you }}", "Hello"), "subject", "Line 1: there is no field you. The fields are: mentee,"),
        (Text("Hello", "One\n\n{% for line in themes %}\n"), "body", "cannot be read."),
        (Text("Hello", "{% if themes %}"), "body", "Line 1 cannot be read."),
        (Text(" ", "Hello"), "subject", "Write a subject"),
        (Text("Hello", "\n"), "body", "Write a subject"),
        (Text("Hello", "x" * 10_001), "body", "at most 10,000 characters"),
    ],
)
def test_a_text_that_cannot_be_filled_in_is_refused_where_it_is_wrong(text, field, told):
    with pytest.raises(NotLawful) as refused:
        check_text(text, "en")
    assert refused.value.field == field
    assert told in EN(refused.value.message)


@pytest.mark.parametrize(
    "body",
    [
        "{{ mentee.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ mentee|length }}",
        "{{ mentee() }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'x' * 10 }}",
        "{% set x = mentee %}",
        "{% include 'a' %}",
        "{% macro m() %}{% endmacro %}",
        "{% for x in mentee %}{% endfor %}",
        "{% for x in themes %}{% for y in themes %}{% endfor %}{% endfor %}",
    ],
)
def test_a_text_cannot_run_code_nor_keep_the_computer_busy(body):
    with pytest.raises(NotLawful, match="Line 1"):
        check_text(Text("Hello", body), "en")


@pytest.mark.parametrize("body", ["{{ mentee.__class__.__mro__ }}", "{{ cycler.__init__.__globals__ }}"])
def test_a_text_that_came_in_another_way_cannot_run_code_either(body):
    with pytest.raises(SecurityError):
        filled_text(Text("Hello", body), written()[0].known)


def test_a_list_outside_a_loop_is_written_on_one_line():
    text = filled_text(Text("Hello", "{{ themes }}"), {"themes": ["One", "Two"]})
    assert text.body == "One, Two\n"


def test_her_own_text_goes_out_in_place_of_ours_in_its_language_only():
    own = OwnText(id="x", text_key="introduction", language="nl", subject="Dag {{ names }}", body="Tot gauw.")
    programme = PROGRAMME.with_table(OwnText, [own])
    pairs = pairs_at_start(programme)
    (mine, _), (ours, _) = (letters(programme, pairs, "introduction", speaker(one)) for one in ("nl", "en"))
    assert (mine.text.subject, mine.text.body) == ("Dag Ann en Bo", "Tot gauw.\n")
    assert ours.text == written()[0].text


def test_a_name_that_looks_like_a_template_is_only_a_name():
    hostile = [one.model_copy(update={"full_name": "{{ 7 * 7 }} {% x %}"}) for one in PEOPLE[:1]]
    named = PROGRAMME.with_table(Person, [*hostile, *PEOPLE[1:]])
    bodies = [one.text.body for one in letters(named, pairs_at_start(named), "introduction", EN)]
    assert any("{{ 7 * 7 }} {% x %}, mentee" in body for body in bodies)


def test_the_mail_with_questions_says_what_the_other_will_read_and_what_not():
    for language, words in (
        ("en", ("to me alone", "side by side")),
        ("nl", ("aan mij alleen", "naast elkaar")),
    ):
        body = written("expectations", language)[0].text.body
        assert all(word in body for word in words)
        assert "8. " in body
        assert "9. " not in body


def test_a_field_has_one_name_in_each_language_that_can_stand_in_a_text():
    named = {(language, field_name(field, language)): field for language in LANGUAGES for field in FIELDS}
    assert len(named) == len(LANGUAGES) * len(FIELDS)
    for (language, name), field in named.items():
        assert name.isidentifier()
        assert as_kept(Text(f"{{{{ {name.upper()} }}}}", name)) == Text(f"{{{{ {field} }}}}", name)
        assert as_spoken(Text("", f"{{% if {field} %}}"), language).body == f"{{% if {name} %}}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", TEXTS)
def test_our_own_texts_come_back_as_they_are_kept(key, language):
    assert as_kept(as_spoken(text_of(key, language), language)) == text_of(key, language)
