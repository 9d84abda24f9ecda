"""Who is not placed in words: what helps, and what is never offered."""

import pytest

from mentorkit.matching import Pool, Proposal, Settings, propose
from mentorkit.matching.insight.rule_costs import rule_costs
from mentorkit.matching.insight.shortage import SeatValue, core, seat_values, shortages
from mentorkit.model import AimKey
from mentorkit.text import speaker
from mentorkit.views.names import Names
from mentorkit.views.pairing.rules import cost_line
from mentorkit.views.pairing.shortage import remedies, seat_line
from tests.matching.small import Entry, mentee, mentor, snapshot

EN = speaker("en")


def help_for(*entries: Entry, aim: AimKey = "placed") -> tuple[Proposal, str]:
    programme = snapshot(*entries)
    proposal = propose(Pool.of(programme), Settings({}, aim=aim))
    lines = remedies(proposal, seat_values(proposal), rule_costs(proposal), Names.named(programme), EN)
    return proposal, str(lines)


@pytest.mark.parametrize(
    ("mentee_says", "mentor_says"),
    [
        ({"has_consented": False}, {}),
        ({"is_paused": True}, {}),
        ({"manager_email": "kim@example.org"}, {"email": "kim@example.org"}),
    ],
)
def test_a_condition_that_protects_people_is_no_remedy_for_a_shortage(
    mentee_says: dict[str, object], mentor_says: dict[str, object]
):
    proposal, lines = help_for(mentee("ann", **mentee_says), mentor("kim", **mentor_says))
    assert not any(one.placed for one in rule_costs(proposal))
    assert lines == ""


def test_a_condition_that_can_be_off_is_a_remedy_for_a_shortage():
    proposal, lines = help_for(mentee("ann", availability=["mon"]), mentor("kim", availability=["fri"]))
    (cost,) = (one for one in rule_costs(proposal) if one.placed)
    assert f"<li>{EN(cost.rule.label)}: {EN(cost_line(cost))}.</li>" in lines


@pytest.mark.parametrize("aim", ["placed", "leximin"])
def test_to_protect_the_weakest_a_shortage_is_told_in_people_as_well(aim: AimKey):
    people = (mentee("ann"), mentee("bea"), mentee("cas"), mentor("kim", capacity=1))
    proposal, lines = help_for(*people, aim=aim)
    (found,) = shortages(proposal)
    assert (len(found.mentees), found.seats, found.short) == (3, 1, 2)
    assert len(core(proposal, found).mentees) == 2
    assert EN(seat_line(SeatValue(0, 1, 0.0), proposal, Names({"kim": "kim"}))) in lines
