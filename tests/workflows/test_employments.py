"""A list of the personnel department: what is read, what is told of wrong rows, and what is kept of whom."""

from dataclasses import replace
from datetime import date

import pytest

from mentorkit.evaluation.costs import Costs
from mentorkit.frames import Snapshot, applied
from mentorkit.model import Employment
from mentorkit.store import Store
from mentorkit.text import speaker
from mentorkit.workflows.evaluation.answered import evaluation_of
from mentorkit.workflows.evaluation.costs import round_costs, set_costs
from mentorkit.workflows.evaluation.employments import StaffList, read_employments, record_employments
from tests.store.cases import BY
from tests.workflows.started import TODAY, started, stored_start

NL = "Personeelsnummer;E-mail;In dienst sinds;Uit dienst op;Promotie op;Werkt zelfstandig sinds"
EN = "Employee number;E-mail;Hire date;Termination date;Promotion date;Works alone since"
LIST = """
7;;1-3-2024;;;
8;ann@example.org;1-3-2024;1-2-2026;1-9-2025;1-9-2024
;BO@example.org;2024-03-01;;;
"""


def read(head: str = NL, rows: str = LIST) -> StaffList:
    return read_employments(started(), "lijst.csv", f"{head}{rows}".encode(), TODAY)


@pytest.mark.parametrize("head", [NL, EN])
def test_the_headings_of_both_languages_are_known(head: str):
    found = read(head)
    assert found.findings == ()
    assert [one.person_id for one in found.employments] == [None, "ann", "bo"]
    days = date(2026, 2, 1), date(2025, 9, 1), date(2024, 9, 1)
    ann = found.employments[1]
    assert (ann.left_on, ann.promoted_on, ann.independent_on) == days


def test_of_somebody_outside_the_programme_neither_number_nor_address_is_kept():
    found = read(rows="\n0071234;carla@example.org;1-3-2024;;;\n")
    assert "0071234" not in repr(found)
    assert "carla" not in repr(found)


@pytest.mark.parametrize(
    ("row", "column", "value", "what"),
    [
        ("9;;niet;;;", "In dienst sinds", "niet", "no day"),
        ("9;;;;;", "In dienst sinds", "", "needed"),
        ("9;;1-3-2024;soon;;", "Uit dienst op", "soon", "no day"),
        ("9;;1-3-2024;1-3-2023;;", "Uit dienst op", "1-3-2023", "before"),
        (";;1-3-2024;;;", "Personeelsnummer", "", "left out"),
        ("7;;1-3-2024;;;", "Personeelsnummer", "7", "already"),
    ],
)
def test_a_wrong_row_is_told_by_where_it_stands_and_left_out(row: str, column: str, value: str, what: str):
    found = read(rows=f"\n7;;1-3-2024;;;\n{row}\n")
    (wrong,) = found.findings
    assert (wrong.row, wrong.column, wrong.value) == (3, column, value)
    assert what in speaker("en")(wrong.message)
    assert len(found.employments) == 1


def test_a_list_without_the_day_on_which_people_came_is_refused_as_a_whole():
    (wrong,) = read("Naam;Functie", "\nAnn;Arts\n").findings
    assert (wrong.row, wrong.column) == (None, None)


def test_the_newest_list_takes_the_place_of_the_one_before_and_is_undone(tmp_path):
    with Store.open(stored_start(tmp_path / "p.mentorkit")) as store:
        store.apply(record_employments(store.load(), read().employments), **BY)
        assert len(store.load().rows(Employment)) == 3
        assert record_employments(store.load(), read().employments).items == ()
        later = read(rows="\n7;;1-3-2024;1-9-2026;;\n").employments
        store.apply(record_employments(store.load(), later), **BY)
        (one,) = store.load().rows(Employment)
        assert one.left_on == date(2026, 9, 1)
        store.apply(set_costs(store.load(), {"around": 30, "own": 0}), **BY)
        assert store.load().programme.costs == {"around": 30}
        assert [store.undo(**BY).action for _ in range(3)] == ["costs", "employment", "employment"]


def test_hours_and_costs_follow_what_was_noted_and_what_is_assumed():
    now = started()
    own = {"hour_low": 10, "hour_high": 20, "own": 6, "other": 40, "replacing_low": 50, "replacing_high": 100}
    found = costs_of_now(applied(now, set_costs(now, own)))
    assert (found.hours, found.euros, found.per_pair) == ((0, 0), (100, 160), None)
    assert found.break_even == (1, 3.2)
    assert replace(found, completed=2).per_pair == (50, 80)
    assert costs_of_now(now).break_even is None


def costs_of_now(snapshot: Snapshot) -> Costs:
    return round_costs(snapshot, evaluation_of(snapshot, TODAY), TODAY)
