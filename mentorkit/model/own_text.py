"""Texts that go out, in the coordinator's own words."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.row import INNER, NameOf, Row
from mentorkit.text import Message, say

TextKey = Literal["introduction", "no_answer", "no_talk", "expectations"]


class OwnText(Row):
    """A text in place of ours, with its fields still open; there is one for each text and language."""

    table: ClassVar[str] = "own_text"
    actions: ClassVar[Mapping[str, Message]] = {"text": say("a text changed")}

    text_key: Annotated[TextKey, INNER]
    language: Annotated[Literal["nl", "en"], say("language")]
    subject: Annotated[str, say("Subject")] = Field(min_length=1, max_length=300)
    body: Annotated[str, say("Text")] = Field(min_length=1, max_length=10_000)

    def called(self, name_of: NameOf) -> Message:
        """By its subject."""
        return say("Your text “{subject}”", subject=self.subject)
