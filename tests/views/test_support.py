"""What helps against each kind of point in the register of support."""

import pytest

from mentorkit.model.support import ISSUE_KINDS
from mentorkit.questions.guidance import cards_for
from mentorkit.text import LANGUAGES, speaker
from mentorkit.views.progress.support import cards_against


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_point_has_a_remedy_of_its_own_in_both_languages(language):
    speak = speaker(language)
    remedies = {kind: cards_against(kind) for kind in ISSUE_KINDS if kind != "other"}
    assert {kind: len(cards) for kind, cards in remedies.items() if len(cards) != 1} == {}
    titles = {speak.wording(card.title) for (card,) in remedies.values()}
    assert len(titles) == len(remedies) == 5
    assert {"R204", "R205", "R206", "R207"} < {card.key for (card,) in remedies.values()}
    assert cards_against("other") == (*cards_for("support"),)
