"""Reviewing an import: its rows by what becomes of them, a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import marimo as mo
from markupsafe import Markup

from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.page import Page, boxed, side_by_side, stacked, unseen
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.views.intake.findings import with_its_column
from mentorkit.views.intake.import_steps import sum_line
from mentorkit.views.intake.lists import HINTS, STATES, TABS
from mentorkit.workflows.intake.looked_at import PAGE, Look, items, opened_row, page_of, tab_counts, tab_of
from mentorkit.workflows.intake.review_cells import suggestions


def tab_picker(page: Page, place: Place, look: Look, draft: Draft) -> mo.ui.radio | None:
    """The lists that hold something, with how much."""
    review = place.at("review")
    if review is None:
        return None
    counts, now = tab_counts(review), tab_of(review, look)
    labels = {tab: f"{page.speak(label)} ({page.speak.write(counts[tab])})" for tab, label in TABS.items()}
    options = {labels[tab]: tab for tab in TABS if counts[tab] or tab in {now, "error", "new", "changed"}}

    def choose(tab: str) -> None:
        draft.look_at(Look(tab))

    return page.radio(unseen(page.speak(say("Lists"))), options, now, inline=True, on_change=choose)


def page_buttons(page: Page, place: Place, look: Look, draft: Draft) -> tuple[mo.ui.button, ...]:
    """Check again, take the last change back, only rows with a finding, and other pages; none on a card."""
    review = place.at("review")
    if review is None or opened_row(review, look) is not None:
        return ()

    meant = suggestions(review)

    def take_all() -> None:
        draft.put("suggestions", lambda edits: edits.texts(meant))
        draft.check()

    def to(**other: Any) -> Callable[[], None]:
        return lambda: draft.look_at(replace(look, tab=tab, row=None, **other))

    count, tab = len(items(review, look)), tab_of(review, look)
    number = page_of(look, count)
    filtered = say("Show all rows") if look.is_only_found else say("Only rows with a finding")
    buttons: list[tuple[Message, Callable[[], None], bool]] = [
        (say("Check again"), draft.check, True),
        (
            say_count("Take the suggestion", "Take all {n} suggestions", len(meant)),
            take_all,
            tab == "warning" and bool(meant),
        ),
        (say("Take back the last change"), draft.back, draft.can_go_back),
        (filtered, to(page=0, is_only_found=not look.is_only_found), tab in STATES and tab != "error"),
        (say("Previous page"), to(page=number - 1), number > 0),
        (say("Next page"), to(page=number + 1), (number + 1) * PAGE < count),
    ]
    return tuple(page.button(label, do) for label, do, is_there in buttons if is_there)


def review_panel(
    page: Page,
    place: Place,
    look: Look,
    tabs: mo.ui.radio | None,
    table: Markup | None,
    buttons: Sequence[mo.ui.button],
) -> mo.Html | None:
    """The sum of the rows, the lists, and the page of the list on the screen."""
    review = place.at("review")
    if tabs is None or review is None:
        return None
    count, tab = len(items(review, look)), tab_of(review, look)
    first = page_of(look, count) * PAGE
    span = say("{first} to {last} of {all}", first=first + 1, last=min(first + PAGE, count), all=count)
    return stacked(
        page.quiet(sum_line(review.counts)),
        *(page.notice(with_its_column(one)) for one in review.findings if one.severity != "notice"),
        tabs,
        page.text(HINTS[tab] if count else _nothing(tab)),
        boxed(f"list-{tab}", table) if table else None,
        page.quiet(span if count > PAGE else None),
        boxed("actions", side_by_side(*buttons)) if buttons else None,
        gap=0.6,
    )


def _nothing(tab: str) -> Message:
    if tab == "error":
        return say("No errors. Go on, or look through the other lists first.")
    return say("There is nothing here.")
