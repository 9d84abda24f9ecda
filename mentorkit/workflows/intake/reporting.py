"""Who manages whom: what is wrong in the reporting lines of an HR export, and of a whole programme."""

from collections.abc import Iterator, Mapping, Sequence

from mentorkit.frames import Snapshot
from mentorkit.intake.people.identity import Answers, Known, Who, known_person, manager_of
from mentorkit.intake.people.record import Record
from mentorkit.model import Finding
from mentorkit.text import Message, say
from mentorkit.views.names import Names


def staff_findings(records: Sequence[Record]) -> Iterator[Finding]:
    """Managers who are not in the file, names that two people share, and lines that go round.

    A manager is looked up by e-mail address or employee number, else by name; a name of two
    people is asked, never guessed.
    """
    by_row = {str(record.row): record for record in records}
    known = Known((row, record.who) for row, record in by_row.items())
    above: dict[str, str] = {}
    for row, record in by_row.items():
        if (manager := manager_of(record.answers)) is not None:
            found = known.called(manager)
            if len(found) == 1:
                above[row] = found[0]
            else:
                yield _unclear(record, manager, found)
    for group in _rounds(above):
        yield _round([by_row[row] for row in sorted(group, key=int)])


def reporting_findings(snapshot: Snapshot, names: Names | None = None) -> tuple[Finding, ...]:
    """What is wrong in the manager column of the whole programme: cycles, strangers and namesakes.

    People are called as `names` says, else by their names.
    """
    return tuple(_in_programme(snapshot, names or Names.of(snapshot)))


def _in_programme(snapshot: Snapshot, who: Names) -> Iterator[Finding]:
    from mentorkit.matching.reporting_lines import cycles, unknown_managers  # noqa: PLC0415 - heavy

    for group in cycles(snapshot.people):
        yield _warning("", None, None, _cycle([who[one] for one in group]))
    for name, people in _shared(snapshot.people.to_dicts()):
        yield _warning("", None, name, _namesakes(name, [who[one] for one in people]))
    strangers = sorted({name for unknown in unknown_managers(snapshot.people).values() for name in unknown})
    if strangers:
        lacking = say("These managers are not in the lists, so lines above them cannot be checked: {names}.")
        yield Finding("", None, None, None, lacking.filled(names=strangers), "notice")


def _unclear(record: Record, manager: Who, found: Sequence[str]) -> Finding:
    """A manager whom nobody in the file is, or more than one."""
    said, name = manager.number or manager.address or manager.name, record.who.name
    if found:
        message = say(
            "{n} people are called {manager} (rows {rows}), so it is not clear who is the manager of {name}. "
            "Add the number or the address of the manager.",
            n=len(found),
            manager=said,
            rows=list(found),
            name=name,
        )
    else:
        message = say(
            "The manager of {name}, {manager}, is not in this file, so the line above cannot be checked.",
            name=name,
            manager=said,
        )
    return _warning(record.file, record.row, said, message)


def _rounds(above: Mapping[str, str]) -> Iterator[list[str]]:
    """Lines that come back to where they began, each once."""
    seen: set[str] = set()
    for start in above:
        path, one = [], start
        while one in above and one not in seen:
            seen.add(one)
            path.append(one)
            one = above[one]
        if one in path:
            yield path[path.index(one) :]


def _round(group: Sequence[Record]) -> Finding:
    """Told at the first row of those in it."""
    people = [" ".join(filter(None, (one.who.name, one.who.number))) for one in group]
    return _warning(group[0].file, group[0].row, None, _cycle(people))


def _cycle(names: Sequence[str]) -> Message:
    if len(names) == 1:
        return say("{name} is given as her or his own manager. Correct the manager.", name=names[0])
    return say(
        "These people are given as each other's managers: {names}. Is that right? Correct one of them.",
        names=names,
    )


def _shared(people: Sequence[Answers]) -> list[tuple[str, Sequence[str]]]:
    """The names by which people call their manager, and nothing else, that two people have; and whose."""
    known = Known(map(known_person, people))
    managers = [manager for person in people if (manager := manager_of(person)) and not manager.keys]
    called = {one.spelled: (one.name, known.called(one)) for one in managers if len(known.called(one)) > 1}
    return sorted(called.values())


def _namesakes(name: str, people: Sequence[str]) -> Message:
    return say(
        "{name} is given as a manager, and more than one person has that name: {people}. "
        "Until the e-mail address of the manager is filled in, neither is paired with those below.",
        name=name,
        people=people,
    )


def _warning(file: str, row: int | None, value: str | None, message: Message) -> Finding:
    return Finding(file, row, None, value, message, "warning")
