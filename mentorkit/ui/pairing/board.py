"""The board as a part of the page: the list and the map of pairs, and which pair she chose on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anywidget
import marimo as mo
import traitlets
from markupsafe import Markup

from mentorkit.matching import PlanChange, Pool, Proposal
from mentorkit.text import Speaker, say
from mentorkit.ui.frame.page import Page, html
from mentorkit.views.names import Names
from mentorkit.views.pairing import board as shown
from mentorkit.views.pairing.card import card
from mentorkit.views.pairing.declines import said_no
from mentorkit.views.pairing.pairs import Status, against, status_of
from mentorkit.views.pairing.unplaced import unplaced_card
from mentorkit.views.table import each

_HERE = Path(__file__).parent
_SCRIPTS = ("board_list.js", "board_map.js", "board.js")
"""The page takes one text: these, one after the other. What they share is told in the last one."""


class Board(anywidget.AnyWidget):
    """The list and the map of pairs; made once and filled anew, so that nothing is drawn twice.

    `words`, `people`, `plan`, `sure` and `heat` come from `mentorkit.views.pairing.board`. `chosen` holds
    the ids of a mentee and a mentor, the last one empty for the mentee's own pair.
    `card_in` names the cell that shows the card. `view` is what is looked at; only the map reads `heat`,
    three megabytes of it for 1,500 people on either side.
    """

    _esm = "\n".join((_HERE / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    _css = (_HERE / "board.css").read_text(encoding="utf-8")
    words = traitlets.Dict().tag(sync=True)
    people = traitlets.Dict().tag(sync=True)
    plan = traitlets.Dict().tag(sync=True)
    sure = traitlets.Dict().tag(sync=True)
    heat = traitlets.Bytes().tag(sync=True)
    chosen = traitlets.List(["", ""]).tag(sync=True)
    card_in = traitlets.Unicode("why").tag(sync=True)
    view = traitlets.Unicode("list").tag(sync=True)

    pool: Pool | None = None
    proposal: Proposal | None = None
    who: Names | None = None

    def fill(self, traits: Mapping[str, Any]) -> None:
        """Show other people or another plan, all at once; what did not change is not sent again."""
        with self.hold_sync():
            for name, value in traits.items():
                self.set_trait(name, value)
            self.warm()

    @traitlets.observe("view")
    def warm(self, _change: object = None) -> None:
        """Send the points of all pairs when the map is looked at, and only then."""
        plan = self.proposal if self.view == "map" else None
        self.heat = shown.heat(plan) if plan else b""


@dataclass(frozen=True)
class Chosen:
    """The pair she looks at: ids, place in the matrices, and where it stands.

    `status` is None for a pair that is not in the plan; `is_settled` says that the mentee's
    pair, this one or another, is confirmed.
    """

    mentee_id: str
    mentor_id: str
    row: int
    column: int
    status: Status | None
    is_settled: bool


@dataclass(frozen=True)
class PairAtTurn:
    """The pair she looks at, and after how many of her actions; equal while neither changes."""

    pair: Chosen | None
    turn: int


def empty_board(speak: Speaker) -> Board:
    """A board without people; one lasts as long as the page is open."""
    nobody: dict[str, Any] = {"mentees": [], "mentors": [], "rows": [], "columns": []}
    nothing: dict[str, Any] = dict.fromkeys(("mentor", "leads", "points", "status", "look"), [])
    sure: dict[str, Any] = {"words": [], "doubt": []}
    return Board(words=shown.board_words(speak), people=nobody, plan={**nothing, "filters": {}}, sure=sure)


def fill_board(
    board: Board, proposal: Proposal, change: PlanChange | None, names: Names, speak: Speaker
) -> None:
    """Show this plan; people keep their place on the map while only weights and conditions move.

    How sure each pair is comes later, see `show_sureness`.
    """
    changed = {move.mentee for move in change.moves} if change else ()
    traits: dict[str, Any] = {"plan": shown.board_plan(proposal, speak, changed)}
    if board.pool is not proposal.pool or board.who != names:
        traits["people"] = shown.board_people(proposal, names)
        board.pool, board.who = proposal.pool, names
    if board.proposal is not proposal:
        traits["sure"] = shown.board_sure(proposal, speak)
        board.proposal = proposal
    if not any(board.chosen):
        traits["chosen"] = [shown.lowest_pair(proposal, names), ""]
    board.fill(traits)


def show_sureness(board: Board, proposal: Proposal, known: shown.Sureness | None, speak: Speaker) -> None:
    """Say of every pair how sure it is, or that nothing is known."""
    told = shown.board_sure(proposal, speak, known)
    board.fill({"sure": told if known else {**told, "words": []}})


def chosen_pair(board: mo.ui.anywidget, proposal: Proposal) -> Chosen | None:
    """The pair she chose, proposed or not; None without one, or when one of the two is not there."""
    mentee, mentor = board.widget.chosen
    candidates = proposal.pool.candidates
    row = candidates.mentees["id"].index_of(mentee)
    if row is None:
        return None
    own = int(proposal.mentor_of[row])
    column = candidates.mentors["id"].index_of(mentor) if mentor else own
    if column is None or column < 0:
        return None
    status = status_of(proposal, row) if column == own else None
    is_settled = bool(proposal.is_confirmed[row])
    return Chosen(mentee, candidates.mentors["id"][column], row, column, status, is_settled)


def _way_to_all(page: Page, person: str, names: Names) -> Markup:
    link = Markup('<a href="{}&amp;who={}">{}</a>')
    all_of = page.speak(say("Everything about {name}, to hand over or to erase", name=names[person]))
    return link.format(page.address("history"), person, all_of)


def pair_card(
    page: Page, board: mo.ui.anywidget, pair: Chosen | None, proposal: Proposal, names: Names
) -> mo.Html | None:
    """Why these two, also when they are no pair, or why somebody has nobody; nothing without anybody.

    Who of them said no to whom before stands under it, and the way to all that is known about each.
    """
    speak, people = page.speak, [pair.mentee_id, pair.mentor_id] if pair else board.widget.chosen[:1]
    noes = each(Markup('<p class="mk-quiet">{}</p>'), map(speak, said_no(page.desk.snapshot, people, names)))
    noes += each(Markup('<p class="mk-quiet">{}</p>'), (_way_to_all(page, one, names) for one in people))
    if pair is None:
        row = proposal.pool.candidates.mentees["id"].index_of(people[0])
        return None if row is None else html(unplaced_card(proposal, row, speak, names) + noes)
    reasons = against(proposal, pair.row, pair.column, names.leading)
    lines = each(Markup('<p class="mk-against">{}</p>'), map(speak, reasons))
    if pair.status is None and not reasons:
        lines = Markup('<p class="mk-quiet">{}</p>').format(speak(say("This pair is not in the proposal.")))
    return html(lines + card(proposal, pair.row, pair.column, speak, names) + noes)
