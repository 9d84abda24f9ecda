"""What whoever takes over must know: pairs by name with what is agreed and open, decisions, and lessons."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from mentorkit.frames import Snapshot
from mentorkit.model import SIDES, Decision, Goal, Lesson, Pair, Promise
from mentorkit.model.agreed import PROMISE_KINDS
from mentorkit.progress.closing import closings, planned_ends
from mentorkit.text import Speaker, say
from mentorkit.views.evaluation.report import ReportPart
from mentorkit.views.start.two import Two, pairs_by_name

_BY = {**{str(side): label for side, label in SIDES.items()}, "coordinator": say("coordinator")}


def hand_over_parts(snapshot: Snapshot, speak: Speaker) -> Iterator[ReportPart]:
    """All pairs by name, actions that are open, decisions with their fingerprints, and lessons."""
    twos = pairs_by_name(snapshot, snapshot.rows(Pair))
    yield _pairs(snapshot, twos, speak)
    yield _still_open(snapshot, {two.pair.id: two.called for two in twos}, speak)
    yield decisions_part(snapshot, speak)
    if lessons := snapshot.rows(Lesson):
        yield ReportPart(say("For the next round"), [one.text for one in lessons])


def decisions_part(snapshot: Snapshot, speak: Speaker) -> ReportPart:
    """Every decision record with its fingerprint, oldest first."""
    found = sorted(snapshot.rows(Decision), key=lambda one: one.decided_at)
    rows = [(speak.write(one.decided_at), one.sha256) for one in found]
    note = say("The fingerprint of a decision record tells whether it was altered afterwards.")
    return ReportPart(say("Decisions"), [note], (say("Decided on"), say("Fingerprint")), rows)


def _pairs(snapshot: Snapshot, twos: Sequence[Two], speak: Speaker) -> ReportPart:
    ends, closed, rows = planned_ends(snapshot), closings(snapshot), []
    goals = Counter(one.pair_id for one in snapshot.rows(Goal))
    for two in twos:
        pair = two.pair
        days = pair.confirmed_on, pair.ended_on or ends.get(pair.id)
        is_closing = say("yes") if pair.ended_on or pair.id in closed else say("no")
        rows.append((two.called, *map(speak.write, days), speak.write(goals[pair.id]), speak(is_closing)))
    heads = say("Pair"), say("Confirmed on"), say("Planned end"), say("Goals"), say("Closing begun")
    return ReportPart(say("The pairs"), (), heads, rows)


def _still_open(snapshot: Snapshot, names: Mapping[str, str], speak: Speaker) -> ReportPart:
    found = [one for one in snapshot.rows(Promise) if one.done_on is None and one.pair_id in names]
    rows = [
        (speak.write(one.due_on), names[one.pair_id], speak(PROMISE_KINDS[one.kind]), speak(_BY[one.owner]))
        for one in sorted(found, key=lambda one: one.due_on)
    ]
    heads = say("Ready on"), say("Pair"), say("What"), say("Who")
    return ReportPart(say("Agreed actions that are open"), [] if rows else [say("None.")], heads, rows)
