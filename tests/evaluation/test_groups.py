"""A round looked at by groups: each has its own numbers, and no look and no difference tells of few."""

import re
from dataclasses import replace

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.evaluation.groups import among
from mentorkit.evaluation.levels import Evaluation, Measure, measured
from mentorkit.evaluation.questionnaires import CORE, questionnaires
from mentorkit.evaluation.reliabilities import reliabilities
from mentorkit.evaluation.shared_cells import worked_out
from mentorkit.evaluation.statistics.cronbach_alpha import STATISTIC as ALPHA
from tests.evaluation.rounds import ANSWERS
from tests.views.pages.evaluated import round_told


def in_groups(sizes: list[int], one: Evaluation) -> dict[str, str]:
    names = [name for name, size in zip("abcdefgh", sizes, strict=False) for _ in range(size)]
    who = {who for measure in one.measures for who in measure.rows["who"]}
    return {
        person: names[int(place)] for person in who if int(place := re.sub(r"\D", "", person)) < len(names)
    }


def test_a_group_has_its_own_numbers_and_one_of_few_has_none():
    whole = round_told(40)
    groups = in_groups([16, 20, 4], whole)
    some = among(whole, groups, "b")
    asked = {one.asked: one for one in some.measures if one.asked}
    behaves = next(one for one in whole.measures if one.key == "behaves")
    own = behaves.rows.filter(pl.col("who").replace_strict(groups, default="") == "b")
    assert asked[behaves.asked].rows.equals(own)
    assert asked[behaves.asked].claim.n == 20
    assert asked[behaves.asked].claim.estimate == pytest.approx((own["after"] - own["before"]).mean())
    assert not any(one.claim or one.n for one in among(whole, groups, "c").measures)
    assert not any(one.claim or one.n for one in among(whole, groups, "nowhere").measures)
    shown = [name for name in "ab" if among(whole, groups, name).measures[-1].claim]
    assert shown == ["b"], "the four would be everybody but the others"


@settings(max_examples=max(15, settings().max_examples // 4))
@given(st.lists(st.integers(0, 9), min_size=2, max_size=6))
def test_all_groups_one_after_the_other_tell_of_no_few(sizes: list[int]):
    people = [f"pair{place}" for place in range(sum(sizes))]
    rows = pl.DataFrame(
        {"who": people, "before": [None] * len(people), "after": [1.0] * len(people)},
        schema={"who": pl.String, "before": pl.Float64, "after": pl.Float64},
    )
    pairs = pl.DataFrame(
        {"who": people, "days": [9] * len(people), "cause": ["planned"] * len(people)},
        schema={"who": pl.String, "days": pl.Int64, "cause": pl.String},
    )
    measures = [Measure(key, "results", rows, None) for key in ("early", "attained", "hours")]
    whole = replace(round_told(5, 1), measures=tuple(measures), pairs=pairs)
    groups = in_groups(sizes, whole)
    looks = [among(whole, groups, name).measures for name in sorted({*groups.values()})]
    for place in range(3):
        shown = [frozenset(measures[place].rows["who"]) for measures in looks if measures[place].n]
        assert worked_out([*shown, frozenset(people)] if len(people) >= 5 else shown) == []


@pytest.mark.parametrize(("people", "is_told"), [(29, False), (30, True)])
def test_a_scale_is_told_to_belong_together_from_thirty_people(people: int, is_told: bool):
    rng = np.random.default_rng(3)
    given_ = np.clip(np.rint(rng.normal(3, 1, (people, 1)) + rng.normal(0, 0.6, (people, 3))), 1, 5)
    rows = [
        (f"m{place}", None, "mentee", CORE, "closing", item, int(value))
        for place, of in enumerate(given_)
        for item, value in zip(("R1", "R2", "R3"), of, strict=True)
    ]
    rows.append(("late", None, "mentee", CORE, "closing", "R1", 1))
    found = [*reliabilities(pl.DataFrame(rows, schema=ANSWERS.schema, orient="row"), questionnaires()[CORE])]
    assert bool(found) == is_told
    if is_told:
        (one,) = found
        assert (one.scale, one.role, one.n, one.omega) == ("reaction", "mentee", people, None)
        assert one.alpha["estimate"] == ALPHA.of(items=given_)["estimate"]


def test_nps_is_told_of_thirty_and_not_of_fewer():
    for people in (29, 30):
        rows = [(f"m{n}", None, "mentee", CORE, "closing", "N1", 10 if n % 3 else 5) for n in range(people)]
        answers = pl.DataFrame(rows, schema=ANSWERS.schema, orient="row")
        scores = pl.DataFrame(
            schema={
                **dict.fromkeys(["person_id", "pair_id", "role", "wave", "scale"], pl.String),
                "score": pl.Float64,
            }
        )
        nps = next(one for one in measured(scores, answers) if one.key == "recommends")
        assert (nps.claim is None) == (people == 29)
    assert nps.claim.verb == "counted"
    assert nps.claim.estimate == pytest.approx(100 * (20 - 10) / 30)
