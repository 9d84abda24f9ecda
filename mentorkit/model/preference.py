"""What a mentee and a mentor say of each other after they talked."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from mentorkit.model.row import NameOf, PersonId, Row
from mentorkit.text import Message, say

Side = Literal["mentee", "mentor"]
PreferenceKind = Literal["prefer", "neutral", "avoid"]

SIDES: Mapping[Side, Message] = {"mentee": say("mentee"), "mentor": say("mentor")}
"""Both sides of a pair, by what each is called."""

THE_SIDES: Mapping[Side, Message] = {"mentee": say("the mentee"), "mentor": say("the mentor")}
"""The same in a sentence."""

OTHER_SIDE: Mapping[Side, Side] = {"mentee": "mentor", "mentor": "mentee"}


class Preference(Row):
    """The word of one side on one pair; ids are of people.

    An `avoid` is told in confidence: it rules the pair out, and nobody but the coordinator
    may learn whose word it was.
    """

    table: ClassVar[str] = "preference"
    actions: ClassVar[Mapping[str, Message]] = {"preferences": say("preferences recorded")}

    mentee_id: Annotated[PersonId, say("mentee")]
    mentor_id: Annotated[PersonId, say("mentor")]
    side: Annotated[Side, say("who said it")]
    kind: Annotated[PreferenceKind, say("kind of choice")]

    def called(self, name_of: NameOf) -> Message:
        """By the names of both."""
        mentee, mentor = name_of(self.mentee_id), name_of(self.mentor_id)
        return say("What {mentee} and {mentor} said of each other", mentee=mentee, mentor=mentor)
