"""Sending pulses, and recording what people answer under their codes."""

from collections.abc import Iterable, Sequence
from datetime import date
from random import Random

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import Changes, Insert, Pulse
from mentorkit.model.change import kept
from mentorkit.model.codes import new_codes
from mentorkit.model.row import id_of
from mentorkit.progress.pulses import DuePulse
from mentorkit.progress.replies import PulseReply
from mentorkit.text import say


def ask_pulses(snapshot: Snapshot, due: Sequence[DuePulse], rng: Random, today: date) -> Changes:
    """Note that these people are asked today, each under a code of its own that `rng` draws.

    Raises NotLawful when nobody is to be asked.
    """
    if not due:
        raise NotLawful(say("Nobody is to be asked now."))
    codes = new_codes(rng, (one.code for one in snapshot.rows(Pulse)))
    rows = []
    for one, code in zip(due, codes, strict=False):
        occasion, number = one.moment.occasion, one.moment.number
        rows.append(
            Pulse(
                id=id_of(one.known.pair.id, one.side, occasion, str(number)),
                pair_id=one.known.pair.id,
                side=one.side,
                occasion=occasion,
                number=number,
                code=code,
                asked_on=today,
            )
        )
    return Changes("pulse_asked", tuple(map(Insert, rows)))


def record_pulses(snapshot: Snapshot, replies: Iterable[PulseReply], today: date) -> Changes:
    """Keep these answers, of which a later one takes the place of an earlier one, question by question.

    A code that nobody was given is left out. What stands so already is no change, and its day stays.
    """
    known = snapshot.rows(Pulse)
    now = {one.code: one for one in known}
    for reply in replies:
        before = now.get(reply.code)
        if before and (after := before.model_copy(update=reply.told)) != before:
            now[reply.code] = after.model_copy(update={"answered_on": today})
    return Changes("pulse", kept(known, now.values()))
