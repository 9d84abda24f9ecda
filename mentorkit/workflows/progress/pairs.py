"""What the coordinator notes of one pair: agreed actions, what a mentor opened, and its stage."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import Changes, Delete, Opening, OwnStage, PairStage, Promise, WorkLog
from mentorkit.model.change import kept
from mentorkit.model.row import id_of
from mentorkit.progress.stages import own_stages
from mentorkit.text import say
from mentorkit.workflows.intake.days import typed_day

_MOST = 12


def agree(snapshot: Snapshot, pair: str, given: Mapping[str, Any], today: date) -> Changes:
    """Note an action for a pair: its kind, who does it and by when (`due_on` as it was typed).

    Raises NotLawful without a day, or with one that is past.
    """
    due = typed_day(given["due_on"], "due_on")
    if due is None or due < today:
        raise NotLawful(say("Give the day by which it is ready, today or later."), "due_on")
    told: Any = {"kind": given["kind"], "owner": given["owner"], "agreed_on": today, "due_on": due}
    own = id_of(pair, given["kind"], given["owner"], due.isoformat())
    return Changes("promise", kept(snapshot.rows(Promise), [Promise(id=own, pair_id=pair, **told)]))


def tick_off(snapshot: Snapshot, promise: str, today: date) -> Changes:
    """An agreed action is done today; one that is done is open again."""
    (one,) = (row for row in snapshot.rows(Promise) if row.id == promise)
    now = one.model_copy(update={"done_on": None if one.done_on else today})
    return Changes("promise", kept([one], [now]))


def note_opening(snapshot: Snapshot, pair: str, kind: Any, today: date) -> Changes:
    """Count one more thing that a mentor opened for the mentee; two of a kind on a day are two."""
    same = [one for one in snapshot.rows(Opening) if (one.pair_id, one.kind, one.day) == (pair, kind, today)]
    own = id_of(pair, kind, today.isoformat(), str(len(same)))
    row = Opening(id=own, pair_id=pair, kind=kind, day=today)
    return Changes("opening", kept(snapshot.rows(Opening), [row]))


def set_stages(snapshot: Snapshot, names: Sequence[str]) -> Changes:
    """These own stages in this order, in place of those known; none brings our own back.

    A stage that keeps its name keeps its pairs. Raises NotLawful for two of one name, a name of more than 40
    signs, and more than 12 stages.
    """
    wanted = [name.strip() for name in names if name.strip()]
    if len(wanted) != len(set(wanted)) or len(wanted) > _MOST or any(len(name) > 40 for name in wanted):  # noqa: PLR2004
        raise NotLawful(say("Give at most 12 stages, each with its own name of at most 40 signs."), "stages")
    known = {one.name: one for one in own_stages(snapshot)}
    rows = [
        OwnStage(id=known[name].id if name in known else id_of("stage", name), name=name, rank=rank)
        for rank, name in enumerate(wanted)
    ]
    gone = [one for one in known.values() if one.name not in wanted]
    ids = {one.id for one in gone}
    loose = (Delete(one) for one in snapshot.rows(PairStage) if one.stage_id in ids)
    return Changes("stages", (*loose, *map(Delete, gone), *kept(known.values(), rows)))


def set_stage(snapshot: Snapshot, pair: str, stage: str | None) -> Changes:
    """Put a pair in one of the own stages; None takes it out of its stage."""
    known = [one for one in snapshot.rows(PairStage) if one.pair_id == pair]
    if stage is None:
        return Changes("pair_stage", tuple(map(Delete, known)))
    return Changes("pair_stage", kept(known, [PairStage(id=pair, pair_id=pair, stage_id=stage)]))


def log_work(snapshot: Snapshot, kind: Any, minutes: int | None, typed: str, today: date) -> Changes:
    """Note own minutes of a kind of task on a day, today when none was typed; those of that day add up.

    Raises NotLawful without minutes, for a day to come, and for more than a day has.
    """
    day = typed_day(typed) or today
    if not minutes or day > today:
        raise NotLawful(say("Give the minutes, and a day that is not still to come."), "minutes")
    own = id_of("work", kind, day.isoformat())
    known = {one.id: one for one in snapshot.rows(WorkLog)}
    total = minutes + (known[own].minutes if own in known else 0)
    if total > WorkLog.most_of("minutes"):
        raise NotLawful(say("A day has 1,440 minutes."), "minutes")
    return Changes("work", kept(known.values(), [WorkLog(id=own, day=day, kind=kind, minutes=total)]))
