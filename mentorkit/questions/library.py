"""The question library: what a sign-up form can ask, and what both sides are asked before the first talk."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from babel import Locale

from mentorkit.model import Role
from mentorkit.model.fields import TOPICS
from mentorkit.model.question import Question
from mentorkit.text import LANGUAGES, Language
from mentorkit.text.terms import capital
from mentorkit.text.topics import topics

Options = dict[str, dict[Language, str]]

_ROLES: dict[str, frozenset[Role]] = {
    "mentor": frozenset({"mentor"}),
    "mentee": frozenset({"mentee"}),
    "both": frozenset({"mentor", "mentee"}),
}


@lru_cache
def library() -> tuple[Question, ...]:
    """Every question of a sign-up form, in its order."""
    return _questions("questions.toml")


@lru_cache
def expectations() -> tuple[Question, ...]:
    """The eight questions that both sides of a pair are asked before their first talk."""
    return _questions("expectations.toml")


def _questions(name: str) -> tuple[Question, ...]:
    asked = tomllib.loads((files("mentorkit.questions") / name).read_text("utf-8"))
    lists = {name: _options(listed) for name, listed in asked["options"].items()}
    ours = _topics()
    return tuple(
        Question(
            key=key,
            roles=_ROLES[row["for"]],
            purpose=row["use"],
            kind=row["kind"],
            wording={"nl": row["nl"], "en": row["en"]},
            options=ours if row.get("field") in TOPICS else lists.get(row.get("options", ""), {}),
            field=row.get("field"),
            action=row.get("action"),
            is_private=row.get("private", False),
            requirements=tuple(row.get("ids", ())),
        )
        for key, row in asked["questions"].items()
    )


def questions_for(role: Role) -> tuple[Question, ...]:
    """The questions of one role, in the order of a form."""
    return tuple(question for question in library() if role in question.roles)


def with_own_topics(names: Iterable[str]) -> tuple[Question, ...]:
    """Every question, with a programme's own topics before ours among the topics to choose from."""
    own: Options = {name: dict.fromkeys(LANGUAGES, name) for name in names}
    return tuple(
        replace(question, options=own | dict(question.options)) if question.field in TOPICS else question
        for question in library()
    )


def _topics() -> Options:
    """Our own topics, with a capital as the other options have."""
    return {
        key: {language: capital(topic.label(language)) for language in LANGUAGES}
        for key, topic in topics().items()
    }


def _options(listed: Mapping[str, tuple[str, str]] | Sequence[str]) -> Options:
    """A list in both languages; one of codes has the names of these languages."""
    if isinstance(listed, Mapping):
        return {key: {"nl": nl, "en": en} for key, (nl, en) in listed.items()}
    return {code: {of: Locale(of).languages[code] for of in LANGUAGES} for code in listed}
