"""Who is not placed: the proof, what would help, and whom to look for."""

import marimo as mo
from markupsafe import Markup

from mentorkit.matching.insight.recruits import recruits
from mentorkit.matching.insight.rule_costs import rule_costs
from mentorkit.matching.insight.shortage import core, seat_values, shortages
from mentorkit.text import Speaker
from mentorkit.ui.frame.page import html
from mentorkit.ui.pairing.opened import Opened, plan_for
from mentorkit.views.pairing.shortage import recruit_list, remedies, shortage_part, without_mentors


def shortage_panel(opened: Opened | None, speak: Speaker) -> mo.Html | None:
    """Why nobody else can be placed and what helps, when she asks; nothing when everybody is placed."""
    proposal = plan_for("shortage", opened)
    if opened is None or proposal is None or len(proposal.placed) == len(proposal.mentor_of):
        return None
    costs, who = rule_costs(proposal), opened.who
    found = shortages(proposal)
    page = Markup("").join(
        shortage_part(proposal, one, core(proposal, one), who, speak) for one in found if one.mentors
    )
    if alone := without_mentors(found):
        page += Markup("<p>{}</p>").format(speak(alone))
    page += remedies(proposal, seat_values(proposal), costs, who, speak)
    page += recruit_list(proposal, recruits(proposal), speak)
    return html(Markup('<section class="mk-shortage">{}</section>').format(page))
