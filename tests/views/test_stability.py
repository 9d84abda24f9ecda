"""How sure and who is short, in words: the finding first, and names as text."""

import numpy as np
import pytest

from mentorkit.matching.insight.recruits import recruits
from mentorkit.matching.insight.shortage import core, seat_values, shortages
from mentorkit.matching.insight.stability import Certainty, Interval, margins, tied_pairs
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.views.names import Names
from mentorkit.views.pairing.plan_change import in_points
from mentorkit.views.pairing.shortage import recruit_list, remedies, shortage_part
from mentorkit.views.pairing.stability import (
    WORDS,
    intervals_chart,
    intervals_table,
    sureness,
    sureness_lines,
    ties_list,
    words_of,
)
from tests.matching.small import mentee, mentor, plan, snapshot

EN = speaker("en")
HOSTILE = "<img src=x onerror=alert(1)>"


def interval(low: float, high: float, weight: float = 30.0) -> Interval:
    return Interval("goal_coverage", weight, low, high)


@pytest.mark.parametrize("language", LANGUAGES)
def test_chart_and_table_show_the_same_bars(language: Language):
    shown = intervals_chart([interval(22, 41)], speaker(language)).to_dict()
    assert {"low": 22, "high": 41, "weight": 30}.items() <= next(iter(shown["datasets"].values()))[0].items()
    assert "<td>30</td><td>22</td><td>41</td>" in intervals_table([interval(22, 41)], speaker(language))


def test_the_board_gets_a_word_and_a_number_per_mentee():
    programme = snapshot(mentee("ann"), mentee("bea"), mentor("kim"))
    proposal = plan(programme)
    row = int(proposal.placed[0])
    shares = np.where(proposal.mentor_of >= 0, 0.42, np.nan)
    told = sureness(proposal, margins(proposal), shares)
    assert told.words[row].values == {"word": WORDS[Certainty.TOSS_UP], "percent": 42}
    assert told.words[1 - row].values == {}
    assert told.in_doubt.tolist() == [place == row for place in range(2)]
    assert sureness(proposal, margins(proposal)).words[row].values["points"] == in_points(0)


def test_without_margins_and_draws_nothing_is_claimed():
    proposal = plan(snapshot(mentee("ann"), mentor("kim")))
    assert words_of(proposal, np.array([np.nan]), None) == (None,)
    assert [len(sureness_lines([word], 0)) for word in (None, Certainty.SURE)] == [1, 2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_topics_stay_text_and_the_proof_counts_people_and_places(language: Language):
    speak = speaker(language)
    programme = snapshot(
        mentee("ann", full_name=HOSTILE),
        mentee("bea"),
        mentor("kim", full_name=f"{HOSTILE} kim", topics=(HOSTILE,)),
    )
    proposal, who = plan(programme), Names.named(programme)
    (found,) = shortages(proposal)
    page = shortage_part(proposal, found, core(proposal, found), who, speak)
    page += remedies(proposal, seat_values(proposal), (), who, speak)
    page += recruit_list(proposal, recruits(proposal), speak)
    page += ties_list(proposal, tied_pairs(proposal), who, speak)
    assert "<img" not in page
    assert page.count("&lt;img") >= 4
    assert page.count("<li>") >= 3
    assert "{" not in page
