"""Losses that are computed a few mentees at a time, so that no matrix of all pairs need exist."""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from mentorkit.text import Message

Losses: TypeAlias = NDArray[np.floating[Any]]
Result = TypeVar("Result")

_THREADS = 1 if sys.platform == "emscripten" else 2
_PAIRS = 2**22
"""Pairs in one block: small enough to stay near the processor."""
_BLOCKS = 64
"""Blocks of a small problem: as many, so that every mentor meets many blocks."""


class Blocks(Protocol):
    """The losses of all pairs, rows mentees, a slice of the rows at a time; a matrix is one as well.

    Losses are whole numbers, infinity where a pair is forbidden. Single precision holds
    them exactly below 2**24. Two threads ask for blocks at once and never write to them; a
    matrix product inside is therefore best kept to one thread of its own.
    """

    @property
    def shape(self) -> tuple[int, ...]:
        """How many mentees and mentors there are."""

    def __getitem__(self, rows: slice, /) -> Losses:
        """The losses of these mentees with every mentor; the slice may have a step."""


@dataclass(frozen=True)
class Watch:
    """Who follows a long solve: `progress` hears what is done of a step, `should_stop` ends it."""

    progress: Callable[[int, int, Message], None] = lambda done, total, step: None
    should_stop: Callable[[], bool] = lambda: False

    def go_on(self) -> None:
        """Raises Stopped when asked to stop."""
        if self.should_stop():
            raise Stopped


SILENT = Watch()
"""Nobody watches."""


class Stopped(Exception):
    """Somebody asked to stop."""


def over_blocks(
    blocks: Blocks, work: Callable[[slice], Result], step: Message, watch: Watch
) -> Iterator[Result]:
    """What `work` makes of every slice of rows, in order. Raises Stopped when asked to stop."""
    count, columns = blocks.shape
    size = max(1, min(-(-count // _BLOCKS), _PAIRS // max(columns, 1)))
    parts = [slice(start, min(start + size, count)) for start in range(0, count, size)]
    with ThreadPoolExecutor(_THREADS) as pool:
        results = pool.map(work, parts) if _THREADS > 1 else map(work, parts)
        for done, result in enumerate(results, 1):
            if watch.should_stop():
                pool.shutdown(cancel_futures=True)
                raise Stopped
            watch.progress(done, len(parts), step)
            yield result
