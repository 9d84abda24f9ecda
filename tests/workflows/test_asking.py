"""A wave is sent once to everybody it is for, and answered under codes; all of it is undone."""

from datetime import timedelta
from random import Random

import pytest

from mentorkit.errors import NotLawful
from mentorkit.evaluation.replies import WaveReply
from mentorkit.frames import Snapshot, applied
from mentorkit.model import Pair, Response, Wave
from mentorkit.store import Store
from mentorkit.workflows.evaluation.asking import ask_wave, record_responses
from tests.store.cases import BY
from tests.workflows.started import PAIRS, TODAY, pair, started, stored_start

SEED = Random(7)  # noqa: S311 -- made-up people


def asked(snapshot: Snapshot, wave: Wave) -> Snapshot:
    return applied(snapshot, ask_wave(snapshot, wave, SEED, TODAY))


def who(snapshot: Snapshot) -> list[tuple[str, str, str, str | None]]:
    return sorted((one.person_id, one.role, one.wave, one.pair_id) for one in snapshot.rows(Response))


def test_before_the_start_both_of_each_pair_are_asked_once():
    now = asked(started(), "baseline")
    assert who(now) == [
        ("ann", "mentee", "baseline", "ann-bo"),
        ("bo", "mentor", "baseline", "ann-bo"),
        ("cas", "mentee", "baseline", "cas-dee"),
        ("dee", "mentor", "baseline", "cas-dee"),
    ]
    assert len({one.code for one in now.rows(Response)}) == 4
    with pytest.raises(NotLawful):
        ask_wave(now, "baseline", SEED, TODAY)


def test_at_the_end_everybody_looks_back_and_mentors_are_asked_about_each_mentee():
    ended = PAIRS[0].model_copy(update={"ended_on": TODAY})
    pairs = (ended, pair("cas", "bo", confirmed_on=TODAY + timedelta(days=1)))
    now = started().with_table(Pair, pairs)
    assert {one[0] for one in who(asked(now, "midway"))} == {"bo", "cas"}
    then = asked(now, "closing")
    assert [one for one in who(then) if one[0] == "bo"] == [
        ("bo", "mentor", "closing", None),
        ("bo", "mentor", "then", None),
        ("bo", "observer", "closing", "ann-bo"),
        ("bo", "observer", "closing", "cas-bo"),
    ]
    assert [one for one in who(then) if one[0] == "ann"] == [
        ("ann", "mentee", "closing", "ann-bo"),
        ("ann", "mentee", "then", "ann-bo"),
    ]


def test_who_has_a_second_mentor_is_asked_about_the_last_one():
    pairs = (PAIRS[0].model_copy(update={"ended_on": TODAY}), pair("ann", "dee", confirmed_on=TODAY))
    then = asked(started().with_table(Pair, pairs), "closing")
    assert [one[3] for one in who(then) if one[1] == "mentee"] == ["ann-dee", "ann-dee"]


def test_a_later_answer_takes_the_place_of_an_earlier_one_question_by_question():
    now = asked(started(), "baseline")
    first = now.rows(Response)[0]
    replies = [
        WaveReply(first.code, {"L1": 3, "L2": 4}),
        WaveReply(first.code, {"L1": 5}),
        WaveReply("2" * 8),
    ]
    then = applied(now, record_responses(now, replies, TODAY + timedelta(days=2)))
    (told,) = [one for one in then.rows(Response) if one.answers]
    assert (told.id, told.answers) == (first.id, {"L1": 5, "L2": 4})
    assert told.answered_on == TODAY + timedelta(days=2)
    assert record_responses(then, replies[1:], TODAY + timedelta(days=9)).items == ()


def test_all_of_it_is_undone(tmp_path):
    with Store.open(stored_start(tmp_path / "p.mentorkit")) as store:
        store.apply(ask_wave(store.load(), "baseline", SEED, TODAY), **BY)
        code = store.load().rows(Response)[0].code
        store.apply(record_responses(store.load(), [WaveReply(code, {"L1": 4})], TODAY), **BY)
        assert sum(one.answers == {"L1": 4} for one in store.load().rows(Response)) == 1
        assert [store.undo(**BY).action for _ in range(2)] == ["response", "wave_asked"]
        assert store.load().rows(Response) == []
