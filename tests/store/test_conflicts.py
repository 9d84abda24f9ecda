"""Two windows never overwrite each other, and nothing is saved by half."""

import pytest

from mentorkit.errors import NotLawful, RevisionConflict
from mentorkit.model import Delete, Framework, Insert, Pair, Update
from mentorkit.store import Store
from mentorkit.text import speaker
from tests.store.cases import NOW, PROGRAMME, application, apply, full_house, insert, person, rows_in


@pytest.fixture
def two(store):
    """A store, and another one that read the same person and changed her place since."""
    read = insert(store, person(1, city="Gent"), person(2))
    other = Store.open(store.path, now=NOW)
    apply(other, Update(person(1, city="Antwerpen", revision=read)))
    return store, read


def test_a_change_of_an_old_version_is_refused_with_both_values(two):
    store, read = two
    with pytest.raises(RevisionConflict) as caught:
        apply(store, Update(person(1, city="Brugge", revision=read)))
    assert caught.value.table == "person"
    assert caught.value.ours == {"city": "Brugge"}
    assert caught.value.theirs == {"city": "Antwerpen"}
    assert "What is known about Persoon 1 was saved by someone else" in str(caught.value)
    assert "place: you have Brugge, the file has Antwerpen" in str(caught.value)
    assert "plaats: jij hebt Brugge, in het bestand staat Antwerpen" in speaker("nl")(caught.value.message)
    assert "p0001" not in str(caught.value)


def test_nothing_is_written_when_one_of_many_changes_is_refused(two):
    store, read = two
    before, entries = rows_in(store.load()), store.history()
    with pytest.raises(RevisionConflict):
        apply(store, Insert(person(3)), Delete(person(2, revision=read)), Delete(person(1, revision=read)))
    assert rows_in(store.load()) == before
    assert store.history() == entries


def test_a_change_of_a_removed_row_is_refused(store):
    read = insert(store, person(1))
    apply(store, Delete(person(1, revision=read)))
    with pytest.raises(RevisionConflict, match="removed by someone else") as caught:
        apply(store, Update(person(1, city="Gent", revision=read)))
    assert caught.value.theirs is None
    assert caught.value.ours["city"] == "Gent"


def test_a_row_that_is_there_already_is_not_inserted_again(store):
    insert(store, person(1, city="Gent"))
    with pytest.raises(RevisionConflict) as caught:
        insert(store, person(1, city="Brugge"))
    assert (caught.value.ours, caught.value.theirs) == ({"city": "Brugge"}, {"city": "Gent"})


def test_a_row_saved_again_with_the_same_contents_still_counts_as_changed(store):
    read = insert(store, person(1))
    apply(store, Update(person(1, revision=read)))
    with pytest.raises(RevisionConflict, match="your version was not saved. Open"):
        apply(store, Update(person(1, revision=read)))


def test_the_same_row_twice_in_one_action_is_refused(store):
    read = insert(store, person(1))
    with pytest.raises(RevisionConflict):
        apply(store, Update(person(1, revision=read)), Update(person(1, revision=read)))


@pytest.mark.parametrize("row", full_house(), ids=lambda row: row.table + row.id)
def test_every_kind_of_row_is_named_without_its_id(store, row):
    insert(store, *full_house())
    with pytest.raises(RevisionConflict) as caught:
        insert(store, row)
    for language in ("en", "nl"):
        sentence = speaker(language)(caught.value.message)
        assert row.id not in sentence
        people, things = (
            ("Persoon 1", "Persoon 2"),
            ("Meer over leerdoelen", "Mentoren 2026", "Dag", "Zelfstandig", "Huis van het Nederlands"),
        )
        named = (*people, *things, "Nieuwe mensen blijven")
        is_of_a_pair = {"pair_id", "goal_id"} & type(row).model_fields.keys() or row.table in {
            "school_break",
            "work_log",
        }
        is_one_of_its_day = row.table in {"decision", "draw", "lesson", "tick"}
        assert any(name in sentence for name in named) or is_one_of_its_day or is_of_a_pair


def test_other_people_in_a_pair_are_called_by_name(store):
    insert(store, *full_house(), person(3))
    (pair,) = (row for row in full_house() if isinstance(row, Pair))
    with pytest.raises(RevisionConflict, match="mentor: you have Persoon 3, the file has Persoon 2"):
        insert(store, pair.model_copy(update={"mentor_id": "p0003"}))


def test_weights_and_framework_are_compared_one_by_one(store):
    ours = PROGRAMME.model_copy(
        update={"revision": 9, "weights": {"goal_coverage": 30.0}, "framework": Framework(mission="Leren")}
    )
    with pytest.raises(
        RevisionConflict, match="weight of goal coverage: you have 30, the file has –"
    ) as caught:
        apply(store, Update(ours))
    assert caught.value.ours == {"framework.mission": "Leren", "weights.goal_coverage": 30.0}


def test_what_only_the_file_has_is_named_as_well(store):
    theirs = PROGRAMME.model_copy(update={"revision": 1, "weights": {"goal_coverage": 30.0}})
    apply(store, Update(theirs))
    with pytest.raises(
        RevisionConflict, match="weight of goal coverage: you have –, the file has 30"
    ) as caught:
        apply(store, Update(PROGRAMME.model_copy(update={"revision": 1})))
    assert (caught.value.ours, caught.value.theirs) == (
        {"weights.goal_coverage": None},
        {"weights.goal_coverage": 30.0},
    )


@pytest.mark.parametrize(("length", "end"), [(500, "…"), (81, "…"), (80, ".")])
def test_a_long_value_is_cut_in_the_sentence_and_whole_in_the_conflict(store, length: int, end: str):
    insert(store, person(1, job_title="x" * length))
    with pytest.raises(RevisionConflict) as caught:
        insert(store, person(1, job_title="y"))
    assert f"the file has {'x' * 80}{end}" in str(caught.value)
    assert caught.value.theirs == {"job_title": "x" * length}


def test_a_row_of_an_unknown_person_is_refused_and_nothing_is_written(store):
    with pytest.raises(NotLawful, match="not in the programme"):
        insert(store, person(2), application(1))
    assert rows_in(store.load()) == [PROGRAMME.model_copy(update={"revision": 1})]


def test_somebody_who_is_still_referred_to_is_not_removed(store):
    read = insert(store, *full_house())
    with pytest.raises(NotLawful):
        apply(store, Delete(person(1, revision=read)))
    assert store.load().people.height == 2


def test_children_may_stand_before_their_parents_in_one_action(store):
    insert(store, application(1), person(1))
    assert store.load().applications["person_id"].to_list() == ["p0001"]
