"""The two people of a confirmed pair, as the texts and papers about them need them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mentorkit.frames import Snapshot, rows_of
from mentorkit.model import Pair, Side
from mentorkit.text.compare import bare
from mentorkit.views.names import Names, addresses

SIDES: tuple[Side, Side] = ("mentee", "mentor")


@dataclass(frozen=True)
class Two:
    """One pair: what both answered when they signed up, and how they are called.

    `reach` is where a mail to each goes, empty when that is not known, and how it begins.
    """

    pair: Pair
    people: Mapping[Side, Mapping[str, Any]]
    names: Mapping[str, str]
    reach: Mapping[Side, tuple[str, str]]

    @property
    def called(self) -> str:
        """Both names."""
        return f"{self.names['mentee']} – {self.names['mentor']}"


def pairs_at_start(snapshot: Snapshot) -> tuple[Two, ...]:
    """Every pair that has not ended, by the name of the mentee."""
    names, reach = Names.named(snapshot), addresses(snapshot)
    people = {side: {row["id"]: row for row in snapshot.participants(side).to_dicts()} for side in SIDES}
    found = []
    for pair in rows_of(snapshot.active_pairs, Pair):
        ids: Mapping[Side, str] = {"mentee": pair.mentee_id, "mentor": pair.mentor_id}
        answers = {side: people[side].get(one, {}) for side, one in ids.items()}
        called = {str(side): names[one] for side, one in ids.items()}
        found.append(Two(pair, answers, called, {side: reach[one] for side, one in ids.items()}))
    return tuple(sorted(found, key=lambda one: (bare(one.called), one.pair.id)))
