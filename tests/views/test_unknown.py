"""Points that rest on unknown answers say so, and are never called sure."""

import numpy as np

from mentorkit.matching.insight.stability import Certainty
from mentorkit.text import speaker
from mentorkit.views.names import Names
from mentorkit.views.pairing.card import card
from mentorkit.views.pairing.stability import words_of
from tests.matching.small import mentee, mentor, plan, snapshot
from tests.workflows.cases import only

ONLY = only(practical_fit=15)
PROGRAMME = snapshot(
    mentee("ann", languages=["nl"], availability=["mon", "tue"], channels=["video"]),
    mentor("kim", languages=["nl"]),
)


def test_full_points_while_somebody_named_no_moments_say_what_they_rest_on():
    names = Names.of(PROGRAMME)
    text = card(plan(PROGRAMME, **ONLY), 0, 0, speaker("nl"), names)
    assert "(op basis van talen)" in text
    assert '<span class="mk-quiet">beschikbaarheid: niet ingevuld</span>' in text
    assert "(based on languages)" in card(plan(PROGRAMME, **ONLY), 0, 0, speaker("en"), names)


def test_a_pair_of_whom_many_answers_are_missing_is_never_sure():
    proposal = plan(PROGRAMME, **ONLY)
    assert np.allclose(proposal.answered, 1 / 3)
    assert words_of(proposal, np.array([0.5]), None) == (Certainty.FAIRLY,)


def test_who_answered_all_rests_on_all():
    everything = {"languages": ["nl"], "availability": ["mon"], "channels": ["video"]}
    programme = snapshot(mentee("ann", **everything), mentor("kim", **everything))
    proposal = plan(programme, **ONLY)
    assert proposal.answered.tolist() == [1.0]
    assert words_of(proposal, np.array([0.5]), None) == (Certainty.SURE,)
    text = card(proposal, 0, 0, speaker("nl"), Names.of(programme))
    assert "op basis van" not in text
    assert "niet ingevuld" not in text
