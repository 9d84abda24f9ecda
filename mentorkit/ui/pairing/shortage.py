"""Who is not placed: the proof, what would help, and whom to look for."""

import marimo as mo

from mentorkit.matching.insight.rule_costs import rule_costs
from mentorkit.text import say
from mentorkit.ui.frame.page import Page, html, stacked
from mentorkit.ui.pairing.tabs import Opened
from mentorkit.views.pairing.rules import cost_list
from mentorkit.views.pairing.shortage import shortage_section


def shortage_panel(page: Page, opened: Opened | None) -> mo.Html | None:
    """What each condition costs and, unless everybody is placed, why nobody else can be and what helps."""
    if opened is None:
        return None
    costs = rule_costs(opened.proposal)
    title = page.title(say("What each condition costs"), 3)
    why = shortage_section(opened.proposal, costs, opened.who.leading, page.speak)
    return stacked(html(why), title, html(cost_list(costs, page.speak)))
