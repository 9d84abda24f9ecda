"""Who is who: what somebody is known by, and which of the people who are known that is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from uuid import UUID, uuid5

from mentorkit.intake.values.choices import manager_in
from mentorkit.intake.values.names import Name, join_name, parse_name
from mentorkit.model.fields import MANAGERS, NAME, NAME_PARTS, NAMED_BY
from mentorkit.text.compare import folded

Answers = Mapping[str, Any]
"""What somebody answered, by the names of the answers."""

NAMESPACE = UUID("5f0c7f0e-6a3b-4d6e-9b43-2f1f6f6f7a10")


@dataclass(frozen=True)
class Who:
    """What somebody is known by.

    `key` stays the same whatever the order or the number of the rows. Without a name the
    address or the number stands in for it. What is `shared` is no sign of who it is, because
    different people gave it.
    """

    key: str
    name: str
    address: str = ""
    number: str = ""
    is_named: bool = True
    shared: frozenset[str] = frozenset()

    @cached_property
    def id(self) -> str:
        """The id of somebody new, the same in every file that gives the same key."""
        return str(uuid5(NAMESPACE, self.key))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The address and the number, as far as they are there."""
        given = (self.address and self.address.casefold(), self.number and _employee_key(self.number))
        return tuple(filter(None, given))

    @cached_property
    def spelled(self) -> str:
        """The name as it is compared."""
        return folded(self.name) or self.name


class Known:
    """The people who are known so far, by their ids, found by e-mail address, employee number and name."""

    def __init__(self, people: Iterable[tuple[str, Who]] = ()) -> None:
        self._people: dict[str, Who] = {}
        self._by_key: dict[str, dict[str, None]] = defaultdict(dict)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._has_numbers = False
        for person_id, who in people:
            self.add(person_id, who)

    def add(self, person_id: str, who: Who) -> None:
        """Know one more person, or one more way to find her."""
        if person_id not in self._people:
            self._people[person_id] = who
            self._by_name[who.spelled].append(person_id)
        for key in who.keys:
            self._by_key[key][person_id] = None
        self._has_numbers = self._has_numbers or bool(who.number)

    def has(self, person_id: str) -> bool:
        """Whether there is a person with this id."""
        return person_id in self._people

    def find(self, who: Who, *, by_name: bool) -> str:
        """The id of this person among the known ones, one of her own when she is not there.

        An e-mail address or an employee number that only one person has is enough. A name is
        only between two that have neither or where it is asked for (`by_name`), when exactly
        one person has it whose address and number do not say otherwise.
        """
        for key in who.keys:
            if key not in who.shared and len(found := self._by_key.get(key, {})) == 1:
                return next(iter(found))
        alike = self.alike(who)
        if who.id in self._people or len(alike) != 1:
            return who.id
        ((person_id, other),) = alike.items()
        is_open = not (who.address and other.address) and not (who.number and other.number)
        is_bare = not (who.address or who.number or other.address or other.number)
        return person_id if is_open and (by_name or is_bare) else who.id

    def alike(self, who: Who) -> dict[str, Who]:
        """The people with the same name, by their ids."""
        return {one: self._people[one] for one in self._by_name.get(who.spelled, ())}

    def called(self, who: Who) -> Sequence[str]:
        """Whom an address or a number names, or a name where there is neither or nobody has a number."""
        if not who.keys or (not who.address and not self._has_numbers):
            return self._by_name.get(who.spelled, ())
        return next((list(self._by_key[key]) for key in who.keys if key in self._by_key), ())


def who_of(answers: Answers, form: str = "") -> Who | None:
    """Who a row is about: by e-mail address, else employee number, else response number, else name.

    A response number alone tells nobody apart, so a row needs one of the other three;
    None when it has none. It is counted per form; `form` keeps the numbers of two apart.
    """
    name = _name_of(answers)
    email, number, response = (str(answers.get(field) or "") for field in (*NAMED_BY[:2], "response_id"))
    if email or number:
        key = email.lower() or _employee_key(number)
    elif name is None:
        return None
    else:
        key = f"response:{form}:{response}" if response else f"name:{folded(name.full) or name.full}"
    return Who(key, name.full if name else email or number, email, number, is_named=name is not None)


def known_person(row: Answers) -> tuple[str, Who]:
    """Somebody in the programme by her id, and what she is known by."""
    email, number, name = (row[field] or "" for field in NAMED_BY)
    return row["id"], Who(row["id"], name, email, number)


def apart(people: Sequence[Who]) -> list[Who]:
    """The people in the rows of one sheet, told apart where they share an address or a number.

    Rows with one address and each its own number and name are different people: somebody
    filled in the form for her colleagues. They are known by their numbers. Rows with one
    number and each its own address and name are different people as well.
    """
    others: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for who in people:
        if len(who.keys) > 1:
            for key, other in (who.keys, who.keys[::-1]):
                others[key].add(other)
                names[key].add(who.spelled)
    shared = frozenset(key for key in others if 1 < len(others[key]) == len(names[key]))
    return [_with_shared(who, shared) for who in people]


def _with_shared(who: Who, shared: frozenset[str]) -> Who:
    mine = shared.intersection(who.keys)
    if not mine or not (who.address and who.number):
        return who
    email, number = who.keys
    return replace(who, key=number if email in mine else who.key, shared=mine)


def with_who(answers: Answers, who: Who) -> dict[str, Any]:
    """The answers with the name and the manager in their parts; nobody is her own manager."""
    name = _name_of(answers) or Name(who.name)
    managers = _managers(answers).items()
    return {
        **{field: value for field, value in answers.items() if field not in MANAGERS},
        NAME: name.full,
        **dict(zip(NAME_PARTS, name.parts, strict=True)),
        **{field: value for field, value in managers if not is_known_by(who, value)},
    }


def with_family_name(answers: Answers) -> dict[str, Any]:
    """Answers in which the infix is part of the family name as well."""
    _, infix, last = NAME_PARTS
    family = filter(None, (answers.get(infix), answers.get(last)))
    return {**answers, last: " ".join(family) or None}


def is_own_manager(answers: Answers, who: Who) -> bool:
    """Whether a row names the person herself as her manager, and nobody else."""
    managers = _managers(answers).values()
    return bool(managers) and all(is_known_by(who, manager) for manager in managers)


def manager_of(answers: Answers) -> Who | None:
    """What the manager is known by; None when there is none."""
    email, number, name = (str(answers.get(field) or "") for field in MANAGERS[:3])
    return Who("", name, email, number) if email or number or name else None


def _managers(answers: Answers) -> dict[str, str]:
    """The manager by e-mail address, employee number and name, as far as the row tells."""
    by_address, by_number, by_name, _ = MANAGERS
    found: dict[str, str] = {}
    for column in MANAGERS:
        value, number = manager_in(str(answers.get(column) or ""))
        if number:
            found.setdefault(by_number, number)
        if value:
            is_number = any(c.isdigit() for c in value) and " " not in value
            kind = by_address if "@" in value else by_number if is_number else by_name
            found.setdefault(by_number if column == by_number else kind, value)
    return found


def is_known_by(who: Who, said: str) -> bool:
    """Whether this is her address, her number or her name."""
    given = (one.casefold() for one in (who.address, who.number) if one)
    return said.casefold() in given or folded(said) == who.spelled


def _name_of(answers: Answers) -> Name | None:
    """The name from its own columns when first and last are both there, else from one column."""
    first, infix, last, full = (answers.get(field) for field in (*NAME_PARTS, NAME))
    if full and not (first and last):
        return parse_name(full)
    return join_name(first, infix, last)


def _employee_key(number: str) -> str:
    return f"employee:{number.casefold()}"
