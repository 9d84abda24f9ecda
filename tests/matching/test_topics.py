"""Goals and topics are compared by what they mean: the glossary, and before it the programme's own list."""

import pytest

from mentorkit.frames import Snapshot
from mentorkit.matching import Pool, Settings, propose
from mentorkit.matching.criteria import CRITERIA
from mentorkit.model import Programme
from tests.matching.small import ids, mentee, mentor, snapshot

PLACE = [one.key for one in CRITERIA].index("goal_coverage")


def covered(goals: list[str], topics: list[str], *own: str) -> float:
    found = snapshot(mentee(goals=goals), mentor(topics=topics))
    known = found.with_table(Programme, [found.programme.model_copy(update={"own_topics": own})])
    return float(Pool.of(known).layers[PLACE, 0, 0])


@pytest.mark.parametrize(
    ("goals", "topics", "value"),
    [
        (["Spreken in het openbaar"], ["Presenting"], 1.0),
        (["Omgaan met conflicten", "AI"], ["gestion des conflits", "Intelligence artificielle"], 1.0),
        (["Ik wil leren omgaan met conflicten"], ["Conflict"], 1.0),
        (["AI en presenteren"], ["AI"], 0.0),  # two topics in one answer stay as they are
        (["AI en presenteren"], ["ai EN presenteren"], 1.0),
        (["Tuinieren", "Presenteren"], ["tuinieren"], 0.5),
        (["Presenteren", "Spreken in het openbaar", "Tuinieren"], ["Presenting"], 0.5),
    ],
)
def test_words_of_the_glossary_are_one_topic_in_any_language(goals, topics, value):
    assert covered(goals, topics) == value


def test_own_topics_go_before_ours():
    assert covered(["Leiderschap bij ons"], ["Leadership"]) == 1.0
    assert covered(["Leiderschap bij ons"], ["Leadership"], "Leiderschap bij ons") == 0.0
    assert covered(["leiderschap  bij ÓNS!"], ["Leiderschap bij ons"], "Leiderschap bij ons") == 1.0


def test_other_words_for_an_own_topic_are_that_topic():
    assert covered(["Buurtwerk"], ["Community work"]) == 0.0
    assert covered(["Buurtwerk"], ["Community work"], "Wijkwerk = buurtwerk = community work") == 1.0


def test_a_form_in_dutch_and_one_in_english_make_the_pair_that_fits():
    programme: Snapshot = snapshot(
        mentee("ann", goals=["Spreken in het openbaar"]),
        mentor("kim", topics=["Budgeting"]),
        mentor("lou", topics=["Presentation skills"]),
    )
    assert ids(propose(Pool.of(programme), Settings({"goal_coverage": 10.0}))) == {"ann": "lou"}
