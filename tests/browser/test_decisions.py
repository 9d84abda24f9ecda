"""Her words on pairs and the conditions; every test starts from whatever is on screen."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from mentorkit.matching import DEFAULT_WEIGHTS, RULES
from mentorkit.views.presets import PRESETS
from tests.browser.screen import Screen, stored


@pytest.fixture
def pair(screen: Screen) -> tuple[str, str]:
    """A proposed pair that was chosen: mentee and mentor."""
    row = screen.rows.filter(has_text=screen.says("proposed")).first
    names = screen.text_of(row, "Mentee"), screen.text_of(row, "Mentor")
    screen.choose(row)
    return names


def place(screen: Screen, mentee: str, heading: str) -> Locator:
    """What the table says of one mentee."""
    return screen.column(screen.row(mentee), heading)


def word(screen: Screen, reason: str) -> Locator:
    """The line of the word with this reason."""
    return screen.cell("words").locator("tbody tr").filter(has_text=reason)


def take_back(screen: Screen, reason: str) -> None:
    """Take back the word with this reason and wait until it is gone."""
    screen.settle()
    word(screen, reason).get_by_role("button", name=screen.says("Take back")).click()
    expect(word(screen, reason)).to_have_count(0)
    expect(screen.told("words")).to_contain_text(screen.says("Taken back."))


def test_a_forbidden_pair_is_parted_until_she_takes_it_back(screen: Screen, pair: tuple[str, str]):
    mentee, mentor = pair
    screen.decide("Not these two", "They share an office")
    expect(place(screen, mentee, "Mentor")).not_to_have_text(mentor)
    expect(screen.told("word")).to_contain_text(screen.says("Recorded. Undo takes it back."))
    expect(word(screen, "They share an office").locator("td")).to_contain_text(
        [mentee, mentor, screen.says("not"), "They share an office", screen.says("Take back")]
    )

    take_back(screen, "They share an office")
    expect(place(screen, mentee, "Mentor")).to_have_text(mentor)


def test_the_mentor_she_chooses_is_the_mentor(screen: Screen, pair: tuple[str, str]):
    mentee, mentor = pair
    other = screen.cell("ask_why_not").get_by_role("option").nth(1).inner_text()
    assert other != mentor

    screen.decide("Make this the pair", "Knows the trade", other)
    expect(place(screen, mentee, "Mentor")).to_have_text(other)
    expect(place(screen, mentee, "Status")).to_have_text(screen.says("fixed by you"))
    expect(screen.ripple).not_to_have_text(screen.says("Nothing changed: the same pairs are still the best."))
    expect(screen.card.get_by_role("heading")).to_contain_text(other)

    take_back(screen, "Knows the trade")
    expect(place(screen, mentee, "Status")).to_have_text(screen.says("proposed"))


def test_a_word_without_a_reason_changes_nothing(screen: Screen, programme: Path, pair: tuple[str, str]):
    before = stored(programme)
    """What came of the form was told in the top bar only, which was scrolled away."""
    screen.decide("Keep this pair", "   ")
    expect(screen.told("word")).to_have_text(
        screen.says("Give a reason, so that the decision can be explained later.")
    )
    expect(screen.told("word")).to_be_in_viewport()
    expect(screen.cell("top").get_by_role("navigation").first).to_be_in_viewport()
    expect(screen.told("top")).to_have_count(0)
    expect(screen.cell("word").get_by_role("textbox")).to_have_value("   ")
    expect(screen.cell("word").get_by_role("textbox")).to_have_attribute("aria-invalid", "true")
    why = "field => field.ariaDescribedByElements.map(line => line.textContent.trim()).join(' ')"
    described = screen.cell("word").get_by_role("textbox").evaluate(why)
    assert described == screen.says("Give a reason, so that the decision can be explained later.")
    frames = "fields => fields.map(field => getComputedStyle(field).outlineColor)"
    *others, reason = screen.cell("word").locator(".mk-field").evaluate_all(frames)
    assert reason not in others
    expect(place(screen, pair[0], "Status")).to_have_text(screen.says("proposed"))
    assert stored(programme).overrides.equals(before.overrides)
    screen.choose(screen.paired.nth(1))
    expect(screen.told("word")).to_have_text("")


def test_undo_takes_back_the_last_word(screen: Screen, programme: Path, pair: tuple[str, str]):
    screen.decide("Keep this pair", "To be undone")
    expect(place(screen, pair[0], "Status")).to_have_text(screen.says("fixed by you"))
    screen.told("word").get_by_role("button", name=screen.says("Undo")).click()
    expect(place(screen, pair[0], "Status")).to_have_text(screen.says("proposed"))
    expect(screen.told("word")).to_have_text(screen.says("Undone."))
    expect(screen.cell("word").get_by_role("textbox")).not_to_have_attribute("aria-invalid", "true")
    assert (
        screen.cell("word").get_by_role("textbox").evaluate("field => field.ariaDescribedByElements") is None
    )
    assert stored(programme).overrides.filter(reason="To be undone").is_empty()


def test_a_condition_that_is_off_changes_the_plan_and_is_remembered(screen: Screen, programme: Path):
    rule = next(rule for rule in RULES if rule.key == "training")
    screen.cell("weigh").locator("summary", has_text=screen.says("Conditions")).click()
    switch = screen.cell("weigh").get_by_role("switch", name=screen.says(rule.label.id), exact=True)
    before = screen.cell("first").inner_text()
    switch.click()
    expect(screen.cell("first")).not_to_have_text(before)
    expect(screen.ripple).to_have_text(re.compile(r"\d"))
    screen.wait_until(lambda: stored(programme).programme.rules_off == ("training",))
    switch.click()
    screen.wait_until(lambda: stored(programme).programme.rules_off == ())


def test_what_each_condition_costs_is_shown_on_request(screen: Screen):
    lines = screen.cell("would_help").locator("ul").last.get_by_role("listitem")
    expect(screen.cell("would_help").get_by_role("listitem")).to_have_count(0)
    screen.open_tab("Not placed")
    priced = [rule for rule in RULES if rule.is_priced]
    expect(lines).to_have_count(len(priced))
    for line, rule in zip(lines.all_inner_texts(), priced, strict=True):
        assert line.startswith(f"{screen.says(rule.label.id)}: ")
        assert len(line) > len(screen.says(rule.label.id)) + 4
    expect(screen.board).to_be_hidden()
    screen.open_tab("Pairs")
    expect(screen.rows.first).to_be_visible()
    expect(lines.first).to_be_hidden()


def shown_weights(screen: Screen) -> list[str]:
    sliders = screen.cell("weigh").get_by_role("slider")
    return [slider.get_attribute("aria-valuenow") or "" for slider in sliders.all()]


def test_a_set_of_weights_moves_the_sliders_and_so_does_going_back(screen: Screen, programme: Path):
    preset = PRESETS[1]
    screen.settle()
    screen.cell("presets").get_by_role("combobox").select_option(label=screen.says(preset.label.id))
    screen.wait_until(
        lambda: shown_weights(screen) == [f"{preset.weights[key]:.0f}" for key in DEFAULT_WEIGHTS]
    )
    expect(screen.ripple).to_have_text(re.compile(r"\d"))
    expect(screen.cell("presets").get_by_role("combobox")).to_have_value(screen.says(preset.label.id))
    assert stored(programme).programme.weights == preset.weights

    screen.settle()
    screen.cell("presets").get_by_role("combobox").select_option(label=screen.says(PRESETS[0].label.id))
    screen.wait_until(lambda: shown_weights(screen) == [f"{value:.0f}" for value in DEFAULT_WEIGHTS.values()])
    assert stored(programme).programme.weights == DEFAULT_WEIGHTS
