"""A calendar as a witness: which of our own talks still stand in it, and on which day.

Of the file only the lines with the name, the day and the state of our own events are looked at; what else
stands in it, such as the appointments of others, is neither read nor kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentorkit.documents.calendar import OURS
from mentorkit.frames import Snapshot
from mentorkit.model import Finding, Meeting, Pair
from mentorkit.model.row import id_of
from mentorkit.text import say

_FOLDED = re.compile(r"\r?\n[ \t]")
_LOOKED_AT = re.compile(
    rf"UID(?:;[^:]*)?:(?P<pair>.+)-talk-\d+{re.escape(OURS)}"
    r"|DTSTART(?:;[^:]*)?:(?P<day>\d{8})(?:T\d{6}Z?)?|STATUS:(?P<state>[A-Z]+)"
)


@dataclass(frozen=True)
class LoggedTalks:
    """The talks that were read, and what could not be read.

    With `is_witness` only a calendar tells of them, which takes the place of nothing that was noted.
    """

    talks: tuple[Meeting, ...]
    findings: tuple[Finding, ...]
    is_witness: bool = False


def read_witness(snapshot: Snapshot, name: str, content: bytes, today: date) -> LoggedTalks:
    """Our own talks in an exported calendar (.ics) that are past: those that stand there, and are cancelled.

    A talk that was moved counts on the day it was moved to. Pairs that ended or are of another programme are
    left out. An appointment is a witness and no proof: whoever records it should know that it took place.
    """
    ours = {one.id for one in snapshot.rows(Pair) if not one.ended_on}
    found = {
        (pair, day): is_held
        for pair, day, is_held in _own_talks(content.decode("utf-8", "replace"))
        if pair in ours and day <= today
    }
    if not found:
        none = say(
            "No past talk of this programme is in this calendar. Only talks that were planned here count."
        )
        return LoggedTalks((), (Finding(name, None, None, None, none),))
    talks = (
        Meeting(id=id_of(pair, day.isoformat()), pair_id=pair, day=day, is_held=is_held)
        for (pair, day), is_held in sorted(found.items())
    )
    return LoggedTalks(tuple(talks), (), is_witness=True)


def _own_talks(text: str) -> Iterator[tuple[str, date, bool]]:
    """The pair, the day and whether it stands, of each event with a name of ours; of others nothing."""
    inside, event = 0, dict[str, str]()
    for line in map(str.strip, _FOLDED.sub("", text).splitlines()):
        if line == "BEGIN:VEVENT":
            inside, event = 1, {}
        elif line.startswith("BEGIN:"):
            inside += bool(inside)
        elif line == "END:VEVENT":
            if inside == 1 and "pair" in event and (day := _day(event.get("day", ""))):
                yield event["pair"], day, event.get("state") != "CANCELLED"
            inside = 0
        elif line.startswith("END:"):
            inside -= bool(inside)
        elif inside == 1 and (found := _LOOKED_AT.fullmatch(line)):
            event |= {key: value for key, value in found.groupdict().items() if value}


def _day(text: str) -> date | None:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None
