"""What is noted of one pair and of own work: stored, refused where it cannot be, and undone whole."""

from datetime import timedelta

import pytest

from mentorkit.errors import NotLawful
from mentorkit.frames import applied
from mentorkit.model import Opening, OwnStage, PairStage, Promise, WorkLog
from mentorkit.progress.stages import own_stages
from mentorkit.store import Store
from mentorkit.workflows.progress.pairs import agree, log_work, note_opening, set_stage, set_stages, tick_off
from tests.store.cases import BY, rows_in
from tests.workflows.started import TODAY, started, stored_start

ANN, CAS = "ann-bo", "cas-dee"
GIVEN = {"kind": "send", "owner": "coordinator", "due_on": "21-9-2026"}


def after(now, changes):
    return applied(now, changes)


def test_an_action_has_a_kind_an_owner_and_a_day_and_is_settled_and_opened_again():
    now = after(started(), agree(started(), ANN, GIVEN, TODAY))
    (one,) = now.rows(Promise)
    assert (one.kind, one.owner, one.due_on) == ("send", "coordinator", TODAY + timedelta(7))
    assert one.done_on is None
    assert agree(now, ANN, GIVEN, TODAY).items == ()
    done = after(now, tick_off(now, one.id, TODAY))
    assert done.rows(Promise)[0].done_on == TODAY
    assert after(done, tick_off(done, one.id, TODAY)).rows(Promise)[0].done_on is None


@pytest.mark.parametrize("typed", ["", "soon", "13-9-2026"])
def test_an_action_without_a_day_to_come_is_refused_at_the_day(typed):
    with pytest.raises(NotLawful) as refused:
        agree(started(), ANN, {**GIVEN, "due_on": typed}, TODAY)
    assert refused.value.field == "due_on"


def test_what_a_mentor_opens_is_counted_also_twice_on_a_day():
    now = started()
    for kind in ("introduction", "introduction", "opportunity"):
        now = after(now, note_opening(now, ANN, kind, TODAY))
    assert sorted(one.kind for one in now.rows(Opening)) == ["introduction", "introduction", "opportunity"]


def test_stages_keep_their_pairs_when_they_move_and_lose_them_when_they_go():
    now = after(started(), set_stages(started(), ["Open", " Bezig ", ""]))
    first, second = own_stages(now)
    now = after(after(now, set_stage(now, ANN, second.id)), set_stage(now, CAS, first.id))
    moved = after(now, set_stages(now, ["Bezig", "Klaar"]))
    assert [one.name for one in own_stages(moved)] == ["Bezig", "Klaar"]
    assert {(one.pair_id, one.stage_id) for one in moved.rows(PairStage)} == {(ANN, second.id)}
    assert after(moved, set_stage(moved, ANN, None)).rows(PairStage) == []
    assert after(moved, set_stages(moved, [])).rows(OwnStage) == []


@pytest.mark.parametrize("names", [["A", "A"], ["x" * 41], [str(number) for number in range(13)]])
def test_stages_that_cannot_be_told_apart_are_refused(names):
    with pytest.raises(NotLawful):
        set_stages(started(), names)


def test_minutes_of_a_day_and_a_task_add_up_to_at_most_a_day():
    now = after(started(), log_work(started(), "contact", 60, "", TODAY))
    now = after(now, log_work(now, "contact", 30, "14-9-2026", TODAY))
    assert [(one.day, one.minutes) for one in now.rows(WorkLog)] == [(TODAY, 90)]
    for minutes, typed in ((None, ""), (30, "15-9-2026"), (1400, "")):
        with pytest.raises(NotLawful):
            log_work(now, "contact", minutes, typed, TODAY)


@pytest.mark.parametrize(
    "action",
    [
        lambda now: agree(now, ANN, GIVEN, TODAY),
        lambda now: note_opening(now, ANN, "resource", TODAY),
        lambda now: set_stages(now, ["Open", "Klaar"]),
        lambda now: log_work(now, "log", 25, "", TODAY),
    ],
)
def test_every_action_is_stored_and_undone_whole(action, tmp_path):
    with Store.open(stored_start(tmp_path / "p.mentorkit")) as store:
        before = store.load()
        store.apply(action(before), **BY)
        assert rows_in(store.load()) != rows_in(before)
        store.undo(**BY)
        assert rows_in(store.load()) == rows_in(before)
