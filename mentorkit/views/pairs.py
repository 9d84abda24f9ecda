"""The table of pairs: one row per mentee who has a mentor."""

from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal
from mentorkit.text import Message, Speaker, say
from mentorkit.views.who import Who

LOW = 0.5
"""A score under this asks for a second look; our own heuristic."""

LITTLE_KNOWN = 0.6
"""So does a score that rests on less than this share of the weights; our own heuristic."""


MOST = 20
"""Rows shown at first, so that the page answers fast; she can ask for more."""


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
    `mentor`, `points` (0–100, whole), `known` (share of weights that applied), `status`.
    """
    who, candidates = Who.of(snapshot), proposal.pool.candidates
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
                "known": proposal.weight_known[rows, columns],
                "status": [_status(proposal, row).value for row in rows.tolist()],
            },
            schema_overrides={
                name: pl.String for name in ("mentee_id", "mentor_id", "mentee", "mentor", "status")
            },
        )
        .sort("score", "mentee")
        .with_row_index("number", offset=1)
        .with_columns(points=(pl.col("score") * 100).round().cast(pl.Int64))
    )


class Order(StrEnum):
    """Ways to sort the table."""

    POINTS = "points"
    MENTEE = "mentee"
    MENTOR = "mentor"


ORDER_LABELS: dict[Order, Message] = {
    Order.POINTS: say("lowest points first"),
    Order.MENTEE: say("by mentee"),
    Order.MENTOR: say("by mentor"),
}


@dataclass(frozen=True)
class Glance:
    """Which pairs she wants to see: a part of a name, the order, how many, and one that stays in sight."""

    search: str = ""
    order: Order = Order.POINTS
    most: int = MOST
    kept: str | None = None


def pick_rows(rows: pl.DataFrame, glance: Glance) -> pl.DataFrame:
    """The rows with a name that holds the search text, sorted and cut off; `kept` is a mentee's id."""
    wanted = glance.search.strip().lower()
    holds = pl.any_horizontal(
        pl.col(name).str.to_lowercase().str.contains(wanted, literal=True) for name in ("mentee", "mentor")
    )
    found = rows.filter(holds).sort("score" if glance.order == Order.POINTS else glance.order.value, "mentee")
    kept = pl.col("mentee_id").eq_missing(glance.kept)
    return found.filter((pl.int_range(pl.len()) < glance.most) | kept)


def pair_table(rows: pl.DataFrame, speaker: Speaker) -> pl.DataFrame:
    """The same rows with headings and words a reader understands."""
    labels = {status.value: speaker(label) for status, label in STATUS_LABELS.items()}
    looks = [_attention(score, known, speaker) for score, known in rows.select("score", "known").iter_rows()]
    return rows.select(
        pl.col("mentee").alias(speaker(say("Mentee"))),
        pl.col("mentor").alias(speaker(say("Mentor"))),
        pl.col("points").alias(speaker(say("Points"))),
        pl.col("status").replace_strict(labels, return_dtype=pl.String).alias(speaker(say("Status"))),
        pl.Series(speaker(say("Look at")), looks, dtype=pl.String),
        pl.col("number").alias(speaker(say("No."))),
    )


def _status(proposal: Proposal, row: int) -> Status:
    if proposal.is_confirmed[row]:
        return Status.CONFIRMED
    return Status.LOCKED if proposal.held[row] else Status.PROPOSED


def _attention(score: float, known: float, speaker: Speaker) -> str:
    if known < LITTLE_KNOWN:
        return speaker(say("many answers missing"))
    return speaker(say("low score")) if score < LOW else ""
