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
    return {person: _climb(person, links) for person in links}


def unknown_managers(people: pl.DataFrame) -> dict[str, frozenset[str]]:
    """Per person the managers she named whom the programme does not know."""
    ids = set(people["id"].to_list())
    managers = direct_managers(people).items()
    return {person: strangers for person, above in managers if (strangers := above - ids)}


def cycles(people: pl.DataFrame) -> list[tuple[str, ...]]:
    """Groups of people who, by the manager column, all stand above one another.

    Ids, sorted; somebody who is her own manager is a group of one.
    """
    above = managers_above(people)
    looped = [person for person, managers in above.items() if person in managers]
    groups = ([one for one in above[other] if other in above.get(one, ())] for other in looped)
    return sorted({tuple(sorted(group)) for group in groups})


def _climb(person: str, links: Links) -> frozenset[str]:
    """Steps: 1. start with the direct managers; 2. add theirs; 3. stop where all were seen."""
    seen, found = set[str](), links[person]
    while found:
        seen |= found
        found = frozenset(above for manager in found for above in links.get(manager, ())) - seen
    return frozenset(seen)


def _words(people: pl.DataFrame, columns: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """What stands in these columns by the id of each person, in lower case."""
    for person, texts in zip(people["id"].to_list(), texts_of(people, columns), strict=True):
        yield person, [text.strip().lower() for text in texts if text]
