"""Reporting lines: who stands above whom, and what is wrong with the manager column."""

from collections.abc import Iterator, Mapping

import polars as pl

Links = Mapping[str, frozenset[str]]


def direct_managers(people: pl.DataFrame) -> dict[str, frozenset[str]]:
    """The direct managers of each person: ids where the person is known, else the text given.

    A manager is looked up by e-mail, employee number or full name. A name that two
    people share points to both, so that neither can slip through.
    """
    known = _index(people)
    columns = people.select("id", "manager_email", "manager_id", "manager_name", "other_managers")
    links = {}
    for person, email, number, name, others in columns.iter_rows():
        named = (text.strip().lower() for text in (email, number, name, *(others or ())) if text)
        links[person] = frozenset(manager for text in named for manager in known.get(text, (text,)))
    return links


def managers_above(people: pl.DataFrame) -> dict[str, frozenset[str]]:
    """Everybody above each person, at any depth; a cycle puts people above one another."""
    links = direct_managers(people)
    return {person: frozenset(_climb(person, links)) for person in links}


def unknown_managers(people: pl.DataFrame) -> dict[str, frozenset[str]]:
    """Per person the managers she named whom the programme does not know."""
    ids = set(people["id"].to_list())
    strangers = {person: above - ids for person, above in direct_managers(people).items()}
    return {person: names for person, names in strangers.items() if names}


def cycles(people: pl.DataFrame) -> list[tuple[str, ...]]:
    """Groups of people who, by the manager column, all stand above one another.

    Ids, sorted; somebody who is her own manager is a group of one.
    """
    above = managers_above(people)
    looped = {person for person, managers in above.items() if person in managers}
    groups = {
        tuple(sorted(other for other in looped if other in above[person] and person in above[other]))
        for person in looped
    }
    return sorted(groups)


def _climb(person: str, links: Links) -> Iterator[str]:
    """Steps: 1. start with the direct managers; 2. add theirs; 3. stop where all were seen."""
    seen: set[str] = set()
    waiting = list(links[person])
    while waiting:
        manager = waiting.pop()
        if manager not in seen:
            seen.add(manager)
            yield manager
            waiting.extend(links.get(manager, ()))


def _index(people: pl.DataFrame) -> dict[str, list[str]]:
    """Ids by every word a person can be named with, in lower case."""
    known: dict[str, list[str]] = {}
    for person, *names in people.select("id", "email", "employee_id", "full_name").iter_rows():
        for name in names:
            if name:
                known.setdefault(name.strip().lower(), []).append(person)
    return known
