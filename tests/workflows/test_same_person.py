"""Who is who has one answer: for two rows of a sheet, for two sheets, and beside the programme."""

import pytest

from mentorkit.frames import Snapshot, applied
from mentorkit.intake import Book
from mentorkit.intake.people.identity import Known, Who, who_of
from mentorkit.model import Finding
from mentorkit.text import speaker
from mentorkit.workflows.intake.as_json import file_json
from mentorkit.workflows.intake.edits import Edits, RowAt
from mentorkit.workflows.intake.review import review
from mentorkit.workflows.intake.reviewed import Review
from tests.intake.conftest import Rows, workbook
from tests.intake.tables import book_of
from tests.workflows.imports import EMPTY, form, states, taken

SENDER = "ann@example.org"


def sign_up(name: str, address: str = "", number: str = "", role: str = "Mentor") -> dict[str, str]:
    return {"Full name": name, "E-mail address": address, "Employee number": number, "Role": role}


def sheet(*rows: dict[str, str], name: str = "answers.csv") -> Book:
    return form(*rows, name=name)


def names(book: Book) -> list[str]:
    return sorted(taken(EMPTY, book).people["full_name"])


def names_of(found: Review, programme: Snapshot) -> list[str]:
    return sorted(applied(programme, found.changes).people["full_name"])


BO, AL = sign_up("Bo Smit", SENDER, "1"), sign_up("Al Vos", SENDER, "2")


def test_people_for_whom_a_colleague_filled_in_the_form_are_two_people_in_the_programme():
    """Bug: the sheet told them apart, and beside the programme their one address made them one again."""
    book = sheet(BO, AL)
    assert names(book) == ["Al Vos", "Bo Smit"]
    assert review(taken(EMPTY, book), [book]).changes.items == ()


def test_who_signs_up_for_both_roles_in_two_answers_is_told_once():
    cy, mentee = sign_up("Cy Kok", "cy@example.org"), {"Role": "Mentee"}
    one = review(EMPTY, [sheet(cy, sign_up("Al Vos", "al@example.org"), cy | mentee)])
    two = review(EMPTY, [sheet(cy), sheet(cy | mentee, name="more.csv")])
    none = review(EMPTY, [sheet(cy, cy, sign_up("Bo Smit", "bo@example.org", role="Both"))])
    told = [
        [
            (finding.file, finding.message.values["people"])
            for finding in found.findings
            if is_two_roles(finding)
        ]
        for found in (one, two, none)
    ]
    assert told == [
        [("answers.csv", ["Cy Kok (2, 4)"])],
        [("answers.csv", ["Cy Kok (2, more.csv 2)"])],
        [],
    ]


def is_two_roles(finding: Finding) -> bool:
    return finding.message.id.startswith("One person signed up as mentor and as mentee")


@pytest.mark.parametrize("later", [BO, AL, sign_up("A. Vos", SENDER, "2")])
def test_an_address_of_two_people_is_no_sign_of_who_it_is_and_a_number_is(later):
    programme = taken(EMPTY, sheet(BO, AL))
    ids = dict(programme.people.select("employee_id", "id").iter_rows())
    (row,) = review(programme, [sheet(later, name="later.csv")]).rows
    assert row.person_id == ids[later["Employee number"]]


def test_one_number_with_different_names_and_addresses_is_of_different_people():
    """Bug: two people who wrote down one number became one, and nobody was told."""
    found = review(
        EMPTY, [sheet(sign_up("Bo Smit", "bo@example.org", "1"), sign_up("Al Vos", "al@example.org", "1"))]
    )
    assert states(found) == [(2, "new"), (3, "new")]
    (warning,) = [one for one in found.all_findings if one.severity == "warning"]
    assert (warning.row, warning.message.values["number"]) == (2, "1")


@pytest.mark.parametrize(
    "other", [sign_up("Bo Smit", "b.smit@example.org", "1"), sign_up("B. Smit", SENDER, "1")]
)
def test_one_number_with_one_name_or_one_address_is_one_person(other):
    assert len(names(sheet(BO, other))) == 1


def test_a_row_with_a_number_only_is_the_person_who_gives_it_beside_her_address():
    found = review(EMPTY, [sheet(BO, sign_up("Bo Smit", "", "1"), sign_up("Cy Kok", "cy@example.org"))])
    assert states(found) == [(2, "merged"), (3, "new"), (4, "new")]
    (reading,) = found.readings
    assert [record.row for record in reading.found.records] == [3, 4]


def test_who_takes_both_roles_and_later_one_of_them_keeps_the_other():
    """Two files of one form kept the sign-up as mentee; two rows of one sheet lost it."""
    both, mentor = BO | {"Role": "Both"}, BO
    programme = taken(EMPTY, sheet(both, mentor))
    assert sorted(programme.applications["role"]) == ["mentee", "mentor"]
    assert states(review(EMPTY, [sheet(both, mentor)])) == [(2, "new"), (3, "new")]
    assert states(review(EMPTY, [sheet(mentor, both)])) == [(2, "merged"), (3, "new")]


def test_a_row_that_does_not_tell_its_role_never_takes_the_place_of_one_that_does():
    unclear = BO | {"Role": ""}
    assert states(review(EMPTY, [sheet(BO, unclear, AL)])) == [(2, "new"), (3, "error"), (4, "new")]
    assert states(review(EMPTY, [sheet(unclear, BO, AL)])) == [(2, "merged"), (3, "new"), (4, "new")]


def test_a_row_of_another_file_that_is_used_instead_is_named_with_its_file():
    first, second = sheet(BO), sheet(BO | {"Full name": "Bo Bakker"}, name="later.csv")
    found = review(EMPTY, [first, second])
    told = file_json(first, found, speaker("en"))
    assert (told["counts"]["valid"], told["counts"]["merged"]) == (0, 1)
    ((row, state, name, finding),) = [
        (one.at.row, one.state, one.name, one.findings[0]) for one in found.rows[:1]
    ]
    assert (row, state, name, finding.severity) == (2, "merged", "Bo Smit", "warning")
    assert finding.message.values["latest"] == "2 (later.csv)"


def test_a_name_is_no_sign_between_people_of_whom_one_gives_an_address():
    bare, known = who_of({"full_name": "Bo Smit"}), Who("k", "bo smit", "bo@example.org")
    assert bare is not None
    assert Known([("p1", known)]).find(bare, by_name=False) == bare.id
    assert Known([("p1", known)]).find(bare, by_name=True) == "p1"
    assert Known([("p1", known), ("p2", known)]).find(bare, by_name=True) == bare.id


def test_whom_somebody_may_be_is_told_at_the_row_that_counts():
    numbered = sign_up("Bo Smit", "", "1")
    found = review(EMPTY, [sheet(sign_up("Bo Smit", "bo@example.org"), numbered, numbered)])
    assert states(found) == [(2, "new"), (3, "merged"), (4, "new")]
    assert [(one.at.row, one.other.name) for one in found.doubles] == [(4, "Bo Smit")]


@pytest.mark.parametrize("chosen", [2, 3])
def test_whom_she_chose_for_one_row_is_found_by_the_others_wherever_they_stand(chosen):
    """Bug: a row of the same person above the chosen one became somebody of her own, one below it did not."""
    programme = taken(EMPTY, sheet(sign_up("Bo Smit", "bo@example.org")))
    (bo,) = programme.people["id"]
    again = sign_up("Bo Smit", "b.smit@example.org")
    edits = Edits().person(RowAt("later.csv", "", chosen), bo)
    found = review(programme, [sheet(again, again, name="later.csv")], edits)
    assert [row.state for row in found.rows] == ["merged", "changed"]
    assert found.rows[1].person_id == bo


def test_a_name_that_takes_the_place_of_another_is_told():
    """Bug: two people with one address in two forms became one, and nobody was told."""
    mentee = sheet(AL | {"Role": "Mentee"}, name="mentees.csv")
    for programme, books in ((EMPTY, [sheet(BO), mentee]), (taken(EMPTY, sheet(BO)), [mentee])):
        found = review(programme, books)
        (warning,) = [
            one for one in found.all_findings if one.severity == "warning" and not is_two_roles(one)
        ]
        assert (warning.file, warning.row) == ("mentees.csv", 2)
        assert warning.message.values == {"other": "Bo Smit", "name": "Al Vos"}


def test_a_name_where_an_address_stood_in_for_it_is_nobody_else():
    programme = taken(EMPTY, sheet(sign_up("", SENDER), BO | {"E-mail address": "bo@example.org"}))
    found = review(programme, [sheet(sign_up("Ann Kok", SENDER), name="later.csv")])
    assert [(row.state, row.findings) for row in found.rows] == [("changed", ())]


def test_a_number_is_the_same_in_capitals_and_in_small_letters():
    known = Known([("p1", Who("k", "Bo Smit", number="E7"))])
    assert known.find(Who("l", "B. Smit", number="e7"), by_name=False) == "p1"


def test_a_number_of_two_people_names_them_both():
    known = Known((name, Who(name, name, number="1")) for name in ("Bo", "Al"))
    assert known.called(Who("", "", number="1")) == ["Bo", "Al"]


def test_a_row_of_somebody_else_is_not_the_person_whose_number_it_gives():
    programme = taken(EMPTY, sheet(BO))
    later = sheet(sign_up("Di Bos", "", "1"), name="later.csv")
    (row,) = review(programme, [later]).rows
    assert row.person_id == programme.people["id"][0]
    other = Edits().person(row.at, None)
    assert names_of(review(programme, [later], other), programme) == ["Bo Smit", "Di Bos"]


def test_a_row_that_does_not_tell_its_role_gives_way_only_to_rows_of_its_own_sheet():
    unclear, other = sheet(BO | {"Role": ""}, AL), sheet(BO, AL, name="later.csv")
    assert states(review(EMPTY, [unclear, other]))[0] == (2, "error")


def test_a_side_in_which_nobody_has_topics_is_a_warning():
    mentors = [sign_up(f"{n} Bos", f"{n}@example.org") for n in ("Mo", "Nu", "Pi")]
    found = review(EMPTY, [sheet(*mentors)])
    told = [speaker("en")(one.message) for one in found.findings if one.severity == "warning"]
    assert [one[:43] for one in told] == ["No topics or goals were read for any mentor"]


def test_two_rows_that_count_of_one_person_are_no_two_people_of_one_name():
    found = review(EMPTY, [sheet(BO, BO | {"Role": "Mentee"})])
    assert states(found) == [(2, "new"), (3, "new")]
    (both_roles,) = [one for one in found.all_findings if one.severity == "warning"]
    assert is_two_roles(both_roles)


def two_sheets(contact: Rows, signed: Rows) -> Review:
    return review(EMPTY, [book_of("a.xlsx", workbook(("Adressen", contact), ("Aanmeldingen", signed)))])


CONTACT: Rows = [["Naam", "E-mail", "Telefoon", "Afdeling"], ["Ann Vos", "ann@example.org", "06 1", "Zorg"]]
SIGNED: Rows = [["Naam", "E-mail", "Rol", "Afdeling"], ["Ann Vos", "ann@example.org", "Mentor", "HR"]]


def test_somebody_on_a_second_sheet_without_roles_is_one_person_with_what_both_say():
    """Bug: a sheet with addresses only asked for a role again, and gave everybody twice."""
    found = two_sheets(CONTACT, SIGNED)
    assert states(found) == [(2, "merged"), (2, "new")]
    person = applied(EMPTY, found.changes).people.to_dicts()[0]
    assert (person["phone"], person["department"]) == ("06 1", "HR")
    assert not [one for one in found.all_findings if one.severity != "notice"]


def test_somebody_who_is_only_on_the_sheet_without_roles_is_still_asked_about():
    found = two_sheets([*CONTACT, ["Bo Smit", "bo@example.org", "06 2", "Zorg"]], SIGNED)
    assert states(found) == [(2, "merged"), (3, "error"), (2, "new")]


def test_a_mentor_who_is_a_mentee_on_another_sheet_keeps_both_sign_ups():
    other = [SIGNED[0], ["Ann Vos", "ann@example.org", "Mentee", "HR"]]
    found = two_sheets(SIGNED, other)
    assert sorted(applied(EMPTY, found.changes).applications["role"]) == ["mentee", "mentor"]


def test_the_same_role_on_a_sheet_with_other_questions_is_one_sign_up_with_all_answers():
    other = [["Naam", "E-mail", "Rol", "Max. mentees"], ["Ann Vos", "ann@example.org", "Mentor", 3]]
    (mentor,) = applied(EMPTY, two_sheets(SIGNED, other).changes).applications.to_dicts()
    assert mentor["capacity"] == 3
    assert states(two_sheets(SIGNED, other)) == [(2, "new"), (2, "merged")]
