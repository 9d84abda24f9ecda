"""The check finds what is wrong with a plan, whoever made it."""

from dataclasses import replace

import numpy as np

from mentorkit.matching import Proposal
from tests.matching.small import broken, earlier, mentee, mentor, override, plan, snapshot


def forced(proposal: Proposal, *columns: int) -> Proposal:
    """The proposal with another plan in it."""
    return replace(proposal, mentor_of=np.array(columns, dtype=np.int64))


def test_an_unlawful_and_a_banned_pair_are_found():
    proposal = plan(
        snapshot(
            mentee("ann", has_consented=False),
            mentee("bea"),
            mentor("kim", capacity=3),
            overrides=[override("forbid", "bea", "kim")],
        )
    )
    assert broken(proposal) == ()
    assert broken(forced(proposal, 0, 0)) == ((0, 0), (1, 0))


def test_confirmed_pairs_are_not_judged_again():
    proposal = plan(
        snapshot(
            mentee("ann", avoids=["kim"]),
            mentee("bea"),
            mentor("kim", capacity=0),
            pairs=[earlier("ann", "kim")],
        )
    )
    assert broken(proposal) == ()
