"""Why not this pair, told by hand."""

from collections.abc import Mapping

import numpy as np
import pytest

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, Pool, Proposal, Settings, duals, propose
from mentorkit.matching.aims import pair_price
from mentorkit.matching.aims.pair_price import Price
from mentorkit.matching.candidates import Floats
from mentorkit.matching.insight.why_not import Pass, Verdict, WhyNot, alternatives, is_in_a_best_plan, why_not
from mentorkit.matching.problem import Counts
from mentorkit.matching.solvers import exact
from mentorkit.model import AimKey, Override, Pair
from tests.matching.small import earlier, mentee, mentor, override, snapshot

AISHA, OMAR, ZOE = 0, 1, 2
BRAM, LOTTE, NOOR = 0, 1, 2
GOALS = {name: [f"{name}{number}" for number in range(4)] for name in ("aisha", "omar", "zoe")}
TOPICS = {
    "bram": [*GOALS["aisha"], *GOALS["omar"]],
    "noor": GOALS["aisha"][:3],
    "lotte": [*GOALS["omar"][:2], *GOALS["zoe"][:1]],
}
"""        Bram  Lotte  Noor
Aisha      1      0   3/4
Omar       1    1/2     0
Zoe        0    1/4     0
The best plan is Aisha with Noor, Omar with Bram, Zoe with Lotte: 2.
"""
GOALS_ALONE: Mapping[str, float] = {criterion.key: 0.0 for criterion in CRITERIA} | {"goal_coverage": 10.0}


def programme(
    overrides: tuple[Override, ...] = (), pairs: tuple[Pair, ...] = (), places: int = 1, **aisha: object
) -> Snapshot:
    return snapshot(
        *(mentee(name, goals=goals, **(aisha if name == "aisha" else {})) for name, goals in GOALS.items()),
        *(
            mentor(name, topics=topics, languages=["nl"], capacity=places if name == "bram" else 1)
            for name, topics in TOPICS.items()
        ),
        overrides=overrides,
        pairs=pairs,
    )


def proposed(shot: Snapshot, aim: AimKey = "placed", price: float = 0.0) -> Proposal:
    return propose(Pool.of(shot), Settings(GOALS_ALONE, aim=aim, unplaced_price=price))


def test_the_price_is_what_others_lose_less_what_she_gains():
    reason = why_not(proposed(programme()), AISHA, BRAM)
    assert reason == WhyNot(
        AISHA,
        BRAM,
        Verdict.COSTS,
        Price(0, 0, 0.5),
        (
            Pass(AISHA, NOOR, BRAM, 0.25),
            Pass(OMAR, BRAM, LOTTE, -0.5),
            Pass(ZOE, LOTTE, NOOR, -0.25),
        ),
    )
    assert reason.own_gain == 0.25


@pytest.mark.parametrize("aim", ["placed", "total", "leximin"])
def test_her_own_pair_has_no_price(aim: AimKey):
    reason = why_not(proposed(programme(), aim), AISHA, NOOR)
    assert (reason.answer, reason.price, reason.passes) == (Verdict.PAIR, Price(0, 0, 0.0), ())


def test_with_room_enough_nobody_else_moves():
    plan = proposed(programme(places=2))
    assert why_not(plan, AISHA, BRAM).answer is Verdict.PAIR
    assert why_not(plan, AISHA, NOOR) == WhyNot(
        AISHA, NOOR, Verdict.COSTS, Price(0, 0, 0.25), (Pass(AISHA, BRAM, NOOR, -0.25),)
    )


@pytest.mark.parametrize("aim", ["placed", "total", "leximin"])
def test_two_plans_that_are_as_good_are_a_coin_toss(aim: AimKey):
    shot = snapshot(
        *(mentee(name, goals=["a"]) for name in ("ann", "bea")),
        *(mentor(name, topics=["a"]) for name in ("kim", "lou")),
    )
    plan = proposed(shot, aim)
    other = 1 - int(plan.mentor_of[0])
    reason = why_not(plan, 0, other)
    assert (reason.answer, reason.price) == (Verdict.TOSS, Price(0, 0, 0.0))
    assert [(one.row, one.after) for one in reason.passes] == [(0, other), (1, 1 - other)]
    assert is_in_a_best_plan(plan, 0, other)


def test_a_pair_that_leaves_somebody_out_costs_a_place_first():
    """Omar may go to Bram alone: the other two mentors do not speak his language."""
    shot = snapshot(
        mentee("aisha", goals=["a"]),
        mentee("omar", goals=["b"], languages=["fr"]),
        mentor("bram", topics=["a"], languages=["fr"]),
        mentor("noor", topics=["c"], languages=["nl"]),
    )
    reason = why_not(proposed(shot), 0, 0)
    assert (reason.answer, reason.price) == (Verdict.COSTS, Price(1, 0, -1.0))
    assert reason.passes == (Pass(0, 1, 0, 1.0), Pass(1, 0, -1, None))
    # Under the aim "total" her point more makes up for him, at a price of nothing.
    assert why_not(proposed(shot, "total"), 0, 0).answer is Verdict.PAIR


def test_a_pair_that_costs_all_points_there_are_costs_nobody_a_place():
    shot = snapshot(
        *(mentee(name, goals=[name]) for name in ("ann", "bea")),
        *(mentor(name, topics=[topic]) for name, topic in (("kim", "ann"), ("lou", "bea"))),
    )
    assert why_not(proposed(shot), 0, 1).price == Price(0, 0, 2.0)


def test_what_is_ruled_out_full_or_decided_has_no_price():
    ruled_out = proposed(programme(overrides=(override("forbid", "aisha", "bram"),)))
    assert why_not(ruled_out, AISHA, BRAM) == WhyNot(AISHA, BRAM, Verdict.FORBIDDEN)
    no_language = proposed(programme(languages=["fr"]))
    assert why_not(no_language, AISHA, BRAM).answer is Verdict.FORBIDDEN
    locked = proposed(programme(overrides=(override("lock", "omar", "bram"),)))
    assert why_not(locked, AISHA, BRAM) == WhyNot(AISHA, BRAM, Verdict.FULL)
    assert why_not(locked, OMAR, NOOR) == WhyNot(OMAR, NOOR, Verdict.DECIDED)
    confirmed = proposed(programme(pairs=(earlier("omar", "bram"),)))
    assert why_not(confirmed, OMAR, NOOR).answer is Verdict.DECIDED
    assert why_not(confirmed, OMAR, BRAM).answer is Verdict.PAIR
    for plan in (ruled_out, no_language, locked):
        assert not is_in_a_best_plan(plan, AISHA, BRAM)


def test_the_next_best_mentors_come_lowest_price_first():
    found = alternatives(proposed(programme()), OMAR, 5)
    # Omar with Lotte: Aisha to Bram, Zoe to Noor, 1.5 in all; with Noor: Aisha to Bram, 1.25.
    assert [(one.column, one.price) for one in found] == [
        (LOTTE, Price(0, 0, 0.5)),
        (NOOR, Price(0, 0, 0.75)),
    ]
    assert len(alternatives(proposed(programme()), OMAR, 1)) == 1
    assert alternatives(proposed(programme(overrides=(override("lock", "omar", "bram"),))), OMAR, 5) == ()


def test_to_protect_the_weakest_the_lowest_pair_is_what_counts():
    plan = proposed(programme(), "leximin")
    # Zoe has nobody better than Lotte's 1/4; Omar with Lotte leaves Zoe 0, though Aisha gains.
    reason = why_not(plan, OMAR, LOTTE)
    assert (reason.answer, reason.price, reason.lowest) == (Verdict.COSTS, Price(0, 0, 0.5), 0.25)
    assert {(one.row, one.after) for one in reason.passes} == {(OMAR, LOTTE), (AISHA, BRAM), (ZOE, NOOR)}
    assert [one.column for one in alternatives(plan, OMAR, 5)] == [LOTTE, NOOR]


def test_the_cards_of_a_plan_work_out_what_stands_around_it_once_and_solve_nothing_anew(
    monkeypatch: pytest.MonkeyPatch,
):
    """A card made it seven times, and where a place left was worth something solved three plans more."""
    rng = np.random.default_rng(3)
    mentees = [mentee(str(one), goals=[*rng.choice([*"abcdefgh"], 3)]) for one in range(12)]
    mentors = [mentor(f"m{one}", topics=[*rng.choice([*"abcdefgh"], 4)]) for one in range(10)]
    proposal = proposed(snapshot(*mentees, *mentors), "total", 0.1)
    exchange_of, solve, made = duals.exchange, exact.least_cost, []

    def counted(options: Floats, lane_of: Counts) -> Floats:
        made.append(len(options))
        return exchange_of(options, lane_of)

    for module in (duals, pair_price):
        monkeypatch.setattr(module, "exchange", counted)
    monkeypatch.setattr(exact, "least_cost", lambda cost: made.append(0) or solve(cost))
    told = [alternatives(proposal, row, 3) for row in proposal.placed.tolist()]
    assert sum(map(len, told)) > 12
    assert made.count(len(mentees)) == 1
    assert made.count(len(mentees) - 1) > 0
    assert made.count(0) == 0
