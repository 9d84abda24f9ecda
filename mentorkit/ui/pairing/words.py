"""The coordinator's word on a pair: what it may be, and the words so far, each with a way back."""

from functools import partial
from typing import Any

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal
from mentorkit.model import OverrideKind
from mentorkit.text import Message, say
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, markup_of, together
from mentorkit.ui.pairing.board import Chosen, PairAtTurn
from mentorkit.views.pairing.choices import words_by_name, words_on_pairs
from mentorkit.views.pairing.pairs import Status
from mentorkit.workflows.pairing.pairing import decide_on, release, withdraw


def word_form(page: Page, look: PairAtTurn, picker: mo.ui.dropdown | None) -> Form | None:
    """The word on the chosen pair, or on its mentee with the mentor who was picked and whose price is seen.

    What was typed stays while weights move and the pair stays what it is.
    """
    page.desk.leave(page.place)
    pair, plan = look.pair, page.desk.latest
    if pair is None or pair.is_settled or plan is None:
        return None
    both = pair.mentee_id, _mentor_of(pair, picker)
    fields = page.fields(
        kind=page.radio(say("Your word"), page.options(_words_on(pair, both[1], plan))),
        reason=page.entry(say("Reason (goes into the decision record)")),
    )

    def say_so(given: dict[str, Any]) -> None:
        page.decide(
            lambda now, plan: decide_on(now, plan, both, **given), say("Recorded. Undo takes it back.")
        )

    return page.form(fields, say("Record"), say_so)


def word_head(page: Page, look: PairAtTurn, picker: mo.ui.dropdown | None) -> mo.Html | None:
    """Whom the word is about; not in the form itself, as marimo reads a label as more than words."""
    pair, names = look.pair, page.names.leading
    if pair is None or pair.is_settled:
        return None
    mentee, mentor = names[pair.mentee_id], names[_mentor_of(pair, picker)]
    return page.title(say("Your word on {mentee} with {mentor}", mentee=mentee, mentor=mentor), 3)


def release_button(page: Page, look: PairAtTurn) -> mo.ui.button | None:
    """Takes back the confirmation of the chosen pair."""
    pair = look.pair
    if pair is None or pair.status != Status.CONFIRMED:
        return None
    return page.acts(
        say("Release this pair"), lambda now: release(now, pair.mentee_id), say("The pair is released.")
    )


def withdraw_buttons(page: Page, snapshot: Snapshot) -> mo.ui.array:
    """Takes back one word on a pair each, in the order of the table."""
    label, done = say("Take back"), say("Taken back.")
    words = words_by_name(snapshot)
    return mo.ui.array([page.acts(label, partial(withdraw, override_id=one.id), done) for one in words])


def words_table(page: Page, snapshot: Snapshot, buttons: mo.ui.array) -> mo.Html | None:
    """The words on pairs so far; nothing before the first one."""
    if not snapshot.overrides.height:
        return None
    table = words_on_pairs(snapshot, map(markup_of, buttons), page.speak)
    return together(page.title(say("Your words on pairs")), table)


def _mentor_of(pair: Chosen, picker: mo.ui.dropdown | None) -> str:
    """The mentor who was picked, else that of the pair on the board."""
    return (picker.value if picker is not None else None) or pair.mentor_id


def _words_on(pair: Chosen, mentor: str, plan: Proposal) -> dict[OverrideKind, Message]:
    """What may be said of a mentee with a mentor; a pair that is not allowed cannot be made."""
    never: dict[OverrideKind, Message] = {"forbid": say("Not these two")}
    if mentor == pair.mentor_id and pair.status:
        return {"lock": say("Keep this pair"), **never}
    column = plan.pool.candidates.column_of_mentor[mentor]
    return {"choose": say("Make this the pair"), **never} if plan.allowed[pair.row, column] else never
