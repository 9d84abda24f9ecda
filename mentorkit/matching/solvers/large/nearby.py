"""Which pairs are worth a look: the cheapest per mentee, after prices, and the cheapest per mentor."""

from typing import TypeAlias

import numpy as np

from mentorkit.matching.candidates import Floats
from mentorkit.matching.problem import Counts
from mentorkit.matching.solvers.blocks import Blocks, Losses, Watch, over_blocks
from mentorkit.matching.solvers.large.flow import Edges
from mentorkit.text import Message, say

Prices: TypeAlias = tuple[Floats, Floats]
"""What each mentee costs, and what one place with each mentor is worth (never above 0)."""

_SAMPLE = 512
"""Mentees asked for a first guess of the prices."""
_SHARE = 0.7
"""How much of a mentor's lead over the others ends up in the price; measured, our own heuristic."""
_EXACT = 2**23
"""Single precision subtracts whole numbers below this without an error."""


def nearest(blocks: Blocks, plan: Prices, width: int, step: Message, watch: Watch) -> tuple[Floats, Edges]:
    """What is cheapest for every mentee after the prices of a plan; every pair is looked at.

    First the least loss of each less the price of its column, infinity when no pair of hers is
    lawful; then the pairs to take in.

    Where a mentee of a block could do better, its mentees all show their `width` cheapest
    pairs: those that are nearly cheap enough now tend to be so in the next round.
    """
    u, v = plan

    def work(rows: slice) -> tuple[Losses, Edges]:
        losses = blocks[rows]
        value = _less(losses, v)
        least = value.min(axis=1)
        shown = slice(0 if (least >= u[rows]).all() else None)
        return least, _cheapest(losses[shown], value[shown], width, rows.start)

    found = list(over_blocks(blocks, work, step, watch))
    least = np.concatenate([block for block, _ in found]).astype(np.float64)
    return least, Edges.all_of([edges for _, edges in found])


def likely(blocks: Blocks, width: int, watch: Watch) -> Edges:
    """The pairs to begin with: the cheapest `width` per mentee, and half as many per mentor.

    In one pass. Mentors whom everybody likes are given a price beforehand, so that mentees
    do not all ask for the same few.
    """
    guess = first_prices(blocks)
    best = _Best(max(1, width // 2), blocks.shape[1])

    def work(rows: slice) -> tuple[Edges, tuple[Counts, Counts, Losses]]:
        losses = blocks[rows]
        edges = _cheapest(losses, _less(losses, guess), width, rows.start)
        return edges, best.better(losses, rows.start)

    found = []
    for edges, better in over_blocks(blocks, work, say("Looking for likely pairs"), watch):
        found.append(edges)
        best.keep(*better)
    return Edges.all_of([*found, best.edges]).unique()


def first_prices(blocks: Blocks) -> Floats:
    """A guess of the prices from a sample of mentees: how far below the others a mentor's mean loss is."""
    sample = blocks[:: max(1, blocks.shape[0] // _SAMPLE)]
    lawful = np.isfinite(sample)
    count = lawful.sum(axis=0)
    mean = np.where(lawful, sample, 0).sum(axis=0, dtype=np.float64) / np.maximum(count, 1)
    highest = mean[count > 0].max(initial=-np.inf)
    return np.rint(_SHARE * np.where(count > 0, mean - highest, 0.0))


class _Best:
    """The mentees with the least loss for each mentor, at most one from each block."""

    def __init__(self, width: int, columns: int) -> None:
        self._loss = np.full((width, columns), np.inf)
        self._row = np.zeros((width, columns), dtype=np.int64)
        self._worst = np.full(columns, np.inf)

    def better(self, losses: Losses, start: int) -> tuple[Counts, Counts, Losses]:
        """Columns, rows and losses of what a block has to offer; threads may see old news."""
        least = losses.min(axis=0)
        columns = np.flatnonzero(least < self._worst)
        return columns, losses[:, columns].argmin(axis=0) + start, least[columns]

    def keep(self, columns: Counts, rows: Counts, losses: Losses) -> None:
        """Take in what is better still; blocks come in order, so the outcome is always the same."""
        still = losses < self._worst[columns]
        columns, rows, losses = columns[still], rows[still], losses[still]
        place = self._loss[:, columns].argmax(axis=0)
        self._loss[place, columns] = losses
        self._row[place, columns] = rows
        self._worst[columns] = self._loss[:, columns].max(axis=0)

    @property
    def edges(self) -> Edges:
        width, columns = self._loss.shape
        return Edges(self._row.ravel(), np.tile(np.arange(columns), width), self._loss.ravel())


def _less(losses: Losses, prices: Floats) -> Losses:
    """Losses less the price of their column, exactly."""
    is_exact = losses.dtype == np.float32 and float(np.abs(prices).max(initial=0.0)) < _EXACT
    return losses - prices.astype(np.float32 if is_exact else np.float64)


def _cheapest(losses: Losses, value: Losses, width: int, start: int) -> Edges:
    """The pairs with the `width` smallest values in each row; `start` is the first row."""
    columns = _smallest(value, min(width, value.shape[1]))
    rows = np.arange(start, start + len(value), dtype=np.int64)
    return Edges(
        np.repeat(rows, columns.shape[1]), columns.ravel(), np.take_along_axis(losses, columns, 1).ravel()
    )


def _smallest(value: Losses, width: int) -> Counts:
    """The columns of the `width` smallest values in each row.

    The smallest of a long row are in the `width` groups of columns with the smallest
    minima; groups are strided, so that their minima come from whole rows at once.
    """
    group = int(np.sqrt(value.shape[1] / width))
    if group < 2:
        return np.argpartition(value, width - 1, axis=1)[:, :width]
    strides = value.shape[1] // group
    grouped = strides * group
    minima = value[:, :strides].copy()
    for start in range(strides, grouped, strides):
        np.minimum(minima, value[:, start : start + strides], out=minima)
    groups = np.argpartition(minima, width - 1, axis=1)[:, :width]
    columns = (groups[:, :, None] + np.arange(0, grouped, strides)).reshape(len(value), width * group)
    rest = np.broadcast_to(np.arange(grouped, value.shape[1]), (len(value), value.shape[1] - grouped))
    columns = np.hstack([columns, rest])
    place = np.argpartition(np.take_along_axis(value, columns, 1), width - 1, axis=1)[:, :width]
    return np.take_along_axis(columns, place, 1)
