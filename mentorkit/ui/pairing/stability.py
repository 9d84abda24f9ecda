"""How sure: margins at once, other weights drawn when the coordinator asks."""

import marimo as mo

from mentorkit.matching import Proposal
from mentorkit.matching.insight.stability import HowSure, at_once, steps_of, tied_pairs, tried
from mentorkit.text import say
from mentorkit.ui.frame.page import Page, html, stacked, together
from mentorkit.ui.pairing.board import show_sureness
from mentorkit.ui.pairing.tabs import Opened
from mentorkit.views.names import Names
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


def draw_button(page: Page) -> mo.ui.run_button:
    """Asks for the draws; a new plan starts without them again."""
    return mo.ui.run_button(label=page.speak(say("Try other weights")))


def sureness_panel(
    page: Page, board: mo.ui.anywidget, ask: mo.ui.run_button, opened: Opened | None
) -> mo.Html | None:
    """The section 'How sure', and the same on the board; nothing when nobody is placed."""
    if opened is None or not len(opened.proposal.placed):
        return None
    proposal = opened.proposal
    known = _how_sure(page, ask, proposal)
    told = sureness(proposal, known.margins, known.shares) if known.is_known else None
    show_sureness(board.widget, proposal, told, page.speak)
    words = words_of(proposal, known.margins, known.shares)
    title = page.title(say("How sure is this proposal"))
    lines = map(page.text, sureness_lines(words, known.draws))
    return stacked(title, *lines, ask, _intervals(page, known), _ties(page, proposal), gap=0.6)


def _how_sure(page: Page, ask: mo.ui.run_button, proposal: Proposal) -> HowSure:
    """The margins of this plan, and when asked also shares and intervals, with a progress bar."""
    if not ask.value:
        return at_once(proposal)
    title = page.speak(say("Trying other weights"))
    with mo.status.progress_bar(total=steps_of(proposal), title=title, remove_on_exit=True) as bar:
        return tried(proposal, _SEED, bar.update)


def _intervals(page: Page, known: HowSure) -> mo.Html | None:
    if not known.intervals:
        return None
    chart = mo.as_html(intervals_chart(known.intervals, page.speak))
    return mo.hstack([chart, html(intervals_table(known.intervals, page.speak))], wrap=True, justify="start")


def _ties(page: Page, proposal: Proposal) -> mo.Html | None:
    if not proposal.aim.sums_points:
        return None
    names = Names.of(page.desk.snapshot)
    ties = ties_list(proposal, tied_pairs(proposal), names, page.speak)
    return together(page.title(say("Just as good"), 3), ties)
