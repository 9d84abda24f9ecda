"""Which pairs are worth a look: the cheapest per mentee, after prices, and the cheapest per mentor."""

from dataclasses import dataclass

import numpy as np

from mentorkit.matching.candidates import Floats
from mentorkit.matching.problem import Counts
from mentorkit.matching.solvers.blocks import Blocks, Losses, Watch, over_blocks
from mentorkit.matching.solvers.flow import Edges
from mentorkit.text import Message, say

_GROUP = 64
"""Columns that are compared at once when the smallest of a long row are sought."""
_SAMPLE = 512
"""Mentees asked for a first guess of the prices."""
_SHARE = 0.7
"""How much of a mentor's lead over the others ends up in her price; measured, our own heuristic."""
_EXACT = 2**23
"""Single precision subtracts whole numbers below this without an error."""


@dataclass(frozen=True)
class Nearest:
    """The cheapest columns of every mentee: shape `(n_mentees, width)`, in no order.

    `value` is the loss less the price of the column, `loss` the loss itself; infinity
    where a mentee has fewer lawful pairs.
    """

    column: Counts
    value: Losses
    loss: Losses

    @property
    def edges(self) -> Edges:
        """The same as a list of pairs."""
        count, width = self.column.shape
        return Edges(np.repeat(np.arange(count), width), self.column.ravel(), self.loss.ravel())


def nearest(blocks: Blocks, prices: Floats, width: int, step: Message, watch: Watch) -> Nearest:
    """The `width` columns with the least loss after prices, for every mentee. All pairs are looked at."""

    def work(rows: slice) -> Nearest:
        return _nearest(blocks.block(rows), prices, width)

    return _stacked(list(over_blocks(blocks, work, step, watch)))


def likely(blocks: Blocks, width: int, watch: Watch) -> Edges:
    """The pairs to begin with: the cheapest `width` per mentee, and half as many per mentor.

    In one pass. Mentors whom everybody likes are given a price beforehand, so that mentees
    do not all ask for the same few.
    """
    guess = first_prices(blocks)
    best = _Best(max(1, width // 2), blocks.shape[1])

    def work(rows: slice) -> tuple[Nearest, tuple[Counts, Counts, Losses]]:
        losses = blocks.block(rows)
        return _nearest(losses, guess, width), best.better(losses, rows.start)

    found = []
    for near, better in over_blocks(blocks, work, say("Looking for likely pairs"), watch):
        found.append(near)
        best.keep(*better)
    return _stacked(found).edges.joined(best.edges)


def first_prices(blocks: Blocks) -> Floats:
    """A guess of the prices from a sample of mentees: how far below the others a mentor's mean loss is."""
    sample = blocks.block(slice(0, None, max(1, blocks.shape[0] // _SAMPLE)))
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


def _nearest(losses: Losses, prices: Floats, width: int) -> Nearest:
    is_exact = losses.dtype == np.float32 and float(np.abs(prices).max(initial=0.0)) < _EXACT
    value = losses - prices.astype(np.float32 if is_exact else np.float64)
    column = _smallest(value, min(width, value.shape[1]))
    return Nearest(column, np.take_along_axis(value, column, 1), np.take_along_axis(losses, column, 1))


def _smallest(value: Losses, width: int) -> Counts:
    """The columns of the `width` smallest values in each row.

    The smallest of a long row are in the `width` groups of columns with the smallest
    minima; groups are strided, so that their minima come from whole rows at once.
    """
    strides = value.shape[1] // _GROUP
    if strides <= 2 * width:
        return np.argpartition(value, width - 1, axis=1)[:, :width]
    grouped = strides * _GROUP
    minima = value[:, :strides].copy()
    for start in range(strides, grouped, strides):
        np.minimum(minima, value[:, start : start + strides], out=minima)
    groups = np.argpartition(minima, width - 1, axis=1)[:, :width]
    columns = (groups[:, :, None] + np.arange(0, grouped, strides)).reshape(len(value), -1)
    rest = np.broadcast_to(np.arange(grouped, value.shape[1]), (len(value), value.shape[1] - grouped))
    columns = np.hstack([columns, rest])
    place = np.argpartition(np.take_along_axis(value, columns, 1), width - 1, axis=1)[:, :width]
    return np.take_along_axis(columns, place, 1)


def _stacked(parts: list[Nearest]) -> Nearest:
    return Nearest(
        np.concatenate([part.column for part in parts]),
        np.concatenate([part.value for part in parts]),
        np.concatenate([part.loss for part in parts]),
    )
