"""What became private is nowhere in the file any more, and undo still works and brings no word back."""

import random

import pytest

from mentorkit.model import Delete, Goal, GoalLevel, GoalStep, Update
from mentorkit.model.goal import LEVEL_FIELDS
from tests.store.cases import BY, apply, full_house, insert, rows_in

WORDS = ("text", "reason", "measure", "support", *LEVEL_FIELDS.values())


def secret(number: int, step: int | str = "") -> str:
    """A text that is nowhere else, longer than what fits in a page with others."""
    return f"canary{number}x{step}" + "y" * random.Random(number).randrange(3, 500)  # noqa: S311


def goal_of(store, name: str) -> Goal:
    return next(row for row in store.load().rows(Goal) if row.id == name)


def private(store, name: str) -> Update:
    return Update(Goal.model_validate(goal_of(store, name).model_dump() | {"is_private": True}))


def filled(store, goals: int = 30) -> None:
    """Goals with words and steps, each changed once, so that the journal holds several versions."""
    insert(store, *full_house())
    written = [
        Goal(id=f"s{n}", pair_id="k1", **{word: secret(n, word) for word in WORDS}) for n in range(goals)
    ]
    steps = [GoalStep(id=f"t{n}", goal_id=f"s{n}", text=secret(n, "step")) for n in range(goals)]
    insert(store, *written, *steps, GoalLevel(id="l0", goal_id="s0", noted_on="2026-12-01", reached=1))
    for n in range(goals):
        changed = {"text": secret(n, "changed")}
        apply(store, Update(goal_of(store, f"s{n}").model_copy(update=changed)), action="goal")


def canaries(store, *numbers: int) -> list[int]:
    content = store.path.read_bytes()
    return [n for n in numbers if f"canary{n}x".encode() in content]


def test_no_byte_of_a_goal_is_left_once_it_is_private(store):
    filled(store)
    everything = tuple(range(30))
    assert canaries(store, *everything) == [*everything]
    for n in range(0, 30, 2):
        steps = [Delete(step) for step in store.load().rows(GoalStep) if step.goal_id == f"s{n}"]
        apply(store, private(store, f"s{n}"), *steps, action="goal")
    assert canaries(store, *everything) == [*range(1, 30, 2)]


def test_undo_goes_back_through_every_entry_and_brings_no_word_of_it(store):
    filled(store, 2)
    steps = [Delete(step) for step in store.load().rows(GoalStep) if step.goal_id == "s0"]
    apply(store, private(store, "s0"), *steps, action="goal")
    assert [one.reached for one in store.load().rows(GoalLevel) if one.goal_id == "s0"] == [1]
    for _ in range(3):  # the two changes of words, and what made it private
        assert store.undo(**BY) is not None
        goal = goal_of(store, "s0")
        assert (goal.is_private, goal.text) == (True, "")
    assert [step.id for step in store.load().rows(GoalStep)] == ["t1", "z1"]
    assert goal_of(store, "s1").text == secret(1, "text")
    store.undo(**BY)
    assert [row.id for row in store.load().rows(Goal)] == ["g1"]
    assert canaries(store, 0) == []
    store.undo(**BY)
    assert len(rows_in(store.load())) == 1


def test_an_entry_of_which_all_was_forgotten_is_passed_over_by_undo(store):
    filled(store, 1)
    apply(store, Update(goal_of(store, "g1").model_copy(update={"text": "Nog leiden"})), action="goal")
    insert(store, GoalStep(id="t9", goal_id="s0", text=secret(0, "later")), action="goal")
    steps = [Delete(step) for step in store.load().rows(GoalStep) if step.goal_id == "s0"]
    apply(store, private(store, "s0"), *steps, action="goal")
    store.undo(**BY)
    store.undo(**BY)
    assert goal_of(store, "g1").text == "Leiden"
    assert canaries(store, 0) == []


def test_undoing_what_made_it_public_forgets_it_too(store):
    filled(store, 1)
    steps = [Delete(step) for step in store.load().rows(GoalStep) if step.goal_id == "s0"]
    apply(store, private(store, "s0"), *steps, action="goal")
    shown = goal_of(store, "s0").model_copy(update={"is_private": False, "text": secret(7, "again")})
    apply(store, Update(shown), action="goal")
    assert canaries(store, 7) == [7]
    store.undo(**BY)
    assert (goal_of(store, "s0").is_private, canaries(store, 0, 7)) == (True, [])


@pytest.mark.parametrize("number", [0, 5])
def test_a_row_beside_it_keeps_its_history(store, number):
    filled(store, 6)
    other = "s1" if number == 0 else "s0"
    apply(store, private(store, f"s{number}"), action="goal")
    before = goal_of(store, other)
    store.undo(**BY)
    assert goal_of(store, other) == before
