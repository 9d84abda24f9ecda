"""The sign-ups on the pairing page: the way to import them, and what is wrong with who manages whom."""

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.text import say, say_count
from mentorkit.ui.frame.page import Page, side_by_side, stacked
from mentorkit.views.names import Names
from mentorkit.views.table import plain_list
from mentorkit.workflows.intake.reporting import reporting_findings


def sign_up_panel(page: Page, snapshot: Snapshot) -> mo.Html | None:
    """The way to import sign-ups; once there are some, the managers to look at and where to correct them.

    Nothing when all is well or names are hidden.
    """
    if not page.has_sign_ups:
        start = page.text(say("Import the exports of your sign-up forms. Nothing leaves this computer."))
        link = page.link("intake", say("Import sign-ups"))
        return stacked(page.title(say("Sign-ups")), start, side_by_side(link, page.example_link()))
    found = () if snapshot.programme.is_blind else reporting_findings(snapshot, _names(snapshot))
    if not found:
        return None
    title = say_count("Look at {n} line about managers", "Look at {n} lines about managers", len(found))
    lines = plain_list(page.speak(finding.message) for finding in found)
    return page.fold(title, lines, page.link("intake", say("Correct this in the sign-ups")))


def _names(snapshot: Snapshot) -> Names:
    """The names of everybody; those of who signed up lead to their cards."""
    who = Names.of(snapshot)
    return Names(who.names | {one: who.leading[one] for one in snapshot.applications["person_id"]})
