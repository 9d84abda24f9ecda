import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from mentorkit.intake import Table, map_columns
from mentorkit.intake.words.headings import headings
from mentorkit.model import Application, Person
from mentorkit.text.compare import folded
from tests.intake.tables import gathered, intake_of, unused

DUTCH_FORM = {
    "ID": "response_id",
    "Begintijd": "started_at",
    "Tijd van voltooien": "submitted_at",
    "E-mail": "email",
    "Naam": "full_name",
    "Tijd van laatste wijziging": "modified_at",
    "In welke\u00a0afdeling werk je?": "department",
    "Wat is je functie?\n": "job_title",
    "Op welk niveau werk je?": "level",
    "Hoeveel jaar werkervaring heb je?": "years_experience",
    "In welke stad werk je meestal?": "city",
    "E-mailadres van je leidinggevende\u00a0": "manager_email",
    "Over welke thema's wil je mentor zijn? (meerdere antwoorden mogelijk)": "topics",
    "Aan welke thema’s wil je werken? (meerdere antwoorden mogelijk)": "goals",
    "Wat wil je bereiken?": "goal_text",
    "Vertel kort iets over jezelf": "biography",
    "In welke talen kun je gesprekken voeren? (meerdere antwoorden mogelijk)": "languages",
    "Welke waarden vind je het belangrijkst in je werk? (kies er drie)": "values",
    "Hoe werk je het liefst? (1 = volgens plan, 5 = zoals het komt)": "working_style",
    "Hoe leer je het liefst?": "learning_style",
    "Hoe krijg je het liefst feedback? (1 = voorzichtig, 5 = direct)": "feedback_style",
    "Hoe wil je afspreken? (meerdere antwoorden mogelijk)": "channels",
    "Wanneer kun je? (meerdere antwoorden mogelijk)": "availability",
    "Hoeveel uur per maand heb je?": "hours_per_month",
    "Hoeveel mentees kun je maximaal begeleiden?": "capacity",
    "Met wie zou je graag gekoppeld worden?": "prefers",
    "Met wie liever niet?": "avoids",
    "Heb je de mentortraining gevolgd of geboekt?": "is_trained",
    "Wat doe je graag in je vrije tijd? (meerdere antwoorden mogelijk)": "interests",
    "Ik vind het goed dat mijn gegevens worden gebruikt voor dit programma": "has_consented",
}
ENGLISH_FORM = {
    "Timestamp": "submitted_at",
    "Email Address": "email",
    "Full name": "full_name",
    "Which department do you work in?": "department",
    "What is your job title?": "job_title",
    "At what level do you work?": "level",
    "How many years of work experience do you have?": "years_experience",
    "In which city do you usually work?": "city",
    "Your manager's e-mail address": "manager_email",
    "Which topics can you mentor on?": "topics",
    "Which topics do you want to work on?": "goals",
    "What do you want to achieve?": "goal_text",
    "Tell us a little about yourself": "biography",
    "Which languages can you hold conversations in?": "languages",
    "Which values matter most in your work? (choose three)": "values",
    "How do you like to work? (1 = to a plan, 5 = as it comes)": "working_style",
    "How do you like to learn?": "learning_style",
    "How do you like to receive feedback? (1 = gently, 5 = directly)": "feedback_style",
    "How would you like to meet?": "channels",
    "When are you available?": "availability",
    "How many hours a month do you have?": "hours_per_month",
    "How many mentees can you take on at most?": "capacity",
    "Who would you like to be matched with?": "prefers",
    "Who would you rather not be matched with?": "avoids",
    "Have you taken or booked the mentor training?": "is_trained",
    "What do you enjoy in your free time?": "interests",
    "I agree to my data being used for this programme": "has_consented",
}
FOR_MENTORS = {
    "Hoe begeleid je het liefst?": "learning_style",
    "Hoe geef je feedback? (1 = voorzichtig, 5 = direct)": "feedback_style",
    "How do you like to guide someone?": "learning_style",
    "How do you give feedback? (1 = gently, 5 = directly)": "feedback_style",
}


def table_of(*names: str, row: tuple[object, ...] = ()) -> Table:
    cells = row or tuple(f"answer {number}" for number in range(len(names)))
    return Table("a.csv", "", (1,), names, ((2, cells),))


@pytest.mark.parametrize("form", [DUTCH_FORM, ENGLISH_FORM], ids=["Microsoft Forms nl", "Google Forms en"])
@pytest.mark.parametrize("role", ["mentor", "mentee"])
def test_every_heading_of_the_sample_forms_has_its_own_field(form, role):
    assert map_columns(table_of(*form), role).fields == dict(enumerate(form.values()))


@pytest.mark.parametrize(("heading", "field"), FOR_MENTORS.items())
def test_mentors_have_their_own_wording(heading, field):
    assert map_columns(table_of(heading), "mentor").fields == {0: field}


def test_no_heading_stands_for_two_fields():
    told = tomllib.loads((files("mentorkit.intake.words") / "aliases.toml").read_text("utf-8"))
    entries = [
        *told["fields"].values(),
        *told["by_role"].values(),
        *told["instead"].values(),
        told["refused"],
    ]
    spelled = Counter(
        folded(text)
        for entry in entries
        for text in {
            folded(t): t
            for t in (entry.get("nl"), entry.get("en"), *entry.get("fr", ()), *entry.get("also", ()))
            if t
        }.values()
    )
    assert [text for text, count in spelled.items() if count > 1] == []


def test_every_field_of_the_vocabulary_is_a_field_of_the_model():
    administrative = {"manager", "response_id", "role", "started_at", "modified_at"}
    administrative |= {"joined", "fte", "last_contact", "channel", "note", "nominated_by"}
    administrative |= {"is_mentor", "is_mentee", "is_both", "is_finished"}
    assert set(headings().fields.values()) - administrative <= set(Person.model_fields) | set(
        Application.model_fields
    )


def test_themes_are_topics_of_mentors_and_goals_of_mentees():
    assert map_columns(table_of("Thema's"), "mentor").fields == {0: "topics"}
    assert map_columns(table_of("Thema's"), "mentee").fields == {0: "goals"}


def test_a_profession_stands_in_for_missing_topics_only(csv_file):
    assert map_columns(table_of("Name", "Profession"), "mentor").fields[1] == "topics"
    both = table_of("Name", "Profession", "Topics")
    assert map_columns(both).fields == {0: "full_name", 2: "topics"}
    assert unused(both, map_columns(both)) == ("Profession",)
    intake = intake_of("a.csv", csv_file([["Name", "Profession"], ["Bo Smit", "Policy"]]), "mentee")
    assert intake.applications[0].goals == ("Policy",)
    assert [(finding.column, finding.severity) for finding in intake.findings] == [("Profession", "notice")]


def test_an_organisation_stands_in_for_a_missing_department():
    assert map_columns(table_of("Name", "Organisation"), "mentor").fields[1] == "department"
    assert map_columns(table_of("Name", "Organisation", "Department"), "mentor").fields[1] == "organisation"


@pytest.mark.parametrize(
    "heading", ["Gender", "Geboortedatum", "characteristics", "IP-adres", "BSN", "Identity to match"]
)
def test_sensitive_columns_are_left_out_and_named(csv_file, heading):
    intake = intake_of("a.csv", csv_file([["Naam", heading], ["Bo Smit", "geheim"]]), "mentor")
    assert intake.unused_columns == (heading,)
    assert [(finding.column, finding.severity) for finding in intake.findings] == [(heading, "notice")]
    assert "geheim" not in repr((intake.people, intake.applications, intake.findings))


def test_a_column_we_do_not_know_is_named():
    table = table_of("Naam", "Lievelingskleur")
    assert unused(table, map_columns(table)) == ("Lievelingskleur",)


def test_columns_without_heading_or_with_the_same_one_are_named_by_letter():
    table = table_of(
        "Naam", "E-mail", "E-mail", "", "", row=("Bo", "bo@example.org", "b@example.org", "x", None)
    )
    mapping = map_columns(table, "mentor")
    assert mapping.fields == {0: "full_name", 1: "email"}
    assert unused(table, mapping) == ("E-mail (C)", "(D)")


def test_of_two_columns_the_one_with_answers_counts(csv_file):
    rows = [
        ["Email", "E-mailadres", "Naam"],
        ["anonymous", "bo@example.org", "Bo Smit"],
        ["anonymous", "", "Al Vos"],
    ]
    intake = intake_of("a.csv", csv_file(rows), "mentor")
    assert [person.email for person in intake.people] == ["bo@example.org", None]
    assert [finding.severity for finding in intake.findings] == ["warning"]


def test_numbered_columns_are_one_question():
    mapping = map_columns(table_of("Naam", "Thema 1", "Thema 2", "Thema 3"), "mentor")
    assert gathered(mapping) == {"topics": (1, 2, 3)}
    assert gathered(map_columns(table_of("Naam", "E-mail 1", "E-mail 2"), "mentor")) == {}
    assert map_columns(table_of("Naam", "Thema 1"), "mentor").fields == {0: "full_name"}


def test_the_answers_of_numbered_columns_are_read_together(csv_file):
    rows = [["Naam", "Topic_1", "Topic_2"], ["Bo Smit", "Planning", "Coaching"], ["Al Vos", "Coaching", ""]]
    intake = intake_of("a.csv", csv_file(rows), "mentor")
    assert [one.topics for one in intake.applications] == [("Planning", "Coaching"), ("Coaching",)]


def test_buddies_are_mentees():
    heading = "How many buddies do you want to have?"
    assert map_columns(table_of("Naam", heading, row=("Bo", "3")), "mentor").fields[1] == "capacity"
