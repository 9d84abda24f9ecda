"""The words of answers that the importer knows, from words.toml."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from babel import Locale

from mentorkit.intake.words.headings import told
from mentorkit.text import LANGUAGES
from mentorkit.text.compare import folded, words

Phrases = tuple[tuple[tuple[str, ...], str], ...]
"""Phrases as words, longest first, each with the key it stands for."""

_STEM, _LONGEST = 4, 100
_words = lru_cache(maxsize=50_000)(words)


@lru_cache
def phrases(topic: str) -> Phrases:
    """The phrases of one table of words.toml or evidence.toml, longest first."""
    found = [(words(phrase), key) for key, listed in _listed(topic).items() for phrase in listed]
    return tuple(sorted(found, key=lambda entry: -len(" ".join(entry[0]))))


@lru_cache
def steps(topic: str) -> tuple[Mapping[str, int], ...]:
    """Ordered lists of words.toml: per list, the place of every spelling, from 0."""
    known = told("words.toml")[topic]
    return tuple(
        {" ".join(words(spelling)): place for place, step in enumerate(ladder) for spelling in step}
        for ladder in known.values()
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
        folded(name): code for code, names in told("words.toml")["languages"].items() for name in names
    }


def language_of_headings(headings: Iterable[str]) -> str | None:
    """The language most words of the headings are in; None when none is known.

    >>> language_of_headings(["Naam", "Afdeling", "E-mail"])
    'nl'
    """
    spoken = Counter(word for heading in headings for word in words(heading))
    found: Counter[str] = Counter()
    for phrase, language in phrases("header_languages"):
        found[language] += spoken[phrase[0]]
    best = found.most_common(1)
    return best[0][0] if best and best[0][1] else None


def starts_as(text: str, topic: str) -> str | None:
    """The key of the longest phrase a text begins with.

    >>> starts_as("Ja, dat is goed", "yes_no")
    'yes'
    """
    spoken = words(text)
    return next((key for phrase, key in phrases(topic) if spoken[: len(phrase)] == phrase), None)


def is_one_of(text: str, topic: str, key: str) -> bool:
    """Whether a text is, as a whole, one of the phrases of a key."""
    return len(text) <= _LONGEST and _words(text) in _phrases_of(topic, key)


@lru_cache(maxsize=20_000)
def mentioned(text: str, topic: str, is_whole: bool = False) -> tuple[str, ...]:
    """The keys a text speaks of, in the order of words.toml; a longer phrase hides a shorter one.

    A word of four letters or more also stands for its longer forms, unless only whole words count.

    >>> mentioned("Videobellen of op kantoor", "channels")
    ('in_person', 'video')
    """
    spoken = list(words(text))
    said = " ".join(spoken)
    found: set[str] = set()
    taken: set[tuple[str, ...]] = set()
    for phrase, key in phrases(topic):
        if phrase in taken:
            found.add(key)
        elif phrase[0] in said and (place := _place(spoken, phrase, is_whole)) is not None:
            spoken[place : place + len(phrase)] = [""] * len(phrase)
            taken.add(phrase)
            found.add(key)
    return tuple(key for key in _listed(topic) if key in found)


def _listed(topic: str) -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = told("words.toml").get(topic) or told("evidence.toml")[topic]
    return found


@lru_cache
def _phrases_of(topic: str, key: str) -> frozenset[tuple[str, ...]]:
    return frozenset(phrase for phrase, kind in phrases(topic) if kind == key)


def _place(spoken: list[str], phrase: tuple[str, ...], is_whole: bool) -> int | None:
    """Where a phrase stands."""
    for place in range(len(spoken) - len(phrase) + 1):
        pairs = zip(spoken[place:], phrase, strict=False)
        if all(
            word == part or (not is_whole and len(part) >= _STEM and word.startswith(part))
            for word, part in pairs
        ):
            return place
    return None
