"""Own minutes on the page, for who wants to keep them, and what more pairs would ask."""

from collections.abc import Mapping
from typing import Any

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.model import Changes
from mentorkit.model.work_log import TASK_KINDS
from mentorkit.progress.staffing import ENOUGH_WEEKS, staffing
from mentorkit.text import say
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.numbers import Numbers
from mentorkit.ui.frame.page import Page
from mentorkit.ui.progress.followed import Followed
from mentorkit.views.progress.work import MORE_PAIRS, staffing_line
from mentorkit.workflows.progress.pairs import log_work

_MINUTES = Numbers(0, 600, is_whole=True)


def work_form(page: Page, _now: Followed) -> Form:
    """Minutes of a kind of task on a day."""
    fields = page.fields(
        kind=page.pick(say("Task"), page.options(TASK_KINDS), "contact"),
        minutes=page.entry(say("Minutes"), "60"),
        day=page.day(say("On which day?"), say("today")),
    )

    def keep(now: Snapshot, given: Mapping[str, Any]) -> Changes:
        minutes = int(_MINUTES.told(given["minutes"], "minutes"))
        return log_work(now, given["kind"], minutes, given["day"], page.desk.today())

    return page.asks(fields, say("Keep these minutes"), keep, say("The minutes are kept."))


def work_panel(page: Page, now: Followed, form: Form) -> mo.Html:
    """What more pairs would ask, and where minutes are kept; folded away."""
    found = staffing(now.snapshot, now.today)
    few = say("Keep your minutes for {n} weeks, and you see what more pairs would ask.", n=ENOUGH_WEEKS)
    told = staffing_line(found, MORE_PAIRS) if found else few
    return page.fold(say("Your own time"), page.text(told), form)
