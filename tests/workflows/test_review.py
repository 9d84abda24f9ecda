"""An import is looked at row by row before anything is saved; nothing is lost and nothing of hers is."""

from datetime import date

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.model import Insert, Person
from mentorkit.model.fields import OWN
from mentorkit.text.topics import topics
from mentorkit.workflows.intake.edits import CellAt, ColumnAt, Edits, RowAt, SheetAt
from mentorkit.workflows.intake.review import review
from tests.intake.conftest import delimited, workbook
from tests.intake.tables import book_of
from tests.workflows.imports import BO, EMPTY, NOOR, form, row, states, taken

AT = SheetAt("mentors.csv", "")


def at(number: int, file: str = "mentors.csv") -> RowAt:
    return RowAt(file, "", number)


def cell(number: int, column: str) -> CellAt:
    return CellAt(*at(number), column)


AN = NOOR | {"Full name": "An Vos", "E-mail address": "an@example.org"}
WRONG = BO | {"E-mail address": "bo.example.org"}
CELLS = st.sampled_from(["", "Noor Bakker", "Bo Smit", "Totaal", "x@example.org", "y@example.org", "y@", "3"])
TABLES = st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=8)
HEAD = ["Full name", "E-mail address", "Maximum number of mentees", "City"]


@given(TABLES, st.sets(st.integers(2, 9)))
@settings(max_examples=60)
def test_every_row_read_has_one_state_and_the_counts_add_up(rows, skipped):
    lines = [[*cells, f"city {place}"] for place, cells in enumerate(rows)]
    book = book_of("mentors.csv", delimited([[*HEAD, "Place"], *lines], ","))
    found = review(EMPTY, [book], Edits().skip(at(number) for number in skipped))
    (table,) = book.tables
    assert [one.at.row for one in found.rows] == [number for number, _ in table.rows]
    assert sum(found.counts.values()) == len(table.rows)
    assert {one.at.row for one in found.rows if one.state == "skipped"} == skipped & dict(table.rows).keys()


@given(TABLES)
@settings(max_examples=40)
def test_the_same_file_again_changes_nothing(rows):
    lines = [[*cells, f"city {place}"] for place, cells in enumerate(rows)]
    book = book_of("mentors.csv", delimited([[*HEAD, "Place"], *lines], ","))
    again = review(taken(EMPTY, book), [book])
    assert again.changes.items == ()
    assert not {one.state for one in again.rows} & {"new", "changed"}
    assert again.missing == ()


def test_new_people_are_inserted_with_what_the_form_said_and_how_it_is_read():
    found = review(EMPTY, [form(NOOR)])
    assert states(found) == [(2, "new")]
    assert {type(item) for item in found.changes.items} == {Insert}
    assert [item.row.table for item in found.changes.items] == ["person", "application", "imported", "form"]
    assert found.changes.action == "import"
    assert not found.is_known_form


def test_a_changed_answer_is_told_with_what_it_was():
    found = review(taken(EMPTY, form(NOOR, BO)), [form(NOOR | {"City": "Brugge"}, BO)])
    assert states(found) == [(2, "changed"), (3, "same")]
    (difference,) = row(found, 2).differences
    assert (difference.field, difference.old, difference.new) == ("city", "Gent", "Brugge")
    assert found.is_known_form


def test_an_empty_cell_never_deletes():
    found = review(taken(EMPTY, form(NOOR)), [form(NOOR | {"City": "", "Maximum number of mentees": ""})])
    assert states(found) == [(2, "same")]
    assert found.changes.items == ()


def test_who_is_not_in_the_file_any_more_is_listed_and_stays():
    found = review(taken(EMPTY, form(NOOR, BO)), [form(BO)])
    assert [(one.name, one.role) for one in found.missing] == [("Noor Bakker", "mentor")]
    assert found.changes.items == ()


def test_who_is_missing_from_a_form_nobody_took_in_before_is_told_by_role():
    other = form({"Your name": "Bo Smit", "E-mail": "bo@example.org"}, name="mentors 2.csv")
    assert [one.name for one in review(taken(EMPTY, form(NOOR, BO)), [other]).missing] == ["Noor Bakker"]


def test_a_skipped_row_is_not_taken_in_and_not_missing():
    before = taken(EMPTY, form(NOOR))
    found = review(before, [form(NOOR | {"City": "Brugge"})], Edits().skip([at(2)]))
    assert (states(found), found.missing, found.changes.items) == ([(2, "skipped")], (), ())


def test_a_resubmission_is_merged_and_the_skipped_one_does_not_count():
    again = NOOR | {"City": "Brugge"}
    assert states(review(EMPTY, [form(NOOR, again)])) == [(2, "merged"), (3, "new")]
    found = review(EMPTY, [form(NOOR, again)], Edits().skip([at(3)]))
    assert states(found) == [(2, "new"), (3, "skipped")]


def test_an_address_repaired_in_the_page_flows_through_everything():
    book = form(NOOR, AN, WRONG)
    assert states(review(EMPTY, [book]))[2] == (4, "error")
    edits = Edits().cell(cell(4, "E-mail address"), "noor@example.org")
    assert states(review(EMPTY, [book], edits)) == [(2, "merged"), (3, "new"), (4, "new")]


def test_a_repair_can_be_applied_to_all_cells_alike():
    rows = [BO | {"E-mail address": f"{n}@x.org", "City": "Gnt"} for n in range(3)]
    edits = Edits().all_alike(cell(2, "City"), "Gnt", "Gent").cell(cell(4, "City"), "Brugge")
    snapshot = taken(EMPTY, form(*rows), edits=edits)
    assert sorted(snapshot.people["city"]) == ["Brugge", "Gent", "Gent"]


def test_a_row_that_she_emptied_is_still_counted():
    edits = Edits()
    for column in BO:
        edits = edits.cell(cell(3, column), "")
    assert states(review(EMPTY, [form(NOOR, BO)], edits)) == [(2, "new"), (3, "excluded")]


def test_a_column_she_leaves_out_stays_out_the_next_time():
    before = taken(EMPTY, form(NOOR), edits=Edits().column(ColumnAt(*AT, "City"), None))
    assert before.people["city"].to_list() == [None]
    found = review(before, [form(NOOR)])
    assert found.changes.items == ()
    assert found.is_known_form


def test_a_column_she_names_is_read_as_that():
    odd = {"Full name": "Noor Bakker", "E-mail address": "noor@example.org", "Xyz": "Gent"}
    before = taken(EMPTY, form(odd), edits=Edits().column(ColumnAt(*AT, "Xyz"), "city"))
    assert before.people["city"].to_list() == ["Gent"]
    assert review(before, [form(odd | {"Xyz": "Brugge"})]).rows[0].differences[0].new == "Brugge"


def test_a_column_that_is_read_otherwise_from_now_on_is_saved_for_a_known_form():
    odd = {"Full name": "Noor Bakker", "E-mail address": "noor@example.org", "Xyz": "Gent"}
    before = taken(EMPTY, form(odd), edits=Edits().column(ColumnAt(*AT, "Xyz"), "city"))
    turned = Edits().column(ColumnAt(*AT, "Xyz"), "department")
    (saved,) = taken(before, form(odd), edits=turned).forms
    assert saved.columns["Xyz"] == "department"


def test_an_older_answer_does_not_change_what_the_form_is_remembered_to_have_said():
    """Her own Luik stands beside Gent, the newest answer; an older file in between makes no dispute of it."""
    newest = form(NOOR | {"Completion time": "15-09-2026 10:00"})
    oldest = form(NOOR | {"Completion time": "01-09-2026 10:00", "City": "Brugge"})
    before = taken(EMPTY, newest)
    assert taken(before, oldest).imported.equals(before.imported)
    hers = before.with_table(Person, before.people.with_columns(city=pl.lit("Luik")))
    assert review(taken(hers, oldest), [newest]).conflicts == ()


def test_an_answer_can_mean_a_topic_of_ours_or_nothing_and_that_is_kept():
    edits = Edits().option("topics", "Planning", "presenting").option("topics", "Coaching", "")
    before = taken(EMPTY, form(NOOR), edits=edits)
    assert before.applications["topics"].to_list() == [[topics()["presenting"].label("nl")]]
    assert review(before, [form(NOOR)]).changes.items == ()


def corrected(city: str | None):
    """Noor was taken in, and then she changed the city herself."""
    before = taken(EMPTY, form(NOOR))
    return before.with_table(Person, before.people.with_columns(city=pl.lit(city, pl.String)))


def test_her_change_wins_from_an_answer_that_did_not_change():
    found = review(corrected("Brugge"), [form(NOOR)])
    assert (states(found), found.conflicts, found.changes.items) == ([(2, "same")], (), ())


def test_what_she_emptied_stays_empty_while_the_form_says_the_same():
    assert review(corrected(None), [form(NOOR)]).changes.items == ()


def test_her_change_and_a_new_answer_are_a_conflict_in_which_hers_stays():
    found = review(corrected("Brugge"), [form(NOOR | {"City": "Antwerpen"})])
    (conflict,) = found.conflicts
    assert (conflict.field, conflict.old, conflict.new) == ("city", "Brugge", "Antwerpen")
    assert {item.row.table for item in found.changes.items} == {"imported"}
    assert not conflict.is_form_chosen


def test_once_decided_a_conflict_is_not_asked_again():
    book = form(NOOR | {"City": "Antwerpen"})
    after = taken(corrected("Brugge"), book)
    assert after.people["city"].to_list() == ["Brugge"]
    assert review(after, [book]).conflicts == ()


def test_the_form_wins_a_conflict_when_she_says_so():
    before, book = corrected("Brugge"), form(NOOR | {"City": "Antwerpen"})
    (conflict,) = review(before, [book]).conflicts
    edits = Edits().choose_form(conflict.row_id, conflict.field)
    assert taken(before, book, edits=edits).people["city"].to_list() == ["Antwerpen"]
    assert review(before, [book], edits).conflicts[0].is_form_chosen


def test_another_form_is_no_change_of_hers():
    mentee = {"Full name": "Noor Bakker", "E-mail address": "noor@example.org", "City": "Brugge"}
    before = taken(taken(EMPTY, form(NOOR)), form(mentee, name="mentees.csv"))
    assert before.people["city"].to_list() == ["Brugge"]
    found = review(before, [form(NOOR | {"City": "Antwerpen"})])
    assert (found.conflicts, states(found)) == ((), [(2, "changed")])


def test_an_export_of_the_staff_changes_people_only():
    staff = {
        "Employee ID": "7",
        "Name": "Noor Bakker",
        "E-mail": "noor@example.org",
        "Manager e-mail": "boss@example.org",
    }
    boss = staff | {"Employee ID": "1", "Name": "De Baas", "E-mail": "boss@example.org", "Manager e-mail": ""}
    before = taken(EMPTY, form(NOOR))
    edits = Edits().kind(SheetAt("staff.csv", ""), "hr")
    found = review(before, [form(staff, boss, name="staff.csv")], edits)
    assert states(found) == [(2, "changed"), (3, "new")]
    assert {item.row.table for item in found.changes.items} == {"person", "imported", "form"}
    after = taken(before, form(staff, boss, name="staff.csv"), edits=edits)
    noor = after.people.filter(pl.col("email") == "noor@example.org")
    assert noor.select("manager_email", "employee_id").rows() == [("boss@example.org", "7")]
    assert after.applications.equals(before.applications)


def staff_row(number: str, name: str, address: str = "") -> dict[str, str]:
    return {"Employee ID": number, "Name": name, "E-mail": address, "Manager e-mail": "boss@example.org"}


def test_the_staff_is_joined_by_a_name_that_only_one_has():
    before = taken(EMPTY, form({"Full name": "Noor Bakker"}, {"Full name": "Bo Smit"}))
    edits = Edits().kind(SheetAt("staff.csv", ""), "hr")
    one = form(staff_row("7", "Noor Bakker"), staff_row("8", "An Vos"), name="staff.csv")
    assert states(review(before, [one], edits)) == [(2, "changed"), (3, "new")]
    two = form(staff_row("7", "Noor Bakker"), staff_row("8", "Noor Bakker"), name="staff.csv")
    found = review(taken(EMPTY, form(NOOR)), [two], edits)
    assert states(found) == [(2, "new"), (3, "new")]
    assert {one.at.row for one in found.doubles} == {2, 3}


def test_two_of_the_staff_with_one_name_and_two_numbers_stay_two_people():
    edits = Edits().kind(SheetAt("staff.csv", ""), "hr")
    before = taken(EMPTY, form(staff_row("7", "Noor Bakker"), name="staff.csv"), edits=edits)
    other = form(staff_row("8", "Noor Bakker"), name="staff.csv")
    assert states(review(before, [other], edits)) == [(2, "new")]
    assert sorted(taken(before, other, edits=edits).people["employee_id"]) == ["7", "8"]


def test_somebody_is_found_by_her_employee_number_when_her_address_changed():
    number = NOOR | {"Employee number": "77"}
    before = taken(EMPTY, form(number))
    found = review(before, [form(number | {"E-mail address": "noor.smit@example.org"})])
    assert states(found) == [(2, "changed")]


def test_the_same_name_with_another_address_is_only_suggested():
    other = NOOR | {"E-mail address": "n.bakker@example.org"}
    before = taken(EMPTY, form(NOOR))
    found = review(before, [form(NOOR, other)])
    assert [(one.at.row, one.other.name) for one in found.doubles] == [(3, "Noor Bakker")]
    assert states(found) == [(2, "same"), (3, "new")]
    same = Edits().person(at(3), found.doubles[0].person_id)
    assert review(before, [form(NOOR, other)], same).doubles == ()
    assert taken(before, form(NOOR, other), edits=same).people.height == 1


def test_a_partial_answer_waits_until_she_takes_it():
    book = form(NOOR | {"Finished": "Yes"}, BO | {"Finished": "No"})
    edits = Edits().column(ColumnAt(*AT, "Finished"), "is_finished")
    assert states(review(EMPTY, [book], edits)) == [(2, "new"), (3, "partial")]
    assert states(review(EMPTY, [book], edits.take([at(3)]))) == [(2, "new"), (3, "new")]


def test_only_sheets_with_people_are_read_and_she_may_choose_others():
    people = [list(NOOR), list(NOOR.values())]
    content = workbook(("Mentors", people), ("Notes", [["Remark"], ["Call Bo"]]))
    book = book_of("export.xlsx", content)
    found = review(EMPTY, [book])
    assert [(sheet.at.sheet, sheet.kind) for sheet in found.sheets] == [
        ("Mentors", "mentor"),
        ("Notes", "none"),
    ]
    none = review(EMPTY, [book], Edits().kind(SheetAt("export.xlsx", "Mentors"), "none"))
    assert (none.rows, none.changes.items) == ((), ())


def test_headings_in_another_row_are_read_from_there_the_next_time_too():
    lines = [["Name", "Full name"], ["Full name", "E-mail address"], ["Bo Smit", "bo@example.org"]]
    book = book_of("mentors.csv", delimited(lines, ","))
    edits = Edits().header(AT, 2)
    found = review(EMPTY, [book], edits)
    assert states(found) == [(3, "new")]
    assert states(review(taken(EMPTY, book, edits=edits), [book])) == [(3, "same")]


def test_what_a_form_said_is_kept_for_every_person():
    snapshot = taken(EMPTY, form(NOOR, BO))
    assert snapshot.imported.height == 2
    (known,) = snapshot.forms
    assert known.columns["City"] == "city"
    assert set(snapshot.imported["person_id"]) == set(snapshot.people["id"])


def test_how_somebody_who_puts_a_mentor_forward_rates_her_is_kept_as_a_column_of_the_programmes_own():
    rating = "Hoe goed luistert deze collega, van 1 tot 5?"
    put_forward = NOOR | {"Voorgedragen door": "Ann Vos", rating: "4"}
    kept = taken(EMPTY, form(put_forward), edits=Edits().column(ColumnAt(*AT, rating), OWN))
    (one,) = kept.applications.to_dicts()
    assert (one["own_columns"], one["has_consented"]) == ([f"{rating}: 4"], False)


def test_what_nothing_is_compared_with_is_kept():
    asked = {
        "In welke regio werk je?": "Kempen",
        "In welke tijdzone zit je?": "CET",
        "In dienst sinds": "2019-03-01",
        "Available until": "2027-06-30",
        "Welke vragen liggen buiten je expertise?": "Recht; Bouw",
        "Wie zit er in jouw netwerk?": "Scholen; Gemeenten",
    }
    book = form(NOOR | asked, BO | asked)
    kept = taken(EMPTY, book)
    found, one = kept.people.to_dicts()[0], kept.applications.to_dicts()[0]
    assert (found["city"], found["region"], found["timezone"]) == ("Gent", "Kempen", "CET")
    assert (found["joined"], one["available_until"]) == (date(2019, 3, 1), date(2027, 6, 30))
    assert (one["boundaries"], one["network"]) == (["Recht", "Bouw"], ["Scholen", "Gemeenten"])


def test_progress_is_told_up_to_the_end():
    rows = [NOOR | {"E-mail address": f"p{n}@example.org"} for n in range(600)]
    told: list[tuple[int, int]] = []
    review(EMPTY, [form(*rows)], progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] <= told[-1][1] == 1200
