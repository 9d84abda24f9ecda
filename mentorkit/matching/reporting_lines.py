"""Reporting lines: who stands above whom, and what is wrong with the manager column."""

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from mentorkit.matching.features import texts_of
from mentorkit.model.fields import MANAGED_BY, NAMED_BY

Links = Mapping[str, frozenset[str]]


def direct_managers(people: pl.DataFrame) -> dict[str, frozenset[str]]:
    """The direct managers of each person: ids where the person is known, else the text given.

    A manager is looked up by e-mail, employee number or full name. A name that two
    people share points to both, so that neither can slip through.
    """
    known: dict[str, list[str]] = {}
    for person, names in _words(people, NAMED_BY):
        for name in names:
            known.setdefault(name, []).append(person)
    return {
        person: frozenset(manager for name in named for manager in known.get(name, (name,)))
        for person, named in _words(people, MANAGED_BY)
    }


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


def _words(people: pl.DataFrame, columns: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """What stands in these columns by the id of each person, in lower case."""
    for person, texts in zip(people["id"].to_list(), texts_of(people, columns), strict=True):
        yield person, [text.strip().lower() for text in texts if text]
