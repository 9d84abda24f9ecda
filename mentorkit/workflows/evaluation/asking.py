"""Sending a wave of a questionnaire, and recording what people answer under their codes."""

from collections.abc import Iterable
from datetime import date
from random import Random

from mentorkit.errors import NotLawful
from mentorkit.evaluation.asking import ToAsk, to_ask
from mentorkit.evaluation.questionnaires import CORE, questionnaires
from mentorkit.evaluation.replies import WaveReply
from mentorkit.frames import Snapshot
from mentorkit.model import Changes, Insert, Pair, Response, Wave
from mentorkit.model.change import kept
from mentorkit.model.codes import new_codes
from mentorkit.text import say


def ask_wave(snapshot: Snapshot, wave: Wave, rng: Random, today: date) -> Changes:
    """Note that everybody of a wave who was not asked yet is asked today, each under a code of its own.

    Raises NotLawful when nobody is to be asked.
    """
    asked = snapshot.rows(Response)
    due = to_ask(snapshot.rows(Pair), wave, asked, questionnaires()[CORE])
    if not due:
        raise NotLawful(say("Nobody is to be asked now."))
    codes = new_codes(rng, (one.code for one in asked))
    rows = (asked_response(one, code, today) for one, code in zip(due, codes, strict=False))
    return Changes("wave_asked", tuple(map(Insert, rows)))


def asked_response(one: ToAsk, code: str, day: date) -> Response:
    """What is noted when somebody is asked on a day, under a code."""
    return Response(
        id=one.own_id(CORE),
        person_id=one.person_id,
        pair_id=one.pair_id,
        role=one.role,
        questionnaire=CORE,
        wave=one.wave,
        code=code,
        asked_on=day,
    )


def record_responses(snapshot: Snapshot, replies: Iterable[WaveReply], today: date) -> Changes:
    """Keep these answers, of which a later one takes the place of an earlier one, question by question.

    A code that nobody was given is left out. What stands so already is no change, and its day stays.
    """
    known = snapshot.rows(Response)
    now = {one.code: one for one in known}
    for reply in replies:
        before = now.get(reply.code)
        if before and (answers := {**before.answers, **reply.answers}) != before.answers:
            now[reply.code] = before.model_copy(update={"answers": answers, "answered_on": today})
    return Changes("response", kept(known, now.values()))
