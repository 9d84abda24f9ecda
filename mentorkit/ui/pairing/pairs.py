"""The pairing page: the coordinator's word on a pair, confirming, handing on, and who is not placed."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, cast

import marimo as mo

from mentorkit.documents.plan_workbook import plan_workbook
from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal, Unplaced
from mentorkit.model import OverrideKind
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.page import Page, side_by_side, stacked, together
from mentorkit.ui.pairing.board import PairAtTurn
from mentorkit.views.names import Names
from mentorkit.views.pairing.choices import lawful_mentors
from mentorkit.views.pairing.meeting_cards import meeting_cards
from mentorkit.views.pairing.pairs import Status
from mentorkit.views.pairing.printed_pairs import printed_pairs
from mentorkit.views.pairing.unplaced import unplaced_table
from mentorkit.workflows.pairing.pairing import confirm, decide_on, release, set_blind, withdraw


def word_form(page: Page, look: PairAtTurn) -> mo.ui.form[Any, Any] | None:
    """The word on the chosen pair: keep or make it, rule it out, or another mentor; with a reason.

    What was typed stays while weights move and the pair stays what it is.
    """
    pair, speak, plan = look.pair, page.speak, page.desk.latest
    if pair is None or pair.is_settled or plan is None:
        return None
    key, label = ("lock", say("Keep this pair")) if pair.status else ("choose", say("Make this the pair"))
    kinds = page.options({key: label, "forbid": say("Not these two"), "another": say("Another mentor")})
    others = lawful_mentors(plan, (pair.row, pair.column), Names.of(page.desk.snapshot))
    fields = page.fields(
        kind=mo.ui.radio(kinds, value=next(iter(kinds)), label=speak(say("Your word on this pair"))),
        mentor=mo.ui.dropdown(others, label=speak(say("That other mentor"))),
        reason=mo.ui.text(label=speak(say("Reason (goes into the decision record)")), full_width=True),
    )

    def say_so(value: dict[str, Any]) -> None:
        is_other = value["kind"] == "another"
        chosen = (pair.mentee_id, value["mentor"] if is_other else pair.mentor_id)
        kind: OverrideKind = "choose" if is_other else value["kind"]
        page.decide(
            lambda snapshot, plan: decide_on(snapshot, plan, chosen, kind, value["reason"]),
            say("Recorded. Undo takes it back."),
        )

    return page.form(fields, say("Record"), say_so)


def release_button(page: Page, look: PairAtTurn) -> mo.ui.button | None:
    """Takes back the confirmation of the chosen pair."""
    pair = look.pair
    if pair is None or pair.status != Status.CONFIRMED:
        return None

    def let_go() -> None:
        page.do(lambda snapshot: release(snapshot, pair.mentee_id), say("The pair is released."))

    return page.button(say("Release this pair"), let_go)


def withdraw_form(page: Page, snapshot: Snapshot) -> mo.ui.form[Any, Any] | None:
    """The words on pairs so far, each to be taken back."""
    if not snapshot.overrides.height:
        return None
    names, speak = Names.of(snapshot), page.speak
    kinds = {"lock": speak(say("keep")), "choose": speak(say("chosen")), "forbid": speak(say("not"))}
    columns = ("id", "kind", "mentee_id", "mentor_id", "reason")
    options = {
        _word_line(names, (mentee, mentor), kinds[kind], reason): override_id
        for override_id, kind, mentee, mentor, reason in snapshot.overrides.select(columns).iter_rows()
    }

    def take_back(override_id: str) -> None:
        page.do(lambda now: withdraw(now, override_id))

    picker = mo.ui.dropdown(options, label=speak(say("Your words on pairs")), full_width=True)
    return page.form(picker, say("Take back"), take_back)


def confirm_button(page: Page, count: int | None, snapshot: Snapshot) -> mo.ui.button | None:
    """Confirms all pairs of the plan on the page at once; `count` of them are not confirmed yet.

    None while they have not been counted.
    """
    if count is None:
        return None

    def decide() -> None:
        done = say_count(
            "{n} pair confirmed. Undo takes it back.", "{n} pairs confirmed. Undo takes it back.", count
        )
        page.decide(lambda now, plan: confirm(now, plan, page.desk.author, datetime.now(UTC)), done)

    label = say_count("Confirm {n} pair", "Confirm {n} pairs", count)
    if not count and snapshot.pairs.height:
        label = say("All pairs are confirmed")
    return page.button(label, decide, "success", is_off=not count)


def names_switch(page: Page, _turn: int) -> mo.ui.switch:
    """Hides the names of everybody whose pair is not confirmed; made again after an action."""

    def hide(is_blind: object) -> None:
        page.do(lambda snapshot: set_blind(snapshot, bool(is_blind)))

    label = page.speak(say("Hide names until a pair is confirmed"))
    return mo.ui.switch(value=page.desk.snapshot.programme.is_blind, label=label, on_change=hide)


def decide_bar(page: Page, confirm: mo.ui.button | None, names: mo.ui.switch) -> mo.Html | None:
    """The ways on: confirm the plan, keep it as a workbook, print it; and the names."""
    if not page.has_both_sides:
        return None
    desk, speak = page.desk, page.speak
    workbook = page.download(
        say("Save as workbook"),
        say("pairing.xlsx"),
        lambda: plan_workbook(desk.snapshot, cast(Proposal, desk.latest), speak),
    )
    return side_by_side(confirm, workbook, _papers(page), names)


def _papers(page: Page) -> mo.Html:
    """What can be printed: the list of pairs, and cards for a meeting in two sizes."""
    desk, speak = page.desk, page.speak

    def paper(label: Message, name: Message, made: Callable[..., str], *size: str) -> mo.Html:
        return page.download(label, name, lambda: made(desk.snapshot, desk.latest, speak, *size).encode())

    return page.fold(
        say("To print"),
        paper(say("List of pairs"), say("pairs.html"), printed_pairs),
        paper(say("Cards, two on a sheet"), say("meeting-cards.html"), meeting_cards),
        paper(say("Cards, four on a sheet"), say("small-cards.html"), meeting_cards, "four"),
    )


def unplaced_panel(
    page: Page, people: tuple[Unplaced, ...], asks: mo.ui.dictionary, snapshot: Snapshot
) -> mo.Html | None:
    """Who is not placed and why: mentees in sight, mentors folded away, and the switch to ask more."""
    if not people:
        return None
    mentees, mentors = (unplaced_table(people, role, snapshot, page.speak) for role in ("mentee", "mentor"))
    count = sum(one.role == "mentor" for one in people)
    title = say_count("{n} mentor without a mentee", "{n} mentors without a mentee", count)
    folded = page.fold(title, mentors) if count else None
    table = together(page.title(say("Not placed yet")), mentees, folded)
    return stacked(table, asks["shortage"], gap=0.6) if mentees and page.has_both_sides else table


def _word_line(names: Names, pair: tuple[str, str], kind: str, reason: str) -> str:
    """One word on a pair; a reason may tell who somebody is, so it is left out while a name is hidden."""
    mentee, mentor = pair
    said = f"{names[mentee]} – {names[mentor]} ({kind})"
    return said if names.hidden.intersection(pair) else f"{said}: {reason}"
