"""Reading again after an action takes only the rows that were written; nobody can tell the difference."""

from mentorkit.model import Delete, Goal, GoalLevel, GoalStep, Pair, Person, Update
from mentorkit.store import Store
from tests.store.cases import BY, NOW, apply, full_house, insert, person, rows_in
from tests.store.conftest import refused_with


def as_anew(store: Store) -> Store:
    """Everything that another window reads of the same file is what this one reads."""
    again, anew = store.load(), Store(store.path).load()
    assert rows_in(again) == rows_in(anew)
    assert all(again.frame(model).rows() == frame.rows() for model, frame in anew.tables.items())
    assert again.number == anew.number
    return store


def test_only_what_was_written_is_read_again(store):
    insert(store, *full_house())
    before = store.load()
    people, _ = before.rows(Person), before.rows(Pair)
    insert(store, person(7))
    after = as_anew(store).load()
    assert after.frame(Pair) is before.frame(Pair)
    assert after.frame(Person).height == before.frame(Person).height + 1
    assert len(after.rows(Person)) == len(people) + 1
    for model in (Pair, Person):
        stayed = {one.id: one for one in after.rows(model)}
        assert all(stayed[one.id] is one for one in before.rows(model))


def test_an_undo_and_what_another_window_saved_are_read_again(store):
    insert(store, *full_house())
    store.load()
    with Store.open(store.path, now=NOW) as other:
        insert(other, person(7))
        apply(other, *(Update(one) for one in other.load().rows(Goal)), action="goal")
        as_anew(store)
        other.undo(**BY)
        other.undo(**BY)
    as_anew(store)


def test_what_is_taken_out_of_the_journal_with_a_private_goal_is_read_again(store):
    insert(store, *full_house())
    insert(store, Goal(id="s0", pair_id="k1", text="Words"), GoalStep(id="t0", goal_id="s0", text="Step"))
    insert(store, GoalLevel(id="l0", goal_id="s0", noted_on="2026-12-01", reached=1))
    now = store.load()
    gone = [Delete(one) for one in now.rows(GoalStep) if one.goal_id == "s0"]
    hidden = next(one for one in now.rows(Goal) if one.id == "s0").model_copy(update={"is_private": True})
    apply(store, *gone, Update(hidden), action="goal")
    assert not any(one.id == "t0" for one in as_anew(store).load().rows(GoalStep))


def test_row_13_a_copy_that_went_its_own_way_in_the_same_place_is_neither_read_nor_written(store, tmp_path):
    insert(store, *full_house())
    apart = tmp_path / "apart.mentorkit"
    apart.write_bytes(store.path.read_bytes())
    insert(store, person(7))
    store.load()
    with Store.open(apart, now=NOW) as other:
        insert(other, person(8))
    with store.path.open("r+b") as file:
        file.write(apart.read_bytes())
    for action in (store.load, lambda: insert(store, person(10)), lambda: store.undo(**BY)):
        with refused_with("REPLACED"):
            action()
    assert store.path.read_bytes() == apart.read_bytes()
