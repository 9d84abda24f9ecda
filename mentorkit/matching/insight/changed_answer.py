"""One answer changed, and what the pool would be then: only what reads that answer is judged anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import polars as pl

from mentorkit.matching.candidates import Candidates
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.pool import Pool
from mentorkit.matching.propose import Proposal, Settings
from mentorkit.matching.rules import RULES
from mentorkit.model import Person, Side
from mentorkit.model.fields import ANSWERS

_ALIKE = [
    mine
    for one in CRITERIA
    for mine, theirs in zip(one.mentee_answers, one.mentor_answers, strict=False)
    if mine == theirs
]
_LISTS = [name for name in _ALIKE if ANSWERS[name].kind in ("list", "choices", "language codes")]
_SCALES = [name for name in _ALIKE if ANSWERS[name].kind in ("scale", "choice")]
_SINGLE = 3
"""Entries that are tried one by one, before all at once."""


@dataclass(frozen=True)
class ChangedAnswer:
    """What if somebody answered this?

    `answer` is the column and `value` what it would hold; `added` are the entries of a
    list that are new, empty for other answers; with `is_part` more could be added.
    """

    side: Side
    person: str
    answer: str
    value: Any
    added: tuple[str, ...] = ()
    is_part: bool = False


def possible_answers(proposal: Proposal, row: int, column: int) -> Iterator[ChangedAnswer]:
    """Answers that count and bring these two closer, one at a time.

    Entries of a list come one by one before all at once; where each takes longer to try, only
    all at once. Nobody is asked to be somebody else: department,
    city, experience and level stay as they are, and what was told in confidence or agreed to
    is left alone.
    """
    for changed in _closer(proposal, row, column):
        is_tried = proposal.aim.is_quick or not changed.is_part
        if is_tried and _counts(changed.answer, proposal.settings):
            yield changed


def answered(pool: Pool, changed: ChangedAnswer, settings: Settings) -> Pool:
    """The pool after a change of one answer, for these settings.

    Criteria without a weight keep their old values.
    """
    others = tuple(answered(other, changed, settings) for other in pool.others)
    candidates = _changed(pool.candidates, changed)
    layers = pool.layers.copy()
    for place in _criteria_reading(changed.answer, settings):
        layers[place] = CRITERIA[place].compute(candidates)
    anew = {rule.key: rule.compute(candidates) for rule in RULES if rule.reads(changed.answer)}
    lawful = {**pool.lawful, **anew}
    return replace(pool, candidates=candidates, layers=layers, lawful=lawful, others=others)


def _closer(proposal: Proposal, row: int, column: int) -> Iterator[ChangedAnswer]:
    """Every answer that one of the two might give otherwise."""
    candidates = proposal.pool.candidates
    mentee, mentor = candidates.mentees.row(row, named=True), candidates.mentors.row(column, named=True)
    kinds = [pool.candidates.relation_type for pool in (proposal.pool, *proposal.pool.others)]
    yield from _added("mentor", mentor, "topics", mentee["goals"])
    if "peer" in kinds:
        yield from _added("mentee", mentee, "topics", mentor["goals"])
    both: tuple[tuple[Side, dict[str, Any], dict[str, Any]], ...]
    both = (("mentor", mentor, mentee), ("mentee", mentee, mentor))
    for side, one, other in both:
        for name in _LISTS:
            yield from _added(side, one, name, other[name])
        for name in _SCALES:
            if other[name] is not None and one[name] != other[name]:
                yield ChangedAnswer(side, one["id"], name, other[name])
        known_as = other["email"] or other["employee_id"] or other["full_name"]
        yield from _added(side, one, "prefers", [known_as])
        if one["relation_types"]:
            yield from _added(side, one, "relation_types", kinds)
    if mentor["is_trained"] is False:
        yield ChangedAnswer("mentor", mentor["id"], "is_trained", True)


def _counts(answer: str, settings: Settings) -> bool:
    """Whether any criterion with a weight, or condition that is on, reads this answer."""
    return any(one.reads(answer) for one in settings.rules_on) or bool(_criteria_reading(answer, settings))


def _criteria_reading(answer: str, settings: Settings) -> list[int]:
    reads = [one.reads(answer) for one in CRITERIA]
    found: list[int] = np.flatnonzero(np.array(reads) & (settings.vector > 0)).tolist()
    return found


def _added(
    side: Side, person: dict[str, Any], name: str, offered: Sequence[str] | None
) -> Iterator[ChangedAnswer]:
    """The entries that the other one has and this person has not: one by one, then all."""
    own = person[name] or []
    known = {entry.lower() for entry in own}
    missing = {entry.lower(): entry for entry in offered or () if entry.lower() not in known}
    entries = [*missing.values()]
    groups = [(entry,) for entry in entries[:_SINGLE]]
    for group in [*groups, tuple(entries)] if len(entries) > 1 else groups:
        yield ChangedAnswer(side, person["id"], name, [*own, *group], group, len(group) < len(entries))


def _changed(candidates: Candidates, changed: ChangedAnswer) -> Candidates:
    """The candidates with one answer replaced; a detail of a person changes in both roles."""
    is_personal = changed.answer in Person.model_fields
    mentees, mentors = candidates.mentees, candidates.mentors
    if is_personal or changed.side == "mentee":
        mentees = _with(mentees, changed)
    if is_personal or changed.side == "mentor":
        mentors = _with(mentors, changed)
    return replace(candidates, mentees=mentees, mentors=mentors)


def _with(frame: pl.DataFrame, changed: ChangedAnswer) -> pl.DataFrame:
    value = pl.lit(pl.Series([changed.value], dtype=frame.schema[changed.answer]))
    is_hers = pl.col("id") == changed.person
    return frame.with_columns(
        pl.when(is_hers).then(value.first()).otherwise(pl.col(changed.answer)).alias(changed.answer)
    )
