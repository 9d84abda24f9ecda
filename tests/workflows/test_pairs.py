from mentorkit.intake.tables.table import Table
from mentorkit.workflows.intake.pairs import pair_findings
from tests.intake.records import record

PEOPLE = [
    record(2, "a.xlsx", "Mentoren", full_name="Ayoub op den Akker", email="ayoub@example.org"),
    record(2, "a.xlsx", "Mentees", full_name="Eva de Graaf"),
]


def told(*rows):
    table = Table("a.xlsx", "Koppelingen", (1,), ("Mentor", "Mentee", "Status"), tuple(enumerate(rows, 2)))
    found = pair_findings(table, PEOPLE)
    return [(one.row, one.column, one.message.values.get("suggestion")) for one in found]


def test_people_are_known_by_name_in_any_order_or_by_address():
    assert told(
        ("Ayoub op den Akker", "Eva de Graaf", "x"),
        ("Akker, Ayoub op den", "EVA DE GRAAF", None),
        ("Ayoub@Example.org", None, None),
    ) == []  # fmt: skip


def test_a_name_that_is_nearly_right_gets_the_right_one_as_a_suggestion():
    assert told(("Ayoub op den Akke", "Eva de Graaf", "x")) == [(2, "Mentor", "Ayoub op den Akker")]


def test_a_name_that_is_nobodys_gets_none():
    assert told(("Ayoub op den Akker", "Somebody Else", "x")) == [(2, "Mentee", None)]
