"""The single change that makes a pair part of a best plan, told by hand and compared with trying all."""

from dataclasses import replace

import pytest

from mentorkit.matching import CRITERIA, Pool, Proposal, Settings, propose
from mentorkit.matching.changed_answer import ChangedAnswer
from mentorkit.matching.nearest_weight import OtherWeight, nearest_weights
from mentorkit.matching.smallest_change import (
    MorePlace,
    SmallChange,
    WithoutRule,
    smallest_changes,
)
from mentorkit.matching.why_not import is_in_a_best_plan
from mentorkit.model import Aim
from tests.matching.small import mentee, mentor, override, snapshot
from tests.matching.test_why_not import AISHA, BRAM, GOALS, NOOR, OMAR, ZOE, programme, proposed

ANN, KIM, LOU = 0, 0, 1


def whats(proposal: Proposal, row: int, column: int) -> list[object]:
    return [change.what for change in smallest_changes(proposal, row, column)]


def weight(key: str, before: float, after: float) -> OtherWeight:
    (criterion,) = (one for one in CRITERIA if one.key == key)
    return OtherWeight(criterion, before, after)


def test_one_more_place_moves_her_alone():
    """Bram with two places takes Aisha beside Omar; nothing else does: Bram offers all she wants already."""
    assert smallest_changes(proposed(programme()), AISHA, BRAM) == (SmallChange(MorePlace(BRAM), 1),)


@pytest.mark.parametrize("aim", ["placed", "total"])
def test_a_mentor_who_offered_more_would_do(aim: Aim):
    """With all that Zoe wants Noor is worth 1 to her; then Aisha takes Bram and Omar Lotte: 2.5 for 2."""
    (change,) = smallest_changes(proposed(programme(), aim), ZOE, NOOR)
    assert change.what == ChangedAnswer(
        "mentor", "noor", "topics", [*GOALS["aisha"][:3], *GOALS["zoe"]], tuple(GOALS["zoe"])
    )
    assert change.moved == 3


def test_a_condition_that_rules_the_pair_out_can_be_switched_off_or_met():
    shot = snapshot(
        mentee("ann", goals=["a"], languages=["fr"]), mentor("kim", topics=["a"], languages=["nl", "en"])
    )
    (rule, *answers) = whats(proposed(shot), ANN, KIM)
    assert isinstance(rule, WithoutRule)
    assert rule.rule.key == "language"
    assert {(one.side, one.answer, one.added) for one in answers if isinstance(one, ChangedAnswer)} == {
        ("mentor", "languages", ("fr",)),
        ("mentee", "languages", ("nl",)),
    }


def test_the_nearest_weight_is_where_the_two_plans_meet():
    """Goals say ann with kim, the city says ann with lou; with the same weight both are as good."""
    people = (
        mentee("ann", goals=["a"], city="Gent"),
        mentee("bea", goals=["b"], city="Luik"),
        mentor("kim", topics=["a"], city="Luik"),
        mentor("lou", topics=["b"], city="Gent"),
    )
    weights = {criterion.key: 0.0 for criterion in CRITERIA} | {"goal_coverage": 10.0}
    plan = propose(Pool.of(snapshot(*people)), Settings(weights))
    found = smallest_changes(plan, ANN, LOU)
    assert [change for change in found if isinstance(change.what, OtherWeight)] == [
        SmallChange(weight("proximity", 0.0, 10.0), 2),
    ]


@pytest.mark.parametrize(("aim", "step"), [("placed", 1), ("total", 1), ("leximin", 5)])
@pytest.mark.parametrize("pair", [(AISHA, BRAM), (OMAR, NOOR)])
def test_no_weight_that_is_nearer_does(pair: tuple[int, int], aim: Aim, step: int):
    """Against every weight of the grid, tried by a whole new plan."""
    shot = programme(working_style=3, city="Gent")
    people = shot.people.with_columns(city=shot.people["city"].fill_null("Gent"))
    plan = propose(
        Pool.of(replace(shot, people=people)), Settings({"values_style": 12.5, "proximity": 30}, aim=aim)
    )
    expected = set()
    for criterion, now in zip(CRITERIA, plan.settings.vector.tolist(), strict=True):
        holds = [
            abs(after - now)
            for after in range(0, 101, step)
            if is_in_a_best_plan(
                propose(plan.pool, weight(criterion.key, now, after).applied(plan.settings)), *pair
            )
        ]
        expected |= {(criterion.key, min(holds))} if holds else set()
    found = {(one.criterion.key, abs(one.weight - one.before)) for one in nearest_weights(plan, *pair)}
    assert found == expected


def test_what_is_decided_needs_a_place_or_her_word():
    locked = proposed(programme(overrides=(override("lock", "omar", "bram"),)))
    assert whats(locked, AISHA, BRAM) == [MorePlace(BRAM)]
    assert whats(locked, OMAR, NOOR) == []
    banned = proposed(programme(overrides=(override("forbid", "aisha", "bram"),)))
    assert whats(banned, AISHA, BRAM) == []


def test_a_pair_of_a_best_plan_needs_no_change():
    assert whats(proposed(programme()), AISHA, NOOR) == []
