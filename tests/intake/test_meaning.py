"""Questions in words we never saw: read when the words and all answers agree, else left."""

from collections.abc import Sequence

import pytest

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.columns import map_columns
from tests.intake.tables import gathered

CHOICES = ["Leiderschap;Netwerken;", "Netwerken;Tuinieren met ouderen;Presenteren;", "Leiderschap;"]
SENTENCES = [
    "Ik wil beter leren presenteren voor een grote groep mensen.",
    "Ik zoek iemand die mij helpt met netwerken in de zorg.",
    "Leiding geven aan een klein team lijkt mij heel leuk om te leren.",
]


def table_of(*columns: tuple[str, Sequence[object]]) -> Table:
    headings, cells = zip(("E-mail", [f"n{at}@example.org" for at in range(3)]), *columns, strict=True)
    rows = tuple((at, row) for at, row in enumerate(zip(*cells, strict=True), start=2))
    return Table("f.csv", "", (1,), headings, rows)


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("Waar weet jij veel van?", CHOICES, "topics"),
        ("What would you most like to be mentored on this year?", CHOICES, "goals"),
        ("Qu'aimeriez-vous apprendre ?", CHOICES, "goals"),
        ("Vertel eens wat je hier hoopt te leren", SENTENCES, "goal_text"),
        ("This time round I join as", ["Mentor", "Mentee", "Mentor"], "role"),
        ("For how many mentees do you have room?", [1, "2 à 3", 4], "capacity"),
        ("Roughly how many hours can you spare each month?", ["2", "3 uur", 4], "hours_per_month"),
        ("Sinds hoeveel jaar doe je ervaring op?", ["7,5", 3, 12], "years_experience"),
        ("Vanaf welke dag ben je ongeveer beschikbaar?", ["2026-09-14"] * 3, "available_from"),
        ("Tot wanneer kun je?", ["2027-06-14", "2027-07-01", "2027-06-14"], "available_until"),
        ("Welke vragen liggen buiten je expertise?", CHOICES, "boundaries"),
        ("Which professional network could you open?", ["Schools", "Towns;Schools", "Towns"], "network"),
        ("In welke tijdzone werk je?", ["CET", "GMT", "CET"], "timezone"),
        ("In welke streek werk je?", ["Noord", "Zuid", "Noord"], "region"),
        ("In deze taal praat ik graag", ["Nederlands", "Engels;Frans", "Engels"], "languages"),
        ("Contact van je leidinggevende", ["a@x.org", "b@x.org", "c@x.org"], "manager_email"),
    ],
)
def test_words_and_answers_that_agree_tell_the_field(heading: str, cells: Sequence[object], field: str):
    mapping = map_columns(table_of((heading, cells)))
    assert mapping.fields == {0: "email", 1: field}
    assert mapping.read[1].how == "content"


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("How many mentees did you have before, and how was it?", ["It was fun", "None", "Two"]),
        ("Hoe vond je het vorig jaar?", SENTENCES),
        ("Geboortejaar van je hond", [2011, 2014, 2020]),
        ("Met wie wil je niet?", ["Jan", "Kim", "Bo"]),
        ("Waar wil je liever niet over praten?", CHOICES),
        ("Topics I am not comfortable to discuss", CHOICES),
        ("Welke taal klinkt mooi", ["blauw", "rood", "geel"]),
        ("Afdeling van je leidinggevende nu", ["Zorg", "ICT", "Zorg"]),
        ("Anything else?", ["-", None, "I like leadership and long walks in the rain with my dog"]),
    ],
)
def test_words_without_such_answers_tell_nothing(heading: str, cells: Sequence[object]):
    assert map_columns(table_of((heading, cells))).fields == {0: "email"}


def test_a_heading_we_know_goes_before_what_answers_tell():
    table = table_of(("Waar weet jij veel van?", CHOICES), ("Thema's", ["Netwerken", None, None]))
    assert map_columns(table, "mentor").fields == {0: "email", 2: "topics"}


@pytest.mark.parametrize(("yes", "no"), [("Ja", "Nee"), ("Leiderschap", None), (True, False)])
def test_options_of_an_unknown_question_are_gathered(yes: object, no: object):
    columns = [
        ("Wat wil je leren dit jaar? [Leiderschap]", [yes, no, yes]),
        ("Wat wil je leren dit jaar? [Netwerken]", ["Ja", "Nee", "Nee"]),
        ("Wat wil je leren dit jaar? [Anders]", [None, "Imkeren", None]),
    ]
    assert gathered(map_columns(table_of(*columns))) == {"goals": (1, 2, 3)}


def test_ticks_that_are_no_topics_are_left():
    columns = [(f"Kom je? [{day}]", ["Ja", "Nee", "Ja"]) for day in ("maandag", "dinsdag")]
    assert map_columns(table_of(*columns)).fields == {0: "email"}
