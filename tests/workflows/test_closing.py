"""How pairs end, rest and go on again: nobody's fault, history kept, everything undone."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot, applied
from mentorkit.matching import Pool, Settings, propose
from mentorkit.model import Application, Changes, Closure, FitCheck, Override, Pair, Pause
from mentorkit.progress.closing import closings, planned_ends, resting, wants_closing_talk
from mentorkit.store import Store
from mentorkit.workflows.progress.closing import (
    Ending,
    end_pairs,
    note_fit,
    pause_pair,
    plan_closing,
    reopen_pair,
    resume_pair,
)
from tests.matching.small import override
from tests.store.cases import BY, rows_in
from tests.workflows.started import TODAY, started, stored_start

ANN, CAS = "ann-bo", "cas-dee"
LATER = TODAY + timedelta(days=60)
NO_CLICK = Ending(LATER, "early", "mentee", "no_click")
MOVED = Ending(LATER, "early", "circumstances", "moved", frozenset({"mentee"}))


def then(now: Snapshot, changes: Changes) -> Snapshot:
    return applied(now, changes)


def pair_of(now: Snapshot, own: str = ANN) -> Pair:
    return next(one for one in now.rows(Pair) if one.id == own)


def test_a_stop_by_the_mentee_ends_the_pair_and_is_known_to_the_next_proposal():
    now = then(started(), end_pairs(started(), [ANN], NO_CLICK, LATER))
    assert (pair_of(now).ended_on, pair_of(now).has_failed) == (LATER, True)
    (closed,) = now.rows(Closure)
    assert (closed.kind, closed.asked_by, closed.reason) == ("early", "mentee", "no_click")
    proposal = propose(Pool.of(now), Settings({}))
    mentees = list(proposal.pool.candidates.mentees["id"])
    assert not proposal.allowed[mentees.index("ann"), 0]
    assert not proposal.is_confirmed[mentees.index("ann")]


def test_what_nobody_could_help_does_not_rule_the_two_out_and_who_stops_is_paused():
    now = then(started(), end_pairs(started(), [ANN], MOVED, LATER))
    assert not pair_of(now).has_failed
    paused = {row.id: bool(row.is_paused) for row in now.rows(Application)}
    assert (paused["ann-mentee"], paused["bo-mentor"]) == (False, True)


def test_who_was_paused_and_looks_for_another_is_in_the_pool_again():
    rows = [row.model_copy(update={"is_paused": True}) for row in started().rows(Application)]
    before = started().with_table(Application, rows)
    now = then(before, end_pairs(before, [ANN], NO_CLICK, LATER))
    paused = {row.id: row.is_paused for row in now.rows(Application)}
    assert (paused["ann-mentee"], paused["bo-mentor"], paused["cas-mentee"]) == (False, False, True)


def test_the_wish_to_have_the_two_together_ends_with_them():
    words = [override("lock", "ann", "bo"), override("forbid", "ann", "dee")]
    before = started().with_table(Override, words)
    now = then(before, end_pairs(before, [ANN], MOVED, LATER))
    assert [word.kind for word in now.rows(Override)] == ["forbid"]


@pytest.mark.parametrize(
    ("pairs", "day", "field"),
    [([], LATER, "pairs"), ([ANN], LATER + timedelta(days=1), "day"), ([ANN], date(2026, 9, 1), "day")],
)
def test_what_cannot_be_is_refused_where_it_was_entered(pairs, day, field):
    with pytest.raises(NotLawful) as refused:
        end_pairs(started(), pairs, Ending(day, "early", "both", "time"), LATER)
    assert refused.value.field == field


def test_a_pair_ends_once():
    now = then(started(), end_pairs(started(), [ANN], NO_CLICK, LATER))
    with pytest.raises(NotLawful, match="ended already"):
        end_pairs(now, [ANN, CAS], NO_CLICK, LATER)


def test_a_closing_talk_that_was_prepared_stays_with_the_end():
    held = LATER - timedelta(days=3)
    now = then(started(), plan_closing(started(), ANN, (held, None), (), TODAY))
    assert pair_of(now).ended_on is None
    now = then(now, plan_closing(now, ANN, (held, held), ["thanked", "explained"], TODAY))
    now = then(now, end_pairs(now, [ANN], Ending(LATER, "planned", "both", "term"), LATER))
    (closed,) = now.rows(Closure)
    assert (closed.talk_held_on, closed.points) == (held, ("explained", "thanked"))
    assert (closed.kind, closed.ended_on, pair_of(now).has_failed) == ("planned", LATER, False)


def test_a_pair_goes_on_again_and_its_end_is_history():
    now = then(started(), end_pairs(started(), [ANN], NO_CLICK, LATER))
    again = then(now, reopen_pair(now, ANN, LATER))
    assert (pair_of(again).ended_on, pair_of(again).has_failed) == (None, False)
    assert closings(again) == {}
    (history,) = again.rows(Closure)
    assert (history.ended_on, history.reopened_on, history.reason) == (LATER, LATER, "no_click")
    twice = then(again, end_pairs(again, [ANN], NO_CLICK, LATER))
    assert [one.reopened_on for one in twice.rows(Closure)].count(None) == 1
    assert len(twice.rows(Closure)) == 2


def test_a_pair_does_not_go_on_when_the_mentee_has_another_mentor_now():
    now = then(started(), end_pairs(started(), [ANN], NO_CLICK, LATER))
    new = pair_of(started()).model_copy(update={"id": "ann-dee", "mentor_id": "dee"})
    now = now.with_table(Pair, [*now.rows(Pair), new])
    with pytest.raises(NotLawful, match="somebody else now"):
        reopen_pair(now, ANN, LATER)
    with pytest.raises(NotLawful, match="has not ended"):
        reopen_pair(now, CAS, LATER)


def test_a_pair_rests_from_its_first_to_its_last_day_and_goes_on_earlier():
    first, last = TODAY + timedelta(days=7), TODAY + timedelta(days=20)
    now = then(started(), pause_pair(started(), ANN, first, last))
    days = [first - timedelta(days=1), first, last, last + timedelta(days=1)]
    assert [ANN in resting(now, day) for day in days] == [False, True, True, False]
    on = first + timedelta(days=3)
    shorter = then(now, resume_pair(now, ANN, on))
    assert [ANN in resting(shorter, day) for day in (on - timedelta(days=1), on)] == [True, False]
    assert then(now, resume_pair(now, ANN, first)).rows(Pause) == []
    open_end = then(started(), pause_pair(started(), ANN, first, None))
    assert ANN in resting(open_end, first + timedelta(days=900))
    with pytest.raises(NotLawful, match="before its first"):
        pause_pair(started(), ANN, last, first)
    with pytest.raises(NotLawful, match="does not rest"):
        resume_pair(started(), ANN, first)


def test_what_both_say_after_the_first_talk_is_noted_once_each():
    now = then(started(), note_fit(started(), ANN, {"mentee": "another", "mentor": "fits"}, TODAY))
    now = then(now, note_fit(now, ANN, {"mentee": "unsure"}, TODAY))
    assert {one.side: one.fit for one in now.rows(FitCheck)} == {"mentee": "unsure", "mentor": "fits"}
    assert note_fit(now, ANN, {"mentee": "unsure"}, LATER).items == ()


def test_a_closing_talk_is_due_from_thirty_days_before_the_planned_end():
    ends_on = planned_ends(started())[ANN]
    assert ends_on == TODAY + timedelta(weeks=26)
    days = [ends_on - timedelta(days=31), ends_on - timedelta(days=30), ends_on]
    assert [wants_closing_talk(ends_on, None, day) for day in days] == [False, True, True]
    now = then(started(), plan_closing(started(), ANN, (ends_on, None), (), TODAY))
    assert not wants_closing_talk(ends_on, closings(now)[ANN], ends_on)
    assert not wants_closing_talk(None, None, ends_on)


ACTIONS = {
    "end": lambda now: end_pairs(now, [ANN, CAS], MOVED, LATER),
    "closing": lambda now: plan_closing(now, ANN, (LATER, LATER), ["thanked"], TODAY),
    "pause": lambda now: pause_pair(now, ANN, TODAY, None),
    "fit": lambda now: note_fit(now, ANN, {"mentor": "fits"}, TODAY),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_every_step_is_undone(action: str, tmp_path: Path):
    with Store.open(stored_start(tmp_path / "p.mentorkit"), now=BY["now"]) as store:
        before = rows_in(store.load())
        store.apply(ACTIONS[action](store.load()), **BY)
        assert rows_in(store.load()) != before
        assert store.undo(**BY).action == action
        assert rows_in(store.load()) == before


def test_taking_a_pair_up_again_and_ending_a_pause_are_undone(tmp_path: Path):
    with Store.open(stored_start(tmp_path / "p.mentorkit"), now=BY["now"]) as store:
        store.apply(end_pairs(store.load(), [ANN], MOVED, LATER), **BY)
        store.apply(pause_pair(store.load(), CAS, TODAY, None), **BY)
        before = rows_in(store.load())
        for changes in (reopen_pair(store.load(), ANN, LATER), resume_pair(store.load(), CAS, LATER)):
            store.apply(changes, **BY)
            store.undo(**BY)
            assert rows_in(store.load()) == before
