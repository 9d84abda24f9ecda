"""Who is not placed: the proof, what would help, and whom to look for."""

from collections.abc import Sequence

import marimo as mo
from markupsafe import Markup

from mentorkit.matching.insight.recruits import recruits
from mentorkit.matching.insight.rule_costs import RuleCost, rule_costs
from mentorkit.matching.insight.shortage import core, seat_values, shortages
from mentorkit.matching.unplaced import turnout
from mentorkit.text import say
from mentorkit.ui.frame.page import Page, html, markup_of, stacked
from mentorkit.ui.pairing.tabs import Opened
from mentorkit.views.pairing.rules import cost_line
from mentorkit.views.pairing.shortage import recruit_list, remedies, shortage_part, without_mentors
from mentorkit.views.table import plain_list


def shortage_panel(page: Page, opened: Opened | None) -> mo.Html | None:
    """What each condition costs and, unless everybody is placed, why nobody else can be and what helps."""
    if opened is None:
        return None
    costs = rule_costs(opened.proposal)
    lines = plain_list(f"{page.speak(one.rule.label)}: {page.speak(cost_line(one))}" for one in costs)
    title = page.title(say("What each condition costs"), 3)
    return stacked(_why_and_remedies(page, opened, costs), title, html(lines))


def _why_and_remedies(page: Page, opened: Opened, costs: Sequence[RuleCost]) -> mo.Html | None:
    proposal, who, speak = opened.proposal, opened.who.leading, page.speak
    if not turnout(proposal).waiting:
        return None
    found = shortages(proposal)
    parts = Markup("").join(
        shortage_part(proposal, one, core(proposal, one), who, speak) for one in found if one.mentors
    )
    if alone := without_mentors(found):
        parts += Markup("<p>{}</p>").format(speak(alone))
    parts += remedies(proposal, seat_values(proposal), costs, who, speak)
    parts += recruit_list(proposal, recruits(proposal), speak)
    title = page.title(say("Why nobody else can be placed, and what would help"))
    return html(Markup('<section class="mk-shortage">{}{}</section>').format(markup_of(title), parts))
