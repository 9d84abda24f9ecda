import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.intake.people.check import SheetRecords, read_sheet
from mentorkit.intake.people.identity import Known, with_family_name
from mentorkit.intake.people.record import Record
from mentorkit.intake.tables.table import Flaw, Table
from mentorkit.intake.understand.columns import Mapping
from mentorkit.intake.understand.evidence import Score
from mentorkit.intake.understand.layout import recognise
from mentorkit.model import Application, Form
from mentorkit.text import say
from mentorkit.workflows.intake.edits import Edits, SheetAt
from mentorkit.workflows.intake.readings import read_rows
from mentorkit.workflows.intake.same_person import identified, latest
from mentorkit.workflows.intake.sheets import Sheet

FIELDS = ("full_name", "email", "submitted_at", "has_consented")


def read(rows, fields=FIELDS, kind="mentor", flaws=()) -> SheetRecords:
    headers = tuple(field.capitalize() for field in fields)
    numbered = tuple(enumerate((tuple(row) for row in rows), 2))
    table = Table("a.csv", "", (1,), headers, numbered, flaws=flaws)
    form = Form(id="a", name="a", kind=kind or "rows")
    columns = Mapping({at: Score(9, name) for at, name in enumerate(fields)})
    sheet = Sheet(SheetAt("a.csv", ""), form.kind, table, columns, form)
    reading = read_rows(sheet, Edits())
    rows, _ = identified(reading.rows, Known(), {})
    kept, merged = latest(rows)
    return reading.settled(kept, merged).found


def application(record: Record) -> Application:
    return record.application(record.roles[0], record.who.id)


def states(intake: SheetRecords) -> list[tuple[int, str]]:
    return [(aside.row, aside.state) for aside in intake.asides]


def warned(intake: SheetRecords) -> list[int | None]:
    return [finding.row for finding in intake.findings if finding.severity == "warning"]


BO, AL, CY = ((name, f"{name.split()[0].lower()}@example.org") for name in ("Bo Smit", "Al Vos", "Cy Kok"))


def test_in_a_form_with_addresses_a_row_without_one_is_to_be_repaired():
    intake = read([BO, AL, ("Dia Bos", None)], FIELDS[:2])
    assert ([record.row for record in intake.records], states(intake)) == ([2, 3], [(4, "error")])


def test_a_wrong_address_is_an_error_on_its_cell_with_the_repair_in_words():
    (aside,) = read([BO, AL, ("Dia Bos", "dia@example,org")], FIELDS[:2]).asides
    assert (aside.finding.column, aside.finding.value) == ("Email", "dia@example,org")
    assert aside.finding.message.values["suggestion"] == "dia@example.org"


def test_a_number_stands_in_for_an_address_that_is_not_there():
    rows = [(*BO, "1"), (*AL, "2"), ("Dia Bos", None, "3")]
    assert len(read(rows, (*FIELDS[:2], "employee_id")).records) == 3


def test_people_of_hr_need_no_address():
    rows = [(*BO, "1"), (*AL, "2"), ("Dia Bos", None, "3")]
    assert len(read(rows, (*FIELDS[:2], "employee_id"), "hr").records) == 3


def test_a_row_without_a_name_among_named_ones_is_to_be_repaired():
    assert states(read([BO, AL, (None, "x@example.org")], FIELDS[:2])) == [(4, "error")]


def test_a_form_without_addresses_knows_people_by_name():
    assert len(read([("Bo Smit", None), ("Al Vos", "anonymous")], FIELDS[:2]).records) == 2


def test_the_latest_answer_of_a_person_counts_whatever_the_order():
    rows = [(*BO, "02-09-2026 10:00", "Ja"), (*BO, "01-09-2026 10:00", "Nee"), (*AL, None, None)]
    intake = read(rows)
    assert [(record.row, record.agrees) for record in intake.records] == [(2, True), (4, None)]
    assert [(aside.row, aside.state, aside.into) for aside in intake.asides] == [(3, "merged", 2)]


def test_people_for_whom_a_colleague_filled_in_the_form_are_known_by_their_numbers():
    sender = "ann@example.org"
    rows = [("Bo Smit", sender, "1"), ("Al Vos", sender, "2"), ("Bo Smit", sender, "1")]
    intake = read(rows, (*FIELDS[:2], "employee_id"))
    assert [record.who.name for record in intake.records] == ["Al Vos", "Bo Smit"]
    assert (states(intake), warned(intake)) == ([(2, "merged")], [3])


def test_moments_with_and_without_a_zone_can_be_compared():
    rows = [(*BO, "2026-09-01T10:00:00Z", None), (*BO, "2026-09-02 10:00", None)]
    assert [record.row for record in read(rows).records] == [3]


def test_the_same_name_with_another_address_is_only_a_suggestion():
    intake = read([BO, ("Bo Smit", "b.smit@example.org"), AL], FIELDS[:2])
    assert (len(intake.records), warned(intake)) == (3, [3])


def test_one_person_with_a_row_for_each_role_has_two_applications():
    intake = read([(*BO, "Mentor"), (*BO, "Mentee"), (*AL, "Beide")], (*FIELDS[:2], "role"), None)
    assert [record.roles for record in intake.records] == [("mentor",), ("mentee",), ("mentor", "mentee")]
    assert len({record.who.id for record in intake.records}) == 2


def test_a_row_for_both_roles_replaces_an_earlier_one_for_one():
    intake = read([(*BO, "Mentor"), (*BO, "Beide")], (*FIELDS[:2], "role"), None)
    assert [(record.row, record.role) for record in intake.records] == [(3, "both")]


def test_rows_without_a_role_are_told_in_one_warning():
    intake = read([(*BO, "Mentor"), (*AL, None), (*CY, None)], (*FIELDS[:2], "role"), None)
    (finding,) = [one for one in intake.findings if one.severity == "warning"]
    assert (finding.message.count, finding.message.values["rows"]) == (2, ["3", "4"])


def test_who_was_put_forward_stays_out_of_the_pairing_until_she_agrees():
    fields = (*FIELDS[:2], "nominated_by", "has_consented")
    intake = read([(*BO, "Ann Vos", None), (*AL, "Ann Vos", "Ja"), (*CY, None, None)], fields)
    consents = [application(record).has_consented for record in intake.records]
    assert (consents, warned(intake)) == ([False, True, None], [2])


def test_who_does_not_agree_is_taken_in_and_kept_out_of_the_pairing():
    intake = read([(*BO, "01-09-2026", "Nee"), (*AL, None, "Ja")])
    assert [application(record).has_consented for record in intake.records] == [False, True]
    assert [finding.row for finding in intake.findings if finding.row] == [2]


@pytest.mark.parametrize(
    ("status", "state"), [("Survey Preview", "excluded"), ("In Progress", "partial"), ("IP Address", None)]
)
def test_a_status_sets_previews_and_partial_answers_aside(status, state):
    intake = read([(*BO, status), (*AL, "IP Address"), (*CY, "x")], (*FIELDS[:2], "status"))
    assert states(intake) == ([] if state is None else [(2, state)])


def test_an_answer_that_is_not_finished_is_partial_and_can_still_be_read():
    (aside,) = read([(*BO, "False"), (*AL, "True"), (*CY, "True")], (*FIELDS[:2], "is_finished")).asides
    assert (aside.state, aside.record and aside.record.who.name) == ("partial", "Bo Smit")


def test_an_empty_answer_that_only_finished_forms_have_makes_a_row_partial():
    rows = [
        ("2026-09-01 10:00:00", "3", *BO),
        (None, "1", *AL),
        ("1980-01-01 00:00:00", "3", *CY),
    ]
    headers = ("submitdate", "lastpage", "id", "startlanguage")
    table = Table("a.csv", "", (1,), headers, tuple(enumerate(rows, 2)))
    columns = {at: Score(9, name) for at, name in ((0, "submitted_at"), (2, "full_name"), (3, "email"))}
    fields = Mapping(columns, recognise(table))
    intake = read_sheet(table, fields, "mentor")
    assert states(intake) == [(3, "partial")]
    assert [record.sent_at is None for record in intake.records] == [False, True]


def test_a_broken_cell_costs_the_answer_and_not_the_person():
    flaw = Flaw(2, 2, "#DIV/0!", say("Broken."))
    intake = read([(*BO, "3"), (*AL, "2")], (*FIELDS[:2], "capacity"), flaws=(flaw,))
    assert [record.answers.get("capacity") for record in intake.records] == [None, 2]
    assert warned(intake) == [2]


def test_a_broken_name_is_an_error_on_its_cell():
    flaw = Flaw(2, 0, "AAAA…", say("Too long."))
    (aside,) = read([("A" * 20_000, "bo@example.org"), AL, CY], FIELDS[:2], flaws=(flaw,)).asides
    assert (aside.row, aside.finding.column, aside.finding.message.id) == (2, "Full_name", "Too long.")


def test_what_is_doubtful_stands_with_the_record():
    intake = read([(*BO, "max. 2"), (*AL, "1")], (*FIELDS[:2], "capacity"))
    (doubt,) = intake.records[0].doubts
    assert (doubt.field, doubt.column, doubt.value) == ("capacity", "Capacity", "max. 2")


def test_a_mentee_wants_what_a_neutral_question_gave_her():
    intake = read([(*BO, "Data;", "Mentee"), (*AL, "Zorg;", "Mentor")], (*FIELDS[:2], "topics", "role"), None)
    mentee, mentor = map(application, intake.records)
    assert ((mentee.goals, mentee.topics), (mentor.goals, mentor.topics)) == (
        (("Data",), ()), ((), ("Zorg",)),
    )  # fmt: skip
    assert intake.records[0].answers["topics"] == ("Data",)


def test_the_family_name_of_a_record_has_its_infix_and_that_of_a_person_has_not():
    (record,) = read([("Gijs van den Berg", "g@example.org")], FIELDS[:2]).records
    person, told = record.person(record.who.id), with_family_name(record.answers)
    assert (told["infix"], told["last_name"]) == ("van den", "van den Berg")
    assert (person.infix, person.last_name) == ("van den", "Berg")


NAMES = st.sampled_from(["Bo Smit", "Al Vos", "", "BO SMIT"])
ADDRESSES = st.sampled_from(["bo@example.org", "al@example.org", "x@y", ""])
MOMENTS = st.sampled_from(["01-09-2026", "02-09-2026 10:00", "2026-09-03T10:00Z", "ooit", ""])
ROLES = st.sampled_from(["Mentor", "Mentee", "Beide", "?", ""])
ROWS = st.lists(st.tuples(NAMES, ADDRESSES, MOMENTS, ROLES).filter(any), max_size=8)


@given(ROWS, st.sampled_from(["mentor", "mentee", "hr", None]))
def test_every_row_is_taken_in_or_set_aside_once(rows, kind):
    intake = read(rows, ("full_name", "email", "submitted_at", "role"), kind)
    numbers = [record.row for record in intake.records] + [aside.row for aside in intake.asides]
    notes = [finding.row for finding in intake.findings if finding.severity == "notice"]
    assert sorted(numbers) == [n for n in range(2, len(rows) + 2) if n in numbers or n not in notes]
    assert len(set(numbers)) == len(numbers)
    counts = intake.counts
    assert counts["rows"] == sum(counts[state] for state in counts if state != "rows")


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_change_who_is_taken_in(rows, rng: random.Random):
    fields = ("full_name", "email", "submitted_at", "role")
    turned = list(rows)
    rng.shuffle(turned)
    one, other = (read(some, fields, None) for some in (rows, turned))
    assert {record.who.key for record in one.records} == {record.who.key for record in other.records}


def test_a_name_from_its_own_columns_goes_before_the_full_name_when_it_is_whole():
    rows = [("N. Bakker", "Noor", "Bakker"), ("Bo Smit", "Bo", None), ("Al Vos", None, "Vos")]
    fields = ("full_name", "first_name", "last_name")
    assert [record.who.name for record in read(rows, fields).records] == ["Noor Bakker", "Bo Smit", "Al Vos"]


def test_a_form_counts_from_when_it_was_sent_else_last_changed_else_begun():
    fields = (*FIELDS[:2], "started_at", "modified_at", "submitted_at")
    days = ("01-09-2026", "02-09-2026", "03-09-2026")
    rows = [(*BO, *days), (*AL, *days[:2], None), (*CY, days[0], None, None)]
    assert [record.sent_at.day for record in read(rows, fields).records] == [3, 2, 1]


def test_a_long_number_is_a_telephone_number_only_where_that_was_asked():
    (record,) = read([("Bo Smit", "bo@example.org", 31612345678)], (*FIELDS[:2], "phone")).records
    assert (record.answers["phone"], record.who.number, record.sent_at, record.doubts) == (
        "31612345678", "", None, (),
    )  # fmt: skip
