"""What the people of simulated pairs answer to questionnaires, with how much they changed kept apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from numpy.random import Generator

from mentorkit.evaluation.asking import ToAsk, to_ask
from mentorkit.evaluation.questionnaires import CORE, questionnaires
from mentorkit.model import Pair, Wave
from mentorkit.model.codes import new_codes
from mentorkit.workflows.evaluation.asking import asked_response
from mentorkit.workflows.simulated.truth import Noted, Simulated, TrueLife

_BEFORE, _CHANGE, _LIKING, _NOISE = (3.1, 0.5), (0.35, 0.4), (4.1, 0.5), 0.6
"""The mean and the spread, in points of 1 to 5, of where people start, of what changes, and of how they like
it; and the noise of one answer. The change is modest: about 0.5 of what people differ. Our own."""

_TROUBLED, _LOOKING_BACK = 0.8, 0.3
"""What trouble takes from the liking, and how much lower people see their start when they look back."""

_ANSWERS, _FEWER, _SKIPS = {"baseline": 0.9, "closing": 0.8}, 0.75, 0.03
_DAYS_BEFORE_END = timedelta(days=21)


@dataclass(frozen=True)
class TrueChange:
    """Where somebody really stood at the start and at the end, in points of 1 to 5, and the liking."""

    person_id: str
    before: float
    after: float
    liking: float


def waves_of(
    pairs: Sequence[Pair], lives: Sequence[TrueLife], days: int, rng: Generator
) -> tuple[Simulated, tuple[TrueChange, ...]]:
    """What was asked and answered, and beside it what was true of everybody.

    The baseline is sent when the first pair is confirmed, closing and look back three weeks before the end.
    About 80 and 70 per cent answer, those of troubled pairs less often. What is drawn depends on the order of
    the pairs and on nothing else of them.
    """
    troubled = {one.pair_id for one in lives if one.trouble}
    sad = {who for one in pairs if one.id in troubled for who in (one.mentee_id, one.mentor_id)}
    people = list(dict.fromkeys(who for one in pairs for who in (one.mentee_id, one.mentor_id)))
    true = {who: _change(who, who in sad, rng) for who in people}
    codes = new_codes(Random(int(rng.integers(2**32))), ())  # noqa: S311 -- made-up answers
    day, noted = min(one.confirmed_on for one in pairs), list[Noted]()
    mentees = {one.id: one.mentee_id for one in pairs}
    sent: dict[Wave, date] = {"baseline": day, "closing": day + timedelta(days=days) - _DAYS_BEFORE_END}
    for wave, day in sent.items():
        when = {who: _answered_on(wave, day, who in sad, rng) for who in people}
        due = to_ask(pairs, wave, (), questionnaires()[CORE])
        for one in sorted(due, key=lambda one: (people.index(one.person_id), one.role, one.wave)):
            asked, answered_on = asked_response(one, next(codes), day), when[one.person_id]
            about = mentees[one.pair_id or ""] if one.role == "observer" else one.person_id
            told = {"answers": dict(_answers(one, true[about], rng)), "answered_on": answered_on}
            noted.append((day, asked))
            if answered_on:
                noted.append((answered_on, asked.model_copy(update=told)))
    return Simulated(tuple(noted), ()), tuple(true.values())


def _change(who: str, is_sad: bool, rng: Generator) -> TrueChange:
    before, change, liking = (float(rng.normal(*one)) for one in (_BEFORE, _CHANGE, _LIKING))
    return TrueChange(who, before, before + change, liking - _TROUBLED * is_sad)


def _answered_on(wave: Wave, day: date, is_sad: bool, rng: Generator) -> date | None:
    """When somebody answers what is sent on a day; None for who never does."""
    answers, days = rng.random() < _ANSWERS[wave] * (_FEWER if is_sad else 1), int(rng.integers(0, 12))
    return day + timedelta(days=days) if answers else None


def _answers(one: ToAsk, true: TrueChange, rng: Generator) -> Iterator[tuple[str, int]]:
    at: dict[Wave, float] = {"baseline": true.before, "then": true.before - _LOOKING_BACK}
    for item in questionnaires()[CORE].asked(one.role, one.wave):
        lowest, highest = item.scale
        stands = true.liking if item.level == "reaction" else at.get(one.wave, true.after)
        value = round(lowest + (stands + rng.normal(0, _NOISE) - 1) / 4 * (highest - lowest))
        if rng.random() >= _SKIPS:
            yield item.key, min(max(value, lowest), highest)
