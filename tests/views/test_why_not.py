"""What a reader is told about a pair that is not in the plan."""

import re

import pytest
from markupsafe import Markup

from mentorkit.matching import CRITERIA, RULES, Pool, Settings, propose
from mentorkit.matching.insight.changed_answer import ChangedAnswer
from mentorkit.matching.insight.other_weights import OtherWeight
from mentorkit.matching.insight.smallest_change import (
    MorePlace,
    SmallChange,
    WhatIf,
    WithoutRule,
    smallest_changes,
)
from mentorkit.matching.insight.why_not import alternatives, why_not
from mentorkit.model import AimKey
from mentorkit.text import Language, speaker
from mentorkit.views.names import Names
from mentorkit.views.pairing.small_changes import small_changes_block
from mentorkit.views.pairing.why_not import alternatives_block, why_not_block
from tests.matching.small import mentee, mentor, override, snapshot
from tests.matching.test_why_not import AISHA, BRAM, LOTTE, NOOR, OMAR, programme, proposed
from tests.views.test_safe import HOSTILE, Tags

WHO = Names.named(programme())


def lines(block: Markup) -> list[str]:
    return [part for part in re.split(r"<[^>]*>", block) if part.strip()]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            [
                "Why not bram?",
                "aisha with bram instead of noor would cost the programme 50 points (25 %).",
                "This pair itself: +25 against the present one.",
                "bram is full, so somebody makes room. Who would move:",
                "aisha: noor → bram (+25)",
                "omar: bram → lotte (−50)",
                "zoe: lotte → noor (−25)",
            ],
        ),
        (
            "nl",
            [
                "Waarom niet bram?",
                "aisha met bram in plaats van noor kost het programma 50 punten (25%).",
                "Dit koppel zelf: +25 vergeleken met het koppel van nu.",
                "bram zit vol, dus iemand maakt plaats. Wie dan een andere mentor krijgt:",
                "aisha: noor → bram (+25)",
                "omar: bram → lotte (−50)",
                "zoe: lotte → noor (−25)",
            ],
        ),
    ],
)
def test_the_price_the_own_gain_and_who_would_move(language: Language, expected: list[str]):
    plan = proposed(programme())
    block = why_not_block(plan, why_not(plan, AISHA, BRAM), speaker(language), WHO)
    assert lines(block) == expected


@pytest.mark.parametrize(
    ("overrides", "pair", "told"),
    [
        ((), (AISHA, NOOR), "aisha is with noor in this plan."),
        ((override("forbid", "aisha", "bram"),), (AISHA, BRAM), "You ruled out aisha with bram."),
        ((override("lock", "omar", "bram"),), (AISHA, BRAM), "All places of bram are taken by pairs"),
        ((override("lock", "omar", "bram"),), (OMAR, LOTTE), "You decided on omar with bram"),
    ],
)
def test_where_there_is_no_price_the_reason_is_said(overrides: tuple, pair: tuple[int, int], told: str):
    plan = proposed(programme(overrides=overrides))
    assert told in " ".join(lines(why_not_block(plan, why_not(plan, *pair), speaker("en"), WHO)))


@pytest.mark.parametrize(
    ("aim", "told"),
    [
        ("placed", "aisha with bram instead of noor would leave 1 mentee more without a mentor."),
        ("leximin", "aisha with bram instead of noor would leave 1 mentee more without a mentor."),
    ],
)
def test_people_come_before_points(aim: AimKey, told: str):
    shot = snapshot(
        mentee("aisha", goals=["a"]),
        mentee("omar", goals=["b"], languages=["fr"]),
        mentor("bram", topics=["a"], languages=["fr"]),
        mentor("noor", topics=["c"], languages=["nl"]),
    )
    plan = proposed(shot, aim)
    said = lines(why_not_block(plan, why_not(plan, 0, 0), speaker("en"), WHO))
    assert said[1] == told
    assert "Points of the whole plan: +100." in said
    assert "omar: bram → not placed" in said


def test_a_mentor_with_a_place_is_not_called_full():
    shot = snapshot(mentee("ann", goals=["a"]), mentor("kim", topics=["a"]), mentor("lou", topics=["b"]))
    plan = proposed(shot)
    said = lines(why_not_block(plan, why_not(plan, 0, 1), speaker("en"), Names.named(shot)))
    assert said[-2:] == ["Who would move:", "ann: kim → lou (−100)"]


def test_to_protect_the_weakest_the_lowest_pair_is_named():
    plan = proposed(programme(), "leximin")
    said = lines(why_not_block(plan, why_not(plan, OMAR, LOTTE), speaker("en"), WHO))
    assert said[1] == "omar with lotte instead of bram would lower the lowest pair of the plan by 25 points."
    assert said[2] == "Points of the whole plan: −50."


def test_two_plans_that_are_as_good_are_a_coin_toss():
    shot = snapshot(
        *(mentee(name, goals=["a"]) for name in ("ann", "bea")),
        *(mentor(name, topics=["a"]) for name in ("kim", "lou")),
    )
    plan = proposed(shot)
    other = 1 - int(plan.mentor_of[0])
    block = why_not_block(plan, why_not(plan, 0, other), speaker("en"), Names.named(shot))
    assert "A coin toss: a plan with ann and " in block


def test_the_next_best_mentors_are_told_with_their_price():
    plan = proposed(programme(overrides=(override("forbid", "omar", "noor"),)))
    assert lines(alternatives_block(plan, alternatives(plan, OMAR, 3), speaker("en"), WHO)) == [
        "Next best",
        "omar with lotte instead of bram would cost the programme 50 points (25 %).",
    ]


GOALS_OF_ALL, LANGUAGE = CRITERIA[0], next(rule for rule in RULES if rule.key == "language")


@pytest.mark.parametrize(
    ("what", "english", "dutch"),
    [
        (MorePlace(BRAM), "if bram had one more place", "als bram één plaats meer had"),
        (
            OtherWeight(GOALS_OF_ALL, 30.0, 12.0),
            "if the weight of Learning goals were 12 (now 30)",
            "als het gewicht van Leerdoelen 12 was (nu 30)",
        ),
        (
            WithoutRule(LANGUAGE),
            "without the condition: A language in common",
            "zonder de voorwaarde: Een gedeelde taal",
        ),
        (
            ChangedAnswer("mentor", "bram", "languages", ["nl", "fr"], ("fr",)),
            "if bram also answered “speaks: French”",
            "als bram ook dit antwoordde: “spreekt: Frans”",
        ),
        (
            ChangedAnswer("mentee", "aisha", "working_style", 5),
            "if aisha answered “works by plan (1) or as it comes (5): 5”",
            "als aisha dit antwoordde: “werkt volgens plan (1) of zoals het komt (5): 5”",
        ),
        (
            ChangedAnswer("mentee", "aisha", "prefers", ["b@example.org"], ("b@example.org",)),
            "if aisha had asked for bram",
            "als aisha om bram had gevraagd",
        ),
        (
            ChangedAnswer("mentor", "bram", "prefers", ["aisha"], ("aisha",)),
            "if bram had asked for aisha",
            "als bram om aisha had gevraagd",
        ),
        (
            ChangedAnswer("mentor", "bram", "is_trained", True),
            "if bram followed the training or booked it",
            "als bram de training volgde of boekte",
        ),
        (
            ChangedAnswer("mentee", "aisha", "relation_types", ["flash", "classic"], ("classic",)),
            "if aisha also wanted: classic",
            "als aisha ook dit wilde: klassiek",
        ),
    ],
)
def test_every_change_is_a_condition_in_both_languages(what: WhatIf, english: str, dutch: str):
    plan = proposed(programme())
    for language, expected in (("en", english), ("nl", dutch)):
        block = small_changes_block(plan, (AISHA, BRAM), (SmallChange(what, 2),), speaker(language), WHO)
        assert lines(block)[1] == f"{expected} "
    assert lines(block)[2] == "(2 mentees krijgen dan een andere mentor)"


def test_where_no_single_change_would_do_that_is_said():
    assert "No single weight" in small_changes_block(
        proposed(programme()), (AISHA, BRAM), (), speaker("en"), WHO
    )


def test_whatever_people_type_is_text():
    shot = snapshot(
        mentee("ann", full_name=f"Ann {HOSTILE}", goals=[HOSTILE], languages=["fr"]),
        mentor("kim", full_name=f"Kim {HOSTILE}", topics=["a"], languages=[HOSTILE]),
        mentor("lou", full_name=f"Lou {HOSTILE}"),
    )
    names = Names.named(shot)
    for off in (frozenset[str](), frozenset({"language"})):
        plan = propose(Pool.of(shot), Settings({}, off))
        for column in (0, 1):
            changes = smallest_changes(plan, 0, column)
            page = why_not_block(plan, why_not(plan, 0, column), speaker("nl"), names)
            page += small_changes_block(plan, (0, column), changes, speaker("nl"), names)
            tags = Tags(str(page))
            assert isinstance(page, Markup)
            assert tags.names <= {"section", "h3", "p", "ul", "li", "span"}
            assert tags.attributes <= {"class"}
            assert HOSTILE in tags.text
