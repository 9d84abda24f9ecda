"""Two people changed one row: both versions, in words."""

from collections.abc import Callable, Mapping
from typing import Any

from mentorkit.errors import NotLawful, RevisionConflict
from mentorkit.model.labels import label_of
from mentorkit.model.row import Row
from mentorkit.text import Message, say
from mentorkit.text.message import Value

NameOf = Callable[[str], str | None]
"""The name of a person by id; None for somebody who is not there."""

_PEOPLE = {"person_id", "mentee_id", "mentor_id"}
_UNSPOKEN = {"decision_id", "record", "sha256", "form", "answers"}
_LONGEST = 80


def conflict_over(ours: Row, stored: Row | None, name_of: NameOf) -> RevisionConflict:
    """The refusal of our version of a row, with the fields in which the stored one differs.

    `stored` is the row as it is now, None when it was removed.
    """
    what = _what(ours, name_of)
    if stored is None:
        removed = say(
            "{what} was removed by someone else in the meantime, so nothing was saved. "
            "Open the programme again to see how it is now.",
            what=what,
        )
        return RevisionConflict(removed, table=ours.table, ours=_flat(ours))
    mine, theirs = _flat(ours), _flat(stored)
    differing = [name for name in mine | theirs if mine.get(name) != theirs.get(name)]
    mine = {name: mine.get(name) for name in differing}
    theirs = {name: theirs.get(name) for name in differing}
    spoken = [_difference(name, mine, theirs, name_of) for name in differing if name not in _UNSPOKEN]
    return RevisionConflict(_sentence(what, spoken), table=ours.table, ours=mine, theirs=theirs)


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


def _difference(name: str, ours: Mapping[str, Any], theirs: Mapping[str, Any], name_of: NameOf) -> Message:
    return say(
        "{field}: you have {ours}, the file has {theirs}",
        field=label_of(name),
        ours=_spoken(name, ours[name], name_of),
        theirs=_spoken(name, theirs[name], name_of),
    )


def _what(row: Row, name_of: NameOf) -> Message:
    """The row as a person would call it; never by its id."""
    values = row.model_dump()
    names = {field: name_of(values[field]) for field in _PEOPLE & values.keys()}
    match row.table:
        case "programme":
            return say("The programme {name}", name=values["name"])
        case "person":
            return say("What is known about {name}", name=values["full_name"])
        case "application":
            return say("The application of {name}", name=names["person_id"])
        case "override":
            return say("Your choice for {mentee} and {mentor}", **_both(names))
        case "preference":
            return say("What {mentee} and {mentor} said of each other", **_both(names))
        case "scenario":
            return say("The settings named {name}", name=values["name"])
        case "form":
            return say("How the form {name} is read", name=values["name"])
        case "imported":
            return say("What a form said of {name}", name=names["person_id"])
        case "pair":
            return say("The pair {mentee} and {mentor}", **_both(names))
        case _:
            return say("The decision of {moment}", moment=values["decided_at"])


def _both(names: Mapping[str, str | None]) -> dict[str, Value]:
    return {"mentee": names["mentee_id"], "mentor": names["mentor_id"]}


def _spoken(name: str, value: Any, name_of: NameOf) -> Value:
    match value:
        case str() if name in _PEOPLE:
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
