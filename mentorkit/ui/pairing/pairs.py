"""The pairing page: confirming, handing on, and who is not placed."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import cast

import marimo as mo
from markupsafe import Markup

from mentorkit.documents.plan_workbook import plan_workbook
from mentorkit.matching import Proposal
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.page import Page, markup_of, side_by_side, together
from mentorkit.ui.pairing.decisions import note_download
from mentorkit.ui.pairing.tabs import Opened
from mentorkit.views.framework import framework_warning, undecided_line
from mentorkit.views.pairing.decisions import newest_first
from mentorkit.views.pairing.ground import before_confirming
from mentorkit.views.pairing.meeting_cards import meeting_cards
from mentorkit.views.pairing.printed_pairs import printed_pairs
from mentorkit.views.pairing.unplaced import unplaced_lists
from mentorkit.workflows.pairing.pairing import confirm, set_blind


def confirm_button(page: Page, count: int | None) -> mo.ui.button | None:
    """Confirms all pairs of the plan on the page at once; `count` of them are not confirmed yet.

    None while they have not been counted, and when there is nothing to confirm.
    """
    if not count:
        return None

    def decide() -> None:
        done = say_count(
            "{n} pair confirmed. Undo takes it back.", "{n} pairs confirmed. Undo takes it back.", count
        )
        page.decide(lambda now, plan: confirm(now, plan, page.desk.author, datetime.now(UTC)), done)

    return page.button(say_count("Confirm {n} pair", "Confirm {n} pairs", count), decide, "success")


def names_switch(page: Page, _turn: int) -> mo.ui.switch:
    """Hides the names of everybody whose pair is not confirmed; made again after an action."""

    def hide(is_blind: object) -> None:
        page.do(lambda snapshot: set_blind(snapshot, bool(is_blind)))

    label = page.speak(say("Hide names until a pair is confirmed"))
    return mo.ui.switch(value=page.desk.snapshot.programme.is_blind, label=label, on_change=hide)


def _framework_warning(page: Page) -> mo.Html | None:
    """What is not decided yet about the programme, folded, with the way to decide it; it stops nothing."""
    snapshot = page.desk.snapshot
    line = undecided_line(snapshot)
    way = page.link("framework", say("To the framework"))
    return page.fold(line, markup_of(page.quiet(framework_warning(snapshot)), way)) if line else None


def decide_bar(
    page: Page, confirm: mo.ui.button | None, names: mo.ui.switch, count: int | None
) -> mo.Html | None:
    """The ways on: confirm the plan, keep it as a workbook, print it; and the names.

    Once there is nothing left to confirm, it says so and what to do now.
    """
    if not page.has_both_sides:
        return None
    desk, speak = page.desk, page.speak
    workbook = page.download(
        say("Save as workbook"),
        say("pairing.xlsx"),
        lambda: plan_workbook(desk.snapshot, cast(Proposal, desk.latest), speak),
    )
    confirmed, papers = desk.snapshot.active_pairs.height, _papers(page)
    if count != 0 or not confirmed:
        warning = before_confirming(cast(Proposal, desk.latest).ground) if count else None
        bar = side_by_side(confirm, workbook, papers, names)
        return together(page.notice(warning), bar, _framework_warning(page))
    line = say_count(
        "{n} pair is confirmed. What now? Introduce it, keep the decision note, or hand on the list.",
        "{n} pairs are confirmed. What now? Introduce them, keep the decision note, or hand on the list.",
        confirmed,
    )
    band = Markup('<section class="mk-done">{}</section>')
    note = [note_download(page, last) for last in newest_first(desk.snapshot)[:1]]
    ways = side_by_side(page.link("start", say("Introduce the pairs")), *note, workbook, papers)
    return together(band.format(markup_of(page.text(line), ways)), names)


def _papers(page: Page) -> mo.Html:
    """What can be printed: the list of pairs, and cards for a meeting in two sizes."""
    desk, speak = page.desk, page.speak

    def paper(label: Message, name: Message, made: Callable[..., str], *size: str) -> mo.Html:
        return page.download(label, name, lambda: made(desk.snapshot, desk.latest, speak, *size).encode())

    papers = (
        paper(say("List of pairs"), say("pairs.html"), printed_pairs),
        paper(say("Cards, two on a sheet"), say("meeting-cards.html"), meeting_cards),
        paper(say("Cards, four on a sheet"), say("small-cards.html"), meeting_cards, "four"),
    )
    return page.fold(say("To print"), side_by_side(*papers))


def unplaced_panel(page: Page, opened: Opened | None) -> mo.Html | None:
    """Who is not placed and why: mentees in sight, mentors and who takes no part folded away."""
    if opened is None:
        return None
    return together(
        page.title(say("Not placed yet")), unplaced_lists(opened.proposal, opened.snapshot, page.speak)
    )
