"""Responses: what somebody was asked in a wave of a questionnaire, and what came back, in numbers."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.row import INNER, NameOf, PersonId, PointsAt, Row
from mentorkit.text import Message, say

Respondent = Literal["mentee", "mentor", "observer"]
Wave = Literal["baseline", "midway", "closing", "then", "follow_up"]
Answer = Annotated[int, Field(ge=0, le=100)]

RESPONDENTS: Mapping[Respondent, Message] = {
    "mentee": say("mentee"),
    "mentor": say("mentor"),
    "observer": say("mentor about the mentee"),
}
"""As what somebody answers."""

WAVES: Mapping[Wave, Message] = {
    "baseline": say("baseline"),
    "midway": say("midway"),
    "closing": say("closing questions"),
    "then": say("look back"),
    "follow_up": say("follow-up"),
}
"""When somebody is asked, in the order of a round; "then" is asked at the end, about the start."""


class Response(Row):
    """Somebody was asked a questionnaire in a wave, with what was answered as numbers: never in words.

    There is one for a person, role, questionnaire and wave; an observer has one for each pair that it is
    about. `pair_id` is None for a mentor of several pairs, who answers once for all of them. `answers` maps
    items to whole numbers within their range; an item that is not there was not answered. `answered_on` is
    None as long as there is no answer. Nobody but the coordinator reads any of it. `code` stands in the
    place of a name on an answer.
    """

    table: ClassVar[str] = "response"
    actions: ClassVar[Mapping[str, Message]] = {
        "wave_asked": say("questionnaires sent"),
        "response": say("answers to questionnaires recorded"),
    }

    person_id: Annotated[PersonId, INNER]
    pair_id: Annotated[str | None, PointsAt("pair"), INNER] = None
    role: Annotated[Respondent, say("answers as")]
    questionnaire: Annotated[str, INNER] = Field(min_length=1, max_length=40)
    wave: Annotated[Wave, say("asked when")]
    code: Annotated[str, INNER] = Field(min_length=8, max_length=8)
    asked_on: Annotated[date, say("asked on")]
    answered_on: Annotated[date | None, say("answered on")] = None
    answers: Annotated[dict[str, Answer], say("answer to {heading}")] = Field(default_factory=dict)

    def called(self, name_of: NameOf) -> Message:
        """By its day."""
        return say("The questionnaire of {day}", day=self.asked_on)
