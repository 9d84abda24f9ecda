"""Two other tools for pairing, fed the very same scores; never a dependency, only compared with.

Run by hand: `python tests/benchmarks/peers.py [people]`.
"""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any, TypeAlias

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np

from mentorkit.matching.aims import best
from mentorkit.matching.candidates import Floats
from mentorkit.matching.problem import Places, Problem, Target
from tests.benchmarks.measured import Made, milliseconds

Plan: TypeAlias = dict[int, int]
"""Row of each placed mentee and the column of her mentor."""

_MILLION = 1_000_000


def compared(people: int = 500) -> Iterator[str]:
    """How much longer each of the others takes, what of our total it reaches and whom it places."""
    losses = Made.of(people, people)[:].astype(np.float64)
    solve = partial(_by_mentorkit, losses)
    own = solve()
    ours = median(milliseconds(solve) for _ in range(5))
    for name, pair in (("mentor-match", _by_mentor_match), ("mentormatch", _by_mentormatch)):
        try:
            yield _line(name, pair, losses, (own, ours))
        except ModuleNotFoundError as missing:
            yield _not_here(name, missing.name or "")


def _line(name: str, pair: Callable[[Floats], Plan], losses: Floats, own: tuple[Plan, float]) -> str:
    plans: list[Plan] = []
    took = milliseconds(lambda: plans.append(pair(losses)))
    times, share = took / own[1], 100 * _total(losses, plans[0]) / _total(losses, own[0])
    return (
        f"{name} takes {times:.0f} times as long as mentorkit; its total is {share:.2f} % of ours; "
        f"it places {len(plans[0])} of {len(losses)} people, mentorkit {len(own[0])}."
    )


def _not_here(name: str, missing: str) -> str:
    """What is missing: the tool itself, or something that it needs."""
    return (
        f"{name} cannot be compared: {missing} is not installed here. Put both in a folder of their own "
        "(pip install --target FOLDER) and name that folder in PYTHONPATH."
    )


def _total(losses: Floats, plan: Plan) -> float:
    """The sum of the scores of all pairs; a pair that was forbidden counts for nothing."""
    own = np.array([losses[pair] for pair in plan.items()])
    return float((_MILLION - own[np.isfinite(own)]).sum())


def _by_mentorkit(losses: Floats) -> Plan:
    """The best plan with its proof, ties settled: what happens under a slider, but for the scoring."""
    count = losses.shape[1]
    places = Places(np.ones(count, dtype=np.int64), np.zeros(count, dtype=np.int64))
    ties = np.arange(losses.size, dtype=np.uint64).reshape(losses.shape)
    is_lawful = np.isfinite(losses)
    score = 1 - np.where(is_lawful, losses, _MILLION) / _MILLION
    solution = best(Problem.of(score, is_lawful, places, ties, Target()))
    return {row: column for row, column in enumerate(solution.lane_of.tolist()) if column >= 0}


def _by_mentor_match(losses: Floats) -> Plan:
    """One round of mentor-match, with one rule: the score, or disqualified."""
    process, mentee, mentor = (import_module(f"matching.{name}") for name in ("process", "mentee", "mentor"))

    class Scored:
        def apply(self, match: Any) -> int:
            loss = losses[match.mentee.place, match.mentor.place]
            match.disallowed = not np.isfinite(loss)
            return 0 if match.disallowed else int(_MILLION - loss)

    sides = []
    for kind, count in ((mentor.Mentor, losses.shape[1]), (mentee.Mentee, losses.shape[0])):
        people = [kind(grade=0, email=f"{kind.__name__}{place}") for place in range(count)]
        for place, person in enumerate(people):
            person.place = place
        sides.append(people)
    process.process_data(*sides, [[Scored()]])
    return {person.place: person.mentors[0].place for person in sides[1] if person.mentors}


def _by_mentormatch(losses: Floats) -> Plan:
    """The Matcher of mentormatch, with a sorter that prefers the pair with the lower loss."""
    api = "mentormatch.api"
    applicant = f"{api}.applicant.applicant_implementation"
    mentor_kind = import_module(f"{applicant}_mentor").Mentor
    mentee_kind = import_module(f"{applicant}_mentee").Mentee
    pair_kind = import_module(f"{api}.pair.pair").Pair

    class Sorter:
        def set_initializing_sort(self) -> None:
            """One order for both steps."""

        set_matching_sort = set_initializing_sort

        def get_better_pair(self, one: Any, other: Any) -> Any:
            return one if self._key(one) <= self._key(other) else other

        def _key(self, pair: Any) -> tuple[float, int, int]:
            place = pair.mentee.wwid, pair.mentor.wwid
            return losses[place], *place

    class Lawful:
        def get_potential_pairs(self, mentee: Any) -> list[Any]:
            columns = np.flatnonzero(np.isfinite(losses[mentee.wwid])).tolist()
            return [pair_kind(mentors[column], mentee, None, sorter) for column in columns]

    sorter = Sorter()
    mentees = [mentee_kind(_form(row), sorter) for row in range(losses.shape[0])]
    mentors = [mentor_kind(_form(column), sorter) for column in range(losses.shape[1])]
    import_module(f"{api}.matcher.matcher").Matcher(mentors, mentees, Lawful(), sorter).execute()
    return {one.wwid: pair.mentor.wwid for one in mentees for pair in one.yield_pairs}


def _form(place: int) -> dict[str, Any]:
    """An application form of mentormatch with nothing on it but who it is."""
    lists = ("skills", "preference_yes", "preference_no", "preference_maybe", "preferred_functions")
    words = ("function", "last_name", "first_name", "location", "gender")
    numbers = {"wwid": place, "position_level": 0, "years_total": 0, "max_mentee_count": 1, "favor": 0}
    return {**dict.fromkeys(lists, ()), **dict.fromkeys(words, ""), **numbers, "preferred_wwids": []}


if __name__ == "__main__":
    for line in compared(*map(int, sys.argv[1:2])):
        sys.stdout.write(f"{line}\n")
