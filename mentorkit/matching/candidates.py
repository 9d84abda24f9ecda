"""Who is in the pool: the two sides of the pairing, and what is known around them."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from mentorkit.frames import Snapshot
from mentorkit.model import RelationType

Floats: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True)
class Candidates:
    """Mentees (rows of every matrix), mentors (columns), and everyone they answer to.

    Both frames hold one row per person, sorted by `id`. `people` is everybody the
    programme knows, also those who did not sign up; `pairs` holds earlier pairs.
    """

    mentees: pl.DataFrame
    mentors: pl.DataFrame
    people: pl.DataFrame
    pairs: pl.DataFrame
    relation_type: RelationType = "classic"

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Candidates":
        """Everyone who signed up, in the order of their ids."""
        return cls(
            snapshot.participants("mentee"),
            snapshot.participants("mentor"),
            snapshot.people,
            snapshot.pairs,
            snapshot.programme.relation_type,
        )

    @property
    def shape(self) -> tuple[int, int]:
        """Number of mentees, number of mentors."""
        return self.mentees.height, self.mentors.height
