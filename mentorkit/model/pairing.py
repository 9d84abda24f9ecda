"""What the coordinator decides about pairs."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from mentorkit.model.programme import RelationType
from mentorkit.model.row import INNER, NameOf, PersonId, PointsAt, Row, Share
from mentorkit.text import Message, say

OverrideKind = Literal["lock", "choose", "forbid"]

LONGEST_REASON = 1000
"""Characters of a reason that are kept."""


class Override(Row):
    """The coordinator's word on one pair of people, with the reason.

    `lock` keeps a pair that was proposed, `choose` insists on another mentor than the
    one proposed, `forbid` rules a pair out.
    """

    table: ClassVar[str] = "override"
    actions: ClassVar[Mapping[str, Message]] = {"override": say("your word on a pair")}

    kind: Annotated[OverrideKind, say("kind of choice")]
    mentee_id: Annotated[PersonId, say("mentee")]
    mentor_id: Annotated[PersonId, say("mentor")]
    reason: Annotated[str, say("reason")] = Field(min_length=1, max_length=LONGEST_REASON)

    def called(self, name_of: NameOf) -> Message:
        """By the names of both."""
        mentee, mentor = name_of(self.mentee_id), name_of(self.mentor_id)
        return say("Your choice for {mentee} and {mentor}", mentee=mentee, mentor=mentor)


class Pair(Row):
    """A mentor and a mentee whom the coordinator confirmed; ids are of people.

    `relation_type` is the kind of mentoring they agreed to, None for pairs of an earlier version.
    """

    table: ClassVar[str] = "pair"
    actions: ClassVar[Mapping[str, Message]] = {
        "confirm": say("pairs confirmed"),
        "release": say("a pair released"),
    }

    mentee_id: Annotated[PersonId, say("mentee")]
    mentor_id: Annotated[PersonId, say("mentor")]
    score: Annotated[Share, say("points")]
    decision_id: Annotated[str, PointsAt("decision"), INNER]
    confirmed_on: Annotated[date, say("confirmed on")]
    ended_on: Annotated[date | None, say("ended on")] = None
    has_failed: Annotated[bool, say("did not work out")] = False
    relation_type: Annotated[RelationType | None, say("kind of mentoring")] = None

    def called(self, name_of: NameOf) -> Message:
        """By the names of both."""
        mentee, mentor = name_of(self.mentee_id), name_of(self.mentor_id)
        return say("The pair {mentee} and {mentor}", mentee=mentee, mentor=mentor)


class Decision(Row):
    """The record of one confirmation.

    `record` is canonical JSON (data hash, weights, conditions, overrides, pairs) and
    `sha256` its hash, so that anyone can check that it was not altered.
    """

    table: ClassVar[str] = "decision"

    decided_at: Annotated[datetime, say("decided on")]
    decided_by: Annotated[str, say("decided by")]
    pair_count: Annotated[int, say("number of pairs")] = Field(ge=0)
    unplaced_count: Annotated[int, say("number not placed")] = Field(ge=0)
    record: Annotated[str, INNER]
    sha256: Annotated[str, INNER] = Field(min_length=64, max_length=64)

    def called(self, name_of: NameOf) -> Message:
        """By its moment."""
        return say("The decision of {moment}", moment=self.decided_at)


def sha256_of(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def canonical(content: Any) -> str:
    """JSON with one possible spelling: sorted keys, no spaces, dates as ISO 8601.

    >>> canonical({"b": 1, "a": [date(2026, 9, 14)]})
    '{"a":["2026-09-14"],"b":1}'
    """
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_iso)


def _iso(value: date | datetime) -> str:
    return value.isoformat()
