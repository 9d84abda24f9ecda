"""Pulses are sent under codes and answered under them; signals rest and have limits; all of it undone."""

from datetime import timedelta
from random import Random

import pytest

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot, applied
from mentorkit.model import Pulse, Snooze
from mentorkit.progress.known import known_pairs
from mentorkit.progress.pulses import due_pulses
from mentorkit.progress.replies import PulseReply
from mentorkit.store import Store
from mentorkit.workflows.progress.pulses import ask_pulses, record_pulses
from mentorkit.workflows.progress.signals import set_limits, snooze
from tests.store.cases import BY
from tests.workflows.started import TODAY, started, stored_start

LATER = TODAY + timedelta(days=45)
SEED = Random(7)  # noqa: S311 -- made-up people


def asked(snapshot: Snapshot) -> Snapshot:
    due = due_pulses(known_pairs(snapshot, LATER))
    return applied(snapshot, ask_pulses(snapshot, due, SEED, LATER))


def test_everybody_who_is_due_is_asked_once_under_a_code_of_their_own():
    now = asked(started())
    rows = now.rows(Pulse)
    assert rows
    assert len({one.code for one in rows}) == len(rows)
    assert {one.side for one in rows} == {"mentee", "mentor"}
    assert due_pulses(known_pairs(now, LATER)) == ()
    with pytest.raises(NotLawful):
        ask_pulses(now, (), SEED, LATER)


def test_an_answer_stands_under_its_code_and_a_later_one_takes_its_place():
    now = asked(started())
    first, second = now.rows(Pulse)[:2]
    replies = [
        PulseReply(first.code, going=4, wants_contact=False),
        PulseReply(second.code, going=1),
        PulseReply(first.code, going=3, kept=5),
        PulseReply("22222222", going=1),
        PulseReply(second.code),
    ]
    then = applied(now, record_pulses(now, replies, LATER))
    found = {one.id: one for one in then.rows(Pulse)}
    told = found[first.id]
    assert (told.going, told.clear_goals, told.kept, told.wants_contact) == (3, None, 5, False)
    assert found[second.id].going == 1
    assert sum(one.answered_on is not None for one in found.values()) == 2
    assert record_pulses(then, replies[2:], LATER + timedelta(days=3)).items == ()


def test_a_signal_rests_for_some_days_and_the_limits_are_those_of_the_programme():
    (pair, *_) = known_pairs(started(), TODAY)
    now = applied(started(), snooze(started(), (pair.pair.id, "silence"), "away", 14, TODAY))
    for after, rests in ((0, True), (13, True), (14, False)):
        known = known_pairs(now, TODAY + timedelta(days=after))
        assert bool(next(one for one in known if one.pair.id == pair.pair.id).snoozed) is rests
    for days in (0, 181):
        with pytest.raises(NotLawful):
            snooze(now, (pair.pair.id, "silence"), "away", days, TODAY)
    own = applied(now, set_limits(now, {"silence.red": 90, "silence.amber": 60}))
    assert own.programme.limits == {"silence.red": 90, "silence.amber": 60}
    assert set_limits(own, {"silence.red": 90}).items == ()
    back = applied(own, set_limits(own, {"silence.red": None}))
    assert back.programme.limits == {"silence.amber": 60}


def test_all_of_it_is_undone(tmp_path):
    with Store.open(stored_start(tmp_path / "p.mentorkit")) as store:
        before = store.load()
        pair = known_pairs(before, TODAY)[0].pair.id
        store.apply(ask_pulses(before, due_pulses(known_pairs(before, LATER)), SEED, LATER), **BY)
        code = store.load().rows(Pulse)[0].code
        store.apply(record_pulses(store.load(), [PulseReply(code, going=5)], LATER), **BY)
        store.apply(snooze(store.load(), (pair, "silence"), "away", 7, TODAY), **BY)
        store.apply(set_limits(store.load(), {"silence.red": 80}), **BY)
        assert [store.undo(**BY).action for _ in range(4)] == ["limits", "snooze", "pulse", "pulse_asked"]
        now = store.load()
        assert (now.rows(Pulse), now.rows(Snooze), now.programme.limits) == ([], [], {})
