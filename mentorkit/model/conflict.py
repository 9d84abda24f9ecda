"""Two people changed one row: both versions, in words."""

from collections.abc import Iterator
from typing import Any

from mentorkit.errors import NotLawful, RevisionConflict
from mentorkit.model.row import NameOf, Row
from mentorkit.text import Message, say
from mentorkit.text.message import Value

_LONGEST = 80


def conflict_over(ours: Row, stored: Row | None, name_of: NameOf) -> RevisionConflict:
    """The refusal of our version of a row, with the fields in which the stored one differs.

    `stored` is the row as it is now, None when it was removed.
    """
    what = ours.called(name_of)
    if stored is None:
        removed = say(
            "{what} was removed by someone else in the meantime, so nothing was saved. "
            "Open the programme again to see how it is now.",
            what=what,
        )
        return RevisionConflict(removed, table=ours.table, ours=_flat(ours))
    mine, theirs = _flat(ours), _flat(stored)
    differing = [name for name in mine | theirs if mine.get(name) != theirs.get(name)]
    mine, theirs = ({name: one.get(name) for name in differing} for one in (mine, theirs))
    spoken = [
        say("{field}: you have {ours}, the file has {theirs}", field=label, ours=here, theirs=there)
        for label, here, there in told_apart(ours, stored, name_of)
    ]
    return RevisionConflict(_sentence(what, spoken), table=ours.table, ours=mine, theirs=theirs)


def told_apart(one: Row, other: Row, name_of: NameOf) -> Iterator[tuple[Message, Value, Value]]:
    """Each field in which two versions of a row differ: what it is called, and both values as they are said.

    Without what only the program uses.
    """
    here, there = _flat(one), _flat(other)
    people = {name for name, table in one.pointers().items() if table == "person"}
    for name in here | there:
        label = one.label_of(name)
        if label and here.get(name) != there.get(name):
            called = name_of if name in people else None
            yield label, _spoken(here.get(name), called), _spoken(there.get(name), called)


def told_fields(row: Row, name_of: NameOf) -> Iterator[tuple[Message, Value]]:
    """Each field of a row in which something stands: what it is called, and what stands there, whole."""
    people = {name for name, table in row.pointers().items() if table == "person"}
    for name, value in _flat(row).items():
        if (label := row.label_of(name)) and value not in {None, "", ()}:
            yield label, name_of(value) if name in people else value


def points_nowhere() -> NotLawful:
    """The refusal of changes after which a row points at one that is not there."""
    return NotLawful(
        say(
            "This was not saved, because it belongs to someone who is not in the programme or who would "
            "be removed while something still refers to them. Open the programme again and check."
        )
    )


def _sentence(what: Message, differences: list[Message]) -> Message:
    if not differences:
        return say(
            "{what} was saved by someone else in the meantime, so your version was not saved. "
            "Open the programme again to see how it is now.",
            what=what,
        )
    return say(
        "{what} was saved by someone else in the meantime, so your version was not saved. "
        "This differs: {differences}. Open the programme again and decide which is right.",
        what=what,
        differences=differences,
    )


def _spoken(value: Any, name_of: NameOf | None) -> Value:
    match value:
        case str() if name_of is not None:
            return name_of(value)
        case str() if len(value) > _LONGEST:
            return value[:_LONGEST] + "…"
        case tuple():
            return value or None
        case _:
            spoken: Value = value
            return spoken


def _flat(row: Row) -> dict[str, Any]:
    """The fields of a row, those of a map in it as `weights.goals`, without id and revision."""
    flat: dict[str, Any] = {}
    for name, value in row.model_dump(exclude={"id", "revision"}).items():
        if isinstance(value, dict):
            flat |= {f"{name}.{part}": inner for part, inner in value.items()}
        else:
            flat[name] = value
    return flat
