"""Names and e-mail addresses, as people and systems write them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from mentorkit.intake.values.cells import Reading, as_text, is_blank, text
from mentorkit.intake.words.vocabulary import is_one_of
from mentorkit.text import say
from mentorkit.text.compare import folded, words

_INFIXES = frozenset(
    """van von vom zu zum de der den des het 't d' ter ten te tot op in aan bij uit voor onder
    du da di del della dos la le los el""".split()  # noqa: SIM905 - a list of words reads best as words
)
_REMARK = re.compile(r"\s+\([\w .:/-]*\)$")
_ADDRESS = re.compile(r"[^\s@<>,;:\"()]+@[^\s@<>,;:\"()]+\.[^\W\d_]{2,}")
_SHOWN = re.compile(r"<([^<>]+)>\s*$")
_TYPED_WRONG = {
    ".con": ".com", ".cmo": ".com", ".comm": ".com", ".ocm": ".com", ".nll": ".nl", ".nk": ".nl",
    ".bee": ".be", ".ogr": ".org", ".rog": ".org", ".orgg": ".org",
}  # fmt: skip
_LONGEST_ADDRESS = 320
_LEAST_WORDS = 2
_LETTERS = re.compile(r"[^\W\d_]+(?:[ ,.'’-]+[^\W\d_]+)*\.?|['’][^\W\d_].*")


@dataclass(frozen=True)
class Name:
    """A full name, in reading order, with its parts where they are certain."""

    full: str
    first: str | None = None
    infix: str | None = None
    last: str | None = None

    @property
    def family(self) -> str | None:
        """The whole family name, with its infix."""
        return " ".join(part for part in (self.infix, self.last) if part) or None


@lru_cache(maxsize=50_000)
def parse_name(text: str) -> Name:
    """A name written as First infix Last or as Last, First infix; remarks in brackets at the end go.

    >>> parse_name("Berg, Jan van den (Extern)").full
    'Jan van den Berg'
    """
    bare = _REMARK.sub("", " ".join(text.split()))
    last, comma, first = (part.strip() for part in bare.partition(","))
    if comma and first and last and "," not in first:
        return _turned(last, first)
    return _in_order(bare)


def join_name(first: str | None, infix: str | None, last: str | None) -> Name | None:
    """A name from separate columns; None when all are empty.

    >>> join_name("Emre", None, "van der Meer")
    Name(full='Emre van der Meer', first='Emre', infix='van der', last='Meer')
    """
    full = " ".join(part for part in (first, infix, last) if part)
    if last and not infix:
        parts = last.split()
        end = next((place for place, part in enumerate(parts) if not _is_infix(part)), 0)
        infix, last = " ".join(parts[:end]) or None, " ".join(parts[end:])
    return Name(full, first, infix, last) if full else None


def said_name(text: str) -> str:
    """A name in reading order, for comparing with full names."""
    return parse_name(text).full


def read_email(value: object) -> Reading:
    """An address in small letters, without mailto: or a display name around it.

    One that cannot be right is left out with a doubt, which suggests the repair when the
    slip is a common one.
    """
    if is_blank(value) or is_one_of(as_text(value), "nothing", "sender"):
        return Reading()
    written = " ".join(as_text(value).split())
    shown = _SHOWN.search(written)
    address = (shown[1] if shown else written).strip(" .;,").lower().removeprefix("mailto:").strip()
    if _is_address(address):
        return Reading(address)
    if _is_address(repaired := _repair(address)):
        return Reading(
            None,
            say(
                "“{value}” is not an e-mail address. Is {suggestion} meant? Correct it.",
                value=written[:80],
                suggestion=repaired,
            ),
            repaired,
        )
    return Reading(
        None,
        say(
            "“{value}” is not an e-mail address, so it was left out. Correct it.",
            value=written[:80],
        ),
    )


def read_name(value: object) -> Reading:
    """A name as written; garbled letters and capitals get a suggestion and are never changed.

    >>> read_name("JAN VAN DEN BERG").suggestion
    'Jan van den Berg'
    """
    read = text(value)
    if (meant := looks_garbled(read.value or "")) is not None:
        message = say(
            "Letters in “{value}” are garbled. Is {suggestion} meant? Correct it.",
            value=read.value,
            suggestion=meant,
        )
        return Reading(read.value, message, meant)
    if (meant := in_small_letters(read.value or "")) is not None:
        message = say(
            "“{value}” is written in capitals. Is {suggestion} meant?", value=read.value, suggestion=meant
        )
        return Reading(read.value, message, meant)
    return read


def in_small_letters(name: str) -> str | None:
    """A name of two words or more that is all capitals, as it is likely meant; otherwise None.

    >>> in_small_letters("O'CONNOR, ANNE-MARIE"), in_small_letters("JP Smit")
    ("O'Connor, Anne-Marie", None)
    """
    if not name.isupper() or not _LETTERS.fullmatch(name) or len(words(name)) < _LEAST_WORDS:
        return None
    parts = [part.lower() if _is_infix(part.lower()) else part.title() for part in name.split()]
    return re.sub(r"(?<=['’])([st])\b", lambda found: found[1].lower(), " ".join(parts))


def looks_garbled(text: str) -> str | None:
    """The text that was meant when letters such as é were encoded twice, otherwise None.

    >>> looks_garbled("RenÃ© Vos")
    'René Vos'
    """
    try:
        meant = text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
    return meant if meant != text else None


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are written alike, letters only."""
    return bool(one and other and folded(one) == folded(other))


def _is_address(text: str) -> bool:
    wrong_end = any(text.endswith(end) for end in _TYPED_WRONG)
    return (
        len(text) <= _LONGEST_ADDRESS
        and ".." not in text
        and not wrong_end
        and bool(_ADDRESS.fullmatch(text))
    )


def _repair(address: str) -> str:
    repaired = re.sub(r"\s*,\s*", ".", address.strip("'\"()[] ")).replace(" ", "")
    repaired = re.sub(r"\(at\)|\[at\]|@{2,}", "@", repaired).replace("(dot)", ".").replace("@.", "@")
    repaired = re.sub(r"\.{2,}", ".", repaired)
    for wrong, right in _TYPED_WRONG.items():
        if repaired.endswith(wrong):
            return repaired.removesuffix(wrong) + right
    return repaired


def _is_infix(part: str) -> bool:
    return part.replace("’", "'") in _INFIXES


def _turned(last: str, first: str) -> Name:
    """Last, First infix, or infix Last, First."""
    given, family = first.split(), last.split()
    split = next((place for place, part in enumerate(given) if place and _is_infix(part)), len(given))
    infix = given[split:]
    while len(family) > 1 and _is_infix(family[0]):
        infix.append(family.pop(0))
    return Name(
        " ".join([*given[:split], *infix, *family]),
        " ".join(given[:split]),
        " ".join(infix) or None,
        " ".join(family),
    )


def _in_order(full: str) -> Name:
    """First infix Last; without an infix only two words can be told apart for certain."""
    parts = full.split()
    start = next((n for n, part in enumerate(parts) if n and _is_infix(part.lower())), None)
    if start is None:
        return Name(full, parts[0], None, parts[1]) if len(parts) == 2 else Name(full)
    end = start
    while end < len(parts) and _is_infix(parts[end]):
        end += 1
    if end == len(parts):
        return Name(full)
    return Name(full, " ".join(parts[:start]), " ".join(parts[start:end]) or None, " ".join(parts[end:]))
