import pytest

from mentorkit.workflows.intake.reporting import staff_findings
from tests.intake.records import record


def person(row, name, **given):
    return record(row, "hr.csv", full_name=name, kind="hr", **given)


def told(*people):
    return [
        (finding.row, set(map(str, finding.message.values.values()))) for finding in staff_findings(people)
    ]


def rows(*people):
    return [finding.row for finding in staff_findings(people)]


BOSS = person(2, "Ann Vos", employee_id="0007", email="ann@example.org")


@pytest.mark.parametrize(
    "named",
    [
        {"manager_id": "0007"},
        {"manager_email": "Ann@Example.org"},
        {"manager_name": "ann  vos"},
        {"manager_id": "0007", "manager_name": "Somebody Else"},
        {},
    ],
)
def test_a_manager_is_found_by_number_address_or_name(named):
    assert rows(BOSS, person(3, "Bo Smit", **named)) == []


def test_a_number_with_zeros_in_front_is_another_number():
    assert rows(BOSS, person(3, "Bo Smit", manager_id="7")) == [3]


def test_a_manager_who_is_not_in_the_file_is_named():
    ((row, said),) = told(BOSS, person(3, "Bo Smit", manager_id="9999"))
    assert (row, {"Bo Smit", "9999"} <= said) == (3, True)


def test_a_name_that_two_people_share_is_asked_and_never_guessed():
    twin = person(3, "Ann Vos", employee_id="0008")
    ((row, said),) = told(BOSS, twin, person(4, "Bo Smit", manager_name="Ann Vos"))
    assert (row, "2" in said) == (4, True)


def test_people_who_manage_each_other_are_told_once_with_their_numbers():
    people = [
        person(2, "Ann", employee_id="1", manager_id="3"),
        person(3, "Bo", employee_id="2", manager_id="1"),
        person(4, "Cas", employee_id="3", manager_id="2"),
        person(5, "Dia", employee_id="4", manager_id="3"),
    ]
    (finding,) = staff_findings(people)
    assert (finding.row, finding.message.values["names"]) == (2, ["Ann 1", "Bo 2", "Cas 3"])


def test_a_long_line_is_no_circle():
    people = [person(row, f"P{row}", employee_id=str(row), manager_id=str(row + 1)) for row in range(2, 3000)]
    assert rows(*people) == [2999]
