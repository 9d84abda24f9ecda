"""The coordinator's words on pairs: to confirm them, and to take one back."""

import pytest

from mentorkit.ui.pairing.pairs import confirm_button, withdraw_form
from tests.matching.small import blind, mentee, mentor, override, snapshot
from tests.ui.pages import page_of


@pytest.mark.parametrize("is_blind", [True, False])
def test_a_reason_is_shown_unless_it_could_tell_who_somebody_is(is_blind: bool):
    word = override("forbid", "ann", "kim").model_copy(update={"reason": "Ann Vos was her intern"})
    programme = snapshot(
        mentee("ann", full_name="Ann Vos"), mentor("kim", full_name="Kim Boer"), overrides=[word]
    )
    shown = blind(programme) if is_blind else programme
    form = withdraw_form(page_of(), shown)
    (option,) = form.element.options
    assert ("Ann Vos" in option) != is_blind
    assert "(not)" in option


def test_nothing_can_be_confirmed_before_the_pairs_are_counted():
    """With thousands of people 'Confirm 0 pairs' stood beside a headline that told of 1,418 pairs."""
    programme = snapshot(mentee("ann"), mentor("kim"))
    assert confirm_button(page_of(), None, programme) is None
    assert "Confirm 1 pair" in confirm_button(page_of(), 1, programme).text
