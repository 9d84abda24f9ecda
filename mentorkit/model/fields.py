"""Every answer a person can give, once: what it is called, what kind of thing it is, where it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from mentorkit.model.programme import KINDS
from mentorkit.model.row import Row
from mentorkit.text import Message, say

Holder = Literal["person", "application", "sign-up", "read"]
"""Which row keeps an answer. Of a "sign-up" it is a fact of its own, and "read" is looked at and not kept."""

# fmt: off
Kind = Literal[
    "name", "address", "telephone", "code", "person", "people", "text", "long text", "way", "list",
    "choices", "choice", "language codes", "step", "scale", "number", "whole number", "share", "yes/no",
    "day", "moment", "own",
]
# fmt: on
"""What an answer is: how it is read, and how it is written in a workbook.

"people" and "list" hold several things in a person's own words, "choices" and "choice" values of a
list, "step" is a place on a ladder of functions, and "way" is kept in the words of the file. "own" holds
what stands in columns that count for nothing, each answer behind its heading.
"""


@dataclass(frozen=True)
class Answer:
    """One answer.

    `quoted` is what stands before its value on a card, None when it is not quoted. `choices` are the
    list it is chosen from; an open list takes other words as well. `is_topic` marks choices that
    are topics. Some answers tell who somebody is, always or perhaps. A private one was told in
    confidence. One that `can_change` is about what somebody does, not who somebody is: it may be suggested
    to answer it otherwise. A question that somebody can give a column is offered, and stands in the JSON
    of an import unless it is private.
    """

    key: str
    kind: Kind
    label: Message
    quoted: Message | None = None
    choices: Mapping[Any, Message] = field(default_factory=dict)
    is_open: bool = False
    is_topic: bool = False
    identifies: Literal["never", "perhaps", "always"] = "never"
    is_private: bool = False
    can_change: bool = False
    is_offered: bool = True


NOT_FOR = "boundaries"
"""The answer in which somebody names what others had better ask somebody else."""

OWN = "own_columns"
"""The answer that keeps columns of the coordinator's own: stored, shown and exported, and never compared."""

UNCOUNTED = ("region", "timezone", "joined", "available_until", "network")
"""Answers with which nothing is compared: they help the coordinator who looks at a pair."""

_CHANNELS = {
    "in_person": say("in person"),
    "video": say("by video call"),
    "phone": say("by phone"),
    "email": say("by e-mail"),
}
_STYLES = {
    "doing": say("by doing"),
    "reading": say("by reading"),
    "talking": say("by talking it through"),
    "watching": say("by watching"),
}

_KEPT_BY: Mapping[Holder, tuple[Answer, ...]] = {
    "person": (
        Answer("full_name", "name", say("full name"), identifies="always"),
        Answer("first_name", "name", say("first name"), identifies="always"),
        Answer("infix", "text", say("infix")),
        Answer("last_name", "name", say("last name"), identifies="always"),
        Answer("email", "address", say("e-mail"), identifies="always"),
        Answer("employee_id", "code", say("employee number"), identifies="always"),
        Answer("phone", "telephone", say("phone")),
        Answer("job_title", "text", say("job title")),
        Answer("department", "text", say("department"), say("department")),
        Answer("organisation", "text", say("organisation")),
        Answer("city", "text", say("place"), say("city"), identifies="perhaps"),
        Answer("region", "text", say("region"), identifies="perhaps"),
        Answer("timezone", "text", say("time zone")),
        Answer("joined", "day", say("employed since")),
        Answer("level", "step", say("level")),
        Answer("level_name", "text", say("level in words"), say("works as"), is_offered=False),
        Answer("years_experience", "number", say("years of experience"), say("years of experience")),
        Answer("languages", "language codes", say("languages"), say("speaks")),
        Answer("manager_email", "person", say("manager's e-mail")),
        Answer("manager_id", "code", say("manager's employee number")),
        Answer("manager_name", "person", say("manager's name")),
        Answer("other_managers", "people", say("other managers")),
    ),
    "application": (
        Answer("topics", "list", say("topics offered"), say("offers"), is_topic=True, can_change=True),
        Answer("goals", "list", say("goals"), say("wants to learn"), is_topic=True),
        Answer(
            "goal_text", "long text", say("goals in own words"), say("wants to achieve"), identifies="perhaps"
        ),
        Answer("biography", "long text", say("about"), say("writes"), identifies="perhaps"),
        Answer("values", "list", say("values"), say("values")),
        Answer("interests", "list", say("interests"), say("free time")),
        Answer(
            "working_style",
            "scale",
            say("working style"),
            say("works by plan (1) or as it comes (5)"),
        ),
        Answer(
            "learning_style",
            "choice",
            say("learning style"),
            say("learns or guides"),
            choices=_STYLES,
            is_open=True,
        ),
        Answer(
            "feedback_style",
            "scale",
            say("feedback style"),
            say("feedback gentle (1) or direct (5)"),
        ),
        Answer(
            "channels",
            "choices",
            say("ways to meet"),
            say("meets"),
            choices=_CHANNELS,
            is_open=True,
        ),
        Answer("availability", "list", say("availability"), say("is free"), can_change=True),
        Answer("available_from", "day", say("available from")),
        Answer("available_until", "day", say("available until")),
        Answer("hours_per_month", "number", say("hours a month")),
        Answer("capacity", "whole number", say("room for mentees")),
        Answer("least", "whole number", say("fewest mentees")),
        Answer("relation_types", "choices", say("kinds of mentoring"), choices=KINDS),
        Answer("prefers", "people", say("prefers"), say("asked for"), identifies="perhaps"),
        Answer("avoids", "people", say("avoids"), is_private=True),
        Answer("boundaries", "list", say("not for")),
        Answer("network", "list", say("network"), identifies="perhaps"),
        Answer("has_consented", "yes/no", say("consent")),
        Answer("is_paused", "yes/no", say("paused")),
        Answer("is_trained", "yes/no", say("trained"), can_change=True),
        Answer(OWN, "own", say("own column (does not count)"), identifies="perhaps"),
    ),
    "sign-up": (
        Answer("role", "text", say("role")),
        Answer("submitted_at", "moment", say("handed in on")),
    ),
    "read": (
        Answer("started_at", "moment", say("started on")),
        Answer("modified_at", "moment", say("changed on")),
        Answer("response_id", "code", say("number of the answer")),
        Answer("manager", "person", say("manager")),
        Answer("fte", "share", say("part of a full week")),
        Answer("last_contact", "day", say("last contact")),
        Answer("meeting", "way", say("when they can meet")),
        Answer("channel", "way", say("how they like to meet")),
        Answer("nominated_by", "text", say("put forward by")),
        Answer("status", "text", say("status of the answer"), is_offered=False),
        Answer("note", "text", say("remark"), is_offered=False),
        Answer("is_mentor", "yes/no", say("takes part as mentor"), is_offered=False),
        Answer("is_mentee", "yes/no", say("takes part as mentee"), is_offered=False),
        Answer("is_both", "yes/no", say("takes part in both roles"), is_offered=False),
        Answer("is_finished", "yes/no", say("form finished"), is_offered=False),
    ),
}

ASKED: Mapping[str, Message] = {
    "department": say("In which department do you work?"),
    "city": say("In which city do you usually work?"),
    "level": say("What is the level of your function?"),
    "years_experience": say("How many years of work experience do you have?"),
    "languages": say("In which languages can you hold a good conversation?"),
    "topics": say("Which topics can you help a mentee with?"),
    "goals": say("What would you like to learn from your mentor?"),
    "goal_text": say("What do you want to achieve with mentoring? A few sentences will do."),
    "biography": say("Who are you and what do you do? A few sentences will do."),
    "values": say("What matters most to you in your work? Name two or three things."),
    "interests": say("What do you like to do in your free time?"),
    "working_style": say("How do you work: by plan (1), as it comes (5), or in between?"),
    "learning_style": say("How do you like to learn or guide: by doing, reading, talking or watching?"),
    "feedback_style": say("Which feedback suits you: gentle (1), direct (5), or in between?"),
    "channels": say("How do you like to meet: in person, by video call, by phone or by e-mail?"),
    "availability": say("At which moments in the week are you usually free for a talk?"),
    "relation_types": say("Which kinds of mentoring would you like to take part in?"),
    "has_consented": say("May we use your answers to find you a mentor or mentee: yes or no?"),
    "is_trained": say("Have you followed or booked the mentor training: yes or no?"),
}
"""The question for somebody who left an answer open."""

ANSWERS: Mapping[str, Answer] = {answer.key: answer for kept in _KEPT_BY.values() for answer in kept}
"""Every answer by its name; those of a person first, then those of an application."""

TOPICS = tuple(answer.key for answer in ANSWERS.values() if answer.is_topic)
"""The answers whose choices are topics."""

OFFERED, WANTED = TOPICS

NAME = "full_name"
NAMED_BY = ("email", "employee_id", NAME)
"""What somebody is called, and the answers by which others can name her, the surest first."""

NAME_PARTS = ("first_name", "infix", "last_name")
"""The answers that hold a name in its parts, as it is read."""

CONSENT = "has_consented"
"""The answer in which somebody agrees to the use of her answers."""

UNIT = "department"
"""The answer by which people are counted in groups."""

ROOM = "capacity"
"""The answer that says how many mentees a mentor has room for."""

TRAINED = "is_trained"
"""The answer of a mentor on which the condition of training rests; the register of trainings gives it too."""

MANAGED_BY = ("manager_email", "manager_id", "manager_name", "other_managers")
"""The answers in which somebody names her managers."""

MANAGERS = (*MANAGED_BY[:3], "manager")
"""The ways to say who the one manager is: by address, by number, by name, or by any of them."""

IDENTIFYING = frozenset(answer.key for answer in ANSWERS.values() if answer.identifies == "always")
"""The answers that tell who somebody is, whatever they say."""


@cache
def kept_by(holder: Holder) -> tuple[str, ...]:
    """The answers that one kind of row keeps."""
    return tuple(answer.key for answer in _KEPT_BY[holder])


@cache
def of_kind(*kinds: Kind) -> frozenset[str]:
    """The answers that are of one of these kinds."""
    return frozenset(answer.key for answer in ANSWERS.values() if answer.kind in kinds)


LISTED = of_kind("list", "choices", "language codes")
"""The answers of which somebody chooses several: each choice may have a column of its own."""


class Answered(Row):
    """A row that keeps answers: what those are called stands with them."""

    @classmethod
    def label_of(cls, field: str) -> Message | None:
        """What a field is called, None for an inner one."""
        return ANSWERS[field].label if field in ANSWERS else super().label_of(field)
