"""The two people of a confirmed pair, as the texts and papers about them need them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mentorkit.frames import Snapshot, rows_of
from mentorkit.model import SIDES, Expectation, Pair, Side
from mentorkit.text.compare import bare
from mentorkit.views.names import Names, addresses


@dataclass(frozen=True)
class Two:
    """One pair: what both answered when they signed up, and how they are called.

    `reach` is where a mail to each goes, empty when that is not known, and how it begins; `expects` holds
    what each expects of the other, of who told it.
    """

    pair: Pair
    people: Mapping[Side, Mapping[str, Any]]
    names: Mapping[str, str]
    reach: Mapping[Side, tuple[str, str]]
    expects: Mapping[Side, Expectation] = field(default_factory=dict)

    @property
    def first(self) -> Mapping[str, str]:
        """How a mail to each begins: the first names."""
        return {side: called for side, (_, called) in self.reach.items()}

    @property
    def called(self) -> str:
        """Both names."""
        return f"{self.names['mentee']} – {self.names['mentor']}"


def pairs_at_start(snapshot: Snapshot) -> tuple[Two, ...]:
    """Every pair that has not ended, by the name of the mentee."""
    return pairs_by_name(snapshot, rows_of(snapshot.active_pairs, Pair))


def pairs_by_name(snapshot: Snapshot, pairs: Iterable[Pair]) -> tuple[Two, ...]:
    """These pairs, by the name of the mentee."""
    names, reach = Names.named(snapshot), addresses(snapshot)
    people = {side: {row["id"]: row for row in snapshot.participants(side).to_dicts()} for side in SIDES}
    told: dict[str, dict[Side, Expectation]] = {}
    for one in snapshot.rows(Expectation):
        told.setdefault(one.pair_id, {})[one.side] = one
    found = []
    for pair in pairs:
        ids: Mapping[Side, str] = {"mentee": pair.mentee_id, "mentor": pair.mentor_id}
        answers = {side: people[side].get(person, {}) for side, person in ids.items()}
        called = {str(side): names[person] for side, person in ids.items()}
        reached = {side: reach[person] for side, person in ids.items()}
        found.append(Two(pair, answers, called, reached, told.get(pair.id, {})))
    return tuple(sorted(found, key=lambda one: (bare(one.called), one.pair.id)))
