"""The groups that a round can be looked at by: where people work, as long as each group has enough people."""

from collections import Counter
from collections.abc import Mapping

from mentorkit.evaluation.disclosure import FEWEST
from mentorkit.frames import Snapshot
from mentorkit.model import SIDES, Pair, Person

_BY = ("department", "city")


def groups_of(snapshot: Snapshot) -> Mapping[str, str]:
    """Where everybody works, by the id of the person; a pair and its goals count where the mentee works.

    It is the department, or else the city, of which two or more have five people with a pair:
    only one, as two together would tell of few. Nothing where there is no such.
    """
    pairs = snapshot.rows(Pair)
    paired = {person for pair in pairs for person in (pair.mentee_id, pair.mentor_id)}
    people = snapshot.frame(Person)
    for field in _BY:
        of = {person: told for person, told in people.select("id", field).rows() if told}
        if sum(n >= FEWEST for n in Counter(of[one] for one in paired if one in of).values()) > 1:
            goals = {f"{pair.id} {side}": of.get(pair.mentee_id, "") for pair in pairs for side in SIDES}
            return {**of, **{pair.id: of.get(pair.mentee_id, "") for pair in pairs}, **goals}
    return {}
