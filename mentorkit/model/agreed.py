"""What people of a pair, or the coordinator for them, will do, and what a mentor opened for a mentee."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from mentorkit.model.row import INNER, NameOf, PointsAt, Row
from mentorkit.text import Message, say

PromiseKind = Literal["talk", "call", "mail", "send", "read", "practise", "introduce", "arrange", "paper"]
PromisedBy = Literal["mentee", "mentor", "coordinator"]
OpeningKind = Literal["introduction", "opportunity", "resource"]

PROMISE_KINDS: Mapping[PromiseKind, Message] = {
    "talk": say("plan a talk"),
    "call": say("call back"),
    "mail": say("send an answer"),
    "send": say("send something to read or to use"),
    "read": say("read or look up something"),
    "practise": say("try something out"),
    "introduce": say("bring into contact with somebody"),
    "arrange": say("arrange something at work"),
    "paper": say("hand in the agreement or the plan"),
}
"""What was agreed to be done, as a kind; there are no words about the talk in which it was."""

PROMISED_BY: Mapping[PromisedBy, Message] = {
    "mentee": say("the mentee"),
    "mentor": say("the mentor"),
    "coordinator": say("you"),
}

OPENINGS: Mapping[OpeningKind, Message] = {
    "introduction": say("introduced to somebody"),
    "opportunity": say("put forward for something"),
    "resource": say("pointed to a training, meeting or book"),
}
"""What a mentor opened for a mentee: counted, without who or what it was."""


class Promise(Row):
    """Something that was agreed to be done for a pair: what kind, by whom, by when, and when it was done."""

    table: ClassVar[str] = "promise"
    actions: ClassVar[Mapping[str, Message]] = {"promise": say("agreed actions changed")}

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    kind: Annotated[PromiseKind, say("what is to be done")]
    owner: Annotated[PromisedBy, say("who does it")]
    agreed_on: Annotated[date, say("agreed on")]
    due_on: Annotated[date, say("ready on")]
    done_on: Annotated[date | None, say("done on")] = None

    def called(self, name_of: NameOf) -> Message:
        """By its last day."""
        return say("The action for {day}", day=self.due_on)


class Opening(Row):
    """A mentor introduced the mentee to somebody, put the name forward, or pointed to something to learn."""

    table: ClassVar[str] = "opening"
    actions: ClassVar[Mapping[str, Message]] = {"opening": say("what a mentor opened noted")}

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    kind: Annotated[OpeningKind, say("what the mentor did")]
    day: Annotated[date, say("day")]

    def called(self, name_of: NameOf) -> Message:
        """By its day."""
        return say("What the mentor did on {day}", day=self.day)
