"""The tab Fairness: traits with consent, alarms no oftener than chance, and nothing of it anywhere else."""

from math import sqrt

import numpy as np
import polars as pl
import pytest

from mentorkit.errors import NotLawful
from mentorkit.evaluation.fairness import fairness_gaps
from mentorkit.matching import Pool
from mentorkit.model.trait import Trait
from mentorkit.ui.evaluation.evaluated import Evaluated
from mentorkit.ui.evaluation.fairness import fairness_panel, forget_button, traits_form
from mentorkit.ui.frame.desk import Desk
from mentorkit.workflows.evaluation.traits import forget_traits, record_traits
from tests.ui.hands import press
from tests.ui.pages import page_of, words
from tests.ui.test_desk import START
from tests.workflows.started import stored_start


def people(rng: np.random.Generator, n: int, unfair: float = 0.0) -> pl.DataFrame:
    """Mentees of two groups; the second is placed less often by so much."""
    group = np.where(rng.random(n) < 0.4, "a", "b")
    placed = (rng.random(n) < np.where(group == "a", 0.85, 0.85 - unfair)).astype(float)
    rank = rng.integers(1, 6, n).astype(float)
    own = {"points": rng.random(n), "rank": rank, "waited": rng.exponential(20, n)}
    return pl.DataFrame({"group": group, "placed": placed, **own})


def alarms(rounds: int, unfair: float) -> float:
    rng = np.random.default_rng(20261201)
    found = [fairness_gaps(people(rng, 40, unfair)) for _ in range(rounds)]
    return np.mean([any(one.is_alarm for one in gaps) for gaps in found])


def test_without_unfairness_alarms_are_seldom_and_a_large_gap_is_found():
    assert alarms(10, 0.0) <= 0.05 + 2.5 * sqrt(0.05 * 0.95 / 10)
    assert alarms(2, 0.7) == 1


def test_groups_of_fewer_than_five_are_in_no_comparison():
    told = people(np.random.default_rng(1), 30).with_columns(group=pl.Series(["a"] * 4 + ["b"] * 26))
    assert {one.claim for one in fairness_gaps(told)} == {None}
    five = told.with_columns(group=pl.Series(["a"] * 5 + ["b"] * 25))
    found = {one.key: one for one in fairness_gaps(five)}
    assert found["placed"].rates["n1"] == 5
    assert found["points"].claim.verb == "goes_with"


@pytest.fixture
def desk(tmp_path) -> Desk:
    return Desk(stored_start(tmp_path / "p.mentorkit"), now=lambda: START, language="en")


def test_traits_come_in_with_consent_change_no_points_and_go_out_again(desk: Desk):
    person = desk.snapshot.people.row(0, named=True)
    given = {"kind": "hours", "lines": f"{person['full_name']}; Part time", "agreed": True}
    before = Pool.of(desk.snapshot).layers
    assert desk.do(lambda now: record_traits(now, given, desk.today()))
    (kept,) = desk.snapshot.rows(Trait)
    assert (kept.person_id, kept.group) == (person["id"], "part time")
    assert np.array_equal(before, Pool.of(desk.snapshot).layers, equal_nan=True)
    page, shown = page_of(desk), Evaluated(desk.snapshot, desk.today())
    button = forget_button(page)
    said = words(fairness_panel(page, shown, traits_form(page), button).text)
    assert "Nothing can be compared yet" in said
    press(button)
    assert desk.snapshot.rows(Trait) == []
    assert forget_traits(desk.snapshot).items == ()


@pytest.mark.parametrize(
    ("told", "field"),
    [({"agreed": False}, "agreed"), ({"lines": ""}, "lines"), ({"lines": "nobody; x"}, "lines")],
)
def test_without_consent_or_with_a_wrong_line_nothing_is_kept(desk: Desk, told, field: str):
    with pytest.raises(NotLawful) as refused:
        record_traits(desk.snapshot, {"kind": "age", "lines": "x", "agreed": True} | told, desk.today())
    assert refused.value.field == field
