"""How sure: margins at once, other weights drawn when she asks."""

from dataclasses import dataclass

import marimo as mo
import numpy as np
from markupsafe import Markup

from mentorkit.matching import CRITERIA, Proposal
from mentorkit.matching.candidates import Floats
from mentorkit.matching.insight.stability import (
    DRAWS,
    Interval,
    draw_keeps,
    margins,
    shares,
    tied_pairs,
    weight_intervals,
)
from mentorkit.text import Speaker, say
from mentorkit.ui.frame.page import heading, html, paragraph
from mentorkit.views.names import Names
from mentorkit.views.pairing.board import Sureness
from mentorkit.views.pairing.stability import (
    intervals_chart,
    intervals_table,
    sureness,
    sureness_lines,
    ties_list,
    words_of,
)

_SEED = 20260914
"""The same plan gets the same shares, whenever she asks."""

_FEWER = 10
"""Where a draw takes far longer, one in ten is drawn."""


@dataclass(frozen=True)
class HowSure:
    """What is known so far: margins at once, shares and intervals after she asked."""

    margins: Floats
    shares: Floats | None = None
    draws: int = 0
    intervals: tuple[Interval, ...] = ()


def draw_button(speak: Speaker) -> mo.ui.run_button:
    """Asks for the draws; a new plan starts without them again."""
    return mo.ui.run_button(label=speak(say("Try other weights")))


def how_sure(ask: mo.ui.run_button, proposal: Proposal, speak: Speaker) -> HowSure:
    """The margins of this plan, and when she asked also shares and intervals, with a progress bar."""
    found = margins(proposal)
    if not ask.value or not len(proposal.placed):
        return HowSure(found)
    draws = DRAWS if proposal.aim.is_quick else DRAWS // _FEWER
    title = speak(say("Trying other weights"))
    kept, intervals = np.zeros(len(found)), []
    with mo.status.progress_bar(total=draws + len(CRITERIA), title=title, remove_on_exit=True) as bar:
        for keeps in draw_keeps(proposal, np.random.default_rng(_SEED), draws):
            kept += keeps
            bar.update()
        for interval in weight_intervals(proposal):
            intervals.append(interval)
            bar.update()
    return HowSure(found, shares(proposal, kept, draws), draws, tuple(intervals))


def board_sureness(proposal: Proposal, known: HowSure) -> Sureness | None:
    """The words for the board; None while nothing is known."""
    if known.shares is None and np.isnan(known.margins).all():
        return None
    return sureness(proposal, known.margins, known.shares)


def stability_panel(
    ask: mo.ui.run_button, proposal: Proposal, known: HowSure, names: Names, speak: Speaker
) -> mo.Html | None:
    """The section 'How sure'; nothing when nobody is placed."""
    if not len(proposal.placed):
        return None
    words = words_of(proposal, known.margins, known.shares)
    parts: list[mo.Html] = [heading(say("How sure is this plan"), speak)]
    parts += [
        line for one in sureness_lines(words, known.draws) if (line := paragraph(one, speak)) is not None
    ]
    parts.append(ask)
    if known.intervals:
        chart = mo.as_html(intervals_chart(known.intervals, speak))
        parts.append(
            mo.hstack([chart, html(intervals_table(known.intervals, speak))], wrap=True, justify="start")
        )
    if proposal.aim.sums_points:
        title = Markup("<h3>{}</h3>").format(speak(say("Just as good")))
        parts.append(html(title + ties_list(proposal, tied_pairs(proposal), names, speak)))
    return mo.vstack(parts, gap=0.6)
