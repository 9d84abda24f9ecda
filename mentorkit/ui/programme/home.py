"""The first page: where the programme stands, what waits, and the one thing to do next."""

from dataclasses import dataclass

import marimo as mo
from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.text import say
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.menu import Menu, name_form
from mentorkit.ui.frame.page import Page, boxed, html, stacked
from mentorkit.views.framework import undecided_line
from mentorkit.views.programme.backups import copied_line
from mentorkit.views.programme.standing import (
    Standing,
    first_steps_list,
    stage_bar,
    standing_headline,
    to_do_next,
    what_waits,
    who_pauses,
)
from mentorkit.views.table import plain_list
from mentorkit.workflows.intake.kept import Files, begin_import
from mentorkit.workflows.intake.reporting import reporting_findings
from mentorkit.workflows.places import copied_by

_DROP = say("Drop your two lists here: the sign-ups of mentors and those of mentees")


def standing_panel(page: Page, now: Standing) -> mo.Html:
    """The answer of the page, how far the programme is, and the way on."""
    if now.is_empty:
        how_long = say("Three steps, about 15 minutes. You can stop at any moment: nothing is lost.")
        return html(page.first([standing_headline(now), how_long]))
    lines = [line for line in (standing_headline(now), who_pauses(now)) if line]
    copied = page.notice(copied_line(copied_by(page.desk.file)))
    next_thing = boxed("next", page.link(*to_do_next(now)))
    return stacked(html(page.first(lines)), copied, html(stage_bar(now, page.speak)), next_thing)


def waiting_panel(page: Page, snapshot: Snapshot, now: Standing) -> mo.Html | None:
    """What waits for the coordinator; nothing when nothing does."""
    odd = () if snapshot.programme.is_blind else reporting_findings(snapshot)
    waits = [*what_waits(now), *(("intake", finding.message) for finding in odd)]
    if page.has_sign_ups and (open_yet := undecided_line(snapshot)):
        waits.append(("framework", open_yet))
    if not waits:
        return None
    lines = (Markup("{} {}").format(page.speak(what), page.way(to)) for to, what in waits)
    return stacked(page.title(say("What waits for you")), html(plain_list(lines)))


@dataclass(frozen=True)
class FirstSteps:
    """What an empty programme asks: its name, and the two lists."""

    page: Page
    name: Form
    area: mo.ui.file

    def show(self) -> mo.Html:
        """One under the other, with what happens after that."""
        page = self.page
        name, drop = boxed("called", self.name), boxed("drop", self.area)
        others = page.link("intake", say("You have no lists yet? Here are questions for your sign-up form"))
        return stacked(name, drop, html(first_steps_list(page.speak)), others, page.example_link())


def to_begin_with(page: Page, menu: Menu) -> FirstSteps | None:
    """What to begin with; None when somebody signed up."""
    if page.has_sign_ups:
        return None

    def take(files: Files) -> None:
        if page.desk.make(lambda: begin_import(page.desk.file, files)) is None:
            page.refresh()
        else:
            menu.away.widget.to = page.address("intake")

    return FirstSteps(
        page,
        name_form(page, menu.change_name, say("What is your programme called?")),
        page.drop_area(_DROP, take),
    )


def to_begin_panel(steps: FirstSteps | None) -> mo.Html | None:
    """What to begin with, when there is anything to begin."""
    return steps.show() if steps else None
