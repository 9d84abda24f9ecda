"""Why not these two: which mentor she asks about, the answer, and what would change it."""

import marimo as mo
import numpy as np
from markupsafe import Markup

from mentorkit.matching import Proposal
from mentorkit.matching.smallest_change import smallest_changes
from mentorkit.matching.why_not import Answer, alternatives, losses_of, why_not
from mentorkit.text import Speaker, say
from mentorkit.ui.page import html
from mentorkit.views.small_changes import small_changes_block
from mentorkit.views.who import Who
from mentorkit.views.why_not import alternatives_block, option_line, why_not_block

_NEXT_BEST = 3


def mentor_picker(
    board: mo.ui.anywidget, proposal: Proposal, who: Who, read: Speaker
) -> mo.ui.dropdown | None:
    """The other mentors of the chosen mentee, lowest price first, each with points and price."""
    row = _row(board, proposal)
    if row is None:
        return None
    losses, score = losses_of(proposal, row), proposal.score[row]
    order = np.lexsort((-score, losses, ~proposal.allowed[row])).tolist()
    options = {
        read(option_line(proposal, row, column, float(losses[column]), who)): column
        for column in order
        if column != proposal.mentor_of[row]
    }
    return mo.ui.dropdown(options, label=read(say("Why not …?")), full_width=True)


def change_switch(
    board: mo.ui.anywidget, picker: mo.ui.dropdown | None, proposal: Proposal, read: Speaker
) -> mo.ui.switch | None:
    """Whether to look for the smallest change, off again for every pair she asks about."""
    pair = asked_about(board, picker, proposal)
    if pair is None or why_not(proposal, *pair).answer in {Answer.PAIR, Answer.TOSS, Answer.DECIDED}:
        return None
    return mo.ui.switch(label=read(say("What would change that?")))


def why_not_panel(
    pair: tuple[int, int] | None, switch: mo.ui.switch | None, proposal: Proposal, who: Who, read: Speaker
) -> mo.Html | None:
    """The answer for the pair she asks about; for a pair of the plan, the next best mentors."""
    if pair is None:
        return None
    reason = why_not(proposal, *pair)
    if reason.answer is Answer.PAIR:
        others = alternatives(proposal, pair[0], _NEXT_BEST)
        return html(alternatives_block(proposal, others, read, who)) if others else None
    changes = Markup("")
    if switch is not None and switch.value:
        changes = small_changes_block(proposal, pair, smallest_changes(proposal, *pair), read, who)
    return html(why_not_block(proposal, reason, read, who, changes))


def asked_about(
    board: mo.ui.anywidget, picker: mo.ui.dropdown | None, proposal: Proposal
) -> tuple[int, int] | None:
    """Row and column she asks about: the mentor she picked, else the pair she chose on the board."""
    row = _row(board, proposal)
    if row is None:
        return None
    if picker is not None and picker.value is not None:
        return row, int(picker.value)
    column = proposal.pool.candidates.mentors["id"].index_of(board.widget.chosen[1])
    own = int(proposal.mentor_of[row]) if column is None else column
    return (row, own) if own >= 0 else None


def _row(board: mo.ui.anywidget, proposal: Proposal) -> int | None:
    """The row of the chosen mentee; None without one, or without mentors."""
    candidates = proposal.pool.candidates
    if not all(candidates.shape):
        return None
    return candidates.mentees["id"].index_of(board.widget.chosen[0])
