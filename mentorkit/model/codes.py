"""Codes that stand in the place of a name on an answer: not to be guessed, and never one for another."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from random import Random

_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""What a code is made of: 31 signs, without those that are read as another one (0 O, 1 I L)."""

_DRAWN = 7
_SHAPE = re.compile(rf"(?<![^\W_])([{_LETTERS}]{{4}})[ -]?([{_LETTERS}]{{4}})(?![^\W_])", re.IGNORECASE)


def new_code(rng: Random, taken: Container[str] = ()) -> str:
    """A code that is not taken: seven drawn signs and one that checks them.

    One wrong sign, or two beside each other that changed places, never give another code: the check is
    Σ place · value modulo 31, a prime, as ISBN-10 does with 11. Whoever guesses is right once in 31⁷ (27
    thousand million) drawn codes; `rng` decides which one it is.
    """
    while True:
        drawn = "".join(rng.choice(_LETTERS) for _ in range(_DRAWN))
        if (code := drawn + _check(drawn)) not in taken:
            return code


def new_codes(rng: Random, taken: Iterable[str]) -> Iterator[str]:
    """As many codes as are wanted, none of them taken and none twice."""
    known = set(taken)
    while True:
        known.add(code := new_code(rng, known))
        yield code


def is_code(code: str) -> bool:
    """Whether the last sign of a code checks the others."""
    return _SHAPE.fullmatch(code) is not None and _check(code[:_DRAWN]) == code[_DRAWN:]


def codes_in(text: str) -> list[str]:
    """Every code in a text in order, in capitals; what only looks like one is not there.

    >>> codes_in("Re: k7mq-2xfn")
    []
    """
    found = (f"{first}{second}".upper() for first, second in _SHAPE.findall(text))
    return [code for code in found if is_code(code)]


def lines_under_codes(text: str, known: Container[str]) -> Mapping[str, list[str]]:
    """The lines of a text of mails by the last code above each that somebody was given.

    Quoted lines are passed over. Above stands the newer mail.
    """
    found: dict[str, list[str]] = {}
    code = None
    for line in map(str.strip, text.splitlines()):
        if not line.startswith(">"):
            code = next((one for one in codes_in(line) if one in known), code)
            if code is not None:
                found.setdefault(code, []).append(line)
    return found


def spelt(code: str) -> str:
    """A code as people read it: in two halves."""
    return f"{code[:4]}-{code[4:]}"


def _check(drawn: str) -> str:
    return _LETTERS[sum(place * _LETTERS.index(sign) for place, sign in enumerate(drawn, 1)) % len(_LETTERS)]
