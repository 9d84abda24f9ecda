"""What of a review is looked at: its lists, and a page of one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from mentorkit.model import Finding
from mentorkit.workflows.intake.edits import RowAt
from mentorkit.workflows.intake.reviewed import Conflict, Missing, PossibleDouble, Review, ReviewedRow

PAGE = 50
"""How many lines are shown at once."""

FoundIn = tuple[ReviewedRow, Finding]
Item = FoundIn | ReviewedRow | Conflict | PossibleDouble | Missing


@dataclass(frozen=True)
class Look:
    """Which list is on the screen, which page of it, from 0, and the row whose answers are open.

    Without a `tab` it is the first list that asks something of the coordinator.
    """

    tab: str | None = None
    page: int = 0
    is_only_found: bool = False
    row: RowAt | None = None


def items(review: Review, look: Look) -> Sequence[Item]:
    """Everything in the list on the screen, over all pages."""
    tab, lists = tab_of(review, look), _lists(review)
    if tab in lists:
        return lists[tab]
    rows = [row for row in review.rows if row.state == tab]
    return [row for row in rows if row.findings] if look.is_only_found else rows


def shown_items(review: Review, look: Look) -> Sequence[Item]:
    """The items of the page on the screen; the last page when there are fewer now."""
    found = items(review, look)
    first = page_of(look, len(found)) * PAGE
    return found[first : first + PAGE]


def opened_row(review: Review, look: Look) -> ReviewedRow | None:
    """The row whose answers are open, as long as it is there."""
    return next((row for row in review.rows if row.at == look.row), None) if look.row else None


def tab_of(review: Review, look: Look) -> str:
    """The list on the screen; one that has become empty stays there."""
    if look.tab is not None:
        return look.tab
    counts = tab_counts(review)
    asking = ("error", "partial", "conflict", "double", "warning", "new", "changed")
    return next((tab for tab in asking if counts[tab]), "same")


def tab_counts(review: Review) -> dict[str, int]:
    """How much there is in each list: rows by their state, and what is asked beside that."""
    return {name: len(found) for name, found in _lists(review).items()} | {**review.counts}


def page_of(look: Look, count: int) -> int:
    """The page on the screen, from 0; the last one when there are fewer now."""
    return min(look.page, max(0, count - 1) // PAGE)


def _lists(review: Review) -> dict[str, Sequence[Item]]:
    """What is shown otherwise than row by row; of a wrong row without an error, what there is."""
    taken = [row for row in review.rows if row.state not in {"error", "skipped", "excluded", "merged"}]
    wrong = [row for row in review.rows if row.state == "error"]
    return {
        "error": [(row, one) for row in wrong for one in _findings(row, "error") or row.findings],
        "warning": [(row, one) for row in taken for one in _findings(row, "warning")],
        "conflict": review.conflicts,
        "double": review.doubles,
        "missing": review.missing,
    }


def _findings(row: ReviewedRow, severity: str) -> list[Finding]:
    return [finding for finding in row.findings if finding.severity == severity]
