"""Who is not placed: the proof, what would help, and whom to look for."""

from collections.abc import Sequence

import marimo as mo
from markupsafe import Markup

from mentorkit.matching import Proposal
from mentorkit.matching.recruits import recruits
from mentorkit.matching.rule_costs import RuleCost
from mentorkit.matching.shortage import core, seat_values, shortages
from mentorkit.text import Speaker
from mentorkit.ui.page import html
from mentorkit.views.shortage import recruit_list, remedies, shortage_part, without_mentors
from mentorkit.views.who import Who


def shortage_panel(
    proposal: Proposal, who: Who, read: Speaker, costs: Sequence[RuleCost] = ()
) -> mo.Html | None:
    """Why nobody else can be placed and what helps; nothing when everybody is.

    `costs` of the conditions are shown beside the places when they were worked out.
    """
    if len(proposal.placed) == len(proposal.mentor_of):
        return None
    found = shortages(proposal)
    page = Markup("").join(
        shortage_part(proposal, one, core(proposal, one), who, read) for one in found if one.mentors
    )
    if alone := without_mentors(found):
        page += Markup("<p>{}</p>").format(read(alone))
    page += remedies(proposal, seat_values(proposal), costs, who, read)
    page += recruit_list(proposal, recruits(proposal), read)
    return html(Markup('<section class="mk-shortage">{}</section>').format(page))
