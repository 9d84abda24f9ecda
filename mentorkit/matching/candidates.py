"""Who is in the pool: the two sides of the pairing, and what is known around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from mentorkit.frames import Snapshot
from mentorkit.model import PreferenceKind, RelationType, Side

Floats: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]

Pairing = tuple[int, int]
"""Row of a mentee, column of a mentor."""


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

    def of_side(self, side: Side) -> pl.DataFrame:
        """The people of one side."""
        return self.mentees if side == "mentee" else self.mentors

    @cached_property
    def row_of_mentee(self) -> dict[str, int]:
        """The row of each mentee by the id of the person."""
        return {person: row for row, person in enumerate(self.mentees["id"].to_list())}

    @cached_property
    def column_of_mentor(self) -> dict[str, int]:
        """The column of each mentor by the id of the person."""
        return {person: column for column, person in enumerate(self.mentors["id"].to_list())}

    def places(self, pairs: pl.DataFrame) -> tuple[Pairing, ...]:
        """Pairs of ids as rows and columns; people who withdrew are left out."""
        rows, columns = self.row_of_mentee, self.column_of_mentor
        ids = pairs.select("mentee_id", "mentor_id").iter_rows()
        return tuple((rows[one], columns[other]) for one, other in ids if one in rows and other in columns)

    def marked(self, pairs: pl.DataFrame) -> Mask:
        """True for these pairs of ids, shape `(n_mentees, n_mentors)`."""
        marked = np.zeros(self.shape, dtype=np.bool_)
        for pair in self.places(pairs):
            marked[pair] = True
        return marked

    def said(self, side: Side, kind: PreferenceKind) -> Mask:
        """True where one side said this of the other after they talked; people who withdrew are left out."""
        return self.marked(self.preferences.filter((pl.col("side") == side) & (pl.col("kind") == kind)))


def is_given(value: object) -> bool:
    """Whether this is an answer at all: an empty list is none."""
    return value is not None and value != []


def given(people: pl.DataFrame, answer: str) -> Mask:
    """Who answered this; an empty list is no answer.

    >>> given(pl.DataFrame({"goals": [["law"], [], None]}), "goals").tolist()
    [True, False, False]
    """
    said = people[answer]
    is_list = isinstance(said.dtype, pl.List)
    return (said.list.len().fill_null(0) > 0 if is_list else said.is_not_null()).to_numpy()
