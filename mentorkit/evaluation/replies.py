"""What somebody answers to a questionnaire: numbers behind a code, of which only those in range count."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mentorkit.evaluation.questionnaires import Questionnaire
from mentorkit.model import Response

_LINE = re.compile(r"([A-Z]{1,3}\d{1,3})\s*[=:.)-]+\s*(\d{1,3})\s*[.;,]?", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3})(?:\s*[-=:(].*)?", re.DOTALL)


@dataclass(frozen=True)
class WaveReply:
    """What came back under a code: whole numbers by item."""

    code: str
    answers: Mapping[str, int] = field(default_factory=dict)


def numbers_in(lines: Iterable[str]) -> Mapping[str, str]:
    """Lines such as `L1 = 4` by their items; of two for an item the first counts.

    >>> numbers_in(["L1 = 4", "as I told Jan", "l2: 5.", "L1 = 2"])
    {'L1': '4', 'L2': '5'}
    """
    found: dict[str, str] = {}
    for line in lines:
        if told := _LINE.fullmatch(line.strip()):
            found.setdefault(told[1].upper(), told[2])
    return found


def wave_reply(asked: Response, questionnaire: Questionnaire, given: Mapping[str, str]) -> WaveReply:
    """An answer to what somebody was asked; empty cells and what is none of the choices are no answers.

    A number with what it means behind it, as forms write it, is that number: `4 - eens`.
    """
    answers = {}
    for item in questionnaire.asked(asked.role, asked.wave):
        told = _NUMBER.fullmatch(given.get(item.key, "").removesuffix(".0"))
        if told and item.holds(int(told[1])):
            answers[item.key] = int(told[1])
    return WaveReply(asked.code, answers)
