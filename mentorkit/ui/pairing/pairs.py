"""The pairing page: her word on a pair, confirming, handing on, and who is not placed."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, cast

import marimo as mo
from markupsafe import Markup

from mentorkit.documents.plan_workbook import plan_workbook
from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal, Unplaced
from mentorkit.model import OverrideKind
from mentorkit.text import Speaker, say, say_count
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import html, side_by_side
from mentorkit.ui.pairing.board import Look
from mentorkit.views.names import Names
from mentorkit.views.pairing.choices import lawful_mentors
from mentorkit.views.pairing.meeting_cards import meeting_cards
from mentorkit.views.pairing.pairs import Status
from mentorkit.views.pairing.unplaced import unplaced_table
from mentorkit.views.table import html_table
from mentorkit.workflows.pairing.pairing import confirm, decide_on, release, set_blind, withdraw

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def word_form(
    desk: Desk, look: Look, speak: Speaker, refresh: Callable[[], None]
) -> mo.ui.form[Any, Any] | None:
    """Her word on the chosen pair: keep or make it, rule it out, or another mentor; with a reason.

    What she typed stays while weights move and the pair stays what it is.
    """
    pair = look.pair
    if pair is None or pair.is_settled or desk.latest is None:
        return None
    kinds: dict[str, str] = {
        speak(say("Keep this pair") if pair.status else say("Make this the pair")): (
            "lock" if pair.status else "choose"
        ),
        speak(say("Not these two")): "forbid",
        speak(say("Another mentor")): "another",
    }
    others = lawful_mentors(desk.latest, (pair.row, pair.column), Names.of(desk.snapshot))
    fields = mo.Html("<div>{kind}</div><div>{mentor}</div><div>{reason}</div>").batch(
        kind=mo.ui.radio(kinds, value=next(iter(kinds)), label=speak(say("Your word on this pair"))),
        mentor=mo.ui.dropdown(others, label=speak(say("That other mentor"))),
        reason=mo.ui.text(label=speak(say("Reason (goes into the decision record)")), full_width=True),
    )

    def say_so(value: dict[str, Any] | None) -> None:
        if value:
            is_other = value["kind"] == "another"
            chosen = (pair.mentee_id, value["mentor"] if is_other else pair.mentor_id)
            kind: OverrideKind = "choose" if is_other else value["kind"]
            desk.decide(
                lambda snapshot, plan: decide_on(snapshot, plan, chosen, kind, value["reason"]),
                done=say("Recorded. Undo takes it back."),
            )
            refresh()

    return mo.ui.form(fields, bordered=False, submit_button_label=speak(say("Record")), on_change=say_so)


def release_button(
    desk: Desk, look: Look, speak: Speaker, refresh: Callable[[], None]
) -> mo.ui.button | None:
    """Takes back the confirmation of the chosen pair."""
    pair = look.pair
    if pair is None or pair.status != Status.CONFIRMED:
        return None

    def let_go(_: object) -> None:
        desk.do(lambda snapshot: release(snapshot, pair.mentee_id), done=say("The pair is released."))
        refresh()

    return mo.ui.button(label=speak(say("Release this pair")), on_click=let_go)


def withdraw_form(
    desk: Desk, snapshot: Snapshot, speak: Speaker, refresh: Callable[[], None]
) -> mo.ui.form[Any, Any] | None:
    """Her words on pairs so far, each to be taken back."""
    if not snapshot.overrides.height:
        return None
    names = Names.of(snapshot)
    kinds = {"lock": speak(say("keep")), "choose": speak(say("chosen")), "forbid": speak(say("not"))}
    columns = ("id", "kind", "mentee_id", "mentor_id", "reason")
    options = {
        _word_line(names, (mentee, mentor), kinds[kind], reason): override_id
        for override_id, kind, mentee, mentor, reason in snapshot.overrides.select(columns).iter_rows()
    }

    def take_back(override_id: str | None) -> None:
        if override_id:
            desk.do(lambda now: withdraw(now, override_id))
            refresh()

    picker = mo.ui.dropdown(options, label=speak(say("Your words on pairs")), full_width=True)
    return mo.ui.form(
        picker, bordered=False, submit_button_label=speak(say("Take back")), on_change=take_back
    )


def confirm_button(
    desk: Desk, count: int, snapshot: Snapshot, speak: Speaker, refresh: Callable[[], None]
) -> mo.ui.button:
    """Confirms all pairs of the plan she sees at once; `count` of them are not confirmed yet."""

    def decide(_: object) -> None:
        done = say_count(
            "{n} pair confirmed. Undo takes it back.", "{n} pairs confirmed. Undo takes it back.", count
        )
        desk.decide(lambda now, plan: confirm(now, plan, desk.author, datetime.now(UTC)), done=done)
        refresh()

    label = say_count("Confirm {n} pair", "Confirm {n} pairs", count)
    if not count and snapshot.pairs.height:
        label = say("All pairs are confirmed")
    return mo.ui.button(label=speak(label), kind="success", on_click=decide, disabled=not count)


def names_switch(desk: Desk, speak: Speaker, refresh: Callable[[], None], _turn: int) -> mo.ui.switch:
    """Hides the names of everybody whose pair is not confirmed; made again after an action."""

    def hide(is_blind: object) -> None:
        desk.do(lambda snapshot: set_blind(snapshot, bool(is_blind)))
        refresh()

    label = speak(say("Hide names until a pair is confirmed"))
    return mo.ui.switch(value=desk.snapshot.programme.is_blind, label=label, on_change=hide)


def decide_bar(
    desk: Desk, confirm: mo.ui.button, names: mo.ui.switch, snapshot: Snapshot, speak: Speaker
) -> mo.Html | None:
    """The ways on: confirm the plan, keep it as a workbook, print cards to talk about; and the names."""
    if snapshot.applications["role"].n_unique() < 2:
        return None
    return side_by_side(confirm, workbook_download(desk, speak), cards_download(desk, speak), names)


def unplaced_panel(
    people: tuple[Unplaced, ...], asks: mo.ui.dictionary, snapshot: Snapshot, speak: Speaker
) -> mo.Html | None:
    """Who is not placed and why: mentees in sight, mentors folded away, and the switch to ask more."""
    if not people:
        return None
    mentees, mentors = (unplaced_table(people, role, snapshot, speak) for role in ("mentee", "mentor"))
    count = sum(one.role == "mentor" for one in people)
    title = say_count("{n} mentor without a mentee", "{n} mentors without a mentee", count)
    folded = (
        Markup("<details><summary>{}</summary>{}</details>").format(speak(title), mentors) if count else ""
    )
    table = html(Markup("<h2>{}</h2>{}{}").format(speak(say("Not placed yet")), mentees, folded))
    has_both = snapshot.applications["role"].n_unique() > 1
    return mo.vstack([table, asks["shortage"]], gap=0.6) if mentees and has_both else table


def workbook_download(desk: Desk, speak: Speaker) -> mo.Html:
    """The plan she sees as a workbook, made when she asks for it."""
    return mo.download(
        data=lambda: plan_workbook(desk.snapshot, cast(Proposal, desk.latest), speak),
        filename=speak(say("pairing.xlsx")),
        mimetype=_XLSX,
        label=speak(say("Save as workbook")),
    )


def cards_download(desk: Desk, speak: Speaker) -> mo.Html:
    """The cards of the plan she sees for a matching meeting, as one page to print."""
    return mo.download(
        data=lambda: meeting_cards(desk.snapshot, cast(Proposal, desk.latest), speak).encode(),
        filename=speak(say("meeting-cards.html")),
        mimetype="text/html",
        label=speak(say("Cards to print")),
    )


def decisions_table(snapshot: Snapshot, speak: Speaker) -> mo.Html | None:
    """What was decided when; nothing before the first decision."""
    if not snapshot.decisions.height:
        return None
    rows = (
        (speak.write(at.astimezone()), who, pairs, left, code[:12])
        for at, who, pairs, left, code in snapshot.decisions.sort("decided_at", descending=True)
        .select("decided_at", "decided_by", "pair_count", "unplaced_count", "sha256")
        .iter_rows()
    )
    heads = (say("When"), say("Who"), say("Pairs"), say("Not placed"), say("Fingerprint"))
    return html(Markup("<h2>{}</h2>{}").format(speak(say("Decisions")), html_table(heads, rows, speak)))


def _word_line(names: Names, pair: tuple[str, str], kind: str, reason: str) -> str:
    """One of her words; a reason may tell who somebody is, so it is left out while a name is hidden."""
    mentee, mentor = pair
    said = f"{names[mentee]} – {names[mentor]} ({kind})"
    return said if names.hidden.intersection(pair) else f"{said}: {reason}"
