"""Why not these two: which mentor the coordinator asks about, the answer, and what would change it."""

import marimo as mo
from markupsafe import Markup

from mentorkit.matching import Proposal
from mentorkit.matching.insight.smallest_change import smallest_changes
from mentorkit.matching.insight.why_not import Verdict, alternatives, why_not
from mentorkit.text import say
from mentorkit.ui.frame.page import Page, html
from mentorkit.ui.pairing.board import PairAtTurn, chosen_pair
from mentorkit.views.pairing.choices import mentors_by_price
from mentorkit.views.pairing.small_changes import small_changes_block
from mentorkit.views.pairing.why_not import alternatives_block, why_not_block

_NEXT_BEST = 3

Pair = tuple[int, int]


def mentor_picker(page: Page, look: PairAtTurn) -> mo.ui.dropdown | None:
    """The other mentors of the chosen mentee, lowest price first in the plan on the page now.

    The list stays while weights move, and so does what was asked; prices stand in the answer.
    None without a pair.
    """
    proposal, pair = page.desk.latest, look.pair
    if proposal is None or pair is None:
        return None
    options = mentors_by_price(proposal, pair.row, page.names)
    return page.pick(say("Another mentor? You see the price first."), options, full_width=True)


def change_switch(page: Page, picker: mo.ui.dropdown | None) -> mo.ui.switch | None:
    """Whether to look for the smallest change; made again, and so off, with every picker and its answer."""
    label = page.speak(say("What would it take to pair these two?"))
    return None if picker is None else mo.ui.switch(label=label)


def why_not_panel(
    page: Page, pair: Pair | None, switch: mo.ui.switch | None, proposal: Proposal
) -> mo.Html | None:
    """The answer for the pair that is asked about; for a pair of the plan, the next best mentors."""
    if pair is None:
        return None
    reason, speak, names = why_not(proposal, *pair), page.speak, page.names.leading
    if reason.answer is Verdict.PAIR:
        others = alternatives(proposal, pair[0], _NEXT_BEST)
        return html(alternatives_block(proposal, others, speak, names)) if others else None
    if switch is None or reason.answer in {Verdict.TOSS, Verdict.DECIDED}:
        return html(why_not_block(proposal, reason, speak, names))
    found = smallest_changes(proposal, *pair) if switch.value else None
    changes = Markup("") if found is None else small_changes_block(proposal, pair, found, speak, names)
    return mo.vstack([switch, html(why_not_block(proposal, reason, speak, names, changes))], gap=0)


def asked_about(board: mo.ui.anywidget, picker: mo.ui.dropdown | None, proposal: Proposal) -> Pair | None:
    """Row and column that are asked about: the mentor who was picked, else the pair chosen on the board."""
    pair = chosen_pair(board, proposal)
    if pair is None:
        return None
    picked = picker.value if picker is not None else None
    column = proposal.pool.candidates.column_of_mentor.get(picked or "")
    return pair.row, pair.column if column is None else column
