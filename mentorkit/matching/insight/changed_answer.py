"""One answer changed, and what the pool would be then: only what reads that answer is judged anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from mentorkit.matching.candidates import Candidates
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.pool import Pool
from mentorkit.matching.propose import Proposal, Settings
from mentorkit.matching.rules import RULES
from mentorkit.model import Person, Side
from mentorkit.model.fields import ANSWERS, LISTED, of_kind

_YES_OR_NO = of_kind("yes/no")
_ALIKE = [mine for one in CRITERIA for mine, theirs in one.answers if mine == theirs]
_LISTS = [name for name in _ALIKE if name in LISTED and ANSWERS[name].can_change]
_TOPICS = [part for one in CRITERIA if one.compares == "meanings" for part in one.answers]
_DONE = [name for rule in RULES for name in rule.answers if ANSWERS[name].can_change and name in _YES_OR_NO]
Answers = dict[str, Any]
"""What one person answered, by column."""

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
    all at once. Nobody is asked to be somebody else: only what somebody offers, moments and
    training can be answered otherwise, see `Answer.can_change`.
    """
    for changed in _closer(proposal, row, column):
        is_tried = proposal.aim.is_quick or not changed.is_part
        if is_tried and proposal.settings.reads(changed.answer):
            yield changed


def answered(pool: Pool, changed: ChangedAnswer, settings: Settings) -> Pool:
    """The pool after a change of one answer, for these settings.

    Criteria without a weight keep their old values.
    """
    others = tuple(answered(other, changed, settings) for other in pool.others)
    candidates = _changed(pool.candidates, changed)
    layers = pool.layers.copy()
    for place, criterion in settings.criteria_on.items():
        if criterion.reads(changed.answer):
            layers[place] = criterion.compute(candidates)
    anew = {rule.key: rule.compute(candidates) for rule in RULES if changed.answer in rule.answers}
    lawful = {**pool.lawful, **anew}
    return replace(pool, candidates=candidates, layers=layers, lawful=lawful, others=others)


def _closer(proposal: Proposal, row: int, column: int) -> Iterator[ChangedAnswer]:
    """Every answer that one of the two might give otherwise."""
    candidates = proposal.pool.candidates
    mentee, mentor = candidates.mentees.row(row, named=True), candidates.mentors.row(column, named=True)
    kinds: list[str] = [pool.candidates.relation_type for pool in (proposal.pool, *proposal.pool.others)]
    for wanted, offered in _TOPICS:
        yield from _added("mentor", mentor, offered, mentee[wanted])
        if "peer" in kinds:
            yield from _added("mentee", mentee, offered, mentor[wanted])
    for name in _LISTS:
        yield from _added("mentor", mentor, name, mentee[name])
        yield from _added("mentee", mentee, name, mentor[name])
    for name in _DONE:
        if mentor[name] is False:
            yield ChangedAnswer("mentor", mentor["id"], name, True)


def _added(side: Side, person: Answers, name: str, offered: Sequence[str] | None) -> Iterator[ChangedAnswer]:
    """The entries that the other one has and this person has not: one by one, then all."""
    own = person[name] or []
    known = {entry.lower() for entry in own}
    entries = [*{entry.lower(): entry for entry in offered or () if entry.lower() not in known}.values()]
    groups = [(entry,) for entry in entries[:_SINGLE]]
    for group in [*groups, tuple(entries)] if len(entries) > 1 else groups:
        yield ChangedAnswer(side, person["id"], name, [*own, *group], group, len(group) < len(entries))


def _changed(candidates: Candidates, changed: ChangedAnswer) -> Candidates:
    """The candidates with one answer replaced; a detail of a person changes in both roles."""
    is_in_both = changed.answer in Person.model_fields
    value = pl.lit(pl.Series([changed.value], dtype=candidates.mentees.schema[changed.answer])).first()
    answers = pl.when(pl.col("id") == changed.person).then(value).otherwise(pl.col(changed.answer))
    mentees, mentors = (
        frame.with_columns(answers.alias(changed.answer)) if is_in_both or changed.side == side else frame
        for side, frame in (("mentee", candidates.mentees), ("mentor", candidates.mentors))
    )
    return replace(candidates, mentees=mentees, mentors=mentors)
