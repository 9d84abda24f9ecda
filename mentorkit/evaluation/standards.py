"""How far a programme is from an award, by its own judgement: shares of points, and what is lacking.

Of the points of all standards together and of each standard a share is to be met: bronze 70 and 60 per cent,
silver 80 and 70, gold 90 and 80 (EMCC Ireland on the ISMCP). Nobody but an assessor of EMCC gives an award.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Literal

Award = Literal["bronze", "silver", "gold"]

AWARDS: Mapping[Award, tuple[int, int]] = {"bronze": (70, 60), "silver": (80, 70), "gold": (90, 80)}
"""The per cent to be met of all points, and of those of each standard."""


@dataclass(frozen=True)
class Reached:
    """How many of the points of a standard are met."""

    met: int
    all: int

    @property
    def percent(self) -> int:
        """The part that is met, in whole per cent, downwards."""
        return 100 * self.met // self.all if self.all else 0

    def lacks(self, percent: int) -> int:
        """How many more are to be met for a share in per cent.

        >>> Reached(5, 9).lacks(60)
        1
        """
        return max(0, ceil(percent * self.all / 100) - self.met)


def lacking(overall: Reached, standards: Mapping[str, Reached], twice: int, award: Award) -> int:
    """At least how many points more would be needed for an award; 0 when the shares are there.

    `twice` are the open points that count for two standards and may close two gaps.
    """
    of_all, of_each = AWARDS[award]
    gaps = [one.lacks(of_each) for one in standards.values()]
    return max(overall.lacks(of_all), sum(gaps) - twice, *gaps)
