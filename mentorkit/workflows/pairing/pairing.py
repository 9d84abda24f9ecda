"""What the coordinator does while pairing: each action as Changes, or a lawful refusal."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

import numpy as np
import polars as pl

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot, rows_of
from mentorkit.matching import DEFAULT_WEIGHTS, RULES, Pool, Proposal, propose
from mentorkit.matching.decision.record import record
from mentorkit.matching.unplaced import turnout
from mentorkit.model import (
    LONGEST_REASON,
    AimKey,
    Changes,
    Decision,
    Delete,
    FrozenScore,
    Insert,
    Override,
    OverrideKind,
    Pair,
    Row,
)
from mentorkit.model.pairing import sha256_of
from mentorkit.model.row import id_of
from mentorkit.text import say
from mentorkit.views.names import Names

OUTDATED = say(
    "The proposal changed since you saw it, so nothing was confirmed. Look at the new proposal "
    "and confirm again."
)


def set_weights(snapshot: Snapshot, weights: Mapping[str, float]) -> Changes:
    """Remember the weights, 0–100 each; no changes when they are the stored ones."""
    programme = snapshot.programme
    is_new = weights != {**DEFAULT_WEIGHTS, **programme.weights}
    return Changes.to_settings("weights", programme, weights=weights if is_new else programme.weights)


def set_rules_off(snapshot: Snapshot, rules_off: frozenset[str]) -> Changes:
    """Remember which conditions are off; one that protects people cannot be switched off."""
    switchable = tuple(rule.key for rule in RULES if not rule.is_fixed and rule.key in rules_off)
    return Changes.to_settings("rules", snapshot.programme, rules_off=switchable)


def set_aim(snapshot: Snapshot, aim: AimKey, unplaced_price: float) -> Changes:
    """Remember what the best plan is, and the price 0–1 of leaving a mentee out; no changes when stored."""
    programme = snapshot.programme
    if (aim, unplaced_price) == (programme.aim, programme.unplaced_price or 0.0):
        return Changes("aim")
    return Changes.to_settings("aim", programme, aim=aim, unplaced_price=unplaced_price)


def set_blind(snapshot: Snapshot, is_blind: bool) -> Changes:
    """Hide or show the names of people whose pair is not confirmed; no changes when it is so already."""
    if is_blind:
        return Changes.to_settings("blind", snapshot.programme, is_blind=True)
    return Changes.to_settings("unblind", snapshot.programme, is_blind=False)


def decide_on(
    snapshot: Snapshot, proposal: Proposal, pair: tuple[str, str | None], kind: OverrideKind, reason: str
) -> Changes:
    """The coordinator's word on one pair (ids of mentee and mentor), which replaces an earlier one.

    Raises NotLawful when a reason or a mentor is missing, the pair is confirmed, or a locked or
    chosen pair breaks a condition or has no room; nothing is changed then.
    """
    _refuse_reason(reason.strip())
    mentee, mentor = pair
    if mentor is None:
        raise NotLawful(say("Choose a mentor first."), "mentor")
    if snapshot.active_pairs.filter(mentee_id=mentee).height:
        raise NotLawful(say("This mentee has a confirmed pair. Release that pair first."))
    replaced = _replaced(snapshot, (mentee, mentor), kind)
    if kind != "forbid":
        _refuse_unlawful(proposal, (mentee, mentor), Names.of(snapshot))
    word = Override(id=uuid.uuid4().hex, kind=kind, mentee_id=mentee, mentor_id=mentor, reason=reason.strip())
    return Changes("override", (*map(Delete, replaced), Insert(word)))


def withdraw(snapshot: Snapshot, override_id: str) -> Changes:
    """Take back the coordinator's word on a pair."""
    found = rows_of(snapshot.overrides.filter(id=override_id), Override)
    return Changes("override", tuple(map(Delete, found)))


def confirm(snapshot: Snapshot, proposal: Proposal, author: str, now: datetime) -> Changes:
    """Confirm every proposed pair that is not confirmed yet, with the decision record.

    Raises NotLawful when there is nothing to confirm, or when the proposal is not the plan
    of this snapshot any more: what is confirmed is what was seen, and it is still lawful.
    """
    current = propose(Pool.of(snapshot), proposal.settings)
    fresh = not_confirmed(current)
    if not fresh:
        raise NotLawful(say("There is no new pair to confirm."))
    key = uuid.uuid4().hex
    text = record(snapshot, proposal, author, now, key)
    if text != record(snapshot, current, author, now, key):
        raise NotLawful(OUTDATED)
    decision = decision_on(current, key, text, author, now)
    return Changes("confirm", (Insert(decision), *map(Insert, pairs_confirmed(current, fresh, decision))))


def not_confirmed(proposal: Proposal) -> list[int]:
    """The rows of the mentees whose proposed pair is not confirmed yet."""
    return [row for row in proposal.placed.tolist() if not proposal.is_confirmed[row]]


def decision_on(proposal: Proposal, key: str, text: str, author: str, now: datetime) -> Decision:
    """The decision to confirm what a proposal adds, with the `text` of its record."""
    return Decision(
        id=key,
        decided_at=now,
        decided_by=author,
        pair_count=len(not_confirmed(proposal)),
        unplaced_count=turnout(proposal).waiting,
        record=text,
        sha256=sha256_of(text),
    )


def release(snapshot: Snapshot, mentee: str) -> Changes:
    """Take back the confirmation of one mentee's pair, who is then placed anew.

    What was noted of that pair goes with it, and comes back with undo.
    """
    found = rows_of(snapshot.active_pairs.filter(mentee_id=mentee), Pair)
    return Changes("release", tuple(map(Delete, (*snapshot.pointing_at(found), *found))))


def pairs_confirmed(proposal: Proposal, fresh: Iterable[int], decision: Decision) -> Iterator[Row]:
    """The proposed pairs of some mentees as they are confirmed, each with what its score rests on."""
    allowed = np.where(proposal.allowed, proposal.score, np.nan)
    spread = float(np.nanstd(allowed)) if proposal.allowed.any() else 0.0
    for row in fresh:
        pair, column = _pair_confirmed(proposal, row, decision), int(proposal.mentor_of[row])
        found = zip(DEFAULT_WEIGHTS, proposal.pool_of(row, column).layers[:, row, column], strict=True)
        yield pair
        yield FrozenScore(
            id=id_of("frozen_score", pair.id),
            pair_id=pair.id,
            criteria={key: round(float(value), 9) for key, value in found if not np.isnan(value)},
            best=max(pair.score, float(np.nanmax(allowed[row], initial=0.0))),
            place=1 + int(np.sum(allowed[row] > pair.score)),
            spread=spread,
        )


def _pair_confirmed(proposal: Proposal, row: int, decision: Decision) -> Pair:
    candidates, column = proposal.pool.candidates, int(proposal.mentor_of[row])
    return Pair(
        id=uuid.uuid4().hex,
        mentee_id=candidates.mentees["id"][row],
        mentor_id=candidates.mentors["id"][column],
        score=float(proposal.score[row, column]),
        decision_id=decision.id,
        confirmed_on=decision.decided_at.date(),
        relation_type=proposal.pool_of(row, column).candidates.relation_type,
    )


def _replaced(snapshot: Snapshot, pair: tuple[str, str], kind: OverrideKind) -> list[Override]:
    """Earlier words that the new one makes void: the same pair, or the mentee's other wish."""
    mentee, mentor = pair
    is_void = pl.col("mentor_id") == mentor
    if kind != "forbid":
        is_void |= pl.col("kind") != "forbid"
    return rows_of(snapshot.overrides.filter(is_void, mentee_id=mentee), Override)


def _refuse_reason(reason: str) -> None:
    """Raise when there is no reason, or more of it than is kept."""
    if not reason:
        raise NotLawful(say("Give a reason, so that the decision can be explained later."), "reason")
    if len(reason) > LONGEST_REASON:
        long = say("The reason has {length} characters and there is room for {most}. Make it shorter.")
        raise NotLawful(long.filled(length=len(reason), most=LONGEST_REASON), "reason")


def _refuse_unlawful(proposal: Proposal, pair: tuple[str, str], names: Names) -> None:
    """Raise when the pair breaks a condition or the mentor's room is taken by other decisions."""
    pool = proposal.pool
    row, column = pool.candidates.row_of_mentee[pair[0]], pool.candidates.column_of_mentor[pair[1]]
    mentee, mentor = (names[person] for person in pair)
    for rule in proposal.settings.rules_on:
        if not pool.lawful_at_all[rule.key][row, column]:
            raise NotLawful(rule.refusal.filled(mentee=mentee, mentor=mentor))
    decided = dict((*pool.wished, *pool.confirmed))
    taken = [taken for other, taken in decided.items() if other != row]
    if taken.count(column) >= pool.capacity[column]:
        raise NotLawful(say("{mentor} has no place left beside the pairs you decided on.", mentor=mentor))
