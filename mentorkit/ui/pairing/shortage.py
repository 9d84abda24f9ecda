"""Who is not placed: the proof, what would help, and whom to look for."""

import marimo as mo
from markupsafe import Markup

from mentorkit.matching.insight.recruits import recruits
from mentorkit.matching.insight.rule_costs import rule_costs
from mentorkit.matching.insight.shortage import core, seat_values, shortages
from mentorkit.matching.unplaced import turnout
from mentorkit.ui.frame.page import Page, html
from mentorkit.ui.pairing.opened import Opened, at_section
from mentorkit.views.pairing.shortage import recruit_list, remedies, shortage_part, without_mentors


def shortage_panel(page: Page, opened: Opened | None) -> mo.Html | None:
    """Why nobody else can be placed and what helps, when asked for; nothing when everybody is placed."""
    shown, speak = at_section("shortage", opened), page.speak
    if shown is None or not turnout(shown.proposal).waiting:
        return None
    proposal, who = shown.proposal, shown.who
    costs, found = rule_costs(proposal), shortages(proposal)
    parts = Markup("").join(
        shortage_part(proposal, one, core(proposal, one), who, speak) for one in found if one.mentors
    )
    if alone := without_mentors(found):
        parts += Markup("<p>{}</p>").format(speak(alone))
    parts += remedies(proposal, seat_values(proposal), costs, who, speak)
    parts += recruit_list(proposal, recruits(proposal), speak)
    return html(Markup('<section class="mk-shortage">{}</section>').format(parts))
