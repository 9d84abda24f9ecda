"""Why a pair: parts, thresholds and the sentence."""

import pytest

from mentorkit.matching import Explanation, explain, sentence
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.explain import STRONG, WEAK, Part
from mentorkit.text import speaker
from tests.matching.small import mentee, mentor, plan, snapshot

FIRST, SECOND, THIRD, FOURTH = CRITERIA[:4]


def made_of(*values: float | None) -> Explanation:
    """An explanation of the first criteria with these values, all of one weight."""
    parts = tuple(
        Part(criterion, value, 0.25 if value is not None else 0.0, 0.25 * (value or 0.0))
        for criterion, value in zip(CRITERIA, values, strict=False)
    )
    return Explanation(0, 0, sum(part.points for part in parts), parts)


def said(explanation: Explanation) -> str:
    return speaker("en")(sentence(explanation, "Noor", "Jan"))


def test_a_part_that_does_not_apply_has_no_weight_and_no_points():
    proposal = plan(
        snapshot(mentee(goals=["planning"], city="Zwolle"), mentor(topics=["planning"], city="Zwolle"))
    )
    by_key = {part.criterion.key: part for part in explain(proposal, 0, 0).parts}
    goals, values, city = by_key["goal_coverage"], by_key["values_style"], by_key["proximity"]
    assert (goals.value, goals.weight, goals.points, goals.lost) == (1.0, 1.0, 1.0, 0.0)
    assert (values.value, values.weight, values.points) == (None, 0.0, 0.0)
    assert (city.value, city.weight, city.points) == (1.0, 0.0, 0.0)


def test_what_cannot_be_judged_is_named_only_when_it_carries_weight():
    proposal = plan(snapshot(mentee(goals=["planning"]), mentor(topics=["planning"])), preferences=0)
    unknown = explain(proposal, 0, 0).unknown(proposal.settings.vector.tolist())
    assert [criterion.key for criterion in unknown] == [
        "values_style",
        "practical_fit",
        "experience_gap",
        "learning_fit",
        "other_unit",
    ]


def test_a_part_is_strong_or_weak_from_its_threshold_on():
    explanation = made_of(STRONG, STRONG - 1e-9, WEAK, WEAK + 1e-9)
    assert [part.criterion for part in explanation.strong] == [FIRST]
    assert [part.criterion for part in explanation.weak] == [THIRD]


def test_the_strongest_and_the_weakest_come_first():
    explanation = made_of(0.8, 1.0, 0.3, 0.0)
    assert [part.criterion for part in explanation.strong] == [SECOND, FIRST]
    assert [part.criterion for part in explanation.weak] == [FOURTH, THIRD]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((None, None), "Nothing is known yet about how Jan suits Noor."),
        (
            (0.9, 1.0, 0.8),
            "Jan suits Noor through: Values and working style and Learning goals.",
        ),
        (
            (0.9, None, 0.2),
            "Jan suits Noor through: Learning goals. Less so: Preferences of both.",
        ),
        ((0.1,), "Jan suits Noor only in part. Low: Learning goals."),
        ((0.5, 0.6), "Jan suits Noor reasonably on every point; nothing stands out."),
    ],
)
def test_one_sentence_says_what_speaks_for_a_pair_and_what_against(
    values: tuple[float | None, ...], expected: str
):
    assert said(made_of(*values)) == expected
