"""Taking in sign-ups beside what is there: nothing doubled, nothing lost."""

from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from mentorkit.errors import FileRefused
from mentorkit.frames import applied
from mentorkit.model import Insert, Person, Programme, Update
from mentorkit.store import Store
from mentorkit.text import Language
from mentorkit.workflows.intake.reporting import reporting_findings
from mentorkit.workflows.set_up import sample_sign_ups
from tests.intake.tables import unused
from tests.matching.small import known, snapshot
from tests.workflows.cases import EMPTY, SignUpFile, export, read, read_one_after_another, spoken

BY = {"author": "Carla", "now": datetime(2026, 9, 14, 8, 30, tzinfo=UTC)}
NOOR = {
    "Full name": "Noor Bakker",
    "E-mail address": "noor@example.org",
    "City": "Gent",
    "Languages": "Dutch;French",
    "Years of experience": "12",
    "Maximum number of mentees": "3",
    "Availability": "Monday morning",
    "Agrees to the use of data": "No",
    "Paused": "Yes",
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_same_files_again_change_nothing(tmp_path: Path, language: Language):
    with Store.create(tmp_path / "p.mentorkit", Programme(id="p", name="P", is_sample=True), **BY) as store:
        first = sample_sign_ups(store.load(), language)
        assert all(isinstance(item, Insert) for item in first.changes.items)
        store.apply(first.changes, **BY)
        assert sample_sign_ups(store.load(), language).changes.items == ()


def test_a_form_with_times_without_a_zone_changes_nothing_the_second_time(tmp_path: Path):
    form = export("mentor", NOOR | {"Completion time": "14-09-2026 10:00"})
    with Store.create(tmp_path / "p.mentorkit", Programme(id="programme", name="P"), **BY) as store:
        store.apply(read(store.load(), form).changes, **BY)
        assert store.load().applications["submitted_at"].null_count() == 0
        assert read(store.load(), form).changes.items == ()


def test_all_questions_of_the_example_are_understood():
    (reading,) = read(EMPTY, export("mentor", NOOR)).readings
    assert unused(reading.sheet.table, reading.sheet.columns) == ()


@pytest.mark.parametrize("is_asked", [True, False])
def test_an_answer_that_is_not_given_never_deletes_an_older_one(is_asked: bool):
    """Left empty, or not asked at all; her name too, which is then no e-mail address."""
    silent = NOOR | dict.fromkeys(NOOR, "") if is_asked else {}
    again = export("mentor", silent | {"E-mail address": "noor@example.org"}, name="mentors.csv")
    before = read_one_after_another(export("mentor", NOOR))
    both = read_one_after_another(export("mentor", NOOR), again)
    assert both.people.equals(before.people)
    assert both.applications.equals(before.applications)
    (row,) = both.applications.to_dicts()
    assert (row["capacity"], row["has_consented"], row["is_paused"]) == (3, False, True)


def test_a_later_answer_wins():
    """Also one that says no where yes was said before."""
    later = NOOR | {
        "City": "Brugge",
        "Languages": "English",
        "Paused": "No",
        "Maximum number of mentees": "0",
    }
    both = read_one_after_another(export("mentor", NOOR), export("mentor", later))
    (person,), (row,) = both.people.to_dicts(), both.applications.to_dicts()
    assert (person["city"], person["languages"]) == ("Brugge", ["en"])
    assert (row["is_paused"], row["capacity"]) == (False, 0)


def test_what_changed_is_an_update_of_that_row_alone():
    """With the revision it was read with, so that the store can tell."""
    before = read_one_after_another(export("mentor", NOOR))
    stored = before.people.with_columns(revision=7)
    found = read(before.with_table(Person, stored), export("mentor", NOOR | {"City": "Brugge"}))
    assert [(type(item), item.row.table, item.row.revision) for item in found.changes.items] == [
        (Update, "person", 7),
        (Update, "imported", 1),
    ]


def test_what_she_changed_herself_stays_when_the_file_comes_again():
    before = read_one_after_another(export("mentor", NOOR))
    corrected = before.with_table(Person, before.people.with_columns(city=pl.lit("Brugge")))
    again = read(corrected, export("mentor", NOOR | {"City": "Antwerpen"}))
    assert applied(corrected, again.changes).people["city"].to_list() == ["Brugge"]


def test_nobody_who_is_not_in_a_new_file_is_touched():
    bo = {"Full name": "Bo Smit", "E-mail address": "bo@example.org"}
    found = read(read_one_after_another(export("mentor", NOOR)), export("mentor", bo))
    assert [(type(item), item.row.table) for item in found.changes.items] == [
        (Insert, "person"),
        (Insert, "application"),
        (Insert, "imported"),
        (Insert, "form"),
    ]


def test_somebody_in_both_files_is_one_person_with_two_sign_ups():
    as_mentee = {
        "Full name": "Noor Bakker",
        "E-mail address": "Noor@Example.org",
        "City": "",
        "Phone": "0123",
    }
    found = read(EMPTY, export("mentor", NOOR), export("mentee", as_mentee))
    people, applications = (
        [item.row for item in found.changes.items if item.row.table == table]
        for table in ("person", "application")
    )
    (noor,) = people
    assert (noor.city, noor.phone) == ("Gent", "0123")
    assert {row.role for row in applications} == {"mentor", "mentee"}
    assert {row.person_id for row in applications} == {noor.id}


def test_sign_ups_are_counted_per_role():
    bo = {"Full name": "Bo Smit", "E-mail address": "bo@example.org"}
    other = {"Full name": "An Vos", "E-mail address": "an@example.org"}
    found = read(EMPTY, export("mentee", bo, other, other), export("mentor", NOOR))
    roles = [item.row.role for item in found.changes.items if item.row.table == "application"]
    assert (roles.count("mentee"), roles.count("mentor")) == (2, 1)
    assert found.counts["merged"] == 1


def test_one_file_that_cannot_be_read_refuses_all():
    with pytest.raises(FileRefused) as caught:
        read(EMPTY, export("mentor", NOOR), SignUpFile("m.xlsx", b"PK\x03\x04 junk", "mentee"))
    spoken(caught.value.message)


def test_sound_reporting_lines_give_no_finding():
    boss = known("boss", email="boss@example.org")
    assert reporting_findings(snapshot(boss, known("ann", manager_email="BOSS@example.org"))) == ()


def test_people_who_manage_each_other_are_named():
    ring = [known(name, full_name=name.title(), manager_name=above) for name, above in ("ab", "bc", "ca")]
    (finding,) = reporting_findings(snapshot(*ring))
    assert finding.severity == "warning"
    assert spoken(finding.message) == (
        "These people are given as each other's managers: A, B and C. Is that right? Correct one of them.",
        "Deze mensen staan als elkaars leidinggevende: A, B en C. Klopt dat? Verbeter een van hen.",
    )


def test_somebody_who_manages_herself_is_named():
    (finding,) = reporting_findings(snapshot(known("ann", full_name="Ann Vos", manager_name="ann vos")))
    assert spoken(finding.message) == (
        "Ann Vos is given as her or his own manager. Correct the manager.",
        "Ann Vos staat als eigen leidinggevende. Verbeter de leidinggevende.",
    )


def test_a_manager_whose_name_two_people_have_is_asked():
    people = [known(key, full_name="Jan Jansen") for key in "ab"]
    (finding,) = reporting_findings(snapshot(*people, known("ann", manager_name="jan jansen")))
    english, _ = spoken(finding.message)
    assert english.startswith("jan jansen is given as a manager, and more than one person has that name: Jan")
    sure = known("ann", manager_name="Jan Jansen", manager_id="7")
    boss = known("boss", employee_id="7")
    assert reporting_findings(snapshot(*people, boss, sure)) == ()


def test_managers_nobody_knows_are_named_once():
    people = [
        known("ann", manager_name="Zed"),
        known("bea", manager_name="zed"),
        known("cas", manager_id="77"),
    ]
    (finding,) = reporting_findings(snapshot(*people))
    assert finding.severity == "notice"
    assert spoken(finding.message) == (
        "These managers are not in the lists, so lines above them cannot be checked: 77 and zed.",
        "Deze leidinggevenden staan niet in de lijsten, "
        "dus de lijn boven hen is niet te controleren: 77 en zed.",
    )


def test_an_older_export_taken_in_later_does_not_overwrite_newer_answers(tmp_path: Path):
    """Bug: last week's file, opened again, put back last week's answers."""
    head = "Timestamp,Email Address,Full name,Which topics do you want to work on?,Tell us a little about yourself"  # noqa: E501
    new = f"{head}\n2026/09/14 8:00:00 AM GMT+2,noor@example.org,Noor Bakker,Presenting,\n"
    old = f"{head}\n2026/09/07 8:00:00 AM GMT+2,noor@example.org,Noor Bakker,Planning,I like trees.\n"
    with Store.create(tmp_path / "p.mentorkit", Programme(id="programme", name="P"), **BY) as store:
        for content in (new, old):
            file = SignUpFile("mentees.csv", content.encode(), "mentee")
            store.apply(read(store.load(), file).changes, **BY)
        (answers,) = store.load().applications.select("goals", "biography").iter_rows()
    assert answers == (["Presenting"], "I like trees.")
