"""The coordinator's word on a pair: what it may be, and the words so far, each with a way back."""

from typing import Any

import marimo as mo

from mentorkit.frames import Snapshot, rows_of
from mentorkit.matching import Proposal
from mentorkit.model import Override, OverrideKind
from mentorkit.text import Message, say
from mentorkit.ui.frame.page import Page, markup_of, together
from mentorkit.ui.pairing.board import Chosen, PairAtTurn
from mentorkit.views.names import Names
from mentorkit.views.pairing.pairs import Status
from mentorkit.workflows.pairing.pairing import decide_on, release, withdraw

_KINDS = {"lock": say("keep"), "choose": say("chosen"), "forbid": say("not")}


def word_form(page: Page, look: PairAtTurn, picker: mo.ui.dropdown | None) -> mo.ui.form[Any, Any] | None:
    """The word on the chosen pair, or on its mentee with the mentor who was picked and whose price is seen.

    What was typed stays while weights move and the pair stays what it is.
    """
    pair, speak, plan = look.pair, page.speak, page.desk.latest
    if pair is None or pair.is_settled or plan is None:
        return None
    mentor = _mentor_of(pair, picker)
    kinds = page.options(_words_on(pair, mentor, plan))
    fields = page.fields(
        kind=mo.ui.radio(kinds, value=next(iter(kinds)), label=speak(say("Your word"))),
        reason=mo.ui.text(label=speak(say("Reason (goes into the decision record)")), full_width=True),
    )

    def say_so(value: dict[str, Any]) -> None:
        page.decide(
            lambda now, plan: decide_on(now, plan, (pair.mentee_id, mentor), value["kind"], value["reason"]),
            say("Recorded. Undo takes it back."),
        )

    return page.form(fields, say("Record"), say_so)


def word_head(page: Page, look: PairAtTurn, picker: mo.ui.dropdown | None) -> mo.Html | None:
    """Whom the word is about; not in the form itself, as marimo reads a label as more than words."""
    pair, names = look.pair, Names.of(page.desk.snapshot).leading
    if pair is None or pair.is_settled:
        return None
    mentee, mentor = names[pair.mentee_id], names[_mentor_of(pair, picker)]
    return page.title(say("Your word on {mentee} with {mentor}", mentee=mentee, mentor=mentor), 3)


def release_button(page: Page, look: PairAtTurn) -> mo.ui.button | None:
    """Takes back the confirmation of the chosen pair."""
    pair = look.pair
    if pair is None or pair.status != Status.CONFIRMED:
        return None

    def let_go() -> None:
        page.do(lambda snapshot: release(snapshot, pair.mentee_id), say("The pair is released."))

    return page.button(say("Release this pair"), let_go)


def withdraw_buttons(page: Page, snapshot: Snapshot) -> mo.ui.array:
    """Takes back one word on a pair each, in the order of the table."""

    def button(override_id: str) -> mo.ui.button:
        done = say("Taken back.")
        return page.button(say("Take back"), lambda: page.do(lambda now: withdraw(now, override_id), done))

    return mo.ui.array([button(word.id) for word in _by_name(snapshot)])


def words_table(page: Page, snapshot: Snapshot, buttons: mo.ui.array) -> mo.Html | None:
    """The words on pairs so far; nothing before the first one."""
    names, words = Names.of(snapshot).leading, _by_name(snapshot)
    if not words:
        return None
    heads = (say("Mentee"), say("Mentor"), say("Your word"), say("Reason"), say("Way back"))
    rows = [
        (
            names[one.mentee_id],
            names[one.mentor_id],
            page.speak(_KINDS[one.kind]),
            one.reason,
            markup_of(button),
        )
        for one, button in zip(words, buttons, strict=True)
    ]
    return together(page.title(say("Your words on pairs")), page.table(heads, rows))


def _by_name(snapshot: Snapshot) -> list[Override]:
    """The words on pairs, by mentee; a reason may tell who somebody is, so not while a name is hidden."""
    names, words = Names.of(snapshot), rows_of(snapshot.overrides, Override)
    shown = (
        word.model_copy(update={"reason": ""}) if names.hidden & {word.mentee_id, word.mentor_id} else word
        for word in words
    )
    return sorted(shown, key=lambda word: (names[word.mentee_id], names[word.mentor_id], word.id))


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
