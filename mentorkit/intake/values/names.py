"""Names and e-mail addresses, as people and systems write them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mentorkit.intake.values.cells import CellValue, as_text, text
from mentorkit.intake.words.headings import told
from mentorkit.intake.words.vocabulary import is_one_of
from mentorkit.text import say
from mentorkit.text.compare import folded, words

_REMARK = re.compile(r"(?:\s+[(\[][\w .:/-]*[)\]])+$")
_NUMBER_IN = r"((?=[\w.-]*\d)[\w.-]+)"
_BESIDE = re.compile(
    rf"\s*[(\[]\s*(?:(?:id|nr|no|number|nummer)\b)?[.:#\s]*{_NUMBER_IN}\s*[)\]]"
    rf"|^{_NUMBER_IN}\s*[-–:]\s+(?=[^\W\d])|(?<=[^\W\d.])\s+[-–#]\s*{_NUMBER_IN}$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[^\s@<>,;:\"()/|\[\]]+@[^\s@<>,;:\"()/|\[\]]+\.[^\W\d_]{2,}")
_BEFORE = re.compile(r"|.*[:<(\[/,;|]")
_AFTER = re.compile(r"[.;,>]*|\s*[>)\];,/|?].*|\s.*[\W\d].*|\s+\w{4,}")
_NO_ADDRESS = say("“{value}” is not an e-mail address, so it was left out. Correct it.")
_MISTYPED = say("“{value}” is not an e-mail address. Is {suggestion} meant? Correct it.")
_GARBLED = say("Letters in “{value}” are garbled. Is {suggestion} meant? Correct it.")
_SEVERAL = say("“{value}” holds two addresses or more, and {read} was used. Correct it if that is wrong.")
_IN_ONE_SIZE = say("“{value}” is written in capitals or small letters only. Is {suggestion} meant?")
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
    def parts(self) -> tuple[str | None, str | None, str | None]:
        """The first name, the infix and the rest of the family name."""
        return self.first, self.infix, self.last or None


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
        infix, last = _family(last.split())
    return Name(full, first, infix, last) if full else None


def read_email(value: object) -> CellValue:
    """An address in small letters, without mailto:, a name or a remark around it; of several the first.

    One that cannot be right is left out with a doubt, which suggests the repair when the
    slip is a common one.

    >>> read_email("E: noor@example.org (werk)").value, read_email("noor bakker@example.org").suggestion
    ('noor@example.org', 'noorbakker@example.org')
    """
    if is_one_of(as_text(value), "nothing", "sender"):
        return CellValue()
    written = " ".join(as_text(value).split())
    address, *others = dict.fromkeys(_addresses_in(written)) or [written.strip(" .;,").lower()]
    if others:
        return CellValue(address, _SEVERAL.filled(value=written[:80], read=address))
    if _is_address(address):
        return CellValue(address)
    if _is_address(repaired := _repair(address)):
        return CellValue(None, _MISTYPED.filled(value=written[:80], suggestion=repaired), repaired)
    return CellValue(None, _NO_ADDRESS.filled(value=written[:80]))


def _addresses_in(written: str) -> list[str]:
    """The addresses in a text that stand apart from what is around them: a name, a label, a remark."""
    found = list(_ADDRESS.finditer(written[: 3 * _LONGEST_ADDRESS]))
    before, after = (written[: found[0].start()], written[found[-1].end() :]) if found else ("", "")
    is_named = bool(found) and set(words(before)) & set(words(found[0][0].partition("@")[0]))
    is_apart = (is_named or _BEFORE.fullmatch(before.rstrip())) and _AFTER.fullmatch(after)
    return [address[0].lower() for address in found] if is_apart else []


def apart_from_number(said: str) -> tuple[str, str]:
    """Somebody's name and the number beside it, which is empty without one.

    >>> apart_from_number("Bo Smit (met verlof) (40002)"), apart_from_number("40002 - Bo Smit")
    (('Bo Smit (met verlof)', '40002'), ('Bo Smit', '40002'))
    """
    found = _BESIDE.search(said)
    rest = " ".join((said[: found.start()] + said[found.end() :]).split()) if found else ""
    return (rest, next(filter(None, found.groups()))) if found and words(rest) else (said, "")


def read_name(value: object) -> CellValue:
    """A name as written; garbled letters and capitals get a suggestion and are never changed.

    >>> read_name("JAN VAN DEN BERG").suggestion
    'Jan van den Berg'
    """
    said = text(value).value
    for meant, doubt in ((looks_garbled(said), _GARBLED), (in_mixed_letters(said), _IN_ONE_SIZE)):
        if meant is not None:
            return CellValue(said, doubt.filled(value=said, suggestion=meant), meant)
    return CellValue(said)


def in_mixed_letters(name: str) -> str | None:
    """A name of two words or more in capitals or small letters only, as it is likely meant; otherwise None.

    >>> in_mixed_letters("O'CONNOR, ANNE-MARIE"), in_mixed_letters("jan de wit"), in_mixed_letters("JP Smit")
    ("O'Connor, Anne-Marie", 'Jan de Wit', None)
    """
    is_one_size = name.isupper() or name.islower()
    if not is_one_size or not _LETTERS.fullmatch(name) or len(words(name)) < _LEAST_WORDS:
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
    is_sound = len(text) <= _LONGEST_ADDRESS and ".." not in text and _ADDRESS.fullmatch(text)
    return bool(is_sound) and not text.endswith(tuple(_typed_wrong()))


def _repair(address: str) -> str:
    repaired = re.sub(r"\s*,\s*", ".", address.strip("'\"()[] ")).replace(" ", "")
    repaired = re.sub(r"\(at\)|\[at\]|@{2,}", "@", repaired).replace("(dot)", ".").replace("@.", "@")
    repaired = re.sub(r"\.{2,}", ".", repaired)
    for wrong, right in _typed_wrong().items():
        if repaired.endswith(wrong):
            return repaired.removesuffix(wrong) + right
    return repaired


@lru_cache
def _typed_wrong() -> Mapping[str, str]:
    """Ends of addresses that are a slip, and what is meant."""
    domains = told("words.toml")["domains"].items()
    return {f".{wrong}": f".{right}" for right, listed in domains for wrong in listed}


def _is_infix(part: str) -> bool:
    return part.replace("’", "'") in told("words.toml")["infixes"]["family"]


def _family(parts: Sequence[str]) -> tuple[str | None, str]:
    """The infix and the rest of a family name; one that is only infixes is a name."""
    end = next((place for place, part in enumerate(parts) if not _is_infix(part)), 0)
    return " ".join(parts[:end]) or None, " ".join(parts[end:])


def _turned(last: str, first: str) -> Name:
    """Last, First infix, or infix Last, First."""
    parts = first.split()
    split = next((place for place, part in enumerate(parts) if place and _is_infix(part)), len(parts))
    leading, family = _family(last.split())
    given, infix = " ".join(parts[:split]), " ".join(filter(None, (*parts[split:], leading)))
    return Name(" ".join(filter(None, (given, infix, family))), given, infix or None, family)


def _in_order(full: str) -> Name:
    """First infix Last; without an infix only two words can be told apart for certain."""
    parts = full.split()
    start = next((n for n, part in enumerate(parts) if n and _is_infix(part.lower())), None)
    if start is None:
        return Name(full, parts[0], None, parts[1]) if len(parts) == 2 else Name(full)
    if all(map(_is_infix, parts[start:])):
        return Name(full)
    return Name(full, " ".join(parts[:start]), *_family(parts[start:]))
