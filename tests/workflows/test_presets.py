"""Sets of weights to start from."""

from mentorkit.matching import CRITERIA, DEFAULT_WEIGHTS
from mentorkit.views.presets import PRESETS
from tests.workflows.cases import spoken


def test_the_first_is_the_advised_one():
    assert PRESETS[0].weights == DEFAULT_WEIGHTS


def test_each_names_every_criterion_and_stays_between_0_and_100():
    for preset in PRESETS:
        assert list(preset.weights) == [criterion.key for criterion in CRITERIA]
        assert all(0 <= weight <= 100 for weight in preset.weights.values())
        assert any(preset.weights.values())


def test_no_two_are_the_same():
    assert len({spoken(preset.label) for preset in PRESETS}) == len(PRESETS)
    assert len({tuple(preset.weights.values()) for preset in PRESETS}) == len(PRESETS)
