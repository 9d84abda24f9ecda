"""What gets in the way of a pair and what is done about it, and what keeps mentors going."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.row import INNER, NameOf, PersonId, PointsAt, Row
from mentorkit.text import Message, say

IssueKind = Literal["communication", "feedback", "time", "bandwidth", "needs", "other"]
IssueState = Literal["open", "both", "sponsor", "third_party", "solved"]
HelpKind = Literal["wellbeing", "conflict", "legal", "study", "career", "language", "other"]

ISSUE_KINDS: Mapping[IssueKind, Message] = {
    "communication": say("they do not understand each other well"),
    "feedback": say("feedback does not land"),
    "time": say("they find no time"),
    "bandwidth": say("it is too much for one of the two"),
    "needs": say("the mentee needs more than this mentor can give"),
    "other": say("something else"),
}
"""What gets in the way, as a kind; what it is about in words stays between them."""

ISSUE_STATES: Mapping[IssueState, Message] = {
    "open": say("you speak with one of the two"),
    "both": say("you speak with both together"),
    "sponsor": say("it lies with the sponsor or the stand-in"),
    "third_party": say("somebody outside helps"),
    "solved": say("solved"),
}
"""The ladder: each step asks more people than the one before; the last one is the way off it."""

HELP_KINDS: Mapping[HelpKind, Message] = {
    "wellbeing": say("wellbeing and health"),
    "conflict": say("conflict and safety at work"),
    "legal": say("rights and contracts"),
    "study": say("study and training"),
    "career": say("career guidance"),
    "language": say("language"),
    "other": say("something else"),
}
"""What somebody outside the programme helps with."""


class ThirdParty(Row):
    """Somebody or some service outside the programme to which people can be referred."""

    table: ClassVar[str] = "third_party"
    actions: ClassVar[Mapping[str, Message]] = {"third_party": say("contacts for help changed")}

    name: Annotated[str, say("name")] = Field(min_length=1, max_length=120)
    helps_with: Annotated[HelpKind, say("helps with")]
    reached_at: Annotated[str, say("telephone or e-mail")] = Field(default="", max_length=120)

    def called(self, name_of: NameOf) -> Message:
        """By its name."""
        return say("The contact {name}", name=self.name)


class Issue(Row):
    """Something that gets in the way of a pair: its kind, who takes it up, when next, and how far it is.

    There is no text about it. `owner` is the name of who takes it up. It may be referred to a third party
    or to a second mentor (a person).
    """

    table: ClassVar[str] = "issue"
    actions: ClassVar[Mapping[str, Message]] = {"issue": say("the register of support changed")}

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    kind: Annotated[IssueKind, say("what gets in the way")]
    noted_on: Annotated[date, say("noted on")]
    owner: Annotated[str, say("who takes it up")] = Field(max_length=80)
    next_on: Annotated[date | None, say("next on")] = None
    state: Annotated[IssueState, say("how far it is")] = "open"
    third_party_id: Annotated[str | None, PointsAt("third_party"), say("referred to")] = None
    second_mentor_id: Annotated[str | None, PointsAt("person"), say("second mentor")] = None

    def called(self, name_of: NameOf) -> Message:
        """By its day."""
        return say("The point of support of {day}", day=self.noted_on)


class SelfCheck(Row):
    """A mentor was given the sheet with four questions about a pair, and says that it is done, or not yet.

    The answers stay on the sheet.
    """

    table: ClassVar[str] = "self_check"
    actions: ClassVar[Mapping[str, Message]] = {"self_check": say("self-checks noted")}

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    given_on: Annotated[date, say("given on")]
    done_on: Annotated[date | None, say("done on")] = None

    def called(self, name_of: NameOf) -> Message:
        """By its day."""
        return say("The self-check of {day}", day=self.given_on)


class Intervision(Row):
    """A mentor is expected at a meeting of mentors on a day, and was there or not (None when not known)."""

    table: ClassVar[str] = "intervision"
    actions: ClassVar[Mapping[str, Message]] = {"intervision": say("meetings of mentors changed")}

    person_id: Annotated[PersonId, say("mentor")]
    day: Annotated[date, say("day")]
    was_there: Annotated[bool | None, say("was there")] = None

    def called(self, name_of: NameOf) -> Message:
        """By the name of the mentor."""
        return say("The meeting of mentors of {name}", name=name_of(self.person_id))
