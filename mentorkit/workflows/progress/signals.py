"""From which limits on signals name a pair, and which of them rest, as the coordinator decides."""

from collections.abc import Mapping
from datetime import date, timedelta

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


def snooze(snapshot: Snapshot, pair: str, rule: str, reason: SnoozeReason, days: int, today: date) -> Changes:
    """Let what a rule finds of a pair rest for so many days, in place of an earlier rest.

    Raises NotLawful for less than a day and for more than half a year.
    """
    if not 1 <= days <= LONGEST_REST:
        raise NotLawful(say("A signal rests for 1 to {most} days.", most=LONGEST_REST), "days")
    row = Snooze(
        id=id_of(pair, rule),
        pair_id=pair,
        rule=rule,
        reason=reason,
        snoozed_on=today,
        until=today + timedelta(days=days),
    )
    return Changes("snooze", kept(snapshot.rows(Snooze), [row]))
