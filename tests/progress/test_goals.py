"""Levels of goals as one number, and hints that are yes or no."""

from datetime import date

import pytest

from mentorkit.model import Goal, Pair
from mentorkit.progress.goals import attainment, smart_hints
from mentorkit.progress.pursued import Pursued, attained

WHOLE = Goal(
    id="g",
    pair_id="p",
    text="Ik leid elke maand een teamoverleg",
    reason="Mijn team wordt groter",
    measure="Drie overleggen met een besluit",
    support="Feedback van de mentor",
    due_on=date(2027, 3, 1),
)


@pytest.mark.parametrize(
    ("levels", "weights", "by_hand"),
    [
        # Two goals, one a level better than hoped: 50 + 10·1/√(0.7·2 + 0.3·4) = 50 + 10/√2.6.
        ((1, 0), (), 56.2017),
        # The same for any equal weight: 50 + 10·6/√(0.7·72 + 0.3·144) = 50 + 60/√93.6.
        ((1, 0), (6, 6), 56.2017),
        # Weights 3 and 1: 50 + 10·(3·2 − 1)/√(0.7·10 + 0.3·16) = 50 + 50/√11.8.
        ((2, -1), (3, 1), 64.5556),
        # All at −2, as before a programme: 50 − 10·2n/√(0.7n + 0.3n²).
        ((-2, -2, -2), (), 22.6139),
        ((-2,) * 4, (), 20.98095),
        ((-1,) * 5, (), 34.9244),
    ],
)
def test_levels_become_one_number_as_worked_out_by_hand(levels, weights, by_hand):
    assert attainment(levels, weights) == pytest.approx(by_hand, abs=5e-5)


@pytest.mark.parametrize("level", range(-2, 3))
def test_one_goal_is_ten_for_a_level(level):
    assert attainment([level]) == 50 + 10 * level


def test_without_goals_there_is_no_number_and_a_level_that_is_none_is_an_error():
    assert attainment([]) is None
    for levels, weights in (([3], ()), ([0], (0.0,)), ([0, 1], (1.0,))):
        with pytest.raises(ValueError):  # noqa: PT011 -- each says something else
            attainment(levels, weights)


def test_the_order_of_goals_changes_nothing():
    assert attainment([2, -1, 0], [1, 2, 3]) == attainment([0, -1, 2], [3, 2, 1])


def test_a_whole_goal_meets_every_hint_and_each_field_has_its_own():
    assert all(smart_hints(WHOLE, 0).values())
    for field, empty, hint in (
        ("text", "Leiden", "specific"),
        ("measure", "", "measurable"),
        ("support", "", "attainable"),
        ("reason", "", "relevant"),
        ("due_on", None, "timely"),
    ):
        lacking = smart_hints(WHOLE.model_copy(update={field: empty}), 0)
        assert [key for key, met in lacking.items() if not met] == [hint]


def test_five_written_levels_measure_and_a_step_makes_it_attainable():
    levels = dict.fromkeys(("lowest", "lower", "hoped", "higher", "highest"), "zo veel")
    bare = WHOLE.model_copy(update={"measure": "", "support": ""})
    assert smart_hints(bare.model_copy(update=levels), 0)["measurable"]
    assert not smart_hints(bare.model_copy(update=levels | {"higher": ""}), 0)["measurable"]
    assert smart_hints(bare, 1)["attainable"]


def test_hints_are_yes_or_no_and_never_a_score():
    assert {type(met) for met in smart_hints(WHOLE, 0).values()} == {bool}
    assert len(smart_hints(WHOLE, 0)) == 5


def test_a_private_goal_has_no_words_whoever_gives_them():
    private = Goal.model_validate(WHOLE.model_dump() | {"is_private": True, "hoped": "geheim"})
    words = {value for value in private.model_dump(exclude={"id", "pair_id", "owner"}).values() if value}
    assert words == {True, date(2027, 3, 1)}
    assert private.called({}.get).id == "A private goal"


def test_the_goals_of_one_person_are_one_score_and_those_of_others_another():
    """All goals of a programme were one score before: forty people at -2 stood at 23, and each at 30."""
    pair = Pair(
        id="p", mentee_id="a", mentor_id="b", score=0.5, decision_id="d", confirmed_on=date(2026, 9, 14)
    )

    def pursued(pair_id: str, reached: int | None, owner: str = "mentee") -> Pursued:
        return Pursued(pair, Goal(id="g", pair_id=pair_id, text="x", owner=owner), (), reached)

    assert attained([pursued(str(n), -2) for n in range(40)]) == (30.0,) * 40
    both = attained([pursued("p", 1), pursued("p", 0), pursued("p", 2, "mentor"), pursued("q", None)])
    assert both == (pytest.approx(56.2017, abs=5e-5), 70.0)
    assert attained([]) == ()
