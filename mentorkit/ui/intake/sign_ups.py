"""The sign-ups on the pairing page: how many there are, and the way to the page that takes in more."""

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.text import say
from mentorkit.ui.frame.page import Page, side_by_side, stacked
from mentorkit.workflows.intake.reporting import reporting_findings


def line_report(page: Page, snapshot: Snapshot) -> mo.Html | None:
    """What is wrong with the managers people named; nothing when all is well or names are hidden."""
    found = () if snapshot.programme.is_blind else reporting_findings(snapshot)
    return stacked(*(page.notice(finding.message) for finding in found)) if found else None


def sign_up_panel(page: Page, snapshot: Snapshot) -> mo.Html:
    """Heading, what is there already, and the way to add to it."""
    roles = snapshot.applications["role"]
    have = say(
        "{mentors} sign-ups of mentors and {mentees} of mentees. New files add to them; a later answer wins.",
        mentors=int((roles == "mentor").sum()),
        mentees=int((roles == "mentee").sum()),
    )
    start = say("Import the exports of your sign-up forms. Nothing leaves this computer.")
    link = page.link("intake", say("Import sign-ups"))
    line = page.text(have if page.has_sign_ups else start)
    return stacked(page.title(say("Sign-ups")), line, side_by_side(link, page.example_link()))
