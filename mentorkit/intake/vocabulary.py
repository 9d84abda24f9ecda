"""The words the importer knows: column headings (aliases.toml) and answers (words.toml)."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from babel import Locale

from mentorkit.intake.questions import library
from mentorkit.intake.tidy import folded, words
from mentorkit.model import Role
from mentorkit.text import LANGUAGES, Language

Phrases = tuple[tuple[tuple[str, ...], str], ...]
"""Phrases as words, longest first, each with the key it stands for."""

_BRACKETS = re.compile(r"[(\[](?:[^()\[\]]|\([^()]*\))*[)\]]\W*$")
_CHOICE = re.compile(r"\s+-\s+(?:selected choice|geselecteerde keuze|choix sélectionné)\W*$", re.IGNORECASE)
_ASKED = re.compile(
    r"^(?:(?:hi|hello|hallo|hoi|dag|bonjour|and|en|et) )*"
    r"(?:(?:what|wat|which|quel|quelle|quels|quelles) (?:is|are|zijn|est|sont) )?"
    r"(?:whats |please enter |geef |vul )?"
    r"(?:your|je|jouw|uw|votre|vos) "
)
_VAGUE = frozenset({"rol", "role", "id", "doel", "goal", "status"})
_NUMBER = re.compile(r"^\s*\d{1,3}[.)]\s+(?=\D)")
_STEM = 4


@dataclass(frozen=True)
class Headings:
    """Which heading belongs to which field, by letters and digits."""

    fields: Mapping[str, str]
    by_role: Mapping[str, Mapping[str, str]]
    instead: Mapping[str, Mapping[str, str]]
    sensitive: frozenset[str]
    sensitive_words: tuple[tuple[str, ...], ...]
    refused: tuple[tuple[str, ...], ...]
    perhaps_refused: tuple[tuple[str, ...], ...]
    spelled: Mapping[str, str]
    labels: Mapping[str, Mapping[str, str]]

    def field_of(self, heading: str, role: Role) -> str | None:
        """The field of a column, None when the heading is not known or is sensitive."""
        for form in forms_of(heading):
            if form in self.by_role:
                return self.by_role[form][role]
            if form in self.fields:
                return self.fields[form]
        return None

    def stand_in(self, heading: str, role: Role) -> str | None:
        """The field a column may fill when the file has no better one."""
        return next((self.instead[form][role] for form in forms_of(heading) if form in self.instead), None)

    def is_sensitive(self, heading: str) -> bool:
        """Whether a column holds details that are not taken in unless she asks."""
        is_exact = any(form in self.sensitive for form in forms_of(heading))
        return is_exact or _holds(heading, self.sensitive_words) or self.is_refused(heading)

    def is_refused(self, heading: str) -> bool:
        """Whether a column holds a number of the state, which is not taken in even when she asks."""
        return _holds(heading, self.refused)

    def is_perhaps_refused(self, heading: str) -> bool:
        """Whether a column may hold such a number; its answers tell."""
        return _holds(heading, self.perhaps_refused)

    def is_known(self, heading: str) -> bool:
        """Whether we ever saw this heading, whatever is done with the column."""
        return any(
            form in table
            for form in forms_of(heading)
            for table in (self.fields, self.by_role, self.instead, self.sensitive)
        ) or self.is_refused(heading)


def forms_of(heading: str) -> tuple[str, ...]:
    """A heading as compared: whole, without its number and the brackets at its end, without "What is your".

    >>> forms_of("3. Max. mentees (1–5)")
    ('3maxmentees15', 'maxmentees')
    >>> forms_of("Hi, what's your *first name*?")
    ('hiwhatsyourfirstname', 'firstname')
    """
    whole, bare = folded(heading), _NUMBER.sub("", _BRACKETS.sub("", heading))
    said = " ".join(words(_CHOICE.sub("", bare)))
    asked = folded(_ASKED.sub("", said))
    forms = dict.fromkeys((whole, folded(bare), folded(said), "" if asked in _VAGUE else asked))
    return (whole, *(form for form in forms if form and form != whole))


@lru_cache
def headings() -> Headings:
    """The column headings of aliases.toml."""
    told = _toml("aliases.toml")
    return Headings(
        fields=_library_wordings()
        | {form: field for field, entry in told["fields"].items() for form in _spellings(entry)},
        by_role={form: entry for entry in told["by_role"].values() for form in _spellings(entry)},
        instead={
            form: entry
            for field, entry in told["instead"].items()
            for form in _spellings(entry if "also" in entry else told["fields"][field])
        },
        sensitive=frozenset(_spellings(told["sensitive"])),
        sensitive_words=tuple(map(words, told["sensitive"]["within"])),
        refused=tuple(map(words, told["refused"]["also"])),
        perhaps_refused=tuple(map(words, told["refused"]["perhaps"])),
        spelled={
            " ".join(words(heading)): field
            for field, entry in told["fields"].items()
            for heading in _written(entry)
        },
        labels={field: entry for field, entry in told["fields"].items() if "nl" in entry},
    )


def label_of(field: str, language: Language) -> str:
    """The heading of a field in our own template; the field's name when it has none."""
    return headings().labels.get(field, {}).get(language, field)


@lru_cache
def phrases(topic: str) -> Phrases:
    """The phrases of one table of words.toml, longest first."""
    told = _toml("words.toml")[topic]
    found = [(words(phrase), key) for key, listed in told.items() for phrase in listed]
    return tuple(sorted(found, key=lambda entry: -len(" ".join(entry[0]))))


@lru_cache
def steps(topic: str) -> tuple[Mapping[str, int], ...]:
    """Ordered lists of words.toml: per list, the place of every spelling, from 0."""
    told = _toml("words.toml")[topic]
    return tuple(
        {" ".join(words(spelling)): place for place, step in enumerate(ladder) for spelling in step}
        for ladder in told.values()
        if isinstance(ladder[0], list)
    )


@lru_cache
def language_codes() -> Mapping[str, str]:
    """Names and codes of languages, in Dutch and English, to ISO 639 codes."""
    known: dict[str, str] = {}
    for reader in LANGUAGES:
        for code, name in Locale(reader).languages.items():
            if code.isalpha():
                known.setdefault(folded(name), code)
                known.setdefault(code, code)
    return known | {
        folded(name): code for code, names in _toml("words.toml")["languages"].items() for name in names
    }


def starts_as(text: str, topic: str) -> str | None:
    """The key of the longest phrase a text begins with.

    >>> starts_as("Ja, dat is goed", "yes_no")
    'yes'
    """
    spoken = words(text)
    return next((key for phrase, key in phrases(topic) if spoken[: len(phrase)] == phrase), None)


def is_one_of(text: str, topic: str, key: str) -> bool:
    """Whether a text is, as a whole, one of the phrases of a key."""
    return words(text) in _phrases_of(topic, key)


def mentioned(text: str, topic: str) -> tuple[str, ...]:
    """The keys a text speaks of, in the order of words.toml; a longer phrase hides a shorter one.

    >>> mentioned("Videobellen of op kantoor", "channels")
    ('in_person', 'video')
    """
    spoken = list(words(text))
    found: set[str] = set()
    taken: set[tuple[str, ...]] = set()
    for phrase, key in phrases(topic):
        if phrase in taken:
            found.add(key)
        elif (place := _place(spoken, phrase)) is not None:
            spoken[place : place + len(phrase)] = [""] * len(phrase)
            taken.add(phrase)
            found.add(key)
    return tuple(key for key in _toml("words.toml")[topic] if key in found)


@lru_cache
def _phrases_of(topic: str, key: str) -> frozenset[tuple[str, ...]]:
    return frozenset(phrase for phrase, kind in phrases(topic) if kind == key)


def _place(spoken: list[str], phrase: tuple[str, ...]) -> int | None:
    """Where a phrase stands; a word of four letters or more also stands for its longer forms."""
    for place in range(len(spoken) - len(phrase) + 1):
        pairs = zip(spoken[place:], phrase, strict=False)
        if all(word == part or (len(part) >= _STEM and word.startswith(part)) for word, part in pairs):
            return place
    return None


def _holds(heading: str, listed: Iterable[tuple[str, ...]]) -> bool:
    """Whether one of these phrases stands in a heading, word for word."""
    text = f" {' '.join(words(heading))} "
    return any(f" {' '.join(phrase)} " in text for phrase in listed)


def _library_wordings() -> dict[str, str]:
    """The questions of our own library, so that a form made from it maps by itself."""
    asked = [(question, question.field) for question in library()]
    return {
        folded(wording): field
        for question, field in asked
        if field is not None
        for wording in question.wording.values()
    }


def _written(entry: Mapping[str, Any]) -> list[str]:
    ours = [entry[language] for language in LANGUAGES if language in entry]
    return [*ours, *entry.get("fr", ()), *entry.get("also", ())]


def _spellings(entry: Mapping[str, Any]) -> Iterable[str]:
    return [form for heading in _written(entry) for form in forms_of(heading)[:1]]


@lru_cache
def _toml(name: str) -> Mapping[str, Any]:
    return tomllib.loads((files("mentorkit.intake") / name).read_text("utf-8"))
