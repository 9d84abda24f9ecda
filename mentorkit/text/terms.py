"""A programme's own words for mentor and mentee, put in the place of ours before a sentence is filled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

_PLACE = r"(?P<place>\{[^{}]*\})"
_WORD = (
    r"(?:\b(?P<before>an?|de|deze|die|elke|iedere|onze|welke|jouw) )?"
    r"\b(?P<word>mentor|mentee)(?:(?P<plural>s|en)\b|(?P<ing>ing\b)|(?P<of>['’]s)\b|(?P<more>(?!kit|ing)[a-z]+)\b"
    r"|(?P<that> die\b)|\b)"
)
_FOUND = re.compile(f"{_PLACE}|{_WORD}", re.IGNORECASE)

_NO_WORD = re.compile(r"[^\w\s/()'’-]|_")
_NEUTER = {
    "de": "het",
    "deze": "dit",
    "die": "dat",
    "elke": "elk",
    "iedere": "ieder",
    "onze": "ons",
    "welke": "welk",
}
_VOWELS = tuple("aeiou")


def plain_word(word: str) -> str:
    """A word with only signs that mean nothing in a page, a sentence to fill, or a formula.

    >>> plain_word("peter/meter <b>{x}</b> www.x.example")
    'peter/meter bx/b wwwxexample'
    """
    return " ".join(_NO_WORD.sub("", word).split())


def capital(text: str) -> str:
    """A text with a capital in front, and the rest as it is.

    >>> capital("peter/meter van HR")
    'Peter/meter van HR'
    """
    return text[:1].upper() + text[1:]


@dataclass(frozen=True)
class Terms:
    """What mentor and mentee are called, one and many, and what they do together; empty for our own word.

    A Dutch word that takes *het* has it in front: `het maatje`.
    """

    mentor: str = ""
    mentors: str = ""
    mentee: str = ""
    mentees: str = ""
    mentoring: str = ""

    @classmethod
    def of(cls, terms: Mapping[str, str], language: str) -> "Terms":
        """The words of one language among those of a programme.

        >>> Terms.of({"nl.mentor": "peter/meter", "en.mentor": "buddy"}, "en").mentor
        'buddy'
        """
        return cls(**{one.name: plain_word(terms.get(f"{language}.{one.name}", "")) for one in fields(cls)})

    def word(self, role: str) -> str:
        """What one who has a role is called, without its article."""
        return (getattr(self, role) or role).removeprefix("het ")


USUAL = Terms()


@lru_cache(maxsize=20_000)
def in_terms(template: str, terms: Terms, language: str) -> str:
    """A sentence with these words in it; its places, and words inside them, stay as they are.

    >>> in_terms("A mentor for {mentee}", Terms(mentor="ambassador"), "en")
    'An ambassador for {mentee}'
    >>> in_terms("De mentor die mentorkit koos, en de mentoren", Terms("het maatje", "maatjes"), "nl")
    'Het maatje dat mentorkit koos, en de maatjes'
    >>> in_terms("Mentortraining, mentee's plan", Terms("buddy", "buddy's", "starter", "starters"), "nl")
    'Buddytraining, starters plan'
    """
    if terms == USUAL:
        return template
    return _FOUND.sub(lambda found: _said(found, terms, language), template)


def _said(found: re.Match[str], terms: Terms, language: str) -> str:
    part = found.groupdict(default="")
    word = part["word"].lower()
    if not word:
        return found[0]
    if part["ing"]:
        return _cased(terms.mentoring or found[0], found[0])
    one, many = getattr(terms, word), getattr(terms, f"{word}s")
    if not (many if part["plural"] else one):
        return found[0]
    if part["plural"]:
        said, before = many, part["before"]
    else:
        said, before = _one(part, one, many, language)
    return _cased(f"{before} {said}" if before else said, found[0])


def _one(part: Mapping[str, str], one: str, many: str, language: str) -> tuple[str, str]:
    """The word for one, or a word made with it, and what stands before it."""
    bare, before = one.removeprefix("het "), part["before"].lower()
    if part["more"]:
        made = f"{bare}{part['more']}" if bare.isalpha() else f"{part['more']} voor {many or bare}"
        return made, part["before"]
    if language == "en":
        article = "an" if bare.lower().startswith(_VOWELS) else "a"
        return f"{bare}{part['of']}{part['that']}", article if before in {"a", "an"} else part["before"]
    is_neuter = bare != one
    of = part["of"] if bare.endswith(_VOWELS) else part["of"] and "s"
    that = " dat" if part["that"] and is_neuter else part["that"]
    return f"{bare}{of}{that}", _NEUTER.get(before, before) if is_neuter else part["before"]


def _cased(said: str, before: str) -> str:
    """Said with a capital where what stood there before had one."""
    return capital(said) if before[:1].isupper() else said
