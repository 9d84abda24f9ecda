"""No sentence says more than its number allows: which verb, which way, and from how many people."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.evaluation.claims import CHANCE, LADDER, Claim, claim_of, corrected
from mentorkit.evaluation.disclosure import FEWEST
from mentorkit.text import LANGUAGES, say, speaker
from mentorkit.views.evaluation.sentences import Subject, change_sentence, share_found, warning

ABOUT = Subject(say("mentees"), say("reading"), say("now"))
DESIGNS = ("single", "comparison", "by_lot")
ENDS = (-0.9, -0.2, 0.0, 0.2, 0.9)
GRID = [
    {"kind": kind, "n": n, "estimate": (low + high) / 2, "low": low, "high": high, "design": design, "p": p}
    for kind, n, design, p in product(("change", "difference"), (30, 200), DESIGNS, (None, 0.01, 0.2))
    for low, high in product(ENDS, ENDS)
    if low <= high and not (kind == "difference" and design == "single")
]
SAYS = {
    "nl": {"changed_more": "mensen zonder mentoring", "caused": "Door mentoring", "unclear": "valt niet te"},
    "en": {
        "changed_more": "people without mentoring",
        "caused": "Mentoring made",
        "unclear": "cannot be told",
    },
}
WAYS = {
    "nl": {"rose": "punten meer", "fell": "punten minder"},
    "en": {"rose": "points more", "fell": "points less"},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_says_more_than_design_and_interval_allow(language: Any):
    for case in GRID:
        claim = Claim(**case)
        said = speaker(language)(change_sentence(claim, ABOUT))
        is_open = case["low"] <= 0 <= case["high"] or (case["p"] or 0) > CHANCE
        assert (SAYS[language]["unclear"] in said) == is_open, said
        assert (SAYS[language]["caused"] in said) == (claim.verb == "caused" and not is_open), said
        highest = (
            "changed" if case["kind"] == "change" else {"comparison": "changed_more", "by_lot": "caused"}
        )
        assert claim.verb == (highest if isinstance(highest, str) else highest[case["design"]])
        if claim.verb == "changed":
            assert SAYS[language]["changed_more"] not in said
        for way, words in WAYS[language].items():
            is_so = not is_open and (case["low"] > 0 if way == "rose" else case["high"] < 0)
            assert (words in said) == is_so, said


@pytest.mark.parametrize(
    "told",
    [
        {"kind": "share", "n": 4, "estimate": 0.5},
        {"kind": "change", "n": 9, "estimate": 0.5, "low": 0.1, "high": 0.9},
        {"kind": "difference", "n": 29, "estimate": 0.5, "design": "by_lot"},
        {"kind": "difference", "n": 90, "estimate": 0.5, "low": 0.1, "high": 0.9},
        {"kind": "change", "n": 20, "estimate": 0.5, "low": 0.6, "high": 0.9},
        {"kind": "change", "n": 20, "estimate": 0.5, "low": 0.1},
    ],
)
def test_what_may_not_be_shown_is_no_claim(told: dict[str, Any]):
    with pytest.raises(ValueError, match=r"."):
        Claim(**told)


def test_without_an_interval_nothing_changed():
    claim = Claim("change", 12, 1.0)
    assert (claim.verb, claim.direction) == ("counted", "unclear")
    assert "no interval" in speaker("en")(change_sentence(claim, ABOUT))


@pytest.mark.parametrize(("n", "is_claim"), [(9, False), (10, True)])
def test_a_change_is_claimed_from_ten_people(n: int, is_claim: bool):
    assert (claim_of("change", {"n": n, "estimate": 0.0}) is not None) == is_claim


def test_a_missing_result_is_no_claim():
    assert claim_of("share", None) is None


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_more_changes_never_make_one_of_them_surer(p: list[float]):
    claims = [Claim("change", 20, 0.5, 0.1, 0.9, p=one) for one in p] + [Claim("count", 9, 3)]
    found = corrected(claims)
    assert all(after.p >= before for after, before in zip(found[:-1], p, strict=True) if after.p is not None)
    assert found[-1] == claims[-1]


def test_an_effect_too_large_to_believe_is_told():
    told = [warning(Claim("change", 20, 0.5, 0.1, 0.9, effect=size)) for size in (0.8, -0.81, None)]
    assert [one is not None for one in told] == [False, True, False]


def test_the_ladder_goes_from_careful_to_strong():
    assert LADDER == ("counted", "goes_with", "changed", "changed_more", "caused")


@pytest.mark.parametrize("n", [5, 9, 10, 23, 60])
def test_what_goes_out_of_a_share_never_tells_how_many_the_few_are(n: int):
    by_text: dict[str, set[int]] = {}
    for yes in range(n + 1):
        claim = Claim("share", n, yes / n, 0.0, 1.0)
        by_text.setdefault(speaker("en")(share_found(claim, goes_out=True)), set()).add(yes)
    few = {*range(FEWEST), *range(n - FEWEST + 1, n + 1)}
    assert all(len(counts) >= FEWEST for counts in by_text.values() if counts & few)
