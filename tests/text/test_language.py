"""What a value reads like in a sentence."""

import pytest

from mentorkit.text import say, speaker


@pytest.mark.parametrize(
    ("value", "said"), [(1e97, "1E97"), (-1.5e97, "-1,5E97"), (10**26, "1E26"), (10**400, "1E400")]
)
def test_a_number_with_more_digits_than_can_be_written_out_is_said_in_powers_of_ten(value: float, said: str):
    assert speaker("nl")(say("“{value}”", value=value)) == f"“{said}”"


@pytest.mark.parametrize(
    ("value", "said"),
    [(10**26 - 1, ".".join(["99", *["999"] * 8])), (float("inf"), "∞"), (float("nan"), "NaN")],
)
def test_every_other_number_is_written_out(value: float, said: str):
    assert speaker("nl").write(value) == said
