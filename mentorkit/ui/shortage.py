"""Who is not placed: the proof, what would help, and whom to look for."""

import marimo as mo
from markupsafe import Markup

from mentorkit.matching import Proposal
from mentorkit.matching.recruits import recruits
from mentorkit.matching.rule_costs import rule_costs
from mentorkit.matching.shortage import core, seat_values, shortages
from mentorkit.text import Speaker, say
from mentorkit.ui.page import html
from mentorkit.views.shortage import recruit_list, remedies, shortage_part, without_mentors
from mentorkit.views.who import Who


def shortage_switch(read: Speaker) -> mo.ui.switch:
    """Whether to work out what would help those who are not placed."""
    return mo.ui.switch(label=read(say("Why nobody else can be placed, and what would help")))


def shortage_head(ask: mo.ui.switch, proposal: Proposal) -> mo.ui.switch | None:
    """The switch itself; nothing when everybody is placed."""
    return ask if all(proposal.pool.candidates.shape) and (proposal.mentor_of < 0).any() else None


def shortage_panel(ask: mo.ui.switch, proposal: Proposal, who: Who, read: Speaker) -> mo.Html | None:
    """Why nobody else can be placed and what helps, when she asks; nothing when everybody is placed."""
    if not ask.value or len(proposal.placed) == len(proposal.mentor_of):
        return None
    costs = rule_costs(proposal)
    found = shortages(proposal)
    page = Markup("").join(
        shortage_part(proposal, one, core(proposal, one), who, read) for one in found if one.mentors
    )
    if alone := without_mentors(found):
        page += Markup("<p>{}</p>").format(read(alone))
    page += remedies(proposal, seat_values(proposal), costs, who, read)
    page += recruit_list(proposal, recruits(proposal), read)
    return html(Markup('<section class="mk-shortage">{}</section>').format(page))
