"""What somebody answers to a pulse: numbers behind a code; whatever else stands there is passed over."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

_FIELDS: Mapping[str, str] = {"1": "going", "2": "clear_goals", "3": "kept", "4": "wants_contact"}
_YES, _NO = ("ja", "j", "yes", "y"), ("nee", "n", "no", "neen")
_LINE = re.compile(r"([1-4])\s*[=:.)-]+\s*([1-5]|\w{1,4})\s*[.;,]?", re.IGNORECASE)
_ROW = re.compile(r"([1-5])[\s,;/]+([1-5])[\s,;/]+([1-5])(?:[\s,;/]+(\w{1,4}))?\s*[.;,]?", re.IGNORECASE)


@dataclass(frozen=True)
class PulseReply:
    """What somebody answered under a code: 1–5 or None for each question, and whether to get in touch."""

    code: str
    going: int | None = None
    clear_goals: int | None = None
    kept: int | None = None
    wants_contact: bool | None = None

    @property
    def told(self) -> Mapping[str, int | bool]:
        """What was answered, by the field of a pulse."""
        return {name: value for name, value in asdict(self).items() if name != "code" and value is not None}


def reply_of(code: str, given: Mapping[str, str]) -> PulseReply:
    """An answer by the numbers of the questions; what is none of the choices is left out.

    >>> reply_of("K7MQ2XFH", {"1": "4", "2": "9", "4": "Ja"}).told
    {'going': 4, 'wants_contact': True}
    """
    told: dict[str, Any] = {}
    for number, text in given.items():
        word = text.strip().casefold()
        if number == "4" and word in (*_YES, *_NO):
            told["wants_contact"] = word in _YES
        elif number != "4" and re.fullmatch("[1-5]", word):
            told[_FIELDS[number]] = int(word)
    return PulseReply(code, **told)


def answers_in(lines: Iterable[str]) -> Mapping[str, str]:
    """What lines of a mail answer to each question, by its number; of two answers to one the first counts.

    An answer is a line such as `1 = 4` or four in a row such as `4 3 5 no`.
    """
    own: dict[str, str] = {}
    for line in lines:
        for number, said in _answers(line).items():
            own.setdefault(number, said)
    return own


def _answers(line: str) -> Mapping[str, str]:
    if row := _ROW.fullmatch(line):
        return {str(at): said for at, said in enumerate(row.groups(), 1) if said}
    single = _LINE.fullmatch(line)
    return {single[1]: single[2]} if single else {}
