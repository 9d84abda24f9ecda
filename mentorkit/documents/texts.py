"""The texts that go out about a pair, filled with what both may read.

A field that a text misspells is an error, never silently empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from mentorkit.model import TextKey
from mentorkit.text import Language, Message, say

Values = Mapping[str, str | list[str]]

TEXTS: Mapping[TextKey, Message] = {
    "introduction": say("Introduction of two people"),
    "no_answer": say("Reminder: say yes or no to the pair"),
    "no_talk": say("Reminder: plan the first talk"),
    "expectations": say("Questions before the first talk"),
}
"""The texts that go out by mail."""

_JINJA = SandboxedEnvironment(
    undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
)  # plain text: nothing to escape
_template = cache(_JINJA.from_string)  # every pair has the same few texts


@dataclass(frozen=True)
class Text:
    """The subject and the body of a text, with or without its fields filled."""

    subject: str
    body: str


@cache
def text_of(key: TextKey, language: Language) -> Text:
    """A text with its fields: the first line is the subject."""
    text = (files("mentorkit.documents") / "texts" / f"{key}.{language}.txt").read_text("utf-8")
    subject, _, body = text.partition("\n")
    return Text(subject, body)


def filled_text(text: Text, values: Values) -> Text:
    """A text with its fields filled."""
    subject, body = (_template(one).render(values) for one in (text.subject, text.body))
    return Text(" ".join(subject.split()), body.strip() + "\n")
