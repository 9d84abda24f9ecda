import pytest

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.account import account_of, column_notices, not_read
from mentorkit.intake.understand.columns import fingerprint, map_columns
from tests.intake.tables import gathered


def table_of(columns):
    rows = tuple(enumerate(zip(*columns.values(), strict=True), 2))
    return Table("a.csv", "", (1,), tuple(columns), rows)


PEOPLE = {"Naam": ["Bo Smit", "Al Vos"], "Reach me at": ["bo@example.org", "al@example.org"]}


def test_the_only_column_of_addresses_is_the_address():
    mapping = map_columns(table_of(PEOPLE))
    assert {at: (one.field, one.how) for at, one in mapping.read.items()} == {
        0: ("full_name", "alias"),
        1: ("email", "content"),
    }


def test_one_of_two_columns_of_addresses_is_never_taken_unasked():
    table = table_of({**PEOPLE, "Or at": ["b@example.org", "a@example.org"]})
    mapping = map_columns(table)
    assert mapping.fields == {0: "full_name"}
    assert [use.suggested for use in account_of(table, mapping)] == [None, "email", "email"]


def test_addresses_of_managers_are_never_taken_for_those_of_people():
    table = table_of({"Naam": ["Bo Smit"], "Contact van leidinggevende": ["chef@example.org"]})
    assert map_columns(table).fields == {0: "full_name", 1: "manager_email"}


def test_a_heading_that_looks_like_one_we_know_is_only_suggested():
    table = table_of({"Naam": ["Bo Smit"], "Waar is je werkplek nu": ["Gent"]})
    mapping = map_columns(table)
    use = account_of(table, mapping)[1]
    assert 1 not in mapping.fields
    assert (use.suggested, use.status == "asked") == ("city", True)


def test_a_column_without_answers_is_empty_and_asks_nothing():
    table = table_of({"Naam": ["Bo Smit"], "Waar is je werkplek nu": [None]})
    assert account_of(table, map_columns(table))[1].status == "empty"


def test_every_column_shows_three_samples_and_how_much_is_filled():
    table = table_of({"Naam": ["A B", "C D", "A B", "E F", "G H", None]})
    (use,) = account_of(table, map_columns(table))
    assert (use.letter, use.samples, round(use.filled, 2)) == ("A", ("A B", "C D", "E F"), 0.83)


def test_a_sensitive_column_is_off_until_she_asks_and_shows_no_answers():
    table = table_of({"Naam": ["Bo"], "Wat is je geboortedatum?": ["1-2-1990"]})
    mapping = map_columns(table)
    use = account_of(table, mapping)[1]
    assert (mapping.fields, use.is_refused, use.samples) == ({0: "full_name"}, False, ())
    assert use.why.id.startswith("Pairing does not need such personal details")
    asked = map_columns(table, chosen={"Wat is je geboortedatum?": "note"})
    assert asked.read[1][1:] == ("note", "choice")


def test_a_column_of_yes_and_no_that_is_not_read_shows_no_answers():
    table = table_of(
        {"Naam": ["Bo", "Noor"], "Woon je op een boot?": ["Ja", "Nee"], "Kleur": ["Rood", "Blauw"]}
    )
    _, boat, colour = account_of(table, map_columns(table))
    assert (boat.samples, colour.samples) == ((), ("Rood", "Blauw"))


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("BSN", "x"),
        ("Wat is je rijksregisternummer?", "x"),
        ("Identificatienummer", "111222333"),
        ("ID-nummer", "85.07.30-033.28"),
    ],
)
def test_a_national_number_is_refused_even_when_she_asks(heading, cell):
    table = table_of({"Naam": ["Bo"], heading: [cell]})
    mapping = map_columns(table, saved={heading: "employee_id"}, chosen={heading: "employee_id"})
    assert mapping.fields == {0: "full_name"}
    assert account_of(table, mapping)[1].is_refused


def test_an_employee_number_that_happens_to_fit_is_no_national_number():
    table = table_of({"Personeelsnummer": ["111222333"], "ID nummer": ["111222334"]})
    assert map_columns(table).fields == {0: "employee_id"}
    assert not account_of(table, map_columns(table))[1].is_refused


def test_a_saved_form_is_read_as_before_and_her_choice_goes_first():
    table = table_of({"Naam": ["Bo"], "Vak": ["Zorg"], "Plaats": ["Ede"]})
    saved = {"Vak": "department", "Plaats": None}
    assert [one.how for one in map_columns(table, saved=saved).read.values()] == ["alias", "saved"]
    both = map_columns(table, saved=saved, chosen={"Vak": "job_title"})
    assert both.fields == {0: "full_name", 1: "job_title"}


def test_columns_that_she_chose_for_one_list_all_stay():
    table = table_of({"Naam": ["Bo"], "Leerdoelen": ["Plannen"], "Wens A": ["Data"], "Wens B": ["Zorg"]})
    chosen = {"Wens A": "goals", "Wens B": "goals"}
    assert gathered(map_columns(table, "mentee", chosen=chosen)) == {"goals": (1, 2, 3)}


def test_a_column_that_she_chose_for_one_answer_takes_the_place_of_another():
    table = table_of({"Naam": ["Bo"], "Afdeling": ["Zorg"], "Vak": ["ICT"]})
    assert map_columns(table, chosen={"Vak": "department"}).fields == {0: "full_name", 2: "department"}


def test_a_repeated_question_is_offered():
    table = table_of({"Afdeling": ["Zorg"], "Afdeling2": ["ICT"]})
    uses = account_of(table, map_columns(table))
    assert map_columns(table).fields == {0: "department"}
    assert (uses[0].suggested, uses[1].suggested) == (None, "department")


@pytest.mark.parametrize(
    ("cells", "severity", "said"),
    [
        (["Zorg", None], "warning", "says the same"),
        (["Zorg", "HR"], "warning", "says something else"),
        ([None, None], None, "Nobody gave an answer"),
    ],
)
def test_a_second_column_is_called_double_only_after_comparing(cells, severity, said):
    table = table_of({"Naam": ["Bo", "Al"], "Afdeling": ["Zorg", "ICT"], "Department": cells})
    account = account_of(table, map_columns(table))
    assert account[2].severity == severity
    assert said in account[2].why.id
    assert [one.column for one in column_notices("a.csv", account)] == ["Department"] * bool(severity)


def test_a_grid_of_two_answers_is_named_with_what_to_do_and_never_read_as_topics():
    grid = {
        "Welke thema's? [Imkeren]": ["Ik kan helpen", "Ik wil leren", None, "Ik kan helpen"],
        "Welke thema's? [Breien]": ["Ik wil leren", None, "Ik kan helpen, Ik wil leren", None],
    }
    names = {"Naam": ["Bo Smit", "Al Vos", "Cy Kok", "Di Bos"]}
    table = table_of(names | grid)
    account = account_of(table, map_columns(table))
    assert [(one.status, one.field) for one in account[1:]] == [("unread", None)] * 2
    assert all(one.why.id.startswith("Offering and wanting stand in one cell") for one in account[1:])
    alone = table_of(names | {"Wat doe je?": ["Ik kan helpen", "Ik wil leren", None, "Ik kan helpen"]})
    assert account_of(alone, map_columns(alone))[1].why.id.startswith("Neither the heading")


def test_a_column_for_mentors_holds_yes_or_no():
    assert map_columns(table_of({"Mentor?": ["Ja", "Nee"]})).fields == {0: "is_mentor"}
    assert map_columns(table_of({"Mentor": ["Bo Smit", "Al Vos"]})).fields == {}


def test_options_of_one_question_are_gathered_and_the_same_heading_twice_is_not():
    options = {"Talen [Nederlands]": ["Ja"], "Talen [Frans]": ["Nee"]}
    assert gathered(map_columns(table_of(options))) == {"languages": (0, 1)}
    twice = Table("a", "", (1,), ("Thema's", "thema's"), ((2, ("Zorg", "ICT")),))
    assert map_columns(twice).fields == {0: "topics"}


def test_the_order_of_the_headings_makes_no_other_form():
    assert fingerprint(["Naam", "E-mail"]) == fingerprint(["e-mail", "NAAM "]) != fingerprint(["Naam"])


def test_every_column_has_one_account_and_those_left_out_are_named():
    table = table_of(
        {"Naam": ["Bo"], "Lievelingskleur": ["blauw"], "Geslacht": ["v"], "Doel": [None], "": [None]}
    )
    account = account_of(table, map_columns(table))
    assert [(one.letter, one.field, one.status) for one in account] == [
        ("A", "full_name", "read"),
        ("B", None, "unread"),
        ("C", None, "sensitive"),
        ("D", "goal_text", "read"),
    ]
    assert not_read(account).values == {"n": 1, "columns": ["Lievelingskleur"]}
    assert not_read(account[:1]) is None
