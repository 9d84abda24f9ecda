"""Programmes of a few people, written by hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from mentorkit.frames import Snapshot
from mentorkit.matching import Pool, Proposal, Settings, propose
from mentorkit.model import (
    Application,
    Decision,
    Override,
    OverrideKind,
    Pair,
    Person,
    Preference,
    PreferenceKind,
    Programme,
    RelationType,
    Role,
    Side,
)

QUOTED = {"level_name": "level"}
"""Answers that are quoted in a person's own words, and the column they are judged by."""

START = date(2026, 3, 1)


@dataclass(frozen=True)
class Entry:
    """Somebody the programme knows, with her sign-up if there is one."""

    person: Person
    application: Application | None = None


def columns_read(answers: Iterable[str]) -> list[str]:
    """The columns behind the answers a criterion names."""
    return [QUOTED.get(answer, answer) for answer in answers]


def known(name: str, **details: Any) -> Entry:
    return Entry(Person(**{"id": name, "full_name": name, **details}))


def signed_up(name: str, role: Role, answers: Mapping[str, Any]) -> Entry:
    """Answers go to the person or to her sign-up, whichever has such a field."""
    details = {key: value for key, value in answers.items() if key in Person.model_fields}
    answered = {key: value for key, value in answers.items() if key in Application.model_fields}
    assert answers.keys() == details.keys() | answered.keys()
    application = Application(id=f"{name}-{role}", person_id=name, role=role, **answered)
    return Entry(known(name, **details).person, application)


def mentee(name: str = "mentee", **answers: Any) -> Entry:
    return signed_up(name, "mentee", answers)


def mentor(name: str = "mentor", **answers: Any) -> Entry:
    return signed_up(name, "mentor", answers)


def override(kind: OverrideKind, mentee_id: str, mentor_id: str, revision: int = 0) -> Override:
    return Override(
        id=f"{kind}-{mentee_id}-{mentor_id}",
        revision=revision,
        kind=kind,
        mentee_id=mentee_id,
        mentor_id=mentor_id,
        reason="Her reason",
    )


def earlier(mentee_id: str, mentor_id: str, ended_on: date | None = None, has_failed: bool = False) -> Pair:
    return Pair(
        id=f"{mentee_id}-{mentor_id}",
        mentee_id=mentee_id,
        mentor_id=mentor_id,
        score=0.5,
        decision_id="decision",
        confirmed_on=START,
        ended_on=ended_on,
        has_failed=has_failed,
    )


def decision(name: str = "decision", decided_at: datetime = datetime(2026, 3, 1, tzinfo=UTC)) -> Decision:
    """By Carla, of two pairs; nobody reads its record."""
    return Decision(
        id=name,
        decided_at=decided_at,
        decided_by="Carla",
        pair_count=2,
        unplaced_count=0,
        record="{}",
        sha256="0" * 64,
    )


def said(side: Side, mentee_id: str, mentor_id: str, kind: PreferenceKind) -> Preference:
    return Preference(
        id=f"{mentee_id}-{mentor_id}-{side}", mentee_id=mentee_id, mentor_id=mentor_id, side=side, kind=kind
    )


def snapshot(
    *entries: Entry,
    overrides: Iterable[Override] = (),
    pairs: Iterable[Pair] = (),
    preferences: Iterable[Preference] = (),
    relation_type: RelationType = "classic",
) -> Snapshot:
    """Who stands in it twice, as mentor and as mentee, is one person with two sign-ups."""
    people = {entry.person.id: entry.person for entry in reversed(entries)}
    return Snapshot.of(
        Programme(id="programme", name="Programme", relation_type=relation_type),
        list(people.values()),
        [entry.application for entry in entries if entry.application],
        list(overrides),
        list(pairs),
        list(preferences),
    )


def blind(programme: Snapshot) -> Snapshot:
    """The same programme with names hidden until pairs are confirmed."""
    return programme.with_table(Programme, [programme.programme.model_copy(update={"is_blind": True})])


def plan(programme: Snapshot, rules_off: Iterable[str] = (), **weights: float) -> Proposal:
    return propose(Pool.of(programme), Settings(weights, frozenset(rules_off)))


def ids(proposal: Proposal) -> dict[str, str]:
    """The plan as it is told: mentee to mentor, by the ids of people."""
    mentees = proposal.pool.candidates.mentees["id"].to_list()
    mentors = proposal.pool.candidates.mentors["id"].to_list()
    return {mentees[row]: mentors[proposal.mentor_of[row]] for row in proposal.placed.tolist()}


def broken(proposal: Proposal) -> tuple[tuple[int, int], ...]:
    """Pairs of the plan that a rule or a ban forbids; pairs confirmed before are not judged again."""
    pairs = [(int(row), int(proposal.mentor_of[row])) for row in proposal.placed]
    decided = set(proposal.pool.confirmed)
    return tuple(pair for pair in pairs if pair not in decided and not proposal.allowed[pair])
