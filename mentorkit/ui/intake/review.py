"""Checking an import: its rows by what becomes of them, a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import marimo as mo
from markupsafe import Markup

from mentorkit.model import Finding
from mentorkit.text import Message, Speaker, say
from mentorkit.ui.frame.page import html, paragraph, shown, side_by_side, stacked
from mentorkit.ui.intake.draft import Draft, Step
from mentorkit.views.intake.lists import HINTS, STATES, TABS
from mentorkit.workflows.intake.edits import RowAt
from mentorkit.workflows.intake.review import Conflict, Missing, PossibleDouble, Review, ReviewedRow

PAGE = 50
"""How many lines are shown at once."""

FoundIn = tuple[ReviewedRow, Finding]
Item = FoundIn | ReviewedRow | Conflict | PossibleDouble | Missing


@dataclass(frozen=True)
class Look:
    """Which list she looks at, which page of it, from 0, and the row whose answers are open.

    Without a `tab` it is the first list that asks something of her.
    """

    tab: str | None = None
    page: int = 0
    is_only_found: bool = False
    row: RowAt | None = None


SetLook = Callable[[Look], None]


def items(review: Review, look: Look) -> Sequence[Item]:
    """Everything in the list she looks at, over all pages."""
    match tab_of(review, look):
        case "error":
            return _findings([row for row in review.rows if row.state == "error"], "error")
        case "warning":
            return _warnings(review)
        case "conflict":
            return review.conflicts
        case "double":
            return review.doubles
        case "missing":
            return review.missing
        case state:
            rows = [row for row in review.rows if row.state == state]
            return [row for row in rows if row.findings] if look.is_only_found else rows


def shown_items(review: Review, look: Look) -> Sequence[Item]:
    """The items of the page she looks at; the last page when there are fewer now."""
    found = items(review, look)
    first = _page_of(look, len(found)) * PAGE
    return found[first : first + PAGE]


def opened_row(review: Review, look: Look) -> ReviewedRow | None:
    """The row whose answers are open, as long as it is there."""
    return next((row for row in review.rows if row.at == look.row), None) if look.row else None


def tab_of(review: Review, look: Look) -> str:
    """The list she looks at; one that has become empty is still hers to see."""
    if look.tab is not None:
        return look.tab
    counts = tab_counts(review)
    asking = ("error", "partial", "conflict", "double", "warning", "new", "changed")
    return next((tab for tab in asking if counts[tab]), "same")


def tab_counts(review: Review) -> dict[str, int]:
    """How much there is in each list: rows by their state, and what is asked beside that."""
    lists = {
        "warning": len(_warnings(review)),
        "conflict": len(review.conflicts),
        "double": len(review.doubles),
        "missing": len(review.missing),
    }
    return {str(state): count for state, count in review.counts.items()} | lists


def tab_picker(
    here: Step, review: Review | None, look: Look, draft: Draft, set_look: SetLook, speak: Speaker
) -> mo.ui.radio | None:
    """The lists that hold something, with how much."""
    if here != "review" or review is None:
        return None
    counts, tab_now = tab_counts(review), tab_of(review, look)
    labels = {tab: f"{speak(label)} ({speak.write(counts[tab])})" for tab, label in TABS.items()}
    options = {labels[tab]: tab for tab in TABS if counts[tab] or tab in {tab_now, "error", "new", "changed"}}

    def choose(tab: str) -> None:
        draft.check()
        set_look(Look(tab))

    return mo.ui.radio(options, value=labels[tab_now], inline=True, on_change=choose)


def page_buttons(
    here: Step, review: Review | None, look: Look, draft: Draft, set_look: SetLook, speak: Speaker
) -> tuple[mo.ui.button, ...]:
    """Check again, take the last change back, only rows with a finding, and other pages."""
    if here != "review" or review is None:
        return ()

    def to(where: Look) -> Callable[[object], None]:
        def go(_: object) -> None:
            draft.check()
            set_look(where)

        return go

    count, tab = len(items(review, look)), tab_of(review, look)
    page = _page_of(look, count)
    seen = replace(look, tab=tab, row=None)
    filtered = say("Show all rows") if look.is_only_found else say("Only rows with a finding")
    buttons: list[tuple[Message, Callable[[object], None], bool]] = [
        (say("Check again"), lambda _: draft.check(), True),
        (say("Take back the last change"), lambda _: draft.back(), draft.can_go_back),
        (
            filtered,
            to(replace(seen, page=0, is_only_found=not look.is_only_found)),
            tab in STATES and tab != "error",
        ),
        (say("Previous page"), to(replace(seen, page=page - 1)), page > 0),
        (say("Next page"), to(replace(seen, page=page + 1)), (page + 1) * PAGE < count),
    ]
    return tuple(mo.ui.button(label=speak(label), on_click=do) for label, do, is_there in buttons if is_there)


def review_panel(
    tabs: mo.ui.radio | None,
    buttons: Sequence[mo.ui.button],
    table: Markup | None,
    review: Review | None,
    look: Look,
    speak: Speaker,
) -> mo.Html | None:
    """The sum of the rows, the lists, and the page of the list she looks at."""
    if tabs is None or review is None:
        return None
    count, tab = len(items(review, look)), tab_of(review, look)
    first = _page_of(look, count) * PAGE
    place = say("{first} to {last} of {all}", first=first + 1, last=min(first + PAGE, count), all=count)
    return stacked(
        paragraph(sum_line(review), speak, "quiet"),
        *(paragraph(one.message, speak, "notice") for one in review.findings if one.severity != "notice"),
        tabs,
        paragraph(HINTS[tab] if count else _nothing(tab), speak),
        html(Markup('<div class="mk-list-{}">{}</div>').format(tab, table)) if table else None,
        paragraph(place if count > PAGE else None, speak, "quiet"),
        html(Markup('<div class="mk-actions">{}</div>').format(shown(side_by_side(*buttons)))),
        gap=0.6,
    )


def sum_line(review: Review) -> Message:
    """All rows that were read, as a sum of what becomes of them."""
    counts = [
        say("{n} {state}", n=count, state=STATES[state]) for state, count in review.counts.items() if count
    ]
    return say("{rows} rows: {counts}.", rows=len(review.rows), counts=counts)


def _page_of(look: Look, count: int) -> int:
    return min(look.page, max(0, count - 1) // PAGE)


def _nothing(tab: str) -> Message:
    if tab == "error":
        return say("No errors. Go on, or look through the other lists first.")
    return say("Nothing is left in this list.")


def _warnings(review: Review) -> list[FoundIn]:
    taken = [row for row in review.rows if row.state not in {"error", "skipped", "excluded", "merged"}]
    return [one for one in _findings(taken, "warning") if one[1].severity == "warning"]


def _findings(rows: Sequence[ReviewedRow], severity: str) -> list[FoundIn]:
    """The findings of this kind in each row; of a row without one, what there is."""
    found = []
    for row in rows:
        mine = [finding for finding in row.findings if finding.severity == severity]
        found += [(row, finding) for finding in mine or row.findings]
    return found
