"""A second reader of calendars, from the text of RFC 5545 alone: lines, parts, texts and clocks."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone

_ESCAPED = re.compile(r"\\([\\;,nN])")


@dataclass
class Part:
    """A part of a calendar: its values by name, their parameters, and the parts in it by kind."""

    values: dict[str, str] = field(default_factory=dict)
    parameters: dict[str, dict[str, str]] = field(default_factory=dict)
    parts: dict[str, list["Part"]] = field(default_factory=lambda: defaultdict(list))


def read_calendar(content: bytes) -> Part:
    """The one calendar in a file; an error when a line is too long, or a part is not closed."""
    lines = content.decode().removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "\n" not in "".join(lines)
    whole: list[str] = []
    for line in lines:
        if line.startswith(" "):
            whole[-1] += line[1:]
        else:
            whole.append(line)
    top = Part()
    stack = [top]
    for line in whole:
        name, parameters, value = _line(line)
        if name == "BEGIN":
            stack.append(Part())
        elif name == "END":
            done = stack.pop()
            stack[-1].parts[value].append(done)
        else:
            stack[-1].values[name], stack[-1].parameters[name] = value, parameters
    assert stack == [top]
    (calendar,) = top.parts["VCALENDAR"]
    return calendar


def text(value: str) -> str:
    """A text without the signs that keep its own apart."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def moment(event: Part, name: str, zones: list[Part]) -> datetime | date:
    """A day, or a moment in UTC by the clock that the calendar itself describes."""
    value, parameters = event.values[name], event.parameters[name]
    if parameters.get("VALUE") == "DATE":
        return date.fromisoformat(value)
    local = datetime.strptime(value, "%Y%m%dT%H%M%S")  # noqa: DTZ007 -- on the clock of the zone
    (zone,) = (one for one in zones if one.values["TZID"] == parameters["TZID"])
    return local.replace(tzinfo=timezone(_offset(zone, local))).astimezone(UTC)


def _line(line: str) -> tuple[str, dict[str, str], str]:
    head, _, value = line.partition(":")
    name, *rest = head.split(";")
    return name, dict(one.split("=") for one in rest), value


def _offset(zone: Part, local: datetime) -> timedelta:
    """How far a clock is ahead of UTC: that of the last change before this moment."""
    changes = []
    for kind in ("STANDARD", "DAYLIGHT"):
        (half,) = zone.parts[kind]
        rule = dict(one.split("=") for one in half.values["RRULE"].split(";"))
        assert (rule["FREQ"], rule["BYDAY"]) == ("YEARLY", "-1SU")
        hour = int(half.values["DTSTART"][9:11])
        for year in (local.year - 1, local.year):
            changes.append((_last_sunday(year, int(rule["BYMONTH"]), hour), half.values["TZOFFSETTO"]))
    _, offset = max(one for one in changes if one[0] <= local)
    return timedelta(hours=int(offset[1:3]), minutes=int(offset[3:5])) * (-1 if offset[0] == "-" else 1)


def _last_sunday(year: int, month: int, hour: int) -> datetime:
    day = datetime(year, month, 31, hour)  # noqa: DTZ001 -- both months have 31 days
    return day - timedelta(days=(day.weekday() + 1) % 7)
