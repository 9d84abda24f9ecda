"""What a mentee and a mentor say of each other after they talked."""

from typing import ClassVar, Literal

from mentorkit.model.row import PersonId, Row

Side = Literal["mentee", "mentor"]
PreferenceKind = Literal["prefer", "neutral", "avoid"]


class Preference(Row):
    """The word of one side on one pair; ids are of people.

    An `avoid` is told in confidence: it rules the pair out, and nobody but the coordinator
    may learn whose word it was.
    """

    table: ClassVar[str] = "preference"

    mentee_id: PersonId
    mentor_id: PersonId
    side: Side
    kind: PreferenceKind
