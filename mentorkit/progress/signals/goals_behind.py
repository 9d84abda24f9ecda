"""Half-way, all goals are below what was hoped."""

from operator import ge

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say, say_count


def _compute(known: KnownPair) -> Found | None:
    """How many levels the best of the goals is below what was hoped, from half-way on."""
    reached = {one.goal_id: one for one in known.levels}
    if known.ends_on is None or not reached:
        return None
    half = known.started_on + (known.ends_on - known.started_on) / 2
    best = max(reached.values(), key=lambda one: (one.reached, one.noted_on))
    return (-best.reached, best.noted_on) if known.today >= half else None


RULE = SignalRule(
    key="goals_behind",
    label=say("Goals behind"),
    found=say("half-way, and every goal is below what was hoped, the last seen on {day}"),
    ask=say("“{called}, are these still the right goals for you and {other}, or shall we make one smaller?”"),
    source=say("the guides ask to adjust goals; the limit is our own"),
    compute=_compute,
    amber=fixed(1),
    beyond=ge,
    family="goals",
    unit=say_count("{n} level below what was hoped", "{n} levels below what was hoped", 0),
)
