"""Cards for a matching meeting."""

import re

import pytest

from mentorkit.text import LANGUAGES, Language, say, speaker
from mentorkit.views.pairing.meeting_cards import meeting_cards
from tests.matching.small import blind, mentee, mentor, plan, snapshot
from tests.workflows.cases import sample_plan

PEOPLE = (
    mentee("ann", full_name="Ann Vos", goals=["Planning"], avoids=["Lou Smit"]),
    mentor("kim", full_name="Kim Boer", topics=["Planning"], avoids=["Bea Mulder"]),
    mentor("lou", full_name="Lou Smit", topics=["Planning"]),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pair_of_the_plan_has_a_card_with_room_for_a_verdict(language: Language):
    result = sample_plan(language)
    page = meeting_cards(result.snapshot, result.proposal, speaker(language))
    assert page.count('<article class="card">') == len(result.proposal.placed)
    assert page.count('class="box"') == 3 * len(result.proposal.placed)
    assert f'<html lang="{language}">' in page


def test_the_page_asks_for_nothing_from_outside():
    page = meeting_cards(snapshot(*PEOPLE), plan(snapshot(*PEOPLE)), speaker("nl"))
    assert not re.search(r"https?:|src=|href=|@import|url\(", page)


def test_cards_stand_in_the_order_of_the_names():
    result = sample_plan("en")
    page = meeting_cards(result.snapshot, result.proposal, speaker("en"))
    titles = re.findall("<h2>(.*?) with", page)
    assert titles == sorted(titles)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_small_card_quotes_three_answers_and_has_the_points_of_all_others(language: Language):
    result, speak = sample_plan(language), speaker(language)
    page = meeting_cards(result.snapshot, result.proposal, speak, "four")
    cards = page.split('<article class="card">')[1:]
    assert len(cards) == len(result.proposal.placed)
    assert {card.count('<th scope="row">') for card in cards} <= {1, 2, 3}
    assert all(
        speak(say("Also: {criteria}", criteria="")) in card for card in cards if card.count("<tr>") == 4
    )


def test_who_avoids_whom_is_on_no_card():
    page = meeting_cards(snapshot(*PEOPLE), plan(snapshot(*PEOPLE)), speaker("nl"))
    assert "Ann Vos" in page
    assert "Kim Boer" in page
    assert "Lou Smit" not in page
    assert "Bea Mulder" not in page


def test_blind_cards_carry_numbers_instead_of_names():
    programme = blind(snapshot(*PEOPLE))
    page = meeting_cards(programme, plan(programme), speaker("nl"))
    assert "Mentee 1" in page
    assert "Vos" not in page
    assert "Boer" not in page
