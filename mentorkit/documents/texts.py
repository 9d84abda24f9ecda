"""The texts that go out about a pair, filled with what both may read.

A field that a text misspells is an error, never silently empty.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import OwnText, TextKey
from mentorkit.text import LANGUAGES, Language, Message, say, speaker

Values = Mapping[str, str | list[str]]

TEXTS: Mapping[TextKey, Message] = {
    "introduction": say("Introduction of two people"),
    "no_answer": say("Reminder: say yes or no to the pair"),
    "no_talk": say("Reminder: plan the first talk"),
    "expectations": say("Questions before the first talk"),
}
"""The texts that go out by mail."""

FIELDS: Mapping[str, Message] = {
    "mentee": say("mentee"),
    "mentor": say("mentor"),
    "mentee_first": say("mentee_first"),
    "mentor_first": say("mentor_first"),
    "mentee_email": say("mentee_email"),
    "mentor_email": say("mentor_email"),
    "word_mentee": say("word_mentee"),
    "word_mentor": say("word_mentor"),
    "names": say("names"),
    "programme": say("programme"),
    "themes": say("themes"),
    "practical": say("practical"),
    "coordinator": say("coordinator"),
    "contact": say("contact_point"),
    "questions": say("questions"),
}
"""What a text can show, with what it is called in a text; the key is how it is kept."""

LISTS = frozenset({"themes", "practical", "questions"})
"""The fields that hold several lines."""

_TAG, _NAME = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL), re.compile(r"[^\W\d]\w*")
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


def field_name(field: str, language: Language) -> str:
    """What a field is called in a text; the programme's own words never change it."""
    return speaker(language)(FIELDS[field])


def as_spoken(text: Text, language: Language) -> Text:
    """A text as it is kept, with its fields called as this language calls them."""
    return _renamed(text, {field: field_name(field, language) for field in FIELDS})


def as_kept(text: Text) -> Text:
    """A text with its fields as they are kept, in whatever language and with whatever capitals they stand."""
    return _renamed(text, {field_name(field, one): field for one in LANGUAGES for field in FIELDS})


def _renamed(text: Text, names: Mapping[str, str]) -> Text:
    """A text with other names between its braces."""

    def in_tag(tag: re.Match[str]) -> str:
        return _NAME.sub(lambda word: names.get(word[0].casefold(), word[0]), tag[0])

    return Text(_TAG.sub(in_tag, text.subject), _TAG.sub(in_tag, text.body))


def check_text(text: Text, language: Language) -> None:
    """Raise NotLawful, with the field and the line, when a text is not one that can be filled in.

    What it says of fields calls them as this language does.
    """
    for field, template in (("subject", text.subject), ("body", text.body)):
        most = next(
            part.max_length for part in OwnText.model_fields[field].metadata if hasattr(part, "max_length")
        )
        if not 0 < len(template.strip()) <= most:
            raise NotLawful(
                say("Write a subject and a text, of at most {most} characters.", most=most), field
            )
        _check_template(template, field, language)


def _check_template(template: str, field: str, language: Language) -> None:
    unreadable = _UNREADABLE.filled(field=f"{{{{ {field_name('names', language)} }}}}")
    try:
        tree = _JINJA.parse(template)
    except TemplateSyntaxError as error:
        raise NotLawful(unreadable.filled(line=error.lineno), field) from error
    parts = list(tree.find_all(nodes.Node))
    known = {*FIELDS, *(one.name for one in tree.find_all(nodes.Name) if one.ctx == "store")}
    for part in parts:
        if isinstance(part, nodes.Name) and part.name not in known:
            raise NotLawful(_unknown(part.name, language).filled(line=part.lineno), field)
        if not isinstance(part, _ALLOWED) or (isinstance(part, nodes.For) and not _is_short(part)):
            raise NotLawful(unreadable.filled(line=part.lineno), field)


def _unknown(name: str, language: Language) -> Message:
    """That there is no such field, with the one that is most like it, or else all that there are."""
    called = {field_name(field, one): field for one in LANGUAGES for field in FIELDS}
    for near in get_close_matches(name.casefold(), called, 1):
        asked = say("Line {line}: there is no field {field}. Do you mean {nearest}?")
        return asked.filled(field=name, nearest=field_name(called[near], language))
    told = say("Line {line}: there is no field {field}. The fields are: {fields}.")
    return told.filled(field=name, fields=[field_name(one, language) for one in FIELDS])


def _is_short(loop: nodes.For) -> bool:
    """Whether a list is gone through once: loops in loops could keep a computer busy for ever."""
    return isinstance(loop.iter, nodes.Name) and loop.iter.name in LISTS and loop.find(nodes.For) is None


def filled_text(text: Text, values: Values) -> Text:
    """A text with its fields filled."""
    subject, body = (_template(one).render(values) for one in (text.subject, text.body))
    return Text(" ".join(subject.split()), body.strip() + "\n")
