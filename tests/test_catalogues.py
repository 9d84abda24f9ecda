"""Every sentence has its Dutch: complete, with the same places for values, in our own words."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message as Entry

from mentorkit.text import LANGUAGES
from tests.sources import CATALOGUES, MODULES, NOTEBOOKS, ROOT, catalogue, short, tree_of

OF_TYPER = (
    "Usage:",
    "Arguments",
    "Options",
    "Commands",
    "Show this message and exit.",
    "[required]",
    "[env var:",
    "default:",
    "[OPTIONS]",
    "COMMAND [ARGS]...",
)
SPOKEN_PLAINLY = {("yes", ""), ("no", ""), *((word, "") for word in OF_TYPER)}
"""What is said without a call of say: by the speaker itself, and words of typer on the command line."""

SAME_IN_BOTH = {
    "Checklist",
    "mentoring",
    "E-mail",
    "E-mail mentee",
    "E-mail mentor",
    "Start",
    "Status",
    "week {n}",
    "Mentor",
    "Mentors",
    "Mentee",
    "Mentees",
    "mentor",
    "mentors",
    "mentee",
    "mentees",
    "n",
    "{n} mentee",
    "{who}: {found}; n = {n}",
    "{n} mentees",
    "{n} mentor",
    "{n} mentors",
}
"""Sentences that read the same in Dutch and in English; a new one is added here on purpose."""

FORBIDDEN = re.compile(r"!|mentorschap|\bAI\b", re.IGNORECASE)
"""No shouting; mentorschap is a legal guardianship; nothing here is an AI."""


@dataclass(frozen=True)
class Sentence:
    """A template in our code, and where it stands."""

    place: str
    singular: str
    plural: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.singular, self.plural


def calls(path: Path) -> Iterator[tuple[ast.Call, list[ast.expr]]]:
    """Every call of say and say_count in a file, with the arguments that are templates."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).split(".")[-1]
            if name in {"say", "say_count"}:
                yield node, node.args[: 1 if name == "say" else 2]


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@cache
def sentences() -> tuple[Sentence, ...]:
    """All templates of the package and the notebooks, in the order of the files."""
    found = [
        Sentence(short(path), *(part.value for part in parts))
        for path in (*MODULES, *NOTEBOOKS)
        for _, parts in calls(path)
        if parts and all(map(is_text, parts))
    ]
    return tuple(dict.fromkeys([*found, *help_texts()]))


def help_texts() -> Iterator[Sentence]:
    """What the command line says about its commands, which are told in a language, and their options."""
    for path in (path for path in MODULES if path.is_relative_to(ROOT / "mentorkit" / "cli")):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef) and "lang" in {one.arg for one in node.args.args}:
                yield Sentence(short(path), ast.get_docstring(node))
            if isinstance(node, ast.keyword) and node.arg == "help" and is_text(node.value):
                yield Sentence(short(path), node.value.value)


def entries() -> Iterator[tuple[str, Entry]]:
    """Every entry of every catalogue with the name of its file; headers left out."""
    for path in CATALOGUES:
        yield from ((path.name, entry) for entry in catalogue(path) if entry.id)


def both(text: str | tuple[str, ...] | list[str]) -> tuple[str, str]:
    """Singular and plural of an entry's side; no plural is an empty one."""
    return (text, "") if isinstance(text, str) else (text[0], text[1])


def places(template: str) -> set[str]:
    """The names of the values in a template."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def is_translated(entry: Entry) -> bool:
    forms = entry.string if entry.pluralizable else (entry.string,)
    return not entry.fuzzy and all(forms)


def po_form(sentence: Sentence) -> str:
    """An entry with its Dutch still to be written."""
    quoted = [text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") for text in sentence.key]
    if not sentence.plural:
        return f'msgid "{quoted[0]}"\nmsgstr ""\n'
    return f'msgid "{quoted[0]}"\nmsgid_plural "{quoted[1]}"\nmsgstr[0] ""\nmsgstr[1] ""\n'


def test_every_template_stands_in_the_code_as_plain_text():
    hidden = [
        f"{short(path)}:{call.lineno} {ast.unparse(part)}"
        for path in (*MODULES, *NOTEBOOKS)
        for call, parts in calls(path)
        for part in parts
        if not is_text(part)
    ]
    assert not hidden, "Give say() the sentence itself, so that it can be translated:\n" + "\n".join(hidden)


def test_every_sentence_has_its_dutch():
    known = {both(entry.id) for _, entry in entries() if is_translated(entry)}
    missing = [sentence for sentence in sentences() if sentence.key not in known]
    ready_to_fill = "\n".join(
        f"#: {place}\n" + "\n".join(map(po_form, group))
        for place, group in groupby(missing, key=lambda sentence: sentence.place)
    )
    if missing:
        pytest.fail(f"{len(missing)} sentences have no Dutch yet:\n\n{ready_to_fill}", pytrace=False)


def test_no_catalogue_keeps_what_nobody_says():
    said = {sentence.key for sentence in sentences()} | SPOKEN_PLAINLY
    unused = [f"{name}: {entry.id!r}" for name, entry in entries() if both(entry.id) not in said]
    unused += [f"{path.name}: {old!r}" for path in CATALOGUES for old in catalogue(path).obsolete]
    assert not unused, "Nobody says this any more:\n" + "\n".join(unused)


def test_no_sentence_is_translated_in_two_files():
    owners: dict[tuple[str, str], set[str]] = {}
    for name, entry in entries():
        owners.setdefault(both(entry.id), set()).add(name)
    assert {key: sorted(names) for key, names in owners.items() if len(names) > 1} == {}


def test_one_english_sentence_is_not_both_counted_and_plain():
    plain = {sentence.singular for sentence in sentences() if not sentence.plural}
    counted = {sentence.singular for sentence in sentences() if sentence.plural}
    assert plain & counted == set()


def test_both_languages_have_the_same_places_for_values():
    different = []
    for name, entry in entries():
        for english, dutch in zip(both(entry.id), both(entry.string), strict=True):
            # "One mentee" needs no number, so only {n} may come or go.
            if places(english) - {"n"} != places(dutch) - {"n"}:
                different.append(f"{name}: {english!r} / {dutch!r}")
    assert different == []


def test_a_plural_says_its_number_in_both_languages():
    silent = [
        f"{name}: {entry.id!r}"
        for name, entry in entries()
        if entry.pluralizable and not all("n" in places(both(side)[1]) for side in (entry.id, entry.string))
    ]
    assert silent == []


def test_no_sentence_shouts_or_uses_a_forbidden_word():
    spoken = [
        text for _, entry in entries() for side in (entry.id, entry.string) for text in both(side) if text
    ]
    assert [text for text in spoken if FORBIDDEN.search(text)] == []


def test_dutch_is_not_the_english_left_standing():
    same = [
        f"{name}: {english!r}"
        for name, entry in entries()
        for english, dutch in zip(both(entry.id), both(entry.string), strict=True)
        if english and english == dutch and english not in SAME_IN_BOTH and has_words(english)
    ]
    assert not same, "Translate this, or add it to SAME_IN_BOTH:\n" + "\n".join(same)


def has_words(template: str) -> bool:
    """Whether anything but values and signs is said."""
    return any(character.isalpha() for text, _, _, _ in Formatter().parse(template) for character in text)


def test_every_catalogue_says_which_language_it_is():
    headers = {path.name: dict(catalogue(path).mime_headers).get("Language") for path in CATALOGUES}
    assert {name: language for name, language in headers.items() if language not in LANGUAGES} == {}
