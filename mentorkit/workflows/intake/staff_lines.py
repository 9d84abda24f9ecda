"""The reporting line of an HR export: who reports to whom, and where that is not clear."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from mentorkit.intake.people.record import Record
from mentorkit.model import Finding
from mentorkit.text import Message, say
from mentorkit.text.compare import folded

Index = Mapping[str, Sequence[Record]]


def staff_findings(records: Sequence[Record]) -> list[Finding]:
    """Managers who are not in the file, names that two people share, and lines that go round.

    A manager is looked up by employee number, else by e-mail address, else by name; a name
    of two people is asked, never guessed.
    """
    index = _index(records)
    links = {record.row: _found(record, index) for record in records}
    unclear = [finding for record in records if (finding := _unclear(record, links[record.row])) is not None]
    return [*unclear, *_rounds(records, links)]


def _index(records: Sequence[Record]) -> Index:
    """Everybody by number, address and name; the kind of each is in the key."""
    known: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        for kind, value in (("id", record.employee_id), ("email", record.email), ("name", record.full_name)):
            if value:
                known[_key(kind, value)].append(record)
    return known


def _found(record: Record, index: Index) -> Sequence[Record] | None:
    """Whom the row names as manager; None when it names nobody, empty when nobody is known by that."""
    named = _named(record)
    if not named:
        return None
    return next((found for kind, value in named if (found := index.get(_key(kind, value)))), ())


def _named(record: Record) -> list[tuple[str, str]]:
    """The surest way in which the row names its manager: a number or an address before a name."""
    sure = [("id", record.manager_id), ("email", record.manager_email)]
    given = [(kind, value) for kind, value in sure if value]
    return given or [("name", value) for value in (record.manager_name,) if value]


def _key(kind: str, value: str) -> str:
    return f"{kind}:{folded(value) if kind == 'name' else value.casefold()}"


def _unclear(record: Record, managers: Sequence[Record] | None) -> Finding | None:
    if managers is None or len(managers) == 1:
        return None
    manager = _named(record)[0][1]
    if managers:
        message = say(
            "{n} people are called {manager} (rows {rows}), so it is not clear who is the manager of {name}. "
            "Add the number or the address of the manager.",
            n=len(managers),
            manager=manager,
            rows=[str(one.row) for one in managers],
            name=record.full_name,
        )
    else:
        message = say(
            "The manager of {name}, {manager}, is not in this file, so the line above cannot be checked.",
            name=record.full_name,
            manager=manager,
        )
    return Finding(record.file, record.row, None, manager, message, "warning")


def _rounds(records: Sequence[Record], links: Mapping[int, Sequence[Record] | None]) -> Iterator[Finding]:
    """Lines that come back to where they began, each told once at its first row."""
    by_row = {record.row: record for record in records}
    above = {row: found[0].row for row, found in links.items() if found and len(found) == 1}
    seen: set[int] = set()
    for start in above:
        path: dict[int, None] = {}
        row: int | None = start
        while row is not None and row not in seen and row not in path:
            path[row] = None
            row = above.get(row)
        if row is not None and row in path:
            steps = list(path)
            group = sorted(steps[steps.index(row) :])
            yield _round([by_row[one] for one in group])
        seen |= path.keys()


def _round(group: Sequence[Record]) -> Finding:
    message: Message = say(
        "These people are each other's manager, directly or through others: {people}. Correct one of them.",
        people=[" ".join(filter(None, (one.full_name, one.employee_id))) for one in group],
    )
    return Finding(group[0].file, group[0].row, None, None, message, "warning")
