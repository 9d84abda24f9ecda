"""From messages to sentences in Dutch or English."""

import getpass
import gettext
import io
import locale
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from importlib.resources import files
from math import inf
from typing import Literal, get_args

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_scientific

from mentorkit.text.message import Message, Month, Tongue, Value
from mentorkit.text.terms import USUAL, Terms, in_terms

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
_LOCALES = {"nl": "nl_NL", "en": "en_GB"}
_WRITTEN_OUT = 10**26
"""Numbers below it are written out; Babel cannot write more digits."""


@dataclass(frozen=True)
class Speaker:
    """Says messages in one language, with a programme's own words for mentor and mentee."""

    language: Language
    terms: Terms = USUAL

    @property
    def locale(self) -> str:
        """The Babel locale that dates and numbers follow."""
        return _LOCALES[self.language]

    def __call__(self, message: Message | str) -> str:
        """The sentence, with every value written as this language writes it."""
        catalogue = _catalogue(self.language)
        if isinstance(message, str):
            return self.in_terms(catalogue.gettext(message))
        template = (
            catalogue.ngettext(message.id, message.plural, message.count)
            if message.plural
            else catalogue.gettext(message.id)
        )
        return self.in_terms(template).format(
            **{name: self.write(value) for name, value in message.values.items()}
        )

    def in_terms(self, text: str) -> str:
        """A text of ours in this language, with the programme's own words."""
        return in_terms(text, self.terms, self.language)

    def wording(self, texts: Mapping[Language, str]) -> str:
        """That of a data file which holds a text in every language."""
        return self.in_terms(texts[self.language])

    def of(self, terms: Mapping[str, str]) -> "Speaker":
        """The same language with the words of a programme, by language and word."""
        return speaker(self.language, Terms.of(terms, self.language))

    def digits(self, value: float) -> str:
        """A number as somebody types it: all its digits, and no sign between thousands.

        >>> speaker("nl").digits(1234.125)
        '1234,125'
        """
        return format_decimal(value, format="0.###############", locale=self.locale)

    def moment(self, at: datetime, today: date) -> str:
        """A moment in as few words as tell it: its time when it was today, else its day.

        >>> speaker("nl").moment(datetime(2026, 9, 14, 9, 5), date(2026, 9, 14))
        '09:05'
        >>> speaker("nl").moment(datetime(2026, 9, 14, 9, 5), date(2026, 9, 15))
        '14 sep'
        """
        return format_datetime(at, "HH:mm" if at.date() == today else "d MMM", locale=self.locale)

    def write(self, value: Value) -> str:
        """One value as text: 1.234,5 or 1,234.5; 14 september or 14 September; september 2026; a, b en c."""
        match value:
            case None:
                return "–"
            case Message():
                return self(value)
            case Tongue():
                return str(Locale.parse(self.locale).languages.get(value.code.lower(), value.code))
            case str():
                return value
            case bool():
                return self("yes" if value else "no")
            case int() | float() if _WRITTEN_OUT <= abs(value) < inf:
                return format_scientific(value, "0.##E0", locale=self.locale)
            case int() | float():
                return format_decimal(value, format="#,##0.##", locale=self.locale)
            case datetime():
                return format_datetime(value, "d MMMM HH:mm", locale=self.locale)
            case date():
                called = "MMMM y" if isinstance(value, Month) else "d MMMM y"
                return format_date(value, called, locale=self.locale)
            case _:
                return format_list(list(map(self.write, value)), locale=self.locale)


@lru_cache
def speaker(language: Language, terms: Terms = USUAL) -> Speaker:
    """The speaker of a language.

    >>> speaker("en")("yes")
    'yes'
    >>> speaker("nl")("yes")
    'ja'
    """
    return Speaker(language, terms)


def reader(query: Mapping[str, object], usual: Language) -> Speaker:
    """The reader's language: the one an address asks for when it is one of ours, else the usual one.

    >>> reader({"lang": "en"}, "nl").language, reader({"lang": "xx"}, "nl").language
    ('en', 'nl')
    """
    return speaker(next((language for language in LANGUAGES if language == query.get("lang")), usual))


def language_here() -> Language:
    """Dutch on a Dutch computer, English elsewhere; the environment variable MENTORKIT_LANG goes first."""
    names = (os.environ.get(name) for name in ("MENTORKIT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    system = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    return "nl" if system.casefold().startswith(("nl", "dutch")) else "en"


@lru_cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    """All catalogue files of a language as one; English is the language of the code."""
    merged = gettext.NullTranslations()
    folder = files("mentorkit.text") / language
    if not folder.is_dir():
        return merged
    for part in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if part.name.endswith(".po"):
            merged = _one(part.read_bytes(), language, merged)
    return merged


def _one(po: bytes, language: Language, fallback: gettext.NullTranslations) -> gettext.NullTranslations:
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(po), locale=_LOCALES[language]))
    compiled.seek(0)
    catalogue = gettext.GNUTranslations(compiled)
    catalogue.add_fallback(fallback)
    return catalogue


def who_is_here(speak: Speaker) -> str:
    """The name of who works at this computer; a word for it when the computer gives none."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return speak("coordinator")
