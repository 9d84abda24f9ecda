"""What the coordinator decides about pairs."""

from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.programme import RelationType
from mentorkit.model.row import PersonId, PointsAt, Row, Share

OverrideKind = Literal["lock", "choose", "forbid"]

LONGEST_REASON = 1000
"""Characters of a reason that are kept."""


class Override(Row):
    """Her word on one pair of people, with the reason she gave.

    `lock` keeps a pair that was proposed, `choose` insists on another mentor than the
    one proposed, `forbid` rules a pair out.
    """

    table: ClassVar[str] = "override"

    kind: OverrideKind
    mentee_id: PersonId
    mentor_id: PersonId
    reason: str = Field(min_length=1, max_length=LONGEST_REASON)


class Pair(Row):
    """A mentor and a mentee whom the coordinator confirmed; ids are of people.

    `relation_type` is the kind of mentoring they agreed to, None for pairs of an earlier version.
    """

    table: ClassVar[str] = "pair"

    mentee_id: PersonId
    mentor_id: PersonId
    score: Share
    decision_id: Annotated[str, PointsAt("decision")]
    confirmed_on: date
    ended_on: date | None = None
    has_failed: bool = False
    relation_type: RelationType | None = None


class Decision(Row):
    """The record of one confirmation.

    `record` is canonical JSON (data hash, weights, conditions, overrides, pairs) and
    `sha256` its hash, so that anyone can check that it was not altered.
    """

    table: ClassVar[str] = "decision"

    decided_at: datetime
    decided_by: str
    pair_count: int = Field(ge=0)
    unplaced_count: int = Field(ge=0)
    record: str
    sha256: str = Field(min_length=64, max_length=64)
