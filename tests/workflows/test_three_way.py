"""Of what she has, what a form said and what it says now, one is kept, and she is asked only if she must."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mentorkit.model import Application, Person
from mentorkit.workflows.intake.three_way import Past, answers_of, is_older, with_answers

CITY = st.sampled_from([None, "Gent", "Brugge", "Leuven"])
NOON = datetime(2026, 9, 14, 12, tzinfo=UTC)


def person(city: str | None, **more: object) -> Person:
    return Person(id="p1", full_name="Noor", city=city, **more)


def past(*cities: str | None, is_older: bool = False) -> Past:
    """What forms said of the city; the first is this form."""
    told = [answers_of(person(city)) for city in cities]
    return Past(told[0] if told else {}, told, is_older)


def city(here: str | None, form: str | None, before: Past, *chosen: tuple[str, str]) -> str | None:
    return with_answers(person(here), person(form), before, frozenset(chosen)).row.city


@given(CITY, CITY, CITY)
def test_an_empty_or_unchanged_answer_changes_nothing(here, last, other):
    assert city(here, None, past(last, other)) == here
    assert city(here, last, past(last, other)) == here


@given(CITY, CITY, CITY)
def test_a_value_that_no_form_gave_is_never_replaced_unasked(here, form, last):
    kept = city(here, form, past(last))
    assert kept in ((here, form) if here == last else (here,))


@given(CITY, CITY, CITY)
def test_it_is_disputed_exactly_when_both_changed_to_different_things(here, form, last):
    merged = with_answers(person(here), person(form), past(last), frozenset())
    assert bool(merged.conflicts) == (form is not None and form != last and here not in (last, form))


@given(CITY, CITY, CITY)
def test_the_form_that_was_chosen_wins_a_dispute(here, form, last):
    merged = with_answers(person(here), person(form), past(last), frozenset({("p1", "city")}))
    assert not merged.conflicts or merged.row.city == form


@given(CITY, CITY, CITY)
def test_an_older_form_only_fills_what_is_empty(here, form, last):
    assert city(here, form, past(last, is_older=True)) in ((here,) if here else (None, form))


@given(CITY, CITY)
def test_without_any_form_before_a_new_answer_wins(here, form):
    assert city(here, form, past()) == (form or here)


def test_an_address_that_stands_in_for_a_name_is_no_name():
    nameless = Person(id="p1", full_name="noor@example.org", email="noor@example.org")
    assert with_answers(person("Gent"), nameless, Past(), frozenset()).row.full_name == "Noor"
    assert "full_name" not in answers_of(nameless)


def application(at: datetime | None, **more: object) -> Application:
    return Application(id="a1", person_id="p1", role="mentor", submitted_at=at, **more)


def test_only_of_two_with_a_time_one_can_be_older():
    assert is_older(application(NOON), application(NOON + timedelta(hours=1)))
    assert not is_older(application(NOON), application(NOON))
    assert not is_older(application(None), application(NOON))
    assert not is_older(application(NOON), application(None))


def test_where_an_answer_stood_is_no_difference_and_goes_along_with_one():
    now = application(NOON, source_file="old.csv", source_row=2, topics=("Planning",))
    same = with_answers(
        now, now.model_copy(update={"source_file": "new.csv", "source_row": 9}), Past(), frozenset()
    )
    assert (same.row, same.differences) == (now, ())
    other = now.model_copy(update={"source_file": "new.csv", "source_row": 9, "topics": ("Coaching",)})
    merged = with_answers(now, other, Past(), frozenset())
    assert (merged.row.source_file, merged.row.source_row) == ("new.csv", 9)
    assert [difference.field for difference in merged.differences] == ["topics"]
