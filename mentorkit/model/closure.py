"""How a pair ends or rests: planned or early, who asked, for what reason, and the closing talk."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from mentorkit.model.preference import Side
from mentorkit.model.row import INNER, NameOf, PointsAt, Row
from mentorkit.text import Message, say

ClosureKind = Literal["planned", "early"]
AskedBy = Literal["mentee", "mentor", "both", "coordinator", "circumstances"]
# fmt: off
ClosureReason = Literal[
    "term", "goals_met", "time", "moved", "personal", "lost_contact", "faded", "no_click", "needs", "rematch",
    "untold",
]
# fmt: on
ClosingPoint = Literal["heard_both", "explained", "looked_back", "thanked", "next_step", "door_open"]
Fit = Literal["fits", "unsure", "another"]

CLOSURE_KINDS: Mapping[ClosureKind, Message] = {
    "planned": say("as planned"),
    "early": say("earlier than planned"),
}

ASKED_BY: Mapping[AskedBy, Message] = {
    "mentee": say("the mentee"),
    "mentor": say("the mentor"),
    "both": say("both of them"),
    "coordinator": say("you"),
    "circumstances": say("nobody: circumstances"),
}
"""Whose wish it was; nobody needs a reason to stop."""

CLOSURE_REASONS: Mapping[ClosureReason, Message] = {
    "term": say("the agreed time is over"),
    "goals_met": say("they reached what they set out for"),
    "time": say("too little time"),
    "moved": say("another job or place"),
    "personal": say("something in private life"),
    "lost_contact": say("they lost contact"),
    "faded": say("the talks faded out"),
    "no_click": say("the two do not suit each other"),
    "needs": say("the mentee needs something else than this mentor can give"),
    "rematch": say("one of the two was asked for another pair"),
    "untold": say("no reason given"),
}
"""Why pairs end. Of circumstances, of the two together, of nobody's fault; see STAR (n = 356) and others."""

NO_REPEAT: frozenset[ClosureReason] = frozenset({"lost_contact", "faded", "no_click", "needs", "untold"})
"""Reasons after which the same two are not proposed again when they ended early."""

CLOSING_POINTS: Mapping[ClosingPoint, Message] = {
    "heard_both": say("Each of the two was heard alone first."),
    "explained": say("It is clear to both why it ends, and that it is nobody's fault."),
    "looked_back": say("They named what was learnt."),
    "thanked": say("They thanked each other."),
    "next_step": say("Both know what comes next for them."),
    "door_open": say("Both know that a new mentor or mentee is possible."),
}
"""What belongs to a closing talk: whether it was done is kept, what was said is not."""

FITS: Mapping[Fit, Message] = {
    "fits": say("it fits"),
    "unsure": say("not sure yet"),
    "another": say("would rather have somebody else"),
}
"""What one of the two says after the first talk."""


class Closure(Row):
    """The closing of a pair: prepared while `ended_on` is None, then ended; with `reopened_on` it is history.

    A pair has at most one closing that is not history. The reason stands here and not with a person;
    it is None as long as nothing ended. `points` are those of the closing talk that were done, and
    `arranged_on` is the day on which that talk was first noted.
    """

    table: ClassVar[str] = "closure"
    actions: ClassVar[Mapping[str, Message]] = {
        "closing": say("a closing prepared"),
        "end": say("pairs ended"),
        "reopen": say("a pair reopened"),
        "rematch": say("new pairs made"),
    }

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    kind: Annotated[ClosureKind, say("how it ends")] = "planned"
    ended_on: Annotated[date | None, say("ended on")] = None
    asked_by: Annotated[AskedBy | None, say("whose wish")] = None
    reason: Annotated[ClosureReason | None, say("reason")] = None
    talk_planned_on: Annotated[date | None, say("closing talk planned on")] = None
    talk_held_on: Annotated[date | None, say("closing talk held on")] = None
    points: Annotated[tuple[ClosingPoint, ...], say("done in the closing talk")] = ()
    reopened_on: Annotated[date | None, say("reopened on")] = None
    arranged_on: Annotated[date | None, INNER] = None

    def called(self, name_of: NameOf) -> Message:
        """As what it is."""
        return say("The closing of a pair")


class Pause(Row):
    """A pair rests from a day on, until a day (the last one of it) or until further notice (None)."""

    table: ClassVar[str] = "pause"
    actions: ClassVar[Mapping[str, Message]] = {"pause": say("pauses changed")}

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    starts_on: Annotated[date, say("from")]
    ends_on: Annotated[date | None, say("until")] = None

    def is_on(self, day: date) -> bool:
        """Whether the pair rests on a day."""
        return self.starts_on <= day and (self.ends_on is None or self.ends_on >= day)

    def called(self, name_of: NameOf) -> Message:
        """By its first day."""
        return say("The pause from {day}", day=self.starts_on)


class FitCheck(Row):
    """What one of a pair says after the first talk: whether it fits; one per side, the last one counts."""

    table: ClassVar[str] = "fit_check"
    actions: ClassVar[Mapping[str, Message]] = {"fit": say("a fit check noted")}

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    side: Annotated[Side, say("who said it")]
    day: Annotated[date, say("day")]
    fit: Annotated[Fit, say("does it fit")]

    def called(self, name_of: NameOf) -> Message:
        """By its day."""
        return say("The fit check of {day}", day=self.day)
