"""Each system's export in each of its languages, as a small table."""

import pytest

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.columns import map_columns
from mentorkit.intake.understand.layout import layouts, recognise
from tests.intake.tables import gathered

NOON = "2026-09-21 12:00:00"


def table_of(*header_rows, rows=((),), headings=None):
    width = len(header_rows[0])
    body = tuple((number, tuple(row) + (None,) * (width - len(row))) for number, row in enumerate(rows, 5))
    numbers = tuple(range(1, len(header_rows) + 1))
    return Table("a", "", numbers, tuple(headings or header_rows[-1]), body, header_texts=tuple(header_rows))


CASES = [
    (
        "Microsoft Forms",
        "en",
        ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time", "Language"],
        ["response_id", "started_at", "submitted_at", "email", "full_name", "modified_at"],
    ),
    (
        "Microsoft Forms",
        "nl",
        [
            "Id",
            "BEGINTIJD",
            "Tijd van\u00a0voltooien ",
            "E-mail",
            "Naam",
            "Tijd van laatste wijziging",
            "Taal",
        ],
        ["response_id", "started_at", "submitted_at", "email", "full_name", "modified_at"],
    ),
    (
        "Microsoft Forms",
        "fr",
        [
            "ID",
            "Heure de début",
            "Heure de fin",
            "Adresse de messagerie",
            "Nom",
            "Heure de la dernière modification",
            "Langue",
        ],
        ["response_id", "started_at", "submitted_at", "email", "full_name", "modified_at"],
    ),
    (
        "Microsoft Forms",
        "fr",
        ["ID", "Heure de début", "Heure de fin", "Adresse de courriel", "Nom"],
        ["response_id", "started_at", "submitted_at", "email", "full_name"],
    ),
    ("Google Sheets", "en", ["Timestamp", "Email Address"], ["submitted_at", "email"]),
    ("Google Sheets", "nl", ["Tijdstempel", "E-mailadres"], ["submitted_at", "email"]),
    ("Google Sheets", "fr", ["Horodateur", "Adresse e-mail"], ["submitted_at", "email"]),
    (
        "SurveyMonkey",
        "en",
        ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address"],
        ["response_id", None, "started_at", "submitted_at", None, "email"],
    ),
    (
        "SurveyMonkey",
        "nl",
        ["Respondent-ID", "Verzamelaar-ID", "Begindatum", "Einddatum", "IP-adres", "E-mailadres"],
        ["response_id", None, "started_at", "submitted_at", None, "email"],
    ),
    (
        "SurveyMonkey",
        "fr",
        ["ID répondant", "ID collecteur", "Date de début", "Date de fin", "Adresse IP", "Adresse e-mail"],
        ["response_id", None, "started_at", "submitted_at", None, "email"],
    ),
    (
        "Personio",
        "en",
        [
            "First name",
            "Last name",
            "Email",
            "Status",
            "Department",
            "Position",
            "Office",
            "Supervisor",
            "Hire date",
        ],
        [
            "first_name",
            "last_name",
            "email",
            "status",
            "department",
            "job_title",
            "city",
            "manager",
            "joined",
        ],
    ),
    (
        "Personio",
        "nl",
        [
            "Voornaam",
            "Achternaam",
            "E-mail",
            "Status",
            "Afdeling",
            "Positie",
            "Kantoor",
            "Leidinggevende",
            "Datum indiensttreding",
        ],
        [
            "first_name",
            "last_name",
            "email",
            "status",
            "department",
            "job_title",
            "city",
            "manager",
            "joined",
        ],
    ),
    (
        "Personio",
        "fr",
        [
            "Prénom",
            "Nom",
            "E-mail",
            "Statut",
            "Département",
            "Poste",
            "Bureau",
            "Superviseur",
            "Date d’embauche",
        ],
        [
            "first_name",
            "last_name",
            "email",
            "status",
            "department",
            "job_title",
            "city",
            "manager",
            "joined",
        ],
    ),
    (
        "BambooHR",
        "en",
        [
            "Employee #",
            "Last name, First name",
            "Work Email",
            "Division",
            "Reporting to",
            "Supervisor EID",
            "Hire Date",
            "Status",
        ],
        ["employee_id", "full_name", "email", "department", "manager", "manager_id", "joined", "status"],
    ),
    (
        "Workday",
        "en",
        [
            "Worker",
            "Employee ID",
            "Worker's Manager",
            "Supervisory Organization",
            "Management Chain - Level 01",
        ],
        ["full_name", "employee_id", "manager", "department"],
    ),
]


@pytest.mark.parametrize(("name", "language", "headings", "fields"), CASES)
def test_a_system_is_known_by_its_headings_and_maps_its_own_columns(name, language, headings, fields):
    table = table_of(headings)
    layout = recognise(table)
    assert (layout.name, layout.language) == (name, language)
    assert map_columns(table).fields == {at: field for at, field in enumerate(fields) if field}


@pytest.mark.parametrize(
    ("heading", "language"), [("Timestamp", "en"), ("Tijdstempel", "nl"), ("Horodateur", "fr")]
)
def test_google_forms_itself_is_told_from_its_sheet_by_the_zone_of_the_times(heading, language):
    table = table_of([heading, "Naam"], rows=[["2026/09/21 8:10:17 AM GMT+2", "Bo"]])
    assert (recognise(table).name, recognise(table).language) == ("Google Forms", language)
    assert recognise(table).key == "google_forms"


def test_qualtrics_is_mapped_by_its_codes_and_the_other_text_joins_its_question():
    codes = [
        "StartDate",
        "EndDate",
        "Status",
        "IPAddress",
        "Finished",
        "RecordedDate",
        "ResponseId",
        "RecipientEmail",
        "UserLanguage",
        "Q3",
        "Q3_12_TEXT",
    ]
    labels = [
        "Start",
        "End",
        "Response Type",
        "IP Address",
        "Finished",
        "Recorded",
        "Response ID",
        "Recipient",
        "User Language",
        "Which topics can you mentor on?",
        "Which topics can you mentor on? - Other - Text",
    ]
    table = table_of(codes, labels)
    assert recognise(table).name == "Qualtrics"
    mapping = map_columns(table)
    assert mapping.fields == {
        0: "started_at",
        2: "status",
        4: "is_finished",
        5: "submitted_at",
        6: "response_id",
        7: "email",
        9: "topics",
        10: "topics",
    }
    assert gathered(mapping) == {"topics": (9, 10)}


@pytest.mark.parametrize("style", ["codes", "codes and questions"])
def test_limesurvey_is_mapped_by_its_codes(style):
    labels = {"id": "Antwoord", "submitdate": "Datum", "lastpage": "Pagina", "seed": "Seed"}
    own = [code if style == "codes" else f"{code}. {label}" for code, label in labels.items()]
    asked = [
        f"G1Q1[{code}]. Welke talen spreek je? [{label}]"
        for code, label in [("1", "Fries"), ("other", "Anders")]
    ]
    table = table_of([*own, *asked])
    layout = recognise(table)
    assert (layout.name, layout.unfinished, layout.no_time) == (
        "LimeSurvey",
        ("submitted_at",),
        ("1980-01-01",),
    )
    assert map_columns(table).fields == {0: "response_id", 1: "submitted_at", 4: "languages", 5: "languages"}


@pytest.mark.parametrize(("role", "field"), [("mentor", "topics"), ("mentee", "goals")])
def test_typeform_options_are_gathered_by_their_answers_with_the_other_one(role, field):
    headings = [
        "#",
        "Leadership",
        "Networking",
        "Other",
        "Response Type",
        "Start Date (UTC)",
        "Submit Date (UTC)",
        "Network ID",
    ]
    rows = [
        ["x1", "Leadership", None, "Gardening", "completed"],
        ["x2", "Leadership", "Networking", None, "partial"],
    ]
    table = table_of(headings, rows=rows)
    assert (recognise(table).name, recognise(table).zone) == ("Typeform", "UTC")
    mapping = map_columns(table, role)
    assert gathered(mapping) == {field: (1, 2, 3)}
    assert {mapping.fields[column] for column in (4, 5, 6)} == {"status", "started_at", "submitted_at"}


def test_successfactors_is_mapped_by_its_codes():
    codes = [
        "STATUS",
        "USERID",
        "USERNAME",
        "FIRSTNAME",
        "LASTNAME",
        "MANAGER",
        "HR",
        "DEPARTMENT",
        "HIREDATE",
        "GENDER",
    ]
    table = table_of(codes, [f"Label {number}" for number in range(10)])
    assert (recognise(table).name, recognise(table).role) == ("SuccessFactors", "hr")
    assert list(map_columns(table).fields.values()) == [
        "status",
        "employee_id",
        "first_name",
        "last_name",
        "manager_id",
        "department",
        "joined",
    ]


def test_a_workbook_of_her_own_is_of_no_system():
    assert recognise(table_of(["Naam", "E-mail", "Afdeling", "Leidinggevende"])) is None


def test_a_question_with_the_name_of_a_system_column_is_a_question():
    own = ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Tijd van laatste wijziging"]
    table = table_of([*own, "Afdeling", "Functie", "Plaats", "Taal"])
    assert map_columns(table).fields[9] == "languages"


def test_the_employee_systems_are_lists_of_employees():
    assert {layout.name for layout in layouts() if layout.role == "hr"} == {
        "BambooHR",
        "Personio",
        "SuccessFactors",
        "Workday",
    }
