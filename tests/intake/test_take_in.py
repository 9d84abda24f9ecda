import csv
import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.intake.people.record import Record
from mentorkit.model import Finding
from mentorkit.text import speaker
from mentorkit.workflows.intake.as_json import file_json
from mentorkit.workflows.intake.edits import Edits, FormKind
from mentorkit.workflows.intake.files import NOWHERE
from mentorkit.workflows.intake.review import Review, review
from tests.intake.tables import Intake, book_of, intake_of

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "=1+1",
    "[a](http://x)",
    "'; DROP TABLE persons; --",
    "{{ 7*7 }}",
    "@SUM(1+1)",
]


def errors(intake: Intake) -> list[Finding]:
    return [finding for finding in intake.findings if finding.severity == "error"]


def obeys_the_law(intake: Intake) -> bool:
    refused = errors(intake)
    return (
        intake.rows_read == len(intake.applications) + intake.merged + len(refused)
        and len({finding.row for finding in refused}) == len(refused)
        and len(intake.people) == len(intake.applications)
        and [person.id for person in intake.people] == [one.person_id for one in intake.applications]
    )


def test_a_sign_up_becomes_a_person_and_an_application(book):
    rows = [
        ["Naam", "E-mail", "Thema's", "Max. mentees", "Talen", "Leidinggevende", "Akkoord"],
        [
            "Berg, Jan van den",
            "Jan@Example.org",
            "Data;Zorg;",
            "2",
            "Nederlands;Engels;",
            "bo@example.org",
            "Ja",
        ],
    ]
    intake = intake_of("mentoren.xlsx", book(("Sheet1", rows)), "mentor")
    (person,), (one,) = intake.people, intake.applications
    assert (person.full_name, person.email, person.languages) == (
        "Jan van den Berg",
        "jan@example.org",
        ("nl", "en"),
    )
    assert person.manager_email == "bo@example.org"
    assert (one.person_id, one.role, one.topics, one.capacity, one.has_consented) == (
        person.id, "mentor", ("Data", "Zorg"), 2, True,
    )  # fmt: skip
    assert (one.source_file, one.source_row) == ("mentoren.xlsx", 2)
    assert intake.findings == ()


def test_the_same_person_has_one_id_in_both_files_and_two_applications(csv_file):
    mentors = csv_file([["E-mail", "Naam"], ["noor@example.org", "Noor Bakker"]])
    mentees = csv_file([["Naam", "Email"], ["Bakker, Noor", "NOOR@example.org"]])
    mentor, mentee = intake_of("a.csv", mentors, "mentor"), intake_of("b.csv", mentees, "mentee")
    assert mentor.people[0].id == mentee.people[0].id
    assert mentor.applications[0].id != mentee.applications[0].id


@pytest.mark.parametrize(
    ("headings", "first", "second", "is_same"),
    [
        (["E-mail", "Personeelsnummer"], ["a@example.org", "1"], ["a@example.org", "2"], True),
        (["Personeelsnummer", "Naam"], ["0007", "Bo Smit"], ["0007", "Bo S."], True),
        (["Personeelsnummer", "Naam"], ["0007", "Bo Smit"], ["7", "Bo Smit"], False),
        (["ID", "Naam"], ["1", "Bo Smit"], ["2", "Bo Smit"], False),
        (["Naam", "Afdeling"], ["Bo Smit", "x"], ["bo  smit", "y"], True),
    ],
)
def test_a_person_is_known_by_address_else_number_else_answer_else_name(
    csv_file, headings, first, second, is_same
):
    one, other = (
        intake_of("a.csv", csv_file([headings, row]), "mentor").people[0].id for row in (first, second)
    )
    assert (one == other) is is_same


def test_answer_numbers_of_two_forms_are_two_people(csv_file):
    content = csv_file([["ID", "Naam"], ["1", "Bo Smit"]])
    assert (
        intake_of("a.csv", content, "mentor").people[0].id
        != intake_of("b.csv", content, "mentee").people[0].id
    )


def test_a_row_of_nobody_is_an_error_that_says_what_to_do(csv_file):
    rows = [["E-mail", "Naam", "Afdeling"], ["", "", "Zorg"], ["a@example.org", "Bo Smit", "Zorg"]]
    intake = intake_of("a.csv", csv_file(rows), "mentor")
    assert [(finding.row, finding.severity) for finding in intake.findings] == [(2, "error")]
    assert (intake.rows_read, len(intake.people)) == (2, 1)
    assert "e-mailadres" in speaker("nl")(intake.findings[0].message)


def test_the_latest_of_two_sign_ups_counts_and_both_rows_are_named(csv_file):
    rows = [
        ["Tijd van voltooien", "E-mail", "Naam", "Afdeling"],
        ["02-09-2026 10:00", "a@example.org", "Bo Smit", "nieuw"],
        ["01-09-2026 10:00", "A@example.org", "Bo Smit", "oud"],
    ]
    intake = intake_of("a.csv", csv_file(rows), "mentor")
    assert [person.department for person in intake.people] == ["nieuw"]
    assert (intake.rows_read, intake.merged) == (2, 1)
    (notice,) = intake.findings
    assert (notice.row, notice.severity) == (3, "notice")
    assert {"2", "3"} <= set(map(str, notice.message.values.values()))


def test_without_times_the_last_row_counts(csv_file):
    rows = [["E-mail", "Naam", "Afdeling"], ["a@example.org", "Bo", "oud"], ["a@example.org", "Bo", "nieuw"]]
    assert intake_of("a.csv", csv_file(rows), "mentor").people[0].department == "nieuw"


def test_two_names_with_one_address_are_merged_with_a_warning(csv_file):
    rows = [["E-mail", "Naam"], ["a@example.org", "Bo Smit"], ["a@example.org", "Al Vos"]]
    assert [finding.severity for finding in intake_of("a.csv", csv_file(rows), "mentor").findings] == [
        "warning"
    ]


def test_a_wrong_address_keeps_the_person_by_name(csv_file):
    intake = intake_of("a.csv", csv_file([["E-mail", "Naam"], ["bo.example.org", "Bo Smit"]]), "mentor")
    assert (intake.people[0].full_name, intake.people[0].email) == ("Bo Smit", None)
    (warning,) = intake.findings
    assert (warning.row, warning.column, warning.value, warning.severity) == (
        2,
        "E-mail",
        "bo.example.org",
        "warning",
    )


def test_a_sign_up_without_a_name_is_shown_by_its_address(csv_file):
    intake = intake_of("a.csv", csv_file([["E-mail", "Afdeling"], ["bo@example.org", "Zorg"]]), "mentor")
    assert intake.people[0].full_name == "bo@example.org"
    assert [finding.severity for finding in intake.findings] == ["warning"]


def test_a_name_of_hundreds_of_characters_is_an_error(csv_file):
    intake = intake_of("a.csv", csv_file([["E-mail", "Naam"], ["bo@example.org", "A" * 5000]]), "mentor")
    assert (len(intake.people), len(errors(intake))) == (0, 1)
    assert len(intake.findings[0].value or "") < 100


def test_no_consent_is_imported_with_a_notice(csv_file):
    intake = intake_of("a.csv", csv_file([["Naam", "Akkoord"], ["Bo Smit", "Nee"]]), "mentee")
    assert intake.applications[0].has_consented is False
    assert [finding.severity for finding in intake.findings] == ["notice"]


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("Al@example.org", "manager_email"),
        ("0013", "manager_id"),
        ("P-104", "manager_id"),
        ("Vos, Al de", "manager_name"),
        ("NO_MANAGER", None),
        ("-", None),
        ("geen", None),
    ],
)
def test_a_manager_is_filed_by_what_the_value_looks_like(csv_file, value, field):
    person = intake_of("a.csv", csv_file([["Naam", "Leidinggevende"], ["Bo Smit", value]]), "mentee").people[
        0
    ]
    found = {name for name in ("manager_email", "manager_id", "manager_name") if getattr(person, name)}
    assert found == ({field} if field else set())


def test_number_and_name_of_a_manager_are_both_kept(csv_file):
    rows = [
        ["Employee #", "Last name, First name", "Reporting to", "Supervisor EID"],
        ["0010", "Smit, Bo", "Vos, Al de", "0013"],
    ]
    person = intake_of("a.csv", csv_file(rows), "mentee").people[0]
    assert (person.full_name, person.manager_id, person.manager_name) == ("Bo Smit", "0013", "Al de Vos")


@pytest.mark.parametrize("manager", ["bo@example.org", "17", "Bo Smit", "Smit, Bo"])
def test_nobody_is_her_own_manager(csv_file, manager):
    rows = [
        ["Naam", "E-mail", "Personeelsnummer", "Leidinggevende"],
        ["Bo Smit", "bo@example.org", "17", manager],
    ]
    intake = intake_of("a.csv", csv_file(rows), "mentee")
    person = intake.people[0]
    assert (person.manager_email, person.manager_id, person.manager_name) == (None, None, None)
    assert [finding.severity for finding in intake.findings] == ["warning"]


def test_totals_and_notes_are_no_sign_ups_and_are_named(csv_file):
    rows = [
        ["Personeelsnr", "Naam", "Uren per maand"],
        ["1", "Bo Smit", "2"],
        ["Totaal", "", "2"],
        ["", "", ""],
        ["Gemaakt door HR", "", ""],
        ["vertrouwelijk", "", ""],
    ]
    intake = intake_of("a.csv", csv_file(rows), "mentor")
    assert intake.rows_read == 1
    assert [(finding.row, finding.severity) for finding in intake.findings] == [
        (n, "notice") for n in (3, 5, 6)
    ]


def test_a_number_alone_in_a_row_is_no_note_and_no_sign_up(csv_file):
    rows = [["ID", "Naam", "E-mail"], ["1", "Bo Smit", ""], ["", "", ""], ["2", "", ""]]
    intake = intake_of("a.csv", csv_file(rows), "mentor")
    assert intake.rows_read == 2
    assert [(finding.row, finding.severity) for finding in intake.findings] == [(4, "error")]


def test_a_person_called_total_with_an_address_is_a_person(csv_file):
    rows = [["Naam", "E-mail"], ["Total", "total@example.org"]]
    assert intake_of("a.csv", csv_file(rows), "mentor").rows_read == 1


def test_sign_ups_for_the_other_role_are_counted_apart(csv_file):
    rows = [
        ["Naam", "Rol", "Thema's"],
        ["Bo Smit", "Mentor", "Data"],
        ["Al Vos", "Mentee", "Data"],
        ["Kim Bos", "Beide", ""],
        ["Lou Mik", "mentor en mentee", ""],
    ]
    content = csv_file(rows)
    mentors, mentees = intake_of("a.csv", content, "mentor"), intake_of("a.csv", content, "mentee")
    assert [person.full_name for person in mentors.people] == ["Bo Smit", "Kim Bos", "Lou Mik"]
    assert [person.full_name for person in mentees.people] == ["Al Vos", "Kim Bos", "Lou Mik"]
    assert [finding.message.count for finding in mentors.findings] == [1]


def test_of_a_workbook_with_both_roles_the_one_asked_for_is_taken_and_the_others_are_counted(book):
    content = book(
        ("Mentoren", [["Naam", "E-mail"], ["Bo Smit", "bo@example.org"]]),
        ("Mentees", [["Naam"], ["Al Vos"]]),
    )
    mentors, mentees = (intake_of("a.xlsx", content, role) for role in ("mentor", "mentee"))
    assert [person.full_name for person in mentors.people] == ["Bo Smit"]
    assert [person.full_name for person in mentees.people] == ["Al Vos"]
    assert [finding.message.count for finding in mentees.findings] == [1]


def test_two_sheets_of_one_role_are_both_read(book):
    """Bug: of the sheets Mentoren Noord and Mentoren Zuid only one was read to pair people."""
    north = ("Mentoren Noord", [HEAD[:2], ["Bo Smit", "bo@example.org"], ["Cy Kok", "cy@example.org"]])
    south = ("Mentoren Zuid", [HEAD[:2], ["Al Vos", "al@example.org"]])
    intake = intake_of("werkboek.xlsx", book(north, south), "mentor")
    assert [person.full_name for person in intake.people] == ["Bo Smit", "Cy Kok", "Al Vos"]


def test_headings_that_say_nothing_about_people_give_one_error_for_the_file(csv_file):
    intake = intake_of("a.csv", csv_file([["Kleur", "Aantal keer"], ["rood", "1"], ["blauw", "2"]]), "mentor")
    assert intake.people == ()
    assert [(finding.row, finding.severity) for finding in intake.findings] == [
        (None, "error"),
        (2, "error"),
        (3, "error"),
    ]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", ["book", "csv"])
def test_markup_and_formulas_come_through_as_plain_text(book, csv_file, text, kind):
    rows = [["Naam", "E-mail", "Over mij"], [text, "bo@example.org", text]]
    content = book(("Sheet1", rows)) if kind == "book" else csv_file(rows)
    intake = intake_of("a.xlsx", content, "mentor")
    assert intake.people[0].full_name == text
    assert intake.applications[0].biography == text


ANSWERS = {
    "ID": st.sampled_from(["", "1", "2"]),
    "Tijd van voltooien": st.sampled_from(["", "01-09-2026 10:00", "02-09-2026 10:00", "gisteren"]),
    "E-mail": st.sampled_from(
        ["", "a@example.org", "B@example.org", "geen adres", "a@example.con", "anonymous"]
    ),
    "Naam": st.sampled_from(["", "Bo Smit", "Vos, Al de", "Totaal", "=1+1", "x" * 400]),
    "Personeelsnummer": st.sampled_from(["", "7", "0007", "1,2E+10"]),
    "Rol": st.sampled_from(["", "mentor", "mentee"]),
    "Talen": st.sampled_from(["", "Nederlands", "Klingon, Engels"]),
    "Leidinggevende": st.sampled_from(["", "a@example.org", "7", "Bo Smit", "-"]),
    "Max. mentees": st.sampled_from(["", "2", "2 à 3", "99", "veel"]),
    "Akkoord": st.sampled_from(["", "Ja", "Nee", "?!"]),
}
ROW = st.fixed_dictionaries(ANSWERS)


def as_file(rows: list[dict[str, str]]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(ANSWERS), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


@given(st.lists(ROW, min_size=1, max_size=12), st.sampled_from(["mentor", "mentee"]))
def test_every_row_is_taken_in_merged_or_refused_once(rows, role):
    content = as_file([*rows, dict.fromkeys(rows[0], "") | {"Naam": "Lou Mik"}])
    intake = intake_of("a.csv", content, role)
    assert obeys_the_law(intake)
    assert all(speaker(language)(finding.message) for finding in intake.findings for language in ("nl", "en"))


@given(st.lists(ROW, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_change_who_is_known(rows, rng):
    full = [*rows, dict.fromkeys(rows[0], "") | {"Naam": "Lou Mik"}]
    shuffled = rng.sample(full, len(full))
    one, other = (intake_of("a.csv", as_file(order), "mentor") for order in (full, shuffled))
    assert {person.id for person in one.people} == {person.id for person in other.people}
    assert (one.rows_read, one.merged) == (other.rows_read, other.merged)


def test_people_are_the_same_whatever_the_order_when_each_signs_up_once(csv_file):
    rows = [
        [f"p{n}@example.org", f"Bo Smit {n}", "Data;Zorg" if n % 2 else "zorg", str(n % 5)] for n in range(40)
    ]
    shuffled = random.Random(7).sample(rows, len(rows))  # noqa: S311 - a fixed shuffle
    names = ["E-mail", "Naam", "Thema's", "Werkervaring"]
    one, other = (intake_of("a.csv", csv_file([names, *order]), "mentor") for order in (rows, shuffled))
    assert set(one.people) == set(other.people)
    assert {(a.id, a.topics) for a in one.applications} == {(a.id, a.topics) for a in other.applications}


HEAD = ["Naam", "E-mail", "Thema's"]
MENTORS = ("Mentoren", [HEAD, ["Bo Smit", "bo@example.org", "Rust, Reinheid, Data"]])
MENTEES = ("Mentees", [HEAD, ["Bo Smit", "bo@example.org", "Data"], ["Al Vos", "al@example.org", "Data"]])


def taken(book, *sheets) -> Review:
    return review(NOWHERE, [book_of("werkboek.xlsx", book(*sheets))])


def records(found: Review) -> list[Record]:
    return [record for reading in found.readings for record in reading.found.records]


def test_every_sheet_of_people_is_read_and_each_has_its_own_role(book):
    found = taken(book, MENTORS, MENTEES)
    assert [(one.sheet, one.role, one.who.name) for one in records(found)] == [
        ("Mentoren", "mentor", "Bo Smit"),
        ("Mentees", "mentee", "Bo Smit"),
        ("Mentees", "mentee", "Al Vos"),
    ]
    mentor, mentee, _ = records(found)
    assert mentor.who.key == mentee.who.key
    assert (mentor.answers["topics"], mentee.answers["goals"]) == (("Rust", "Reinheid", "Data"), ("Data",))


def test_a_list_in_the_file_tells_which_choices_are_one(book):
    found = taken(book, MENTORS, ("Lijsten", [["Rust, Reinheid"], ["Data"]]))
    assert records(found)[0].answers["topics"] == ("Rust, Reinheid", "Data")


def test_sheets_that_are_no_sign_ups_are_left_and_named(book):
    old = ("Mentoren 2020", [HEAD[:2], ["Cy Kok", "cy@example.org"]])
    pairs = ("Koppels", [["Mentor", "Mentee"], ["Bo Smit", "Al Vos"], ["Bo Smid", "Al Vos"]])
    found = taken(book, MENTORS, MENTEES, old, pairs, ("Leesmij", [["Rood is weg"], ["Groen blijft"]]))
    assert [(sheet.use, sheet.kind, len(sheet.table.rows)) for sheet in found.sheets] == [
        ("people", "mentor", 1),
        ("people", "mentee", 2),
        ("old", "none", 1),
        ("pairs", "none", 2),
        ("list", "none", 1),
    ]
    *of_sheets, both_roles = found.findings
    assert [finding.severity for finding in of_sheets] == ["warning", "notice", "warning", "notice"]
    assert both_roles.message.id.startswith("One person signed up as mentor and as mentee")
    unknown = found.findings[2]
    assert (unknown.row, unknown.sheet, unknown.message.values["suggestion"]) == (3, "Koppels", "Bo Smit")
    assert len(records(found)) == 3


def test_warnings_of_a_file_stand_in_the_order_of_its_rows_and_those_of_no_row_come_first(csv_file):
    heads = ["Naam", "E-mail", "Max. mentees", "Geslacht"]
    rows = [[f"{name} Bos", f"{name}@example.org", "1", "v"] for name in ("an", "bo", "cy")]
    rows[0][2], rows[2][2] = "een of twee", "max. 3"
    book = book_of("mentoren.csv", csv_file([heads, *rows, ["dia bos", "dia@example.org", "2", "v"]]))
    told = file_json(book, review(NOWHERE, [book]), speaker("en"))["warnings"]
    assert [one.partition(",")[0] for one in told if one.startswith("row")] == ["row 2", "row 4", "row 5"]
    assert [one[:3] == "row" for one in told] == sorted(one[:3] == "row" for one in told)
    assert not told[0].startswith("row")


def test_a_file_without_people_says_so_and_keeps_its_rows(csv_file):
    book = book_of("a.csv", csv_file([["Kleur", "Aantal"], ["rood", "1"], ["blauw", "2"]]))
    found = review(NOWHERE, [book])
    told = file_json(book, found, speaker("en"))
    assert (told["sheets"][0]["rows"], told["counts"]["rows"]) == (2, 2)
    assert [finding.severity for finding in found.findings] == ["error"]


@pytest.mark.parametrize(
    ("headings", "language"),
    [
        (["Naam", "E-mailadres", "Wat is je functie?"], "nl"),
        (["Name", "Email address", "What is your job title?"], "en"),
        (["Nom", "Adresse e-mail", "Quelle est votre fonction ?"], "fr"),
    ],
)
def test_the_language_is_that_of_the_headings(csv_file, headings, language):
    content = csv_file([headings, ["Bo Smit", "bo@example.org", "x"]])
    book = book_of("a.csv", content)
    assert file_json(book, review(NOWHERE, [book]), speaker("en"))["language"] == language


def test_the_role_she_names_counts_where_the_file_does_not_tell(csv_file):
    book = book_of("a.csv", csv_file([HEAD, ["Bo Smit", "bo@example.org", "Data"]]))
    told: list[dict[str, FormKind]] = [{"a.csv": "mentor"}, {"a.csv": "mentee"}, {}]
    found = [review(NOWHERE, [book], Edits(files=files)) for files in told]
    assert [records(one)[0].role for one in found] == ["mentor", "mentee", None]


def test_what_a_file_tells_of_its_role_goes_before_what_she_names(book):
    found = review(
        NOWHERE, [book_of("werkboek.xlsx", book(MENTORS, MENTEES))], Edits(files={"werkboek.xlsx": "mentor"})
    )
    assert [record.role for record in records(found)] == ["mentor", "mentee", "mentee"]
