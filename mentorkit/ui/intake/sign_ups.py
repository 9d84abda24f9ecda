"""The sign-ups on the pairing page: how many there are, and the way to the page that takes in more."""

from collections.abc import Callable

import marimo as mo
from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.text import Speaker, say
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import PAGES, heading, html, paragraph, side_by_side, stacked
from mentorkit.workflows.intake.reporting import reporting_findings
from mentorkit.workflows.set_up import sample_sign_ups


def sample_button(desk: Desk, speak: Speaker, refresh: Callable[[], None]) -> mo.ui.button | None:
    """Fills an empty programme with made-up people, to try things out."""
    if desk.snapshot.applications.height:
        return None

    def fill(_: object) -> None:
        done = say("Made-up people are taken in. Undo takes them out again.")
        desk.do(lambda snapshot: sample_sign_ups(snapshot, speak.language).changes, done=done)
        refresh()

    return mo.ui.button(label=speak(say("Try it with made-up people")), on_click=fill)


def line_report(snapshot: Snapshot, speak: Speaker) -> mo.Html | None:
    """What is wrong with the managers people named; nothing when all is well or names are hidden."""
    found = () if snapshot.programme.is_blind else reporting_findings(snapshot)
    return mo.vstack([paragraph(finding.message, speak, "notice") for finding in found]) if found else None


def sign_up_panel(snapshot: Snapshot, sample: mo.ui.button | None, speak: Speaker) -> mo.Html:
    """Heading, what is there already, and the way to add to it."""
    roles = snapshot.applications["role"]
    have = say(
        "{mentors} sign-ups of mentors and {mentees} of mentees. New files add to them; a later answer wins.",
        mentors=int((roles == "mentor").sum()),
        mentees=int((roles == "mentee").sum()),
    )
    start = say("Take in the exports of your sign-up forms. Nothing leaves this computer.")
    path, _ = PAGES["intake"]
    link = html(
        Markup('<p class="mk-link"><a href="{}?lang={}">{}</a></p>').format(
            path, speak.language, speak(say("Take in sign-ups"))
        )
    )
    line = paragraph(have if snapshot.applications.height else start, speak)
    return stacked(heading(say("Sign-ups"), speak), line, side_by_side(link, sample))
