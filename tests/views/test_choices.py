"""Whom the lists of the pairing page offer, and in which order."""

import numpy as np

from mentorkit.matching import Proposal
from mentorkit.matching.insight.scenarios import Plan, measure
from mentorkit.views.names import Names
from mentorkit.views.pairing.choices import mentors_by_price, movable_mentees
from tests.matching.small import ids, mentee, mentor, override, plan, snapshot

PROGRAMME = snapshot(
    mentee("ann", values=["a", "b"]),
    mentee("bea", values=["a"]),
    mentor("kim", values=["a", "b"]),
    mentor("lou", values=["b"]),
    overrides=[override("forbid", "bea", "lou")],
)
NAMES = Names({"ann": "Ann", "bea": "Bea", "kim": "Kim", "lou": "Lou"})
ANN, BEA = 0, 1


def proposed() -> Proposal:
    proposal = plan(PROGRAMME, values_style=10)
    assert ids(proposal) == {"ann": "lou", "bea": "kim"}
    return proposal


def test_the_mentors_to_ask_about_are_all_but_the_own_one_and_the_forbidden_one_too():
    assert mentors_by_price(proposed(), ANN, NAMES) == {"Kim": "kim"}
    assert mentors_by_price(proposed(), BEA, NAMES) == {"Lou": "lou"}


def test_only_who_gets_another_mentor_in_a_plan_can_be_moved():
    proposal, other = proposed(), np.array([0, -1])
    assert movable_mentees([Plan("other", other, measure(other, proposal))], proposal, NAMES) == {"Ann": ANN}
