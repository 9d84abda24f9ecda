"""What inputs look like: the kinds of values that a statistic is told, in words and in bounds."""

from dataclasses import dataclass
from math import inf
from typing import Annotated, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from mentorkit.text import Message, say

Floats: TypeAlias = npt.NDArray[np.float64]
Shape: TypeAlias = Literal["number", "list", "table", "labels", "word"]


@dataclass(frozen=True)
class Kind:
    """One kind of input; a list or a table has the bounds for each of its values.

    A share that `may_be_percent` is also told as a number between 1 and 100.
    """

    shape: Shape
    words: Message
    low: float = -inf
    high: float = inf
    is_whole: bool = False
    choices: tuple[str, ...] = ()
    may_be_percent: bool = False


_ABOVE_ZERO = 5e-324

Number: TypeAlias = Annotated[float, Kind("number", say("a number"))]
NotNegative: TypeAlias = Annotated[float, Kind("number", say("a number of 0 or more"), 0)]
Positive: TypeAlias = Annotated[float, Kind("number", say("a number above 0"), _ABOVE_ZERO)]
Count: TypeAlias = Annotated[int, Kind("number", say("a whole number of 0 or more"), 0, is_whole=True)]
Size: TypeAlias = Annotated[int, Kind("number", say("a whole number of 1 or more"), 1, is_whole=True)]
Share: TypeAlias = Annotated[float, Kind("number", say("a number from 0 to 1"), 0, 1)]
Alpha: TypeAlias = Annotated[float, Kind("number", say("a number of at most 1"), high=1)]
Correlation: TypeAlias = Annotated[float, Kind("number", say("a number from -1 to 1"), -1, 1)]
Confidence: TypeAlias = Annotated[
    float, Kind("number", say("a number such as 0.95 or 0.9"), 0.01, 0.9999, may_be_percent=True)
]
Numbers: TypeAlias = Annotated[Floats, Kind("list", say("a list of numbers"))]
Flags: TypeAlias = Annotated[Floats, Kind("list", say("a list of 0 and 1"), 0, 1, is_whole=True)]
Shares: TypeAlias = Annotated[Floats, Kind("list", say("a list of numbers from 0 to 1"), 0, 1)]
Tallies: TypeAlias = Annotated[Floats, Kind("list", say("a list of whole numbers"), 0, is_whole=True)]
Amounts: TypeAlias = Annotated[Floats, Kind("list", say("a list of numbers of 0 or more"), 0)]
Table: TypeAlias = Annotated[Floats, Kind("table", say("a table of numbers, row by row"))]
Cells: TypeAlias = Annotated[Floats, Kind("table", say("a table of counts, row by row"), 0, is_whole=True)]
Labels: TypeAlias = Annotated[list[str], Kind("labels", say("a list of words or numbers"))]


def _one_of(*choices: str) -> Kind:
    return Kind("word", say("one of {choices}", choices=choices), choices=choices)


Alternative: TypeAlias = Annotated[str, _one_of("two-sided", "greater", "less")]
Middle: TypeAlias = Annotated[str, _one_of("mean", "median")]
Scale: TypeAlias = Annotated[str, _one_of("log-log", "log", "plain")]
Weights: TypeAlias = Annotated[str, _one_of("none", "linear", "quadratic")]
