"""What is wrong in the reporting lines of a whole programme."""

from collections import Counter

import polars as pl

from mentorkit.frames import Snapshot
from mentorkit.matching.reporting_lines import cycles, unknown_managers
from mentorkit.model import Finding
from mentorkit.text import Message, say
from mentorkit.text.compare import folded


def reporting_findings(snapshot: Snapshot) -> tuple[Finding, ...]:
    """What is wrong in the manager column of the whole programme: cycles, strangers and namesakes."""
    names = dict(snapshot.people.select("id", "full_name").iter_rows())
    loops = [
        Finding("", None, None, None, _cycle_message([names[person] for person in group]), "warning")
        for group in cycles(snapshot.people)
    ]
    loops += [Finding("", None, None, name, _namesakes(name), "warning") for name in _shared(snapshot)]
    strangers = sorted({name for unknown in unknown_managers(snapshot.people).values() for name in unknown})
    if not strangers:
        return tuple(loops)
    message = say(
        "These managers are not in the lists, so lines above them cannot be checked: {names}.",
        names=strangers,
    )
    return (*loops, Finding("", None, None, None, message, "notice"))


def _cycle_message(names: list[str]) -> Message:
    if len(names) == 1:
        return say("{name} is given as her or his own manager. Correct the manager.", name=names[0])
    return say(
        "These people are given as each other's managers: {names}. Is that right? Correct one of them.",
        names=names,
    )


def _shared(snapshot: Snapshot) -> list[str]:
    """The names by which people call their manager, and nothing else, that two people have."""
    names = Counter(folded(name) for name in snapshot.people["full_name"])
    by_name_only = snapshot.people.filter(pl.col("manager_email").is_null() & pl.col("manager_id").is_null())
    called = {folded(name): name for name in by_name_only["manager_name"].drop_nulls()}
    return sorted(name for form, name in called.items() if names[form] > 1)


def _namesakes(name: str) -> Message:
    return say(
        "{name} is given as a manager, and more than one person has that name. "
        "Until the e-mail address of the manager is filled in, neither is paired with those below.",
        name=name,
    )
