"""Who is in the pool: the two sides of the pairing, and what is known around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from mentorkit.frames import Snapshot
from mentorkit.model import PreferenceKind, RelationType, Side

Floats: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True)
class Candidates:
    """Mentees (rows of every matrix), mentors (columns), and everyone they answer to.

    Both frames hold one row per person, sorted by `id`. `people` is everybody the
    programme knows, also those who did not sign up; `pairs` holds earlier pairs and
    `preferences` what people said of each other after they talked. `topic_names` are the
    programme's own topics, see `Programme`.
    """

    mentees: pl.DataFrame
    mentors: pl.DataFrame
    people: pl.DataFrame
    pairs: pl.DataFrame
    preferences: pl.DataFrame
    relation_type: RelationType = "classic"
    topic_names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Candidates":
        """Everyone who signed up, in the order of their ids."""
        return cls(
            snapshot.participants("mentee"),
            snapshot.participants("mentor"),
            snapshot.people,
            snapshot.pairs,
            snapshot.preferences,
            snapshot.programme.relation_type,
            snapshot.programme.topic_names,
        )

    @property
    def shape(self) -> tuple[int, int]:
        """Number of mentees, number of mentors."""
        return self.mentees.height, self.mentors.height

    def said(self, side: Side, kind: PreferenceKind) -> Mask:
        """True where one side said this of the other after they talked; people who withdrew are left out."""
        rows, columns = (
            {person: place for place, person in enumerate(frame["id"].to_list())}
            for frame in (self.mentees, self.mentors)
        )
        words = self.preferences.filter((pl.col("side") == side) & (pl.col("kind") == kind))
        said = np.zeros(self.shape, dtype=np.bool_)
        for mentee, mentor in words.select("mentee_id", "mentor_id").iter_rows():
            if mentee in rows and mentor in columns:
                said[rows[mentee], columns[mentor]] = True
        return said
