"""What is known of the weeks of a pair, as the table shows them in which they are filled in."""

from datetime import date, timedelta
from typing import Any

from mentorkit.progress.expected import states
from mentorkit.progress.known import KnownPair


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def known_weeks(pair: KnownPair) -> dict[str, dict[str, Any]]:
    """The weeks in which a talk was noted, by their Mondays; one that took place counts for its week.

    The first talk is there as well when only the page about the start knows it.
    """
    found: dict[str, dict[str, Any]] = {}
    for one in sorted(pair.meetings, key=lambda one: (one.is_held, one.day), reverse=True):
        more = one.model_dump(include={"minutes", "medium", "initiative", "is_prepared"})
        state = "held" if one.is_held else "not_held"
        found.setdefault(monday_of(one.day).isoformat(), {"state": state, **more})
    for day in pair.held:
        found.setdefault(monday_of(day).isoformat(), {"state": "held"})
    return found


def asked_weeks(pair: KnownPair, since: date) -> list[str]:
    """From a day on the weeks of planned talks of which nothing is known, by their Mondays."""
    return [monday_of(day).isoformat() for day, state in states(pair, since) if state == "unknown"]
