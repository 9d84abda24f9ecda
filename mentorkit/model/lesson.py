"""What a round taught about the programme."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.row import NameOf, Row
from mentorkit.text import Message, say

LessonTheme = Literal["recruiting", "matching", "start", "support", "closing", "organisation"]

LESSON_THEMES: Mapping[LessonTheme, Message] = {
    "recruiting": say("finding mentors and mentees"),
    "matching": say("putting pairs together"),
    "start": say("the start of pairs"),
    "support": say("support and training"),
    "closing": say("closing"),
    "organisation": say("organisation"),
}


class Lesson(Row):
    """One thing to keep or to do otherwise in the next round; about the programme, never about people."""

    table: ClassVar[str] = "lesson"
    actions: ClassVar[Mapping[str, Message]] = {"lesson": say("lessons for the next round changed")}

    theme: Annotated[LessonTheme, say("about")]
    text: Annotated[str, say("lesson")] = Field(min_length=1, max_length=300)
    noted_on: Annotated[date, say("noted on")]

    def called(self, name_of: NameOf) -> Message:
        """As what it is."""
        return say("A lesson for the next round")
