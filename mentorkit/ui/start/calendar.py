"""When pairs talk, on the page: planned for all at once, to see, and to save as calendars."""

from typing import Any

import marimo as mo

from mentorkit.documents.calendar import CALENDARS, Diaries, calendars
from mentorkit.frames import Snapshot
from mentorkit.model import Changes, Rhythm, SchoolBreak
from mentorkit.model.rhythm import COUNTRIES
from mentorkit.progress.changed import usual_rhythm
from mentorkit.text import say, say_count
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, boxed, markup_of, side_by_side, stacked
from mentorkit.ui.frame.progress import progress_bar
from mentorkit.views.start.calendar import (
    HOURS,
    breaks_written,
    calendar_headline,
    calendar_table,
    rhythms_with,
    send_again,
    whose_talks,
)
from mentorkit.views.start.two import Two
from mentorkit.workflows.start.plans import plan_talks

_HINT = say("Weekends, public holidays and the weeks below are left out. Each pair may move its own talks.")


def talks_form(page: Page, pairs: tuple[Two, ...], diaries: Diaries) -> Form | None:
    """From when, how often and at what hour pairs talk."""
    if not pairs:
        return None
    speak, snapshot, desk = page.speak, page.desk.snapshot, page.desk
    usual = usual_rhythm(snapshot, desk.today())
    rhythms = rhythms_with(usual.interval_days)
    whose = whose_talks(pairs, diaries.talks, speak)
    fields = page.fields(
        pairs=page.pick(say("For"), whose, next(iter(whose.values())), full_width=True),
        starts_on=page.entry(page.called(Rhythm, "starts_on"), speak.write(usual.starts_on)),
        ends_on=page.entry(page.called(Rhythm, "ends_on"), speak.write(usual.ends_on)),
        starts_at=page.pick(say("At"), {hour: hour for hour in HOURS}, usual.starts_at),
        interval_days=page.pick(say("How often"), page.options(rhythms), usual.interval_days),
        is_agreed=page.tick(say("Where both named the same rhythm, that one"), is_on=True),
        country=page.pick(say("Clock and holidays of"), page.options(COUNTRIES), usual.country),
        breaks=page.area(
            say("Weeks without talks, such as school holidays: one period on each line"),
            breaks_written(snapshot.rows(SchoolBreak), speak),
            placeholder="21-12-2026 – 3-1-2027",
        ),
    )

    def keep(now: Snapshot, given: dict[str, Any]) -> Changes:
        return plan_talks(now, given["pairs"], given, desk.today())

    done = say("The talks are planned. Save the calendars below to hand them out.")
    return page.asks(fields, say("Plan the talks"), keep, done)


def calendars_button(page: Page, diaries: Diaries) -> mo.ui.run_button:
    """Asks for the calendars of all pairs that have talks; pressed again once something is planned anew."""
    count = len(diaries.talks) + len(diaries.stopped)
    label = say_count("Make the calendar of {n} pair", "Make the calendars of {n} pairs", count)
    return mo.ui.run_button(label=page.speak(label), disabled=not count)


def calendar_panel(
    page: Page, pairs: tuple[Two, ...], diaries: Diaries, form: mo.Html | None, asked: mo.ui.run_button
) -> mo.Html:
    """How many pairs know when they talk, the form, each pair with its days, and the calendars."""
    today = page.desk.today()
    lines = [page.text(line) for line in calendar_headline(pairs, diaries.talks, today)]
    head = page.title(say("When they talk")), *lines, page.quiet(_HINT), form
    if not (diaries.talks or diaries.stopped):
        return stacked(*head)
    table = boxed("wide", calendar_table(pairs, diaries.talks, today, page.speak))
    note = say("One .ics for each pair and one for you: open it, and the diary program takes over the days.")
    return stacked(
        *head,
        *map(page.text, send_again(diaries.stopped)),
        side_by_side(asked, _made(page, pairs, diaries) if asked.value else None),
        page.quiet(note),
        page.fold(say("Each pair with its days"), markup_of(table)),
    )


def _made(page: Page, pairs: tuple[Two, ...], diaries: Diaries) -> mo.Html:
    """The calendars to save, with a bar while they are made."""
    with progress_bar(page.speak, say("The calendars are made")) as tell:
        made = calendars(diaries, pairs, tell)
    return page.download(say("Calendars of all pairs"), CALENDARS, lambda: made)
