"""The main story: open, weigh, look, decide, confirm, stop, come back, undo."""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from mentorkit.matching import DEFAULT_WEIGHTS, Pool, Proposal, Settings, plan_change, propose
from mentorkit.text import Language, speaker
from mentorkit.views.names import Names
from mentorkit.views.pairing.headline import context as means
from mentorkit.views.pairing.headline import pairing_headline
from mentorkit.views.pairing.plan_change import largest_moves, new_mentor_line, plan_change_sentence
from mentorkit.workflows.set_up import sample_programme
from tests.browser.screen import Screen, opened, show, stored

STATUS = {
    "nl": {"locked": "vastgezet door jou", "confirmed": "bevestigd"},
    "en": {"locked": "fixed by you", "confirmed": "confirmed"},
}
FIRST = next(iter(DEFAULT_WEIGHTS))


@pytest.fixture
def programme(tmp_path: Path, language: Language) -> Path:
    file = tmp_path / "round.mentorkit"
    sample_programme(file, language)
    return file


@pytest.fixture
def port() -> int:
    """A free port for one server after the other: the browser keeps what it fetched from an address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@contextmanager
def desk(programme: Path, language: Language, context: BrowserContext, port: int) -> Iterator[Screen]:
    """The programme on screen; the command is stopped as she stops it, and must end well."""
    with opened(programme, language, programme.parent, port) as workbook:
        screen = show(context, workbook.address, language)
        yield screen
        screen.page.close()
        assert workbook.end()[0] == 0


def expect_plan(screen: Screen, proposal: Proposal) -> None:
    """The first lines are those of this plan."""
    speak = speaker(screen.language)
    expect(screen.headline).to_have_text(speak(pairing_headline(proposal)))
    expect(screen.cell("first").locator(".mk-context").first).to_have_text(speak(means(proposal)))
    screen.settle()


def keep(screen: Screen, mentee: str, mentor: str, language: Language) -> None:
    """The chosen pair is kept, with a reason, and stands so in the list."""
    screen.decide("Keep this pair", "They asked for it")
    expect(screen.column(screen.row(mentee), "Status")).to_have_text(STATUS[language]["locked"])
    expect(screen.column(screen.row(mentee), "Mentor")).to_have_text(mentor)


def test_from_sign_ups_to_confirmed_pairs_and_back(
    programme: Path, language: Language, context: BrowserContext, port: int
):
    spoken, snapshot = speaker(language), stored(programme)
    pool = Pool.of(snapshot)
    before = propose(pool, Settings(DEFAULT_WEIGHTS))
    settings = Settings({**DEFAULT_WEIGHTS, FIRST: 100.0})
    after = propose(pool, settings)
    change = plan_change(before, after)
    assert change.moves

    with desk(programme, language, context, port) as screen:
        expect_plan(screen, before)

        screen.press(screen.slider(0), "End")
        expect(screen.ripple).to_have_text(spoken(plan_change_sentence(change)))
        expect(screen.cell("first").locator("li").first).to_have_text(
            spoken(new_mentor_line(largest_moves(change)[0][0], Names.of(snapshot)))
        )
        expect_plan(screen, after)

        row = screen.paired.first
        mentee, mentor = screen.text_of(row, "Mentee"), screen.text_of(row, "Mentor")
        screen.choose(row)
        expect(screen.card.get_by_role("heading")).to_contain_text(
            f"{mentee} {'met' if language == 'nl' else 'with'} {mentor}"
        )
        expect(screen.card.locator(".mk-lead")).to_contain_text(mentor)
        answers = screen.card.locator("tbody tr")
        assert answers.count() >= 3
        widths = screen.card.locator(".mk-bar span").evaluate_all("bars => bars.map(bar => bar.offsetWidth)")
        assert len(widths) == answers.count()
        assert max(widths) > 20
        assert all(text.strip() for text in answers.locator("td:nth-child(n + 4)").all_inner_texts())

        keep(screen, mentee, mentor, language)

        count = len(after.placed)
        confirm = screen.cell("decide").get_by_role("button").first
        expect(confirm).to_contain_text(str(count))
        lines = screen.cell("first").locator(".mk-context").count()
        confirm.click()
        expect(screen.column(screen.row(mentee), "Status")).to_have_text(STATUS[language]["confirmed"])
        expect(screen.cell("first").locator(".mk-context")).to_have_count(lines + 1)
        expect(screen.cell("first").locator(".mk-context").last).to_contain_text(f"{count} ")
        decision = screen.cell("decided").locator("tbody tr")
        expect(decision).to_have_count(1)
        expect(decision.locator("td").nth(2)).to_have_text(str(count))

    assert stored(programme).pairs.height == count

    again = propose(Pool.of(stored(programme)), settings)
    assert again.mentor_of.tolist() == after.mentor_of.tolist()
    with desk(programme, language, context, port) as screen:
        expect_plan(screen, again)
        expect(screen.slider(0)).to_have_attribute("aria-valuenow", "100")
        expect(screen.column(screen.row(mentee), "Status")).to_have_text(STATUS[language]["confirmed"])
        expect(screen.cell("decided").locator("tbody tr")).to_have_count(1)

        screen.undo.click()
        expect(screen.cell("decided").locator("tbody tr")).to_have_count(0)
        expect(screen.column(screen.row(mentee), "Status")).to_have_text(STATUS[language]["locked"])
        expect(screen.cell("first").locator(".mk-context")).to_have_count(lines)
        expect(screen.cell("decide").get_by_role("button").first).to_have_text(re.compile(f" {count} "))

    assert stored(programme).pairs.height == 0
