"""How far pairs are: introduced, agreed, under way or declined, and what both expect before they talk."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, get_args

from mentorkit.documents.yes_or_no import PairAnswer
from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import (
    Application,
    Change,
    Changes,
    Decline,
    DeclineReason,
    Delete,
    Expectation,
    Insert,
    Pair,
    SaidAloud,
    Side,
    StartStep,
    StepKind,
    Update,
)
from mentorkit.model.change import kept
from mentorkit.model.row import id_of
from mentorkit.progress.beginning import YES
from mentorkit.text import say
from mentorkit.workflows.intake.days import typed_day

PAUSING = frozenset({"time", "stops"})
"""Reasons after which nobody else is proposed either, until the coordinator says so."""

TAKEN: Mapping[str, tuple[StepKind, ...]] = {
    **{kind: (kind,) for kind in get_args(StepKind)},
    "both_agreed": ("mentee_agreed", "mentor_agreed"),
}
"""What can be noted of a pair at once, with the steps it stands for."""

NO: Mapping[str, Side] = {"mentee_declines": "mentee", "mentor_declines": "mentor"}
"""Who says no."""


def typed_step(snapshot: Snapshot, listed: Iterable[str], given: Mapping[str, Any], today: date) -> Changes:
    """What was entered for pairs of a list, as `set_steps` or `decline` notes it; it is refused as they do.

    `given` says whether it `is_all` of the list or else for each pair whether it is ticked, what happened,
    the `day` (today when it is empty), whether a step `is_back`, and of a no the reason and the remark.
    """
    pairs = [pair for pair in listed if given["is_all"] or given[f"pair-{pair}"]]
    day = typed_day(given["day"]) or today
    if given["what"] not in NO:
        return set_steps(snapshot, pairs, TAKEN[given["what"]], None if given["is_back"] else day)
    if given["is_back"]:
        raise NotLawful(say("A no is taken back with Undo. Take this tick away."), "is_back")
    return decline(snapshot, pairs, NO[given["what"]], given["reason"], given["remark"], day)


def set_steps(
    snapshot: Snapshot, pairs: Sequence[str], kinds: Sequence[StepKind], day: date | None
) -> Changes:
    """Note that pairs (by id) took steps on a day, or with no day that they did not after all.

    What stands so already is no change. Raises NotLawful without a pair.
    """
    _refuse_none(pairs)
    known = {row.id: row for row in snapshot.rows(StartStep)}
    asked = [(id_of(pair, kind), pair, kind) for pair in pairs for kind in kinds]
    if day is None:
        return Changes("step", tuple(Delete(known[own]) for own, _, _ in asked if own in known))
    rows = [StartStep(id=own, pair_id=pair, kind=kind, day=day) for own, pair, kind in asked]
    return Changes("step", kept(known.values(), rows))


def decline(
    snapshot: Snapshot, pairs: Sequence[str], side: Side, reason: DeclineReason, remark: str, day: date
) -> Changes:
    """One of the two said no to each of these pairs on a day: they end, and are not proposed again.

    Who has no time or stops is paused as well. Raises NotLawful without a pair.
    """
    _refuse_none(pairs)
    return Changes(
        "decline", _declined(snapshot, [PairAnswer(one, side, False, reason, remark) for one in pairs], day)
    )


def record_answers(snapshot: Snapshot, answers: Sequence[PairAnswer], day: date) -> Changes:
    """Keep the yes of each side on a day, and end the pairs to which somebody said no, as `decline` does.

    A yes that is known keeps its day; answers about a pair that has ended change nothing.
    """
    open_ids = {pair.id for pair in snapshot.rows(Pair) if pair.ended_on is None}
    told = [one for one in answers if one.pair_id in open_ids]
    known = {row.id for row in snapshot.rows(StartStep)}
    said = ((id_of(one.pair_id, YES[one.side]), one) for one in told if one.is_yes)
    new = (
        Insert(StartStep(id=own, pair_id=one.pair_id, kind=YES[one.side], day=day))
        for own, one in said
        if own not in known
    )
    return Changes("answers", (*new, *_declined(snapshot, [one for one in told if not one.is_yes], day)))


def _declined(snapshot: Snapshot, noes: Sequence[PairAnswer], day: date) -> tuple[Change, ...]:
    """What becomes of pairs to which one of the two, or both, said no."""
    pairs = {pair.id: pair for pair in snapshot.rows(Pair)}
    told = [(one, pairs[one.pair_id]) for one in noes if one.pair_id in pairs]
    said = (
        Insert(
            Decline(
                id=id_of(pair.id, one.side),
                pair_id=pair.id,
                side=one.side,
                declined_on=day,
                reason=one.reason,
                remark=one.remark.strip(),
            )
        )
        for one, pair in told
    )
    ended = {pair.id: pair for _, pair in told}.values()
    over = (Update(pair.model_copy(update={"ended_on": day, "has_failed": True})) for pair in ended)
    gone = {
        (one.side, pair.mentee_id if one.side == "mentee" else pair.mentor_id): True
        for one, pair in told
        if one.reason in PAUSING
    }
    return (*said, *over, *set_paused(snapshot, gone))


def set_paused(snapshot: Snapshot, wanted: Mapping[tuple[Side, str], bool]) -> tuple[Change, ...]:
    """Whether people are proposed to anybody for now, by their side and id; what stands so is no change."""
    rows = [row for row in snapshot.rows(Application) if (row.role, row.person_id) in wanted]
    changed = [row for row in rows if bool(row.is_paused) != wanted[row.role, row.person_id]]
    paused = (row.model_copy(update={"is_paused": wanted[row.role, row.person_id]}) for row in changed)
    return kept(changed, paused)


def set_aloud(snapshot: Snapshot, pair: str, questions: Iterable[str], today: date) -> Changes:
    """These are the questions that a pair talked about; a day that was noted stays."""
    known = {row.question: row for row in snapshot.rows(SaidAloud) if row.pair_id == pair}
    asked = set(questions)
    said: Any = {"pair_id": pair, "said_on": today}
    new = (SaidAloud(id=id_of(pair, one), question=one, **said) for one in sorted(asked - known.keys()))
    gone = (Delete(row) for question, row in known.items() if question not in asked)
    return Changes("aloud", (*map(Insert, new), *gone))


def record_expectations(snapshot: Snapshot, answers: Iterable[Expectation]) -> Changes:
    """Keep these answers, each in place of an earlier one of the same side of that pair.

    The day of answers that are recorded already stays, and then nothing changes.
    """
    known = snapshot.rows(Expectation)
    rows = [row.model_copy(update={"id": id_of(row.pair_id, row.side)}) for row in answers]
    same = {(row.id, *row.choices.items(), row.off_limits) for row in known}
    new = (row for row in rows if (row.id, *row.choices.items(), row.off_limits) not in same)
    return Changes("expectations", kept(known, new))


def _refuse_none(pairs: Sequence[str]) -> None:
    if not pairs:
        raise NotLawful(say("Tick the pairs it is about first."), "pairs")
