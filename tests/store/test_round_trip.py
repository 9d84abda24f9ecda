"""What is saved comes back as it was."""

import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.model import (
    ROWS,
    Application,
    Decision,
    Override,
    Pair,
    Person,
    Preference,
    Programme,
    Scenario,
    Update,
)
from mentorkit.store import Store
from tests.store.cases import (
    BY,
    NOW,
    PROGRAMME,
    any_row,
    application,
    apply,
    full_house,
    in_order,
    insert,
    person,
    rows_in,
    schemas,
)


@st.composite
def any_programme(draw):
    """A programme with some rows of every kind, whose references hold."""
    people = draw(st.lists(any_row(Person), min_size=1, max_size=4, unique_by=lambda row: row.id))
    decision = draw(any_row(Decision))
    one, other = people[0].id, people[-1].id
    rows = [
        draw(any_row(Application, person_id=one)),
        draw(any_row(Preference, mentee_id=one, mentor_id=other)),
        draw(any_row(Scenario)),
        draw(any_row(Override, mentee_id=one, mentor_id=other)),
        draw(any_row(Pair, mentee_id=one, mentor_id=other, decision_id=decision.id)),
    ]
    return draw(any_row(Programme)), [*rows, decision, *people]


@settings(max_examples=30)
@given(any_programme())
def test_every_kind_of_row_comes_back_as_it_was(case):
    programme, rows = case
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "p.mentorkit", programme, **BY)
        number = insert(store, *rows)
        expected = [programme.model_copy(update={"revision": 1})]
        expected += [row.model_copy(update={"revision": number}) for row in rows]
        assert rows_in(Store.open(store.path, now=NOW).load()) == in_order(expected)


def test_frames_have_the_columns_of_their_models_with_rows_and_without(store):
    assert all(schemas(store.load()))
    insert(store, *full_house())
    assert all(schemas(store.load()))


def test_the_full_house_has_every_kind_of_row():
    assert {type(row) for row in full_house()} | {Programme} == set(ROWS)


def test_a_moment_without_a_zone_is_taken_as_utc(store):
    insert(
        store,
        person(1),
        Application(id="a", person_id="p0001", role="mentor", submitted_at=NOW.replace(tzinfo=None)),
    )
    assert store.load().applications["submitted_at"].to_list() == [NOW]


def test_a_number_that_is_not_a_number_is_missing(store):
    insert(store, person(1).model_copy(update={"level": float("nan")}))
    assert store.load().people["level"].to_list() == [None]


def test_the_programme_itself_can_be_changed(store):
    number = apply(store, Update(PROGRAMME.model_copy(update={"revision": 1, "weights": {"goals": 30.0}})))
    programme = store.load().programme
    assert programme.weights == {"goals": 30.0}
    assert programme.revision == number


def test_a_file_keeps_exactly_one_programme(store):
    with pytest.raises(TypeError, match="exactly one"):
        insert(store, Programme(id="g2", name="Nog een"))


def test_without_changes_nothing_is_written(store):
    before = store.path.read_bytes()
    assert apply(store) == 1
    assert store.path.read_bytes() == before


def test_moments_in_the_night_the_clock_goes_back_stay_apart(store):
    zone = ZoneInfo("Europe/Amsterdam")
    twice = [datetime(2026, 10, 25, 2, 30, tzinfo=zone, fold=fold) for fold in (0, 1)]
    rows = [application(n, submitted_at=moment) for n, moment in enumerate(twice)]
    insert(store, *map(person, range(2)), *rows)
    first, second = store.load().applications["submitted_at"]
    assert (first.hour, second.hour) == (0, 1)
