"""Which way of a statistic fits what was told, and the values as that way takes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mentorkit.evaluation.statistics import Statistic
from mentorkit.evaluation.statistics.contract import Input, Way, inputs_of
from mentorkit.evaluation.statistics.inputs import named, simple
from mentorkit.evaluation.statistics.kinds import Kind
from mentorkit.evaluation.statistics.samples import NotComputable
from mentorkit.text import say
from mentorkit.workflows.evaluation.read_value import ValueReader
from mentorkit.workflows.evaluation.told import UNNAMED, NumbersTold, is_number, is_value

OPTIONS = ("confidence", "alternative", "method", "weights", "middle", "seed", "rho", "per", "sigmas")


@dataclass(frozen=True)
class WayTaken:
    """A way, its inputs, under which name each was told, and the names that were not used."""

    way: Way
    inputs: Mapping[str, Any]
    read_as: Mapping[str, str]
    unused: tuple[str, ...]


def matched(statistic: Statistic, told: NumbersTold) -> WayTaken:
    """The way that uses most of what was told.

    Raises NotComputable, which says what is missing, unknown or not what it must be, and where.
    """
    values = _with_level(_with_events(told.values, statistic), statistic)
    ways = [(way, *_bound(inputs_of(way), values)) for way in statistic.ways]
    whole = [one for one in ways if not _missing(one[0], one[1])]
    if not whole:
        nearest = max(ways, key=lambda one: (len(one[1]), -len(_missing(one[0], one[1])) * bool(one[1])))
        raise _incomplete(statistic, *nearest[:2])
    way, found, unused = min(whole, key=lambda one: (len(one[2]), -_by_name(one[1])))
    if wrong := next((name for name in unused if _is_meant(name, values[name])), None):
        names = [one.name for one in inputs_of(way)]
        message = say(
            "{statistic} has no input {name}. It takes: {names}.",
            statistic=statistic.name,
            name=wrong,
            names=names,
        )
        raise NotComputable(message)
    kinds = {one.name: one.kind for one in inputs_of(way)}
    inputs = {
        name: ValueReader(source, told.first_row).read(value, kinds[name])
        for name, (source, value) in found.items()
    }
    read_as = {name: source for name, (source, _) in found.items() if source != name and source}
    return WayTaken(way, inputs, read_as, tuple(unused))


def _is_meant(name: str, value: Any) -> bool:
    """Whether somebody meant an input by it: a number, or an option that other statistics have."""
    is_one = not isinstance(value, list | dict)
    return is_one and (is_number(value) or isinstance(value, bool) or named(name, OPTIONS) is not None)


def _missing(way: Way, found: Mapping[str, Any]) -> list[Input]:
    return [one for one in inputs_of(way) if one.is_needed and one.name not in found]


def _incomplete(statistic: Statistic, way: Way, found: Mapping[str, Any]) -> NotComputable:
    missing = [say("{name} ({kind})", name=one.name, kind=one.kind.words) for one in _missing(way, found)]
    message = say(
        "{statistic} also needs {missing}. To see every way to tell it: mentorkit stats {statistic} --list",
        statistic=statistic.name,
        missing=missing,
    )
    return NotComputable(message)


def _by_name(found: "_Found") -> int:
    """How surely inputs were told: by their own name, by another, by place; a square is a table first."""
    is_square = any(not source and _is_square(value) for source, value in found.values())
    own = sum(source in {name, name[:-1]} for name, (source, _) in found.items())
    other = sum(named(source, [name]) is not None for name, (source, _) in found.items())
    return own + other + is_square - 3 * sum(isinstance(value, tuple) for _, value in found.values())


def _is_square(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(row, list) and len(row) == len(value) for row in value)


_Found = dict[str, tuple[str, Any]]


def _bound(inputs: Sequence[Input], values: Mapping[str, Any]) -> tuple[_Found, list[str]]:
    """Each input with the name it was told by and its value; and the names left over."""
    found: _Found = {}
    values = _halved(inputs, values)
    for source, value in sorted(values.items(), key=lambda one: one[0] not in {each.name for each in inputs}):
        free = [one.name for one in inputs if one.name not in found and _fits(value, one.kind)]
        if source and (name := named(source, free)):
            found[name] = (source, value)
    found |= _lone([one for one in inputs if one.name not in found], _left(values, found))
    left = _left(values, found)
    found |= _by_place([one for one in inputs if one.name not in found], left)
    used = {part for source, _ in found.values() for part in (source.split(" + ") if source else [UNNAMED])}
    return found, [name for name in left if name not in used]


def _left(values: Mapping[str, Any], found: _Found) -> dict[str, Any]:
    used = {source for source, _ in found.values()}
    return {name: value for name, value in values.items() if name not in used}


def _lone(free: Sequence[Input], left: Mapping[str, Any]) -> _Found:
    """One number where a list of numbers is expected is a list of one."""
    lists = [one.name for one in free if one.kind.shape == "list" and not one.kind.is_whole]
    ones = {name: value for name, value in left.items() if name and is_number(value)}
    return {into: (name, (value,)) for name, value in ones.items() if (into := named(name, lists))}


def _halved(inputs: Sequence[Input], values: Mapping[str, Any]) -> dict[str, Any]:
    """Two values in one list, as R takes them, are those of the first and of the second."""
    names = [one.name for one in inputs if one.kind.shape == "number"]
    found: dict[str, Any] = {}
    for name, value in values.items():
        ends = [f"{name}{end}" for end in (1, 2)]
        if isinstance(value, list) and len(value) == 2 and name and all(named(end, names) for end in ends):
            found |= dict(zip(ends, value, strict=True))
        else:
            found[name] = value
    return found


def _by_place(free: Sequence[Input], left: Mapping[str, Any]) -> _Found:
    """What has no known name, by its shape: a table, or lists in the order in which they stand."""
    tables = [one for one in free if one.kind.shape == "table" and one.is_needed]
    lists = [one for one in free if one.kind.shape in {"list", "labels"} and one.is_needed]
    columns = {name: value for name, value in left.items() if _fits(value, _ANY_LIST) and len(value) > 1}
    grids = (value for name, value in left.items() if name == UNNAMED or _fits(value, _ANY_TABLE))
    bare = next(grids, None)
    if tables:
        grid = bare if bare is not None and _fits(bare, tables[0].kind) else None
        if grid is not None:
            return {tables[0].name: (UNNAMED, grid)}
        numeric = {name: value for name, value in columns.items() if all(map(is_value, value))}
        if len(numeric) > 1:
            return {
                tables[0].name: (
                    " + ".join(numeric),
                    [list(row) for row in zip(*numeric.values(), strict=False)],
                )
            }
        return {}
    if bare is not None and lists:
        if len(lists) == 1:
            return {lists[0].name: (UNNAMED, bare)} if _fits(bare, lists[0].kind) else {}
        split = _split(bare, len(lists))
        return {one.name: (UNNAMED, part) for one, part in zip(_in_order(lists), split, strict=False)}
    if lists and len(columns) == len(lists) and len(lists) == sum(one.is_needed for one in free):
        return dict(zip([one.name for one in _in_order(lists)], columns.items(), strict=True))
    return {}


_ANY_LIST = Kind("list", say("a list of numbers"))
_ANY_TABLE = Kind("table", say("a table of numbers, row by row"))


def _in_order(lists: Sequence[Input]) -> Sequence[Input]:
    """Lists without a name are x and y, and the difference is x minus y, so that the first is after."""
    return sorted(lists, key=lambda one: one.name == "pre")


def _split(bare: Any, parts: int) -> Sequence[Any]:
    if not all(isinstance(row, list) for row in bare):
        return []
    if len(bare) == parts and any(len(row) != parts for row in bare):
        return list(bare)
    return (
        [list(column) for column in zip(*bare, strict=False)] if {len(row) for row in bare} == {parts} else []
    )


def _fits(value: Any, kind: Kind) -> bool:
    if isinstance(value, list):
        is_grid = bool(value) and all(isinstance(row, list) for row in value)
        if kind.shape == "table":
            return is_grid
        return not is_grid and (
            kind.shape in {"list", "labels"} or len(value) == 1 or len(set(map(str, value))) == 1
        )
    return kind.shape in {"number", "word"} and not isinstance(value, dict)


def _with_events(values: Mapping[str, Any], statistic: Statistic) -> dict[str, Any]:
    """Times such as 6+ are times without an event; so told, all others of that list have one."""
    is_late = {
        name: [str(one).strip().endswith("+") for one in value]
        for name, value in values.items()
        if isinstance(value, list) and all(map(is_value, value)) and named(name, ["group"]) is None
    }
    if not any(map(any, is_late.values())):
        return dict(values)
    has_two = len(is_late) == 2 and any(one.name == "events2" for way in statistic.inputs for one in way)
    found = dict(values)
    for number, (name, late) in enumerate(is_late.items(), 1):
        found[name] = [str(one).strip().removesuffix("+") for one in values[name]]
        found.setdefault(f"events{number}" if has_two else "events", [int(not one) for one in late])
    return found


def _with_level(values: Mapping[str, Any], statistic: Statistic) -> dict[str, Any]:
    """An alpha of .05 is a confidence of .95, for a statistic that has no alpha of its own."""
    has_own = any(one.name == "alpha" for way in statistic.inputs for one in way)
    level = next((name for name in values if simple(name) in {"alpha", "siglevel", "significance"}), None)
    if level is None or has_own or not is_number(values[level]) or float(values[level]) > 0.2:
        return dict(values)
    rest = {name: value for name, value in values.items() if name != level}
    return {"confidence": 1 - float(values[level]), **rest}
