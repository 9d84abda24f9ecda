"""How sure: margins at once, other weights drawn when the coordinator asks."""

from collections.abc import Callable
from contextlib import suppress
from itertools import count

import marimo as mo

from mentorkit.matching import Proposal
from mentorkit.matching.insight.stability import HowSure, at_once, steps_of, tied_pairs, tried
from mentorkit.matching.solvers.blocks import SILENT, Stopped, Watch
from mentorkit.text import say
from mentorkit.ui.frame.page import Page, html, stacked, together
from mentorkit.ui.frame.progress import progress_bar
from mentorkit.ui.pairing.board import Board, show_sureness
from mentorkit.ui.pairing.tabs import Opened
from mentorkit.views.pairing.stability import (
    intervals_chart,
    intervals_table,
    sureness,
    sureness_lines,
    ties_list,
    words_of,
)

_SEED = 20260914
"""The same plan gets the same shares, whenever they are asked for."""

_AT_ONCE = 0.2
"""Seconds that a page waits for what it need not wait for, so that nothing flickers."""


def draw_button(page: Page) -> mo.ui.run_button:
    """Asks for the draws; a new plan starts without them again."""
    return mo.ui.run_button(label=page.speak(say("Try other weights")))


def sureness_panel(page: Page, board: Board, ask: mo.ui.run_button, opened: Opened | None) -> mo.Html | None:
    """The section 'How sure', and the same on the board; nothing when nobody is placed.

    Beside everything else where somebody looks on: it stops as soon as another plan is looked for.
    """
    if opened is None or not len(opened.proposal.placed):
        return None
    proposal, is_asked = opened.proposal, bool(ask.value)

    def show(watch: Watch) -> mo.Html:
        known = _how_sure(page, is_asked, proposal, watch)
        watch.go_on()
        told = sureness(proposal, known.margins, known.shares) if known.is_known else None
        show_sureness(board, proposal, told, page.speak)
        words = words_of(proposal, known.margins, known.shares)
        lines = map(page.text, sureness_lines(words, known.draws))
        return stacked(title, *lines, ask, _intervals(page, known), _ties(page, proposal), gap=0.6)

    title = page.title(say("How sure is this proposal"))
    if mo.app_meta().mode != "run":
        return show(SILENT)
    beside(show, lambda: page.desk.sought is proposal.settings)
    return None


def beside(show: Callable[[Watch], mo.Html], is_wanted: Callable[[], bool]) -> None:
    """Show something long as the output of a cell, while the page goes on.

    It stops when the cell runs again or what it is about is not wanted any more. What is ready at
    once stands there with the rest of the page.
    """

    def should_stop() -> bool:
        return mo.current_thread().should_exit or not is_wanted()

    def work() -> None:
        with suppress(Stopped):
            mo.output.replace(show(Watch(should_stop=should_stop)))

    thread = mo.Thread(target=work, daemon=True)
    thread.start()
    thread.join(_AT_ONCE)


def _how_sure(page: Page, is_asked: bool, proposal: Proposal, watch: Watch) -> HowSure:
    """The margins of this plan, and when asked also shares and intervals, with a progress bar."""
    if not is_asked:
        return at_once(proposal, watch)
    steps, total = count(1), steps_of(proposal)
    with progress_bar(page.speak, say("Trying other weights")) as tell:
        return tried(proposal, _SEED, lambda: tell(next(steps), total), watch)


def _intervals(page: Page, known: HowSure) -> mo.Html | None:
    if not known.intervals:
        return None
    chart = mo.as_html(intervals_chart(known.intervals, page.speak))
    return mo.hstack([chart, html(intervals_table(known.intervals, page.speak))], wrap=True, justify="start")


def _ties(page: Page, proposal: Proposal) -> mo.Html | None:
    if not proposal.aim.sums_points:
        return None
    ties = ties_list(proposal, tied_pairs(proposal), page.names, page.speak)
    return together(page.title(say("Just as good"), 3), ties)
