"""The column headings the importer knows, from aliases.toml."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from mentorkit.model.fields import IDENTIFYING
from mentorkit.questions.library import library
from mentorkit.reading.shape import Words
from mentorkit.text import LANGUAGES
from mentorkit.text.compare import folded, forms_of, words

_OURS = re.compile("mentor(?:en|s)?|mentees?")
"""What a programme may call otherwise, in the questions of our library as well."""

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True)
class Headings:
    """Which heading belongs to which field, by letters and digits.

    A column with a heading in `perhaps_refused` may hold a number of the state; its answers tell.
    `in_other_words` are our own questions, whatever a programme calls mentor and mentee in them.
    `protected` finds questions that are sensitive, after what `looks_protected` only is taken out.
    """

    fields: Mapping[str, str]
    by_role: Mapping[str, Mapping[str, str]]
    instead: Mapping[str, Mapping[str, str]]
    sensitive: frozenset[str]
    protected: re.Pattern[str]
    looks_protected: re.Pattern[str]
    refused: tuple[tuple[str, ...], ...]
    perhaps_refused: tuple[tuple[str, ...], ...]
    in_other_words: Mapping[re.Pattern[str], str]

    def field_of(self, heading: str, role: str) -> str | None:
        """The field of a column, None when the heading is not known or is sensitive."""
        for form in forms_of(heading):
            if form in self.by_role:
                return self.by_role[form][role]
            if form in self.fields:
                return self.fields[form]
        said = folded(heading)
        return next((field for ours, field in self.in_other_words.items() if ours.fullmatch(said)), None)

    def stand_in(self, heading: str, role: str) -> str | None:
        """The field a column may fill when the file has no better one."""
        return next((self.instead[form][role] for form in forms_of(heading) if form in self.instead), None)

    def is_sensitive(self, heading: str) -> bool:
        """Whether a column holds details that are not taken in unless she asks."""
        said = self.looks_protected.sub(" ", " ".join(words(_HUMP.sub(" ", heading))))
        is_exact = not self.sensitive.isdisjoint(forms_of(heading))
        return is_exact or self.protected.search(said) is not None or self.is_refused(heading)

    def is_refused(self, heading: str) -> bool:
        """Whether a column holds a number of the state, which is not taken in even when she asks."""
        return holds(heading, self.refused)

    def is_known(self, heading: str) -> bool:
        """Whether we ever saw this heading, whatever is done with the column."""
        return not self.forms.isdisjoint(forms_of(heading))

    @cached_property
    def shapes(self) -> Words:
        """The headings by which the tables in a sheet are found."""
        naming = (form for form, field in self.fields.items() if field in IDENTIFYING)
        return Words(self.forms, frozenset(naming))

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every heading we ever saw, as `forms_of` writes it."""
        return frozenset(
            (*self.fields, *self.by_role, *self.instead, *self.sensitive, *map("".join, self.refused))
        )


@lru_cache
def headings() -> Headings:
    """The column headings of aliases.toml."""
    known = told("aliases.toml")
    return Headings(
        fields=_library_wordings()
        | {form: field for field, entry in known["fields"].items() for form in _spellings(entry)},
        by_role={form: entry for entry in known["by_role"].values() for form in _spellings(entry)},
        instead={
            form: entry
            for field, entry in known["instead"].items()
            for form in _spellings(entry if "also" in entry else known["fields"][field])
        },
        sensitive=frozenset(map(folded, (*_kept_out("whole"), *_kept_out("words")))),
        protected=re.compile(rf"\b(?:{_any_of(_kept_out('words'))})\b|{_any_of(_kept_out('parts'))}"),
        looks_protected=re.compile(rf"\b(?:{_any_of(told('sensitive.toml')['alike']['words'])})\w*"),
        refused=tuple(map(words, known["refused"]["also"])),
        perhaps_refused=tuple(map(words, known["refused"]["perhaps"])),
        in_other_words={
            re.compile(_OURS.sub(".{2,40}", wording)): field
            for wording, field in _library_wordings().items()
            if _OURS.search(wording)
        },
    )


def holds(heading: str, listed: Iterable[Sequence[str]]) -> bool:
    """Whether one of these phrases stands in a heading, word for word."""
    text = f" {' '.join(words(heading))} "
    return any(f" {' '.join(phrase)} " in text for phrase in listed)


def _library_wordings() -> dict[str, str]:
    """The questions of our own library, so that a form made from it maps by itself."""
    return {
        folded(question.wording[language]): question.field
        for question in library()
        if question.field
        for language in LANGUAGES
    }


def _written(entry: Mapping[str, Any]) -> list[str]:
    ours = [entry[language] for language in LANGUAGES if language in entry]
    return [*ours, *entry.get("fr", ()), *entry.get("also", ())]


def _spellings(entry: Mapping[str, Any]) -> Iterable[str]:
    return [form for heading in _written(entry) for form in forms_of(heading)[:1]]


def _kept_out(how: str) -> list[str]:
    """The words of every kind of question that is sensitive."""
    kinds = (kind for name, kind in told("sensitive.toml").items() if name != "alike")
    return [phrase for kind in kinds for phrase in kind.get(how, ())]


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(" ".join(words(phrase)) for phrase in phrases)


@lru_cache
def told(name: str) -> Mapping[str, Any]:
    """One of the word lists of this room."""
    return tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))
