"""The single change that makes a pair part of a best plan, told by hand and compared with trying all."""

import numpy as np
import pytest

from mentorkit.matching import CRITERIA, DEFAULT_WEIGHTS, Pool, Proposal, Settings, propose
from mentorkit.matching.insight.changed_answer import ChangedAnswer, answered
from mentorkit.matching.insight.other_weights import OtherWeight, nearest_weights
from mentorkit.matching.insight.smallest_change import (
    MorePlace,
    SmallChange,
    WithoutRule,
    smallest_changes,
)
from mentorkit.matching.insight.why_not import is_in_a_best_plan
from mentorkit.model import AimKey
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
def test_a_mentor_who_offered_more_would_do(aim: AimKey):
    """With all that Zoe wants Noor is worth 1 to her; then Aisha takes Bram and Omar Lotte: 2.5 for 2."""
    (change,) = smallest_changes(proposed(programme(), aim), ZOE, NOOR)
    assert change.what == ChangedAnswer(
        "mentor", "noor", "topics", [*GOALS["aisha"][:3], *GOALS["zoe"]], tuple(GOALS["zoe"])
    )
    assert change.moved == 3


def test_a_condition_that_rules_the_pair_out_can_be_switched_off_or_met():
    shot = snapshot(
        mentee("ann", goals=["a"], availability=["fri"]),
        mentor("kim", topics=["a"], availability=["mon", "tue"]),
    )
    (rule, *answers) = whats(proposed(shot), ANN, KIM)
    assert isinstance(rule, WithoutRule)
    assert rule.rule.key == "free_moment"
    assert {(one.side, one.answer, one.added) for one in answers if isinstance(one, ChangedAnswer)} == {
        ("mentor", "availability", ("fri",)),
        ("mentee", "availability", ("mon",)),
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


WORDS = ["a", "b", "c", "d", "e"]


def crowd(aim: AimKey) -> Proposal:
    """Seven mentees for five mentors, all with different answers."""
    rng = np.random.default_rng(11)

    def some() -> dict[str, object]:
        lists = {name: rng.choice(WORDS, 3, replace=False).tolist() for name in ("goals", "topics", "values")}
        return {**lists, "working_style": int(rng.integers(1, 6)), "city": str(rng.choice(["Gent", "Luik"]))}

    people = [mentee(f"mentee{number}", **some()) for number in range(7)]
    people += [mentor(f"mentor{number}", capacity=1 + number % 2, **some()) for number in range(5)]
    return propose(Pool.of(snapshot(*people)), Settings({"values_style": 12.5}, aim=aim))


ANSWERED = ("goal_coverage", "values_style", "proximity", "text_fit")
"""The criteria that read an answer of the crowd; own words come from goals and topics."""


@pytest.mark.parametrize(("aim", "step"), [("placed", 1), ("total", 1), ("leximin", 5)])
def test_no_weight_that_is_nearer_does(aim: AimKey, step: int):
    """Against every weight of the grid, tried by a whole new plan."""
    plan = crowd(aim)
    pairs = [(row, column) for row in range(2) for column in range(5)]
    asked = [pair for pair in pairs if not is_in_a_best_plan(plan, *pair)]
    found = {(pair, one.criterion.key, off(one)) for pair in asked for one in nearest_weights(plan, *pair)}
    expected = set()
    for key in ANSWERED:
        now = float(plan.settings.weights.get(key, DEFAULT_WEIGHTS[key]))
        turns = sorted((weight(key, now, after) for after in range(0, 101, step)), key=off)
        plans = [(off(turn), propose(plan.pool, turn.applied(plan.settings))) for turn in turns]
        for pair in asked:
            nearest = next((away for away, other in plans if is_in_a_best_plan(other, *pair)), None)
            expected |= {(pair, key, nearest)} - {(pair, key, None)}
    assert len(expected) > 5
    assert found == expected


def off(turn: OtherWeight) -> float:
    return abs(turn.weight - turn.before)


def test_what_is_decided_needs_a_place_or_her_word():
    locked = proposed(programme(overrides=(override("lock", "omar", "bram"),)))
    assert whats(locked, AISHA, BRAM) == [MorePlace(BRAM)]
    assert whats(locked, OMAR, NOOR) == []
    banned = proposed(programme(overrides=(override("forbid", "aisha", "bram"),)))
    assert whats(banned, AISHA, BRAM) == []


def test_a_pair_of_a_best_plan_needs_no_change():
    assert whats(proposed(programme()), AISHA, NOOR) == []


def test_an_answer_of_somebody_in_both_roles_changes_in_both():
    """Languages are of a person, topics of one sign-up."""
    plan = proposed(
        snapshot(
            mentee("ann", languages=["fr"]), mentor("ann", languages=["fr"], topics=["a"]), mentor("kim")
        )
    )
    for answer, of_mentee in (("languages", ["nl"]), ("topics", [])):
        changed = ChangedAnswer("mentor", "ann", answer, ["nl"], ("nl",))
        candidates = answered(plan.pool, changed, plan.settings).candidates
        assert candidates.mentors[answer].to_list()[0] == ["nl"]
        assert candidates.mentees[answer].to_list()[0] == of_mentee


@pytest.mark.parametrize(
    ("answers", "of_mentor"),
    [
        ({"has_consented": False}, {}),
        ({"is_paused": True}, {}),
        ({"avoids": ["kim@example.org"]}, {}),
        ({"manager_email": "kim@example.org"}, {}),
        ({}, {"has_consented": False}),
    ],
)
def test_a_condition_that_protects_people_is_never_to_be_switched_off(
    answers: dict[str, object], of_mentor: dict[str, object]
):
    shot = snapshot(mentee("ann", **answers), mentor("kim", email="kim@example.org", **of_mentor))
    plan = proposed(shot)
    assert not plan.allowed[ANN, KIM]
    assert whats(plan, ANN, KIM) == []


def test_nobody_is_asked_to_hold_other_values_or_to_speak_another_language():
    """It said: if Renske also answered this, with her values in it."""
    shot = snapshot(
        mentee("ann", values=["a"], working_style=1, languages=["fr"]),
        mentee("bea", values=["b"], working_style=5),
        mentor("kim", values=["b"], working_style=5, languages=["nl"]),
        mentor("lou", values=["a"], working_style=1),
    )
    for plan in (proposed(shot), propose(Pool.of(shot), Settings({"values_style": 30.0}))):
        pairs = [(row, column) for row in range(2) for column in range(2)]
        asked = [what for pair in pairs for what in whats(plan, *pair) if isinstance(what, ChangedAnswer)]
        assert {what.answer for what in asked} <= {"topics", "availability", "is_trained"}
        assert not any(isinstance(what, WithoutRule) for what in whats(plan, ANN, KIM))
