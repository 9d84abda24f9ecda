"""How sure: margins at once, other weights drawn when she asks."""

import marimo as mo
from markupsafe import Markup

from mentorkit.matching import Proposal
from mentorkit.matching.insight.how_sure import HowSure, at_once, steps_of, tried
from mentorkit.matching.insight.stability import tied_pairs
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


def draw_button(speak: Speaker) -> mo.ui.run_button:
    """Asks for the draws; a new plan starts without them again."""
    return mo.ui.run_button(label=speak(say("Try other weights")))


def how_sure(ask: mo.ui.run_button, proposal: Proposal, speak: Speaker) -> HowSure:
    """The margins of this plan, and when she asked also shares and intervals, with a progress bar."""
    if not ask.value or not len(proposal.placed):
        return at_once(proposal)
    title = speak(say("Trying other weights"))
    with mo.status.progress_bar(total=steps_of(proposal), title=title, remove_on_exit=True) as bar:
        return tried(proposal, _SEED, bar.update)


def board_sureness(proposal: Proposal, known: HowSure) -> Sureness | None:
    """The words for the board; None while nothing is known."""
    return sureness(proposal, known.margins, known.shares) if known.is_known else None


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
    if proposal.problem.aim != "leximin":
        title = Markup("<h3>{}</h3>").format(speak(say("Just as good")))
        parts.append(html(title + ties_list(proposal, tied_pairs(proposal), names, speak)))
    return mo.vstack(parts, gap=0.6)
