"""Who is asked in a wave of a questionnaire: the people of confirmed pairs, each once in a role."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mentorkit.evaluation.questionnaires import Questionnaire
from mentorkit.model import SIDES, Pair, Respondent, Response, Wave
from mentorkit.model.row import id_of

WITH: Mapping[Wave, tuple[Wave, ...]] = {
    "baseline": ("baseline",),
    "midway": ("midway",),
    "closing": ("closing", "then"),
    "follow_up": ("follow_up",),
}
"""The waves that the coordinator sends, and what is asked in each: at the end also a look back."""

TOGETHER: frozenset[Wave] = frozenset({"baseline", "midway"})
"""Waves of pairs that are together; in the others those that ended, early too, are asked as well."""


@dataclass(frozen=True)
class ToAsk:
    """Somebody to be asked in a role: about a pair, None for a mentor of several."""

    person_id: str
    pair_id: str | None
    role: Respondent
    wave: Wave

    def own_id(self, questionnaire: str) -> str:
        """The id of the response, so that nobody is asked the same twice."""
        about = self.pair_id or "" if self.role == "observer" else ""
        return id_of(self.person_id, self.role, about, questionnaire, self.wave)


def to_ask(
    pairs: Iterable[Pair], sent: Wave, asked: Iterable[Response], questionnaire: Questionnaire
) -> tuple[ToAsk, ...]:
    """Everybody who is to be asked with a wave and was not yet, wave by wave.

    Before the end these are the people of pairs that are together, from the end on those of all pairs: who
    left early has as much to tell. Somebody with several pairs one after the other is asked about the last.
    """
    open_or_all = [one for one in pairs if sent not in TOGETHER or one.ended_on is None]
    in_order = sorted(open_or_all, key=lambda one: (one.confirmed_on, one.id))
    known = {one.id for one in asked}
    everybody = (one for wave in WITH[sent] for one in _all_of(in_order, wave, questionnaire))
    return tuple(one for one in everybody if one.own_id(questionnaire.key) not in known)


def _all_of(pairs: Sequence[Pair], wave: Wave, questionnaire: Questionnaire) -> Iterator[ToAsk]:
    for side in SIDES:
        if questionnaire.asked(side, wave):
            about: dict[str, list[str]] = {}
            for pair in pairs:
                about.setdefault(pair.mentee_id if side == "mentee" else pair.mentor_id, []).append(pair.id)
            for person, ids in about.items():
                is_one = side == "mentee" or len(ids) == 1
                yield ToAsk(person, ids[-1] if is_one else None, side, wave)
    if questionnaire.asked("observer", wave):
        yield from (ToAsk(pair.mentor_id, pair.id, "observer", wave) for pair in pairs)
