"""Why not these two: which mentor she asks about, the answer, and what would change it."""

import marimo as mo
from markupsafe import Markup

from mentorkit.matching import Proposal
from mentorkit.matching.insight.smallest_change import smallest_changes
from mentorkit.matching.insight.why_not import Answer, alternatives, why_not
from mentorkit.text import Speaker, say
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import html
from mentorkit.ui.pairing.board import Look
from mentorkit.views.names import Names
from mentorkit.views.pairing.choices import mentors_by_price
from mentorkit.views.pairing.small_changes import small_changes_block
from mentorkit.views.pairing.why_not import alternatives_block, why_not_block

_NEXT_BEST = 3


def mentor_picker(desk: Desk, look: Look, speak: Speaker) -> mo.ui.dropdown | None:
    """The other mentors of the chosen mentee, lowest price first in the plan she sees now.

    The list stays while weights move, and so does what she asked; prices stand in the answer.
    None without a pair.
    """
    proposal, pair = desk.latest, look.pair
    if proposal is None or pair is None:
        return None
    options = mentors_by_price(proposal, pair.row, Names.of(desk.snapshot))
    label = speak(say("Why not …?"))
    return mo.ui.dropdown(options, label=label, full_width=True)


def change_switch(picker: mo.ui.dropdown | None, speak: Speaker) -> mo.ui.switch | None:
    """Whether to look for the smallest change; made again, and so off, with every picker and its answer."""
    return None if picker is None else mo.ui.switch(label=speak(say("What would change that?")))


def why_not_panel(
    pair: tuple[int, int] | None,
    switch: mo.ui.switch | None,
    proposal: Proposal,
    names: Names,
    speak: Speaker,
) -> mo.Html | None:
    """The answer for the pair she asks about; for a pair of the plan, the next best mentors."""
    if pair is None:
        return None
    reason = why_not(proposal, *pair)
    if reason.answer is Answer.PAIR:
        others = alternatives(proposal, pair[0], _NEXT_BEST)
        return html(alternatives_block(proposal, others, speak, names)) if others else None
    if switch is None or reason.answer in {Answer.TOSS, Answer.DECIDED}:
        return html(why_not_block(proposal, reason, speak, names))
    changes = Markup("")
    if switch.value:
        changes = small_changes_block(proposal, pair, smallest_changes(proposal, *pair), speak, names)
    return mo.vstack([switch, html(why_not_block(proposal, reason, speak, names, changes))], gap=0)


def asked_about(
    board: mo.ui.anywidget, picker: mo.ui.dropdown | None, proposal: Proposal
) -> tuple[int, int] | None:
    """Row and column she asks about: the mentor she picked, else the pair she chose on the board."""
    mentee, mentor = board.widget.chosen
    row = _row(mentee, proposal)
    if row is None:
        return None
    mentors = proposal.pool.candidates.mentors["id"]
    picked = picker.value if picker is not None else None
    column = mentors.index_of(picked or mentor)
    own = int(proposal.mentor_of[row]) if column is None else column
    return (row, own) if own >= 0 else None


def _row(mentee: str, proposal: Proposal) -> int | None:
    """The row of a mentee; None without one, or without mentors."""
    candidates = proposal.pool.candidates
    return candidates.mentees["id"].index_of(mentee) if all(candidates.shape) else None
