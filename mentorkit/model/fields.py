"""Every answer a person can give, once: what it is called, what kind of thing it is, where it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from mentorkit.model.programme import KINDS
from mentorkit.model.row import Row
from mentorkit.text import Message, say

Holder = Literal["person", "application", "sign-up", "read"]
"""Which row keeps an answer. Of a "sign-up" it is a fact of its own, and "read" is looked at and not kept."""

# fmt: off
Kind = Literal[
    "name", "address", "telephone", "code", "person", "people", "text", "long text", "way", "list",
    "choices", "choice", "language codes", "level", "scale", "number", "whole number", "share", "yes/no",
    "day", "moment",
]
# fmt: on
"""What an answer is: how it is read, and how it is written in a workbook.

"people" and "list" hold several things in a person's own words, "choices" and "choice" values of a
list, and "way" is kept in the words of the file.
"""


@dataclass(frozen=True)
class Answer:
    """One answer.

    `quoted` is what stands before its value on a card, None when it is not quoted; `asked` is the
    question for somebody who left it open. `values` is the list it is chosen from; an open list
    takes other words as well. `is_topic` marks choices that are topics. Some answers tell who
    somebody is, always or perhaps. A private one was told in confidence. A question that somebody
    can give a column is offered.
    """

    key: str
    holder: Holder
    kind: Kind
    label: Message
    quoted: Message | None = None
    asked: Message | None = None
    values: Mapping[Any, Message] = field(default_factory=dict)
    is_open: bool = False
    is_topic: bool = False
    identifies: Literal["never", "perhaps", "always"] = "never"
    is_private: bool = False
    is_offered: bool = True


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

_ALL = (
    Answer("full_name", "person", "name", say("full name"), identifies="always"),
    Answer("first_name", "person", "name", say("first name"), identifies="always"),
    Answer("infix", "person", "text", say("infix")),
    Answer("last_name", "person", "name", say("last name"), identifies="always"),
    Answer("email", "person", "address", say("e-mail"), identifies="always"),
    Answer("employee_id", "person", "code", say("employee number"), identifies="always"),
    Answer("phone", "person", "telephone", say("phone")),
    Answer("job_title", "person", "text", say("job title")),
    Answer(
        "department",
        "person",
        "text",
        say("department"),
        quoted=say("department"),
        asked=say("In which department do you work?"),
    ),
    Answer("organisation", "person", "text", say("organisation")),
    Answer(
        "city",
        "person",
        "text",
        say("place"),
        quoted=say("city"),
        asked=say("In which city do you usually work?"),
        identifies="perhaps",
    ),
    Answer("level", "person", "level", say("level"), asked=say("What is the level of your function?")),
    Answer("level_name", "person", "text", say("level in words"), quoted=say("works as"), is_offered=False),
    Answer(
        "years_experience",
        "person",
        "number",
        say("years of experience"),
        quoted=say("years of experience"),
        asked=say("How many years of work experience do you have?"),
    ),
    Answer(
        "languages",
        "person",
        "language codes",
        say("languages"),
        quoted=say("speaks"),
        asked=say("In which languages can you hold a good conversation?"),
    ),
    Answer("manager_email", "person", "person", say("manager's e-mail")),
    Answer("manager_id", "person", "code", say("manager's employee number")),
    Answer("manager_name", "person", "person", say("manager's name")),
    Answer("other_managers", "person", "people", say("other managers")),
    Answer(
        "topics",
        "application",
        "list",
        say("topics offered"),
        quoted=say("offers"),
        asked=say("Which topics can you help a mentee with?"),
        is_topic=True,
    ),
    Answer(
        "goals",
        "application",
        "list",
        say("goals"),
        quoted=say("wants to learn"),
        asked=say("What would you like to learn from your mentor?"),
        is_topic=True,
    ),
    Answer(
        "goal_text",
        "application",
        "long text",
        say("goals in own words"),
        quoted=say("wants to achieve"),
        asked=say("What do you want to achieve with mentoring? A few sentences will do."),
        identifies="perhaps",
    ),
    Answer(
        "biography",
        "application",
        "long text",
        say("about"),
        quoted=say("writes"),
        asked=say("Who are you and what do you do? A few sentences will do."),
        identifies="perhaps",
    ),
    Answer(
        "values",
        "application",
        "list",
        say("values"),
        quoted=say("values"),
        asked=say("What matters most to you in your work? Name two or three things."),
    ),
    Answer(
        "interests",
        "application",
        "list",
        say("interests"),
        quoted=say("free time"),
        asked=say("What do you like to do in your free time?"),
    ),
    Answer(
        "working_style",
        "application",
        "scale",
        say("working style"),
        quoted=say("works by plan (1) or as it comes (5)"),
        asked=say("How do you work: by plan (1), as it comes (5), or in between?"),
    ),
    Answer(
        "learning_style",
        "application",
        "choice",
        say("learning style"),
        quoted=say("learns or guides"),
        asked=say("How do you like to learn or guide: by doing, reading, talking or watching?"),
        values=_STYLES,
        is_open=True,
    ),
    Answer(
        "feedback_style",
        "application",
        "scale",
        say("feedback style"),
        quoted=say("feedback gentle (1) or direct (5)"),
        asked=say("Which feedback suits you: gentle (1), direct (5), or in between?"),
    ),
    Answer(
        "channels",
        "application",
        "choices",
        say("ways to meet"),
        quoted=say("meets"),
        asked=say("How do you like to meet: in person, by video call, by phone or by e-mail?"),
        values=_CHANNELS,
        is_open=True,
    ),
    Answer(
        "availability",
        "application",
        "list",
        say("availability"),
        quoted=say("is free"),
        asked=say("At which moments in the week are you usually free for a talk?"),
    ),
    Answer("available_from", "application", "day", say("available from")),
    Answer("hours_per_month", "application", "number", say("hours a month")),
    Answer("capacity", "application", "whole number", say("room for mentees")),
    Answer("least", "application", "whole number", say("fewest mentees")),
    Answer(
        "relation_types",
        "application",
        "choices",
        say("kinds of mentoring"),
        asked=say("Which kinds of mentoring would you like to take part in?"),
        values=KINDS,
    ),
    Answer("prefers", "application", "people", say("prefers"), quoted=say("asked for"), identifies="perhaps"),
    Answer("avoids", "application", "people", say("avoids"), is_private=True),
    Answer(
        "has_consented",
        "application",
        "yes/no",
        say("consent"),
        asked=say("May we use your answers to find you a mentor or mentee: yes or no?"),
    ),
    Answer("is_paused", "application", "yes/no", say("paused")),
    Answer(
        "is_trained",
        "application",
        "yes/no",
        say("trained"),
        asked=say("Have you followed or booked the mentor training: yes or no?"),
    ),
    Answer("role", "sign-up", "text", say("role")),
    Answer("submitted_at", "sign-up", "moment", say("handed in on")),
    Answer("started_at", "read", "moment", say("started on")),
    Answer("modified_at", "read", "moment", say("changed on")),
    Answer("response_id", "read", "code", say("number of the answer")),
    Answer("manager", "read", "person", say("manager")),
    Answer("fte", "read", "share", say("part of a full week")),
    Answer("joined", "read", "day", say("employed since")),
    Answer("last_contact", "read", "day", say("last contact")),
    Answer("meeting", "read", "way", say("when they can meet")),
    Answer("channel", "read", "way", say("how they like to meet")),
    Answer("nominated_by", "read", "text", say("put forward by")),
    Answer("status", "read", "text", say("status of the answer"), is_offered=False),
    Answer("note", "read", "text", say("remark"), is_offered=False),
    Answer("is_mentor", "read", "yes/no", say("takes part as mentor"), is_offered=False),
    Answer("is_mentee", "read", "yes/no", say("takes part as mentee"), is_offered=False),
    Answer("is_both", "read", "yes/no", say("takes part in both roles"), is_offered=False),
    Answer("is_finished", "read", "yes/no", say("form finished"), is_offered=False),
)

ANSWERS: Mapping[str, Answer] = {answer.key: answer for answer in _ALL}
"""Every answer by its name; those of a person first, then those of an application."""

TOPICS = tuple(answer.key for answer in _ALL if answer.is_topic)
"""The answers whose choices are topics."""


MANAGERS = ("manager_email", "manager_id", "manager_name", "manager")
"""The answers that tell who somebody's manager is: by address, by number, by name, or by any of them."""


def kept_by(holder: Holder) -> tuple[str, ...]:
    """The answers that one kind of row keeps."""
    return tuple(answer.key for answer in _ALL if answer.holder == holder)


def of_kind(*kinds: Kind) -> frozenset[str]:
    """The answers that are of one of these kinds."""
    return frozenset(answer.key for answer in _ALL if answer.kind in kinds)


IDENTIFYING = frozenset(answer.key for answer in _ALL if answer.identifies == "always")
"""The answers that tell who somebody is, whatever they say."""

LISTED = of_kind("list", "choices", "language codes")
"""The answers of which somebody chooses several: each choice may have a column of its own."""


class Answered(Row):
    """A row that keeps answers: what those are called stands with them."""

    @classmethod
    def label_of(cls, field: str) -> Message | None:
        """What a field is called, None for an inner one."""
        return ANSWERS[field].label if field in ANSWERS else super().label_of(field)
