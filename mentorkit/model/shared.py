"""What was shared with whom, so that nobody forgets which files are out there."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.row import INNER, NameOf, PointsAt, Row
from mentorkit.text import Message, say

# fmt: off
AudienceKey = Literal[
    "board", "works_council", "sponsor", "mentor", "mentee", "line_manager", "successor", "demo",
]
# fmt: on

READERS: Mapping[AudienceKey, Message] = {
    "board": say("the board"),
    "works_council": say("the works council"),
    "sponsor": say("a sponsor or a department"),
    "mentor": say("a mentor"),
    "mentee": say("a mentee"),
    "line_manager": say("a line manager"),
    "successor": say("whoever takes over"),
    "demo": say("everybody"),
}
"""What each kind of reader is called in a sentence; "demo" is for made-up people only."""


class Shared(Row):
    """A file that was made for one kind of reader; `pair_id` is whose it is, None when it is about all.

    `sha256` is that of the extract in it, 64 characters, which the file shows as its fingerprint. A file
    that was sent cannot be called back: `withdrawn_on` says that it counts no longer.
    """

    table: ClassVar[str] = "shared"
    actions: ClassVar[Mapping[str, Message]] = {
        "share": say("files made to share"),
        "withdraw": say("a shared file withdrawn"),
    }

    audience: Annotated[AudienceKey, say("reader")]
    pair_id: Annotated[str | None, PointsAt("pair"), say("pair")] = None
    shared_on: Annotated[date, say("shared on")]
    shared_by: Annotated[str, say("shared by")]
    expires_on: Annotated[date, say("counts until")]
    sha256: Annotated[str, INNER] = Field(min_length=64, max_length=64)
    withdrawn_on: Annotated[date | None, say("withdrawn on")] = None

    def called(self, name_of: NameOf) -> Message:
        """By its reader and its day."""
        return say("The file for {reader} of {day}", reader=READERS[self.audience], day=self.shared_on)
