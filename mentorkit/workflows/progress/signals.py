"""From which limits on signals name a pair, and which of them rest, as the coordinator decides."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import Changes, Snooze, SnoozeReason
from mentorkit.model.change import kept
from mentorkit.model.row import id_of
from mentorkit.text import say

LONGEST_REST = 180
"""Days that a signal rests at most."""


def set_limits(snapshot: Snapshot, limits: Mapping[str, float | None]) -> Changes:
    """Keep the programme's own limits, by rule and colour; None gives one back to the rule."""
    own = {**snapshot.programme.limits, **limits}
    wanted = {name: value for name, value in own.items() if value is not None}
    return Changes.to_settings("limits", snapshot.programme, limits=wanted)


def snooze(
    snapshot: Snapshot, signal: tuple[str, str] | None, reason: SnoozeReason, days: int, today: date
) -> Changes:
    """Let what a rule finds of a pair (`signal`: both keys) rest for some days, in place of an earlier rest.

    Raises NotLawful without a signal, and for less than a day or more than half a year.
    """
    if signal is None:
        raise NotLawful(say("Choose the signal that it is about first."), "signal")
    if not 1 <= days <= LONGEST_REST:
        raise NotLawful(say("A signal rests for 1 to {most} days.", most=LONGEST_REST), "days")
    until = today + timedelta(days=days)
    told: Any = {"pair_id": signal[0], "rule": signal[1], "reason": reason}
    row = Snooze(id=id_of(*signal), snoozed_on=today, until=until, **told)
    return Changes("snooze", kept(snapshot.rows(Snooze), [row]))
