"""The tabs under the headline: what stands under each, and the plan it shows; closed ones cost nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import anywidget
import marimo as mo
import traitlets
from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal
from mentorkit.text import Message, say
from mentorkit.ui.frame.page import Page, together
from mentorkit.views.names import Names
from mentorkit.views.table import each

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Tab:
    """What a tab is called, and the cells that stand under it."""

    label: Message
    cells: tuple[str, ...]


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


class Tabs(anywidget.AnyWidget):
    """The tabs in their order, of which one is open; `name` says what they are to who cannot see them."""

    _esm = (_HERE / "tabs.js").read_text(encoding="utf-8")
    _css = (_HERE / "tabs.css").read_text(encoding="utf-8")
    name = traitlets.Unicode().tag(sync=True)
    labels = traitlets.Dict().tag(sync=True)
    shown = traitlets.Unicode().tag(sync=True)


def tabs_of(page: Page) -> Tabs:
    """The tabs; the one that was open stays open in another language."""
    labels = {key: page.speak(tab.label) for key, tab in TABS.items()}
    name = page.speak(say("Parts of this page"))
    tabs = Tabs(name=name, labels=labels, shown=page.desk.tab or "pairs")
    tabs.observe(lambda change: setattr(page.desk, "tab", change.new), names="shown")
    return tabs


def tab_bar(page: Page, tabs: mo.ui.anywidget, tab: str) -> mo.Html | None:
    """The tabs, and a style that hides what stands under the closed ones; nothing before there are pairs."""
    if not page.has_both_sides:
        return None
    closed = (cell for key, other in TABS.items() if key != tab for cell in other.cells)
    hidden = each(Markup("[data-cell-name={}] {{ display: none }} "), closed)
    return together(tabs, Markup("<style>{}</style>").format(hidden))


def show_in(door: Door | None, proposal: Proposal, snapshot: Snapshot, who: Names) -> None:
    """Show the plan under the open tab, when it is another one than there; closed tabs stay as they were."""
    if door is None or not all(proposal.pool.candidates.shape):
        return
    shown, show = door
    now = shown()
    if now is None or not now.is_of(proposal, snapshot, who):
        show(Opened(proposal, snapshot, who))
