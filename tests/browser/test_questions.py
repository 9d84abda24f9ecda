"""Each question of the pairing page asked once; every answer is that of the package itself."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from mentorkit.frames import Snapshot, rows_of
from mentorkit.matching import Pool, Proposal, explain, propose, sentence, unplaced
from mentorkit.matching.decision.replay import ReplayOutcome, replay
from mentorkit.matching.insight.rule_costs import rule_costs
from mentorkit.matching.insight.scenarios import STABLE, compare_plans, stored_settings
from mentorkit.matching.insight.shortage import seat_values, shortages
from mentorkit.matching.insight.shortlist import shortlist_of
from mentorkit.matching.insight.smallest_change import smallest_changes
from mentorkit.matching.insight.stability import weight_intervals
from mentorkit.matching.insight.why_not import WhyNot, alternatives
from mentorkit.matching.unplaced import turnout
from mentorkit.model import Decision, Programme, Scenario
from mentorkit.text import Message, speaker
from mentorkit.views.names import Names
from mentorkit.views.pairing.card import reached
from mentorkit.views.pairing.preferences import shortlist_lines
from mentorkit.views.pairing.replay import replay_sentence
from mentorkit.views.pairing.rules import cost_line
from mentorkit.views.pairing.scenarios import plan_names
from mentorkit.views.pairing.shortage import seat_line, shortage_proof, without_mentors
from mentorkit.views.pairing.small_changes import change_line
from mentorkit.views.pairing.stability import WORDS
from mentorkit.views.pairing.why_not import why_not_sentence
from tests.browser.screen import Screen, stored


@dataclass(frozen=True)
class Page:
    """The page and the plan it should show now."""

    screen: Screen
    file: Path
    snapshot: Snapshot
    proposal: Proposal
    who: Names

    def say(self, message: Message) -> str:
        return speaker(self.screen.language)(message)

    def name(self, row: int) -> str:
        return self.who[self.proposal.pool.candidates.mentees["id"][row]]

    def mentor(self, column: int) -> str:
        return self.who[self.proposal.pool.candidates.mentors["id"][column]]

    def choose_somebody(self) -> int:
        """Choose a pair that is free to change; its row in the plan."""
        shown = self.screen.rows.filter(has_text=self.screen.says("proposed")).nth(2)
        self.screen.choose(shown)
        name = self.screen.text_of(shown, "Mentee")
        return [self.name(row) for row in range(len(self.proposal.mentor_of))].index(name)

    def undo(self) -> None:
        """Take back one action and wait until it is gone."""
        before = stored(self.file).number
        self.screen.undo.click()
        self.screen.wait_until(lambda: stored(self.file).number != before)
        self.screen.settle()

    def switch(self, cell: str) -> None:
        self.screen.cell(cell).get_by_role("switch").click()
        self.screen.settle()


@pytest.fixture
def page(screen: Screen, programme: Path) -> Page:
    screen.settle()
    snapshot = stored(programme)
    proposal = propose(Pool.of(snapshot), stored_settings(snapshot.programme))
    return Page(screen, programme, snapshot, proposal, Names.of(snapshot))


def texts(found: Locator) -> list[str]:
    """What is said in each place, with single spaces."""
    return [" ".join(text.split()) for text in found.all_inner_texts()]


def ask_why_not(page: Page, row: int, column: int) -> None:
    page.screen.cell("ask_why_not").get_by_role("combobox").select_option(label=page.mentor(column))


def test_why_this_pair(page: Page):
    row = page.choose_somebody()
    column = int(page.proposal.mentor_of[row])
    explanation = explain(page.proposal, row, column)
    told = sentence(explanation, mentee=page.name(row), mentor=page.mentor(column))
    expect(page.screen.card.locator(".mk-lead")).to_have_text(page.say(told))
    counted = [part for part in explanation.parts if part.value is not None and part.weight > 0]
    assert texts(page.screen.card.locator(".mk-number")) == [page.say(reached(part)) for part in counted]
    assert sum(part.points for part in counted) == pytest.approx(explanation.score)


def changeable(page: Page, row: int) -> WhyNot:
    """One of the next best mentors for whom a single change would do."""
    others = alternatives(page.proposal, row, 5)
    return next(one for one in others if one.price and smallest_changes(page.proposal, row, one.column))


def test_why_not_another_and_what_would_change_that(page: Page):
    row = page.choose_somebody()
    reason = changeable(page, row)
    ask_why_not(page, row, reason.column)
    answer = page.screen.cell("why_not_this")
    told = page.say(why_not_sentence(page.proposal, reason, page.who))
    expect(answer.locator(".mk-lead").first).to_have_text(told)
    moves = answer.locator("li")
    expect(moves).to_have_count(len(reason.passes))
    for line, one in zip(texts(moves), reason.passes, strict=True):
        assert line.startswith(f"{page.name(one.row)}: ")

    page.switch("why_not_this")
    pair = (row, reason.column)
    changes = smallest_changes(page.proposal, *pair)
    expect(moves).to_have_count(len(reason.passes) + len(changes))
    found = texts(moves)[len(reason.passes) :]
    for line, change in zip(found, changes, strict=True):
        said = change_line(page.proposal, pair, change, speaker(page.screen.language), page.who)
        assert line.startswith(page.say(said))


def test_how_sure(page: Page):
    panel = page.screen.cell("how_sure")
    page.screen.button("Try other weights").click()
    lines = panel.locator("tbody tr")
    intervals = tuple(weight_intervals(page.proposal))
    expect(lines).to_have_count(len(intervals))
    write = speaker(page.screen.language).write
    for line, one in zip(lines.all(), intervals, strict=True):
        assert texts(line.locator("td"))[1:] == [write(one.weight), write(one.low), write(one.high)]
    expect(panel.locator("canvas, svg.marks").first).to_be_visible()
    words = tuple(page.say(word) for word in WORDS.values())
    drawn = int(len(page.proposal.placed) - page.proposal.held.sum())
    expect(page.screen.paired.locator(".sure").filter(has_text="%")).to_have_count(drawn)
    sure = texts(page.screen.paired.locator(".sure"))
    assert len(sure) == len(page.proposal.placed)
    assert all(word.startswith(words) for word in sure)


def test_who_is_not_placed_and_what_would_help(page: Page):
    proposal = page.proposal
    alone = sorted(unplaced(proposal), key=lambda one: (page.who[one.person],))
    page.screen.open_tab("Not placed")
    lines = page.screen.cell("not_placed").locator("tbody tr")
    expect(lines).to_have_count(len(alone))
    groups = [(role, is_out) for is_out in (False, True) for role in ("mentee", "mentor")]
    assert lines.locator("td:nth-child(2)").all_text_contents() == [
        page.say(one.message)
        for role, is_out in groups
        for one in alone
        if (one.role, one.stays_out_by is not None) == (role, is_out)
    ]

    found = shortages(proposal)
    panel = page.screen.cell("would_help")
    proofs = {page.say(shortage_proof(one)) for one in found if one.mentors}
    proofs |= {page.say(rest)} if (rest := without_mentors(found)) else set()
    waits = turnout(proposal).waiting > 0
    expect(panel.locator(".mk-shortage")).to_have_count(int(waits))
    assert bool(proofs) == waits
    assert proofs <= set(texts(panel.locator("p")))
    helps = texts(panel.locator("li"))
    seats = seat_values(proposal)[:3] if waits else ()
    assert all(page.say(seat_line(one, proposal, page.who)) in helps for one in seats)
    for cost in rule_costs(proposal):
        line = f"{page.say(cost.rule.label)}: {page.say(cost_line(cost))}."
        assert (line in helps) == (cost.placed > 0 and not cost.rule.is_fixed)
    page.screen.open_tab("Pairs")


def weights_of(row: Programme | Scenario) -> list[float]:
    """The weight of every criterion, the advised one where none is stored."""
    return stored_settings(row).vector.tolist()


def fill_in(form: Locator, text: str, button: str) -> None:
    form.get_by_role("textbox").last.fill(text)
    form.get_by_role("button", name=button, exact=True).click()


def test_other_plans_are_compared_kept_used_and_taken_over(page: Page):
    screen, before = page.screen, stored(page.file)
    plans = compare_plans(page.proposal.pool, {}, page.proposal)
    names = plan_names(plans, page.snapshot, speaker(screen.language))
    screen.open_tab("Compare")
    table = screen.cell("compare").locator("table")
    heads = table.locator("thead th")
    expect(heads).to_have_text([names[plan.key] for plan in plans])
    assert STABLE in {plan.key for plan in plans}
    write = speaker(screen.language).write
    assert texts(table.locator("tbody tr").nth(0).locator("td")) == [
        write(plan.measures.placed) for plan in plans
    ]
    assert texts(table.locator("tbody tr").nth(1).locator("td")) == [
        write(round(plan.measures.total * 100)) for plan in plans
    ]

    forms = screen.cell("use_plans").locator("marimo-form")
    fill_in(forms.first, "Spring", screen.says("Keep"))
    expect(heads.filter(has_text="Spring")).to_have_count(1)
    (kept,) = stored(page.file).scenarios
    assert weights_of(kept) == weights_of(page.snapshot.programme)

    screen.settle()
    screen.press(screen.slider(1), "Home")
    screen.wait_until(lambda: weights_of(stored(page.file).programme) != weights_of(kept))
    screen.settle()
    forms.nth(1).get_by_role("combobox").select_option(label="Spring")
    forms.nth(1).get_by_role("button", name=screen.says("Do it"), exact=True).click()
    screen.wait_until(lambda: weights_of(stored(page.file).programme) == weights_of(kept))

    screen.settle()
    stable = next(plan for plan in plans if plan.key == STABLE)
    moves = (stable.mentor_of >= 0) & (stable.mentor_of != page.proposal.mentor_of)
    row = int(moves.nonzero()[0][0])
    forms.last.get_by_role("combobox").nth(0).select_option(label=names[STABLE])
    forms.last.get_by_role("combobox").nth(1).select_option(label=page.name(row))
    fill_in(forms.last, "They know each other", screen.says("Take over"))
    expect(screen.told("use_plans").last).to_contain_text(screen.says("Taken over. Undo takes it back."))
    screen.open_tab("Pairs")
    mentor = page.mentor(int(stable.mentor_of[row]))
    expect(screen.column(screen.row(page.name(row)), "Mentor")).to_have_text(mentor)
    expect(screen.column(screen.row(page.name(row)), "Status")).to_have_text(screen.says("fixed by you"))

    screen.open_tab("Pairs")
    for _ in range(4):
        page.undo()
    after = stored(page.file)
    assert not after.scenarios
    assert after.overrides.equals(before.overrides)
    assert weights_of(after.programme) == weights_of(before.programme)


def record_avoid(page: Page, mentee: str, mentor: str, side: str) -> None:
    """Record by hand that one of two would rather not, and wait until it is stored."""
    screen, count = page.screen, stored(page.file).preferences.height
    part = screen.cell("record_answers")
    if not part.get_by_role("combobox").first.is_visible():
        part.locator("summary").click()
    part.get_by_role("combobox").nth(0).select_option(label=mentee)
    part.get_by_role("combobox").nth(1).select_option(label=mentor)
    part.get_by_role("radio", name=screen.says(side), exact=True).click()
    part.get_by_role("radio", name=screen.says("rather not"), exact=True).click()
    part.get_by_role("button", name=screen.says("Record"), exact=True).click()
    screen.wait_until(lambda: stored(page.file).preferences.height > count)
    screen.settle()


def read_along(screen: Screen) -> list[str]:
    """All that somebody beside her can read, without the time of the last action."""
    saved = screen.cell("top").locator("span.mk-quiet").inner_text()
    return [text for text in screen.visible_text() if text != saved]


def test_talks_first_and_rather_not_stays_between_her_and_who_said_it(page: Page):
    screen = page.screen
    row = page.choose_somebody()
    mentee, mentor = page.name(row), page.mentor(int(page.proposal.mentor_of[row]))
    screen.open_tab("First talks")
    for line in shortlist_lines(shortlist_of(page.proposal, 3)):
        expect(screen.cell("shortlist")).to_contain_text(page.say(line))

    seen = {}
    for side in ("mentee", "mentor"):
        screen.open_tab("First talks")
        record_avoid(page, mentee, mentor, f"the {side}")
        screen.open_tab("Pairs")
        expect(screen.column(screen.row(mentee), "Mentor")).not_to_have_text(mentor)
        assert stored(page.file).preferences["side"].to_list() == [side]
        seen[side] = read_along(screen)
        page.undo()
        expect(screen.column(screen.row(mentee), "Mentor")).to_have_text(mentor)
    assert seen["mentee"] == seen["mentor"]


def test_a_decision_is_worked_out_again_and_undone(page: Page):
    screen = page.screen
    row = page.choose_somebody()
    mentee, mentor = page.name(row), page.mentor(int(page.proposal.mentor_of[row]))
    screen.settle()
    screen.cell("decide").get_by_role("button").first.click()
    expect(screen.column(screen.row(mentee), "Status")).to_have_text(screen.says("confirmed"))
    screen.settle()
    screen.open_tab("Decisions")
    part = screen.cell("replayed")
    expect(part).to_contain_text(screen.says("Decision note to print"))
    screen.button("Work it out again").click()
    snapshot = stored(page.file)
    (decision,) = rows_of(snapshot.decisions, Decision)
    found = replay(snapshot, decision)
    assert found.outcome is ReplayOutcome.IDENTICAL
    expect(part.get_by_role("status")).to_have_text(page.say(replay_sentence(found)))

    screen.open_tab("First talks")
    record_avoid(page, mentee, mentor, "the mentor")
    expect(screen.told("record_answers").last).to_contain_text(mentee)
    expect(screen.told("record_answers").last).to_contain_text(mentor)
    screen.open_tab("Pairs")
    expect(screen.column(screen.row(mentee), "Mentor")).to_have_text(mentor)

    page.undo()
    page.undo()
    expect(screen.column(screen.row(mentee), "Status")).to_have_text(screen.says("proposed"))
    assert stored(page.file).decisions.is_empty()
