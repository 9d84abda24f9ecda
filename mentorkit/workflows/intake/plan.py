"""Taking in sign-ups: from files to changes, without losing what she already has."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from mentorkit.frames import Snapshot
from mentorkit.intake import Intake, take_in
from mentorkit.intake.tables.book import read_file
from mentorkit.matching.reporting_lines import cycles, unknown_managers
from mentorkit.model import Changes, Finding, Role
from mentorkit.text import Message, say
from mentorkit.text.compare import folded
from mentorkit.workflows.intake.merge_into_programme import Ledger
from mentorkit.workflows.intake.readings import TakenRow


@dataclass(frozen=True)
class SignUpFile:
    """One export: its name, its bytes and whose sign-ups it holds."""

    name: str
    content: bytes
    role: Role


@dataclass(frozen=True)
class Import:
    """What taking in some files would change, and everything she should know of it."""

    changes: Changes
    intakes: tuple[Intake, ...]
    findings: tuple[Finding, ...]

    def count(self, role: Role) -> int:
        """Sign-ups read for a role."""
        return sum(len(intake.applications) for intake in self.intakes if intake.role == role)


def plan_import(snapshot: Snapshot, files: Iterable[SignUpFile]) -> Import:
    """Read files beside what is there; nothing is written.

    A person or a sign-up that exists already gets the new answers; an empty answer never
    deletes an older one, and a value that she changed herself stays. Raises FileRefused when
    a file cannot be read at all.
    """
    intakes = tuple(take_in(read_file(file.name, file.content), file.role) for file in files)
    ledger = Ledger(snapshot)
    for intake in intakes:
        people = {person.id: person for person in intake.people}
        for application in intake.applications:
            row = TakenRow(application.source_row or 0, people[application.person_id], (application,))
            ledger.take(intake.role, row)
    findings = tuple(finding for intake in intakes for finding in intake.findings)
    return Import(Changes("import", ledger.changes()), intakes, findings)


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
    return say("These people are given as each other's managers: {names}. Correct one of them.", names=names)


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
