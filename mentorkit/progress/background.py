"""What holds for all pairs of a programme on a day, as far as signals ask for it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mentorkit.model import Application, Pair, Person
from mentorkit.model.fields import MANAGED_BY, NAMED_BY, ROOM


@dataclass(frozen=True)
class Background:
    """The programme's own `limits` by rule and colour, and what is noted in it at all.

    Signing, goals and levels count as noted once one of any pair was. `load` is how many mentees a mentor has
    and has room for, by person; `superiors` are those above somebody in the line, by person.
    """

    limits: Mapping[str, float] = field(default_factory=dict)
    is_signing_noted: bool = True
    are_goals_noted: bool = True
    are_levels_noted: bool = True
    load: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    superiors: Mapping[str, frozenset[str]] = field(default_factory=dict)


def load_of(pairs: Iterable[Pair], sign_ups: Iterable[Application]) -> Mapping[str, tuple[int, int]]:
    """How many of these pairs each mentor is in, and for how many the mentor has room; by person."""
    count = Counter(one.mentor_id for one in pairs)
    room = {one.person_id: getattr(one, ROOM) for one in sign_ups if one.role == "mentor"}
    told = ((mentor, n, room.get(mentor)) for mentor, n in count.items())
    return {mentor: (n, most) for mentor, n, most in told if most is not None}


def superiors_of(people: Iterable[Person]) -> Mapping[str, frozenset[str]]:
    """Who stands above each person in the line, by id, as far as e-mail and employee number tell."""
    people = tuple(people)
    known = {name.casefold(): one.id for one in people for name in _told(one, NAMED_BY[:2])}
    above: dict[str, str] = {}
    for one in people:
        named = (known.get(name.casefold()) for name in _told(one, MANAGED_BY[:2]))
        manager = next(filter(None, named), None)
        if manager:
            above[one.id] = manager
    return {person: _line(person, above) for person in above}


def _told(person: Person, fields: Iterable[str]) -> Iterable[str]:
    return filter(None, (getattr(person, name) for name in fields))


def _line(person: str, above: Mapping[str, str]) -> frozenset[str]:
    seen: set[str] = set()
    while person in above and above[person] not in seen:
        person = above[person]
        seen.add(person)
    return frozenset(seen)
