"""The texts that go out about a pair, filled with what both may read.

A field that a text misspells is an error, never silently empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import OwnText, TextKey
from mentorkit.text import Language, Message, say

Values = Mapping[str, str | list[str]]

TEXTS: Mapping[TextKey, Message] = {
    "introduction": say("Introduction of two people"),
    "no_answer": say("Reminder: say yes or no to the pair"),
    "no_talk": say("Reminder: plan the first talk"),
    "expectations": say("Questions before the first talk"),
}
"""The texts that go out by mail."""

FIELDS = (
    *("mentee", "mentor", "mentee_first", "mentor_first", "mentee_email", "mentor_email"),
    *("word_mentee", "word_mentor", "names", "programme", "themes", "practical", "coordinator", "contact"),
    "questions",
)
"""What a text can show."""

LISTS = frozenset({"themes", "practical", "questions"})
"""The fields that hold several lines."""

_JINJA = SandboxedEnvironment(
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    finalize=lambda value: value if isinstance(value, str) else ", ".join(value),
)  # plain text: nothing to escape
_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name),
    *(nodes.If, nodes.For, nodes.And, nodes.Or, nodes.Not),
)
"""What a text may be made of. No call, no attribute and no sum, so that none can run code."""
_UNREADABLE = say(
    "Line {line} cannot be read. A text holds fields such as {field}, and conditions and lists as ours do.",
    field="{{ names }}",
)
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


def text_in(snapshot: Snapshot, key: TextKey, language: Language) -> Text:
    """The text of a programme: the coordinator's own, or else ours."""
    own = [row for row in snapshot.rows(OwnText) if (row.text_key, row.language) == (key, language)]
    return Text(own[0].subject, own[0].body) if own else text_of(key, language)


def check_text(text: Text) -> None:
    """Raise NotLawful, with the field and the line, when a text is not one that can be filled in."""
    for field, template in (("subject", text.subject), ("body", text.body)):
        most = next(
            part.max_length for part in OwnText.model_fields[field].metadata if hasattr(part, "max_length")
        )
        if not 0 < len(template.strip()) <= most:
            raise NotLawful(
                say("Write a subject and a text, of at most {most} characters.", most=most), field
            )
        _check_template(template, field)


def _check_template(template: str, field: str) -> None:
    try:
        tree = _JINJA.parse(template)
    except TemplateSyntaxError as error:
        raise NotLawful(_UNREADABLE.filled(line=error.lineno), field) from error
    parts = list(tree.find_all(nodes.Node))
    known = {*FIELDS, *(one.name for one in tree.find_all(nodes.Name) if one.ctx == "store")}
    for part in parts:
        if isinstance(part, nodes.Name) and part.name not in known:
            unknown = say("Line {line}: there is no field {field}. The fields are: {fields}.")
            raise NotLawful(unknown.filled(line=part.lineno, field=part.name, fields=list(FIELDS)), field)
        if not isinstance(part, _ALLOWED) or (isinstance(part, nodes.For) and not _is_short(part)):
            raise NotLawful(_UNREADABLE.filled(line=part.lineno), field)


def _is_short(loop: nodes.For) -> bool:
    """Whether a list is gone through once: loops in loops could keep a computer busy for ever."""
    return isinstance(loop.iter, nodes.Name) and loop.iter.name in LISTS and loop.find(nodes.For) is None


def filled_text(text: Text, values: Values) -> Text:
    """A text with its fields filled."""
    subject, body = (_template(one).render(values) for one in (text.subject, text.body))
    return Text(" ".join(subject.split()), body.strip() + "\n")
