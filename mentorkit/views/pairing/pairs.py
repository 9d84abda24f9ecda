"""The pairs of a plan: one row per mentee who has a mentor, and where each stands."""

from enum import StrEnum

import polars as pl

from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal
from mentorkit.text import Message, say
from mentorkit.views.names import Names

LOW = 0.5
"""A score under this asks for a second look; our own heuristic."""

LITTLE_KNOWN = 0.6
"""So does a score that rests on less than this share of the weights; our own heuristic."""


class Status(StrEnum):
    """Where a pair stands."""

    PROPOSED = "proposed"
    LOCKED = "locked"
    CONFIRMED = "confirmed"


STATUS_LABELS: dict[Status, Message] = {
    Status.PROPOSED: say("proposed"),
    Status.LOCKED: say("fixed by you"),
    Status.CONFIRMED: say("confirmed"),
}


def pair_rows(snapshot: Snapshot, proposal: Proposal) -> pl.DataFrame:
    """The pairs with the score in points, lowest first, and what to look at.

    Columns: `number` (1 is the lowest score), `mentee_id`, `mentor_id`, `mentee`,
    `mentor`, `points` (0–100, whole), `known` (see `Proposal.answered`), `status`.
    """
    who, candidates = Names.of(snapshot), proposal.pool.candidates
    rows = proposal.placed
    columns = proposal.mentor_of[rows]
    mentees = candidates.mentees["id"].gather(rows.tolist())
    mentors = candidates.mentors["id"].gather(columns.tolist())
    return (
        pl.DataFrame(
            {
                "mentee_id": mentees,
                "mentor_id": mentors,
                "mentee": [who[person] for person in mentees.to_list()],
                "mentor": [who[person] for person in mentors.to_list()],
                "score": proposal.score[rows, columns],
                "known": proposal.answered[rows],
                "status": [status_of(proposal, row).value for row in rows.tolist()],
            },
            schema_overrides={
                name: pl.String for name in ("mentee_id", "mentor_id", "mentee", "mentor", "status")
            },
        )
        .sort("score", "mentee")
        .with_row_index("number", offset=1)
        .with_columns(points=(pl.col("score") * 100).round().cast(pl.Int64))
    )


def status_of(proposal: Proposal, row: int) -> Status:
    """Where the pair of a mentee stands."""
    if proposal.is_confirmed[row]:
        return Status.CONFIRMED
    return Status.LOCKED if proposal.held[row] else Status.PROPOSED


def against(proposal: Proposal, row: int, column: int, who: Names) -> tuple[Message, ...]:
    """What stands against a pair: the coordinator's word, then every condition that is on; else empty."""
    names = who.of_pair(proposal.pool.candidates, row, column)
    refusals = tuple(
        rule.refusal.filled(**names)
        for rule in proposal.settings.rules_on
        if not proposal.pool.lawful[rule.key][row, column]
    )
    if proposal.pool.forbidden[row, column]:
        return say("You ruled out {mentee} with {mentor}.", **names), *refusals
    return refusals
