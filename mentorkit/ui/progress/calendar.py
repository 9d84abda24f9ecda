"""The coming weeks on the page, as a calendar to save, and what a stand-in needs."""

import marimo as mo

from mentorkit.documents.calendar import Diaries
from mentorkit.documents.stand_in import stand_in_pages
from mentorkit.progress.ahead import AHEAD, absence, ahead
from mentorkit.progress.this_week import calls_in
from mentorkit.text import say
from mentorkit.ui.frame.page import Page, boxed, side_by_side, stacked
from mentorkit.ui.progress.followed import Followed
from mentorkit.ui.progress.week import HOURS
from mentorkit.views.progress.ahead import absence_headline, ahead_table

WEEKS = (2, 4, 6, 8, 12)
"""Weeks of an absence that can be tried."""


def ahead_panel(page: Page, now: Followed) -> mo.Html:
    """The next four weeks day by day, and as a calendar for the coordinator."""
    speak, found = page.speak, ahead(now.snapshot, now.pairs, now.today)
    days = [(one, now.names[one.pair_id]) for one in found if one.pair_id in now.names]
    said = [(one.day, f"{speak(AHEAD[one.kind])}: {name}") for one, name in days]
    diaries = Diaries(now.snapshot, page.desk.clock(), speak)
    out = page.download(say("These weeks as a calendar"), say("weeks.ics"), lambda: diaries.of_days(said))
    none = say("Nothing is planned in the next four weeks. Plan talks on the page Start.")
    return (
        stacked(page.text(none))
        if not found
        else stacked(boxed("wide", ahead_table(found, now.names, speak)), side_by_side(out))
    )


def weeks_picker(page: Page) -> mo.ui.dropdown:
    """How long the coordinator would be away."""
    options = {page.speak(say("{n} weeks", n=weeks)): weeks for weeks in WEEKS}
    return page.pick(say("If you were away for"), options, 6)


def absence_panel(page: Page, now: Followed, weeks: mo.ui.dropdown) -> mo.Html:
    """What would be left lying, and two pages for whoever stands in."""
    found = absence(now.snapshot, now.pairs, now.today, weeks.value or WEEKS[0], calls_in(HOURS))
    programme, speak = now.snapshot.programme.name, page.speak
    out = page.download(
        say("Two pages for who stands in"),
        say("stand-in.docx"),
        lambda: stand_in_pages(found, now.twos, programme, speak),
    )
    hint = say(
        "Give the file of the programme with it ({file}): another coordinator opens it and goes on from "
        "there.",
        file=page.desk.file.name,
    )
    return stacked(
        page.title(say("When you are away")),
        weeks,
        page.text(absence_headline(found)),
        side_by_side(out),
        page.quiet(hint),
    )
