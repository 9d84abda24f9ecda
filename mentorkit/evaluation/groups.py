"""The same round for one group of people, without a measure that tells of few, also by subtracting."""

from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from mentorkit.evaluation.levels import Evaluation, Measure, asked_of
from mentorkit.evaluation.results import results_of
from mentorkit.evaluation.shared_cells import cells_to_hide


def among(whole: Evaluation, groups: Mapping[str, str], group: str) -> Evaluation:
    """The measures of those whose group this is; `groups` tells it of each `who`, and nobody is in two.

    A measure that is not shown for the group has no claim and no rows. The groups of a measure are one table
    with its total (see `cells_to_hide`), so that nothing of few people is left when all are looked at in
    turn. Nothing of a personnel list is in it; how many were asked and how pairs ended stay everybody's.
    """
    is_in = pl.col("who").replace_strict(dict(groups), default="", return_dtype=pl.String) == group
    kept = [(one, _kept(one, groups, group).filter(is_in)) for one in whole.measures if not one.group]
    asked = asked_of({one.asked: rows for one, rows in kept if one.asked})
    brought = {one.key: rows for one, rows in kept if not one.asked}
    pairs = whole.pairs.filter(pl.col("who").is_in(brought["early"]["who"].implode()))
    return replace(whole, measures=(*asked, *results_of(pairs, brought["attained"], brought["hours"])))


def _kept(measure: Measure, groups: Mapping[str, str], group: str) -> pl.DataFrame:
    """The rows of a measure, none of them when those of this group stay hidden."""
    cells: dict[str, set[str]] = {group: set()}
    for who in measure.rows["who"]:
        cells.setdefault(groups.get(who, ""), set()).add(who)
    in_order = sorted(cells)  # whichever group is looked at, the same ones stay hidden
    new = [frozenset(cells[one]) for one in in_order]
    hides = cells_to_hide(new, [frozenset().union(*new)])
    return measure.rows.clear() if hides[in_order.index(group)] else measure.rows
