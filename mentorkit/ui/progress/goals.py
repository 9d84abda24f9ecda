"""The goals of pairs over time, on the page; they are written on the page Start."""

import marimo as mo

from mentorkit.model import GoalLevel
from mentorkit.progress.levels import levels_by_month
from mentorkit.progress.pursued import goals_of
from mentorkit.text import say
from mentorkit.ui.frame.page import Page, boxed, stacked
from mentorkit.ui.progress.followed import Followed
from mentorkit.views.progress.goals import goals_now, goals_over_time, levels_table


def pursued_panel(page: Page, now: Followed) -> mo.Html:
    """How many goals have a level, each with its levels in time, and all of them by month."""
    write = page.link("start", say("Write goals and note levels"))
    found = goals_of(now.snapshot, [two.pair for two in now.twos.values()])
    if not found:
        return stacked(page.text(say("No pair has a goal yet.")), write)
    levels = now.snapshot.rows(GoalLevel)
    months = levels_table(levels_by_month(levels, now.today), page.speak)
    return stacked(
        *map(page.text, goals_now(found, now.today)),
        write,
        boxed("wide", goals_over_time(found, levels, now.names, page.speak)),
        page.fold(say("All goals by month"), boxed("wide", months)) if levels else None,
    )
