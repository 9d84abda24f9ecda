"""Everything about a pairing that does not depend on weights, computed once."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from mentorkit.frames import Snapshot
from mentorkit.matching.candidates import Candidates, Floats, Mask, Pairing
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.rules import RULES
from mentorkit.matching.solvers.blocks import SILENT, Watch

DEFAULT_CAPACITY = 1
"""Mentees a mentor has room for when the sign-up does not say."""


@dataclass(frozen=True)
class Pool:
    """The candidates, a value per criterion and a yes or no per rule for every pair.

    `layers` has shape `(n_criteria, n_mentees, n_mentors)`, NaN where a criterion does
    not apply. `lawful` has one matrix per rule key. `forbidden` marks pairs the coordinator
    ruled out; `confirmed` and `wished` list pairs that are decided and pairs that were locked
    or chosen by hand. `capacity` counts the mentees each mentor has room for, `least` the fewest
    wanted (0 without a wish). `ties` gives every pair a number that follows from the two
    ids alone. `others` hold the same for the other kinds of mentoring that are offered;
    people and places are shared.
    """

    candidates: Candidates
    layers: Floats
    lawful: dict[str, Mask]
    forbidden: Mask
    confirmed: tuple[Pairing, ...]
    wished: tuple[Pairing, ...]
    capacity: NDArray[np.int64]
    least: NDArray[np.int64]
    ties: NDArray[np.uint64]
    others: tuple["Pool", ...] = ()

    @classmethod
    def of(cls, snapshot: Snapshot, watch: Watch = SILENT) -> "Pool":
        """The pool of a programme as it is now; `watch` hears which criterion is judged."""
        candidates, programme = Candidates.of(snapshot), snapshot.programme
        # Of two wishes for one place the earlier one is kept, in whatever order the table is read.
        overrides = snapshot.overrides.sort("revision", "id")
        is_ban = pl.col("kind") == "forbid"
        pool = cls(
            **_judged(candidates, watch),
            forbidden=candidates.marked(overrides.filter(is_ban)),
            confirmed=candidates.places(snapshot.active_pairs),
            wished=candidates.places(overrides.filter(~is_ban)),
            capacity=candidates.mentors["capacity"].fill_null(DEFAULT_CAPACITY).to_numpy(),
            least=candidates.mentors["least"].fill_null(0).to_numpy(),
            ties=_ties(candidates),
        )
        kinds = dict.fromkeys(kind for kind in programme.other_types if kind != programme.relation_type)
        others = (replace(candidates, relation_type=kind) for kind in kinds)
        return replace(pool, others=tuple(replace(pool, **_judged(other, watch)) for other in others))

    @cached_property
    def known(self) -> Floats:
        """1 where a criterion applies to a pair, 0 where not; shaped like `layers`."""
        return (~np.isnan(self.layers)).astype(np.float64)

    @cached_property
    def values(self) -> Floats:
        """The layers with 0 where a criterion does not apply, ready to be summed."""
        return np.nan_to_num(self.layers, nan=0.0)

    @cached_property
    def lawful_at_all(self) -> dict[str, Mask]:
        """One matrix per rule key: True where it lets a pair pass in any kind of mentoring offered."""
        pools = (self, *self.others)
        return {key: reduce(np.logical_or, (pool.lawful[key] for pool in pools)) for key in self.lawful}

    def without(self, rule: str) -> "Pool":
        """The pool as it would be if one rule forbade nothing."""
        opened = {**self.lawful, rule: np.ones_like(self.forbidden)}
        return replace(self, lawful=opened, others=tuple(other.without(rule) for other in self.others))

    def allowed(self, rules_off: frozenset[str] = frozenset()) -> Mask:
        """True where no rule that is on, and no ban of the coordinator, stands against a pair."""
        lawful = (self.lawful[rule.key] for rule in RULES if rule.is_on(rules_off))
        return reduce(np.logical_and, lawful, ~self.forbidden)


def _judged(candidates: Candidates, watch: Watch) -> dict[str, Any]:
    """What criteria and rules say of all pairs."""
    layers = []
    for done, criterion in enumerate(CRITERIA):
        watch.progress(done, len(CRITERIA), criterion.label)
        layers.append(criterion.compute(candidates))
    return {
        "candidates": candidates,
        "layers": np.stack(layers),
        "lawful": {rule.key: rule.compute(candidates) for rule in RULES},
    }


def _ties(candidates: Candidates) -> NDArray[np.uint64]:
    """A number per pair that mixes the SHA-256 of both ids.

    It favours nobody by name or by place in the file, and is the same on every machine.
    """
    return mixed_numbers(
        *(hashes(map(str.encode, side["id"])) for side in (candidates.mentees, candidates.mentors))
    )


def mixed_numbers(rows: NDArray[np.uint64], columns: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """One number per row and column from a number of each (the last step of SplitMix64)."""
    mix = rows[:, None] ^ (columns * np.uint64(0x9E3779B97F4A7C15))[None, :]
    mix = (mix ^ (mix >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mix = (mix ^ (mix >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mix ^ (mix >> np.uint64(31))


def hashes(contents: Iterable[bytes]) -> NDArray[np.uint64]:
    """A number for each content, the same on every computer."""
    digests = b"".join(hashlib.sha256(content).digest()[:8] for content in contents)
    return np.frombuffer(digests, dtype="<u8").astype(np.uint64)
