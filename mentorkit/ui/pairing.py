"""The pairing page: the table, the card, her word on a pair, confirming and handing on."""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, cast

import marimo as mo
import polars as pl
from markupsafe import Markup, escape

from mentorkit.documents.plan_workbook import plan_workbook
from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal, Unplaced
from mentorkit.model import OverrideKind
from mentorkit.text import Speaker, say, say_count
from mentorkit.ui.desk import Desk
from mentorkit.ui.page import heading, html, paragraph, side_by_side
from mentorkit.views.card import card
from mentorkit.views.headline import to_confirm
from mentorkit.views.pairs import MOST, ORDER_LABELS, Glance, Order, Status, pair_table
from mentorkit.views.table import html_table
from mentorkit.views.unplaced import unplaced_table
from mentorkit.views.who import Who
from mentorkit.workflows.pairing import confirm, decide_on, release, withdraw

_TABLE_HEIGHT = 460
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def search_box(read: Speaker) -> mo.ui.text:
    """Finds pairs by a name."""
    return mo.ui.text(label=read(say("Search by name")), debounce=False)


def order_picker(read: Speaker) -> mo.ui.dropdown:
    """How the pairs are sorted."""
    orders = {read(label): order for order, label in ORDER_LABELS.items()}
    return mo.ui.dropdown(orders, value=next(iter(orders)), label=read(say("Sort")), allow_select_none=False)


def size_picker(read: Speaker) -> mo.ui.dropdown:
    """How many pairs are shown at a time."""
    sizes = {str(MOST): MOST, str(3 * MOST): 3 * MOST, read(say("all")): sys.maxsize}
    return mo.ui.dropdown(sizes, value=str(MOST), label=read(say("Show")), allow_select_none=False)


def glance(desk: Desk, search: mo.ui.text, order: mo.ui.dropdown, size: mo.ui.dropdown) -> Glance:
    """Which pairs she wants to see now; the one she chose stays in sight."""
    return Glance(str(search.value), cast(Order, order.value), cast(int, size.value), desk.selected)


def pairs_table(desk: Desk, rows: pl.DataFrame, read: Speaker) -> mo.ui.table:
    """The pairs, one to choose; her choice is kept while the numbers change."""
    at = rows["mentee_id"].index_of(desk.selected) if desk.selected else None
    shown = pair_table(rows, read)
    return mo.ui.table(
        shown,
        selection="single",
        initial_selection=[] if at is None else [at],
        pagination=False,
        max_height=_TABLE_HEIGHT,
        show_search=False,
        show_column_summaries=False,
        show_data_types=False,
        show_download=False,
        format_mapping=dict.fromkeys(shown.columns[:2], _name),
    )


def select_pair(desk: Desk, rows: pl.DataFrame, table: mo.ui.table) -> dict[str, Any] | None:
    """The pair she chose in the table, as a row of `rows`; None when there is none."""
    chosen = cast(pl.DataFrame, table.value)
    if not chosen.height:
        desk.selected = None
        return None
    number = int(chosen.item(0, chosen.width - 1))
    pair = rows.row(by_predicate=pl.col("number") == number, named=True)
    desk.selected = pair["mentee_id"]
    return pair


def pair_card(pair: Mapping[str, Any] | None, proposal: Proposal, read: Speaker) -> mo.Html | None:
    """Why these two; nothing until she chooses a pair."""
    if pair is None:
        return None
    candidates = proposal.pool.candidates
    row = candidates.mentees["id"].index_of(pair["mentee_id"])
    column = candidates.mentors["id"].index_of(pair["mentor_id"])
    return None if row is None or column is None else html(card(proposal, row, column, read))


def word_form(
    desk: Desk, pair: Mapping[str, Any] | None, proposal: Proposal, read: Speaker, refresh: Callable[[], None]
) -> mo.ui.form[Any, Any] | None:
    """Her word on the chosen pair: keep it, rule it out, or another mentor; with a reason."""
    if pair is None or pair["status"] == Status.CONFIRMED:
        return None
    kinds: dict[str, OverrideKind] = {
        read(say("Keep this pair")): "lock",
        read(say("Not these two")): "forbid",
        read(say("Another mentor")): "choose",
    }
    others = _other_mentors(desk.snapshot, pair, proposal)
    fields = mo.Html("<div>{kind}</div><div>{mentor}</div><div>{reason}</div>").batch(
        kind=mo.ui.radio(kinds, value=next(iter(kinds)), label=read(say("Your word on this pair"))),
        mentor=mo.ui.dropdown(others, label=read(say("That other mentor"))),
        reason=mo.ui.text(label=read(say("Reason (goes into the decision record)")), full_width=True),
    )

    def say_so(value: dict[str, Any] | None) -> None:
        if value:
            mentor = value["mentor"] if value["kind"] == "choose" else pair["mentor_id"]
            chosen = (pair["mentee_id"], mentor)
            desk.do(
                lambda snapshot: decide_on(snapshot, proposal, chosen, value["kind"], value["reason"]),
                done=say("Recorded. Undo takes it back."),
            )
            refresh()

    return mo.ui.form(fields, bordered=False, submit_button_label=read(say("Record")), on_change=say_so)


def release_button(
    desk: Desk, pair: Mapping[str, Any] | None, read: Speaker, refresh: Callable[[], None]
) -> mo.ui.button | None:
    """Takes back the confirmation of the chosen pair."""
    if pair is None or pair["status"] != Status.CONFIRMED:
        return None

    def let_go(_: object) -> None:
        desk.do(lambda snapshot: release(snapshot, pair["mentee_id"]), done=say("The pair is released."))
        refresh()

    return mo.ui.button(label=read(say("Release this pair")), on_click=let_go)


def withdraw_form(
    desk: Desk, snapshot: Snapshot, read: Speaker, refresh: Callable[[], None]
) -> mo.ui.form[Any, Any] | None:
    """Her words on pairs so far, each to be taken back."""
    if not snapshot.overrides.height:
        return None
    who = Who.of(snapshot)
    kinds = {"lock": read(say("keep")), "choose": read(say("chosen")), "forbid": read(say("not"))}
    columns = ("id", "kind", "mentee_id", "mentor_id", "reason")
    options = {
        f"{who[mentee]} – {who[mentor]} ({kinds[kind]}): {reason}": override_id
        for override_id, kind, mentee, mentor, reason in snapshot.overrides.select(columns).iter_rows()
    }

    def take_back(override_id: str | None) -> None:
        if override_id:
            desk.do(lambda now: withdraw(now, override_id))
            refresh()

    picker = mo.ui.dropdown(options, label=read(say("Your words on pairs")), full_width=True)
    return mo.ui.form(picker, bordered=False, submit_button_label=read(say("Take back")), on_change=take_back)


def confirm_button(
    desk: Desk, proposal: Proposal, read: Speaker, refresh: Callable[[], None]
) -> mo.ui.button:
    """Confirms all proposed pairs at once."""
    count = to_confirm(proposal)

    def decide(_: object) -> None:
        done = say_count(
            "{n} pair confirmed. Undo takes it back.", "{n} pairs confirmed. Undo takes it back.", count
        )
        desk.do(lambda snapshot: confirm(snapshot, proposal, desk.who, datetime.now(UTC)), done=done)
        refresh()

    label = say_count("Confirm {n} pair", "Confirm {n} pairs", count)
    if not count and proposal.is_confirmed.any():
        label = say("All pairs are confirmed")
    return mo.ui.button(label=read(label), kind="success", on_click=decide, disabled=not count)


def decide_bar(
    confirm: mo.ui.button, snapshot: Snapshot, proposal: Proposal, read: Speaker
) -> mo.Html | None:
    """The two ways on: confirm the plan, keep it as a workbook."""
    if not all(proposal.pool.candidates.shape):
        return None
    return side_by_side(confirm, workbook_download(snapshot, proposal, read))


def pairs_head(snapshot: Snapshot, tools: Sequence[mo.Html], read: Speaker) -> mo.Html | None:
    """The heading of the pairs, how to use the table, search and order; nothing without sign-ups."""
    if not snapshot.applications.height:
        return None
    hint = say("Tick a pair to see why these two, to keep it or to rule it out.")
    return mo.vstack(
        [heading(say("Pairs"), read), paragraph(hint, read, "quiet"), side_by_side(*tools)], gap=0.4
    )


def pairs_panel(
    rows: pl.DataFrame, picked: pl.DataFrame, table: mo.ui.table, read: Speaker
) -> mo.Html | None:
    """The table, and how many of the pairs it shows when these are not all."""
    if not rows.height:
        return None
    if picked.height == rows.height:
        return table
    some = say("{shown} of {all} pairs shown.", shown=picked.height, all=rows.height)
    return mo.vstack([table, paragraph(some, read, "quiet")], gap=0.4)


def unplaced_panel(people: tuple[Unplaced, ...], snapshot: Snapshot, read: Speaker) -> mo.Html | None:
    """Who is not placed and why: mentees in sight, mentors folded away."""
    if not people:
        return None
    mentees, mentors = (unplaced_table(people, role, snapshot, read) for role in ("mentee", "mentor"))
    count = sum(one.role == "mentor" for one in people)
    title = say_count("{n} mentor without a mentee", "{n} mentors without a mentee", count)
    folded = (
        Markup("<details><summary>{}</summary>{}</details>").format(read(title), mentors) if count else ""
    )
    return html(Markup("<h2>{}</h2>{}{}").format(read(say("Not placed yet")), mentees, folded))


def workbook_download(snapshot: Snapshot, proposal: Proposal, read: Speaker) -> mo.Html:
    """The plan as a workbook, made when she asks for it."""
    return mo.download(
        data=lambda: plan_workbook(snapshot, proposal, read),
        filename=read(say("pairing.xlsx")),
        mimetype=_XLSX,
        label=read(say("Save as workbook")),
        disabled=not len(proposal.placed),
    )


def decisions_table(snapshot: Snapshot, read: Speaker) -> mo.Html | None:
    """What was decided when; nothing before the first decision."""
    if not snapshot.decisions.height:
        return None
    rows = (
        (read.write(at.astimezone()), who, pairs, left, code[:12])
        for at, who, pairs, left, code in snapshot.decisions.sort("decided_at", descending=True)
        .select("decided_at", "decided_by", "pair_count", "unplaced_count", "sha256")
        .iter_rows()
    )
    heads = (say("When"), say("Who"), say("Pairs"), say("Not placed"), say("Fingerprint"))
    return html(Markup("<h2>{}</h2>{}").format(read(say("Decisions")), html_table(heads, rows, read)))


def _other_mentors(snapshot: Snapshot, pair: Mapping[str, Any], proposal: Proposal) -> dict[str, str]:
    """Lawful mentors for the mentee of a pair, best first, with their points."""
    candidates, who = proposal.pool.candidates, Who.of(snapshot)
    row = candidates.mentees["id"].index_of(pair["mentee_id"]) or 0
    mentors = candidates.mentors["id"].to_list()
    scored = [
        (float(proposal.score[row, column]), mentor)
        for column, mentor in enumerate(mentors)
        if proposal.allowed[row, column] and mentor != pair["mentor_id"]
    ]
    return {f"{who[mentor]} – {round(score * 100)}": mentor for score, mentor in sorted(scored, reverse=True)}


def _name(name: str) -> mo.Html:
    """A name as text; of bare text in a table marimo makes links, pictures and trees."""
    return html(escape(name))
