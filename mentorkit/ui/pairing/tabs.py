"""The tabs under the headline: what stands under each, and the plan it shows; closed ones cost nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal
from mentorkit.text import say
from mentorkit.ui.frame.page import Page
from mentorkit.ui.frame.tabs import Tab, Tabs, bar_with, tabs_with
from mentorkit.views.names import Names

TABS: Mapping[str, Tab] = {
    "pairs": Tab(say("Pairs"), ("pairs", "why", "ask_why_not", "why_not_this", "word", "words", "how_sure")),
    "unplaced": Tab(say("Not placed"), ("not_placed", "would_help")),
    "missing": Tab(say("Missing answers"), ("missing_answers",)),
    "compare": Tab(say("Compare"), ("compare", "use_plans", "spread")),
    "talks": Tab(say("First talks"), ("talk_first", "shortlist", "answers", "record_answers")),
    "decisions": Tab(say("Decisions"), ("decided", "replayed")),
}
"""The tabs in their order; the first one is open at the start."""


@dataclass(frozen=True, eq=False)
class Opened:
    """The plan as a tab shows it."""

    proposal: Proposal
    snapshot: Snapshot
    who: Names

    def is_of(self, proposal: Proposal, snapshot: Snapshot, who: Names) -> bool:
        """Whether nothing changed since."""
        return self.proposal is proposal and self.snapshot is snapshot and self.who == who


Door = tuple[Callable[[], Opened | None], Callable[[Opened | None], None]]
"""What a tab shows, and how it is told to show something else."""


def tabs_of(page: Page) -> Tabs:
    """The tabs of the pairing."""
    return tabs_with(page, TABS)


def tab_bar(page: Page, tabs: mo.ui.anywidget, tab: str) -> mo.Html | None:
    """The tabs, of which one is open; nothing before there are pairs."""
    return bar_with(tabs, TABS, tab) if page.has_both_sides else None


def show_in(door: Door | None, proposal: Proposal, snapshot: Snapshot, who: Names) -> None:
    """Show the plan under the open tab, when it is another one than there; closed tabs stay as they were."""
    if door is None or not all(proposal.pool.candidates.shape):
        return
    shown, show = door
    now = shown()
    if now is None or not now.is_of(proposal, snapshot, who):
        show(Opened(proposal, snapshot, who))
