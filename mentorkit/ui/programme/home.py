"""The first page: where the programme stands, and the one thing to do next."""

import marimo as mo
from markupsafe import Markup

from mentorkit.ui.frame.page import Page, html, stacked
from mentorkit.views.programme.standing import Standing, programme_stages, standing_headline, to_do_next
from mentorkit.views.table import each


def standing_panel(page: Page, now: Standing) -> mo.Html:
    """The answer of the page, and the way on."""
    return stacked(
        html(page.first([standing_headline(now)])), stage_bar(page, now), page.link(*to_do_next(now))
    )


def stage_bar(page: Page, now: Standing) -> mo.Html:
    """The stages of the programme, each with how far it is."""
    line = Markup("<li{}><strong>{}</strong><span>{}</span></li>")
    lines = (
        line.format(Markup(' class="mk-reached"') if is_reached else "", page.speak(name), page.speak(far))
        for name, far, is_reached in programme_stages(now)
    )
    return html(Markup('<ol class="mk-stages">{}</ol>').format(each(Markup("{}"), lines)))
