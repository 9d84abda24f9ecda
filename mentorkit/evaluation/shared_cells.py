"""What a reader of every table that was ever shared could work out by adding and subtracting its cells.

A shown cell, a total too, is a group of people whose number (or mean) is told. People who stand in the same
cells everywhere are one part. A group is worked out when it is a sum of shown cells, each times some number:
exactly what linear programs over all tables find, because every part has somebody in it. The reader is taken
to know which groups overlap; who knows less can work out less. Our own heuristic.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import LinearConstraint, linprog, milp

from mentorkit.evaluation.disclosure import FEWEST, Counts, Hidden

People = frozenset[str]
"""Who stands in a cell, by ids that stay the same from table to table."""

Group = frozenset[int]
"""People as the places of their parts."""

_Floats = npt.NDArray[np.float64]
_ALIKE, _AT_ONCE = 1e-8, 20


def worked_out(shown: Sequence[People], k: int = FEWEST) -> list[People]:
    """The groups of 1 to k − 1 people that can be told from the cells of all tables, smallest parts first.

    What only adds such groups up is left out.

    >>> before, after = frozenset("abcdef"), frozenset("abcdefg")
    >>> worked_out([before]), worked_out([before, after])
    ([], [frozenset({'g'})])
    """
    parts, cells = _parts(shown)
    sizes = np.array([len(one) for one in parts])
    return [frozenset().union(*(parts[place] for place in one)) for one in _all(cells, sizes, k)]


def cells_to_hide(new: Sequence[People], known: Sequence[People] = (), k: int = FEWEST) -> list[bool]:
    """Which cells of a new table stay hidden beside all that was shown before, True where they do.

    `new` are the people of each of its cells, its totals too; `known` those of every cell that was ever
    shown. A cell of 1 to k − 1 people is hidden, and the fewest people with it, so that no group of few
    people can be told that could not be told before. Totals that are shown in any case belong to `known`.

    >>> unit, rest = frozenset("abcdefgh"), frozenset("ijklmn")
    >>> cells_to_hide([unit, rest], [unit | rest | {"o"}])
    [False, True]
    """
    sizes, (parts, cells) = np.array([len(one) for one in new], dtype=np.int64), _parts([*known, *new])
    of_parts, old = np.array([len(one) for one in parts]), len(known)
    leaks = _all(cells[:old], of_parts, k)
    small = (sizes > 0) & (sizes < k)
    proofs: list[Hidden] = []
    while True:
        hides = _cheapest(sizes, small, proofs)
        is_shown = np.concatenate([np.ones(old, dtype=bool), ~hides])
        groups = _some(cells[is_shown], of_parts, leaks, k)
        if not groups:
            return [*map(bool, hides)]
        for group in groups:
            used = np.zeros(len(cells), dtype=bool)
            used[is_shown] = _proof(cells[is_shown], group, is_new=np.flatnonzero(is_shown) >= old)
            proofs.append(used[old:])


def as_one_cell(new: Sequence[People], hides: Sequence[bool], known: Sequence[People] = ()) -> People | None:
    """The hidden cells as one that may be shown instead; None where they overlap or are too few people.

    >>> new = [frozenset("abc"), frozenset("defg"), frozenset("hijklm")]
    >>> sorted(as_one_cell(new, cells_to_hide(new)))
    ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    """
    hidden = [one for one, hide in zip(new, hides, strict=True) if hide]
    shown = [*known, *(one for one, hide in zip(new, hides, strict=True) if not hide)]
    everybody: People = frozenset().union(*hidden)
    if len(everybody) != sum(map(len, hidden)) or cells_to_hide([everybody], shown) != [False]:
        return None
    return everybody or None


def _parts(cells: Sequence[People]) -> tuple[list[People], _Floats]:
    """People who stand in the same cells as one part, and which parts (columns) each cell (row) holds."""
    seen: dict[str, list[int]] = defaultdict(list)
    for place, cell in enumerate(cells):
        for person in cell:
            seen[person].append(place)
    alike: dict[tuple[int, ...], set[str]] = defaultdict(set)
    for person, places in seen.items():
        alike[tuple(places)].add(person)
    holds = np.zeros((len(cells), len(alike)))
    for column, at in enumerate(alike):
        holds[[*at], column] = 1
    return [*map(frozenset, alike.values())], holds


def _all(cells: _Floats, sizes: Counts, k: int) -> list[Group]:
    """Every group of few people that these cells give away, apart from those that hold another."""
    found: list[Group] = []
    while more := _some(cells, sizes, found, k):
        found += more
    return found


def _some(cells: _Floats, sizes: Counts, but: Sequence[Group], k: int) -> list[Group]:
    """Groups of 1 to k − 1 people, of four parts at most, that are sums of cells and hold none of `but`.

    Each part gets two numbers at random from those that add up to nothing over every cell; a group is a sum
    of cells exactly when its own numbers add up to nothing. Halves of groups are looked up by their sums.
    """
    alone = {part for one in but if len(one) == 1 for part in one}
    few = np.array([part for part in np.flatnonzero(sizes < k) if part not in alone], dtype=np.int64)
    one, other = np.triu_indices(len(few), 1)
    first, second = (np.concatenate([[-1], few, few[side]]) for side in (one, other))
    second[: len(few) + 1] = -1
    numbers = np.vstack([_add_up_to_nothing(cells), np.zeros(2)])
    sums, people = numbers[first] + numbers[second], np.append(sizes, 0)[first] + np.append(sizes, 0)[second]
    order = np.argsort(sums[:, 0])
    start, end = (np.searchsorted(sums[order, 0], by - sums[:, 0]) for by in (-_ALIKE, _ALIKE))
    found: set[Group] = set()
    for half in np.flatnonzero(end > start):
        for rest in order[start[half] : end[half]]:
            group = frozenset({first[half], second[half], first[rest], second[rest]} - {-1})
            count = people[half] + people[rest]
            if 0 < count == sizes[[*group]].sum() < k and abs(sums[half, 1] + sums[rest, 1]) < _ALIKE:
                found.add(group)
    smallest: list[Group] = []
    for one_of in sorted(found, key=lambda group: (len(group), sorted(group))):
        if not any(less <= one_of for less in (*but, *smallest)):
            smallest.append(one_of)
    return smallest[:_AT_ONCE]


def _add_up_to_nothing(cells: _Floats) -> _Floats:
    """Two numbers for each part, whose sum over every cell is nothing and that are at random otherwise."""
    numbers = np.random.default_rng(0).standard_normal((cells.shape[1], 2))
    left: _Floats = numbers - cells.T @ np.linalg.lstsq(cells.T, numbers, rcond=None)[0]
    return left


def _proof(cells: _Floats, group: Group, is_new: Hidden) -> Hidden:
    """The cells of a sum that gives a group away, with as little as can be of the new ones."""
    wanted = np.isin(np.arange(cells.shape[1]), [*group]).astype(float)
    cost = np.tile(np.where(is_new, 1.0, 1e-3), 2)
    solved = linprog(cost, A_eq=np.hstack([cells.T, -cells.T]), b_eq=wanted, bounds=(0, None))
    more, less = np.split(solved.x, 2)
    used: Hidden = np.abs(more - less) > 1e-6
    return used


def _cheapest(sizes: Counts, small: Hidden, proofs: Sequence[Hidden]) -> Hidden:
    """The fewest people to hide, so that of every proof one cell at least is hidden."""
    if not proofs:
        return small
    rules = LinearConstraint(np.array(proofs, dtype=float), 1, np.inf)
    cost = sizes + 1 / (1 + len(sizes))
    hides: Hidden = milp(cost, constraints=rules, integrality=np.ones(len(sizes)), bounds=(small, 1)).x > 0.5
    return hides
