"""What a statistic is: what it takes, from how many cases it is shown, and what it gives."""

import inspect
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeAlias, get_type_hints

from mentorkit.evaluation.statistics.kinds import Floats, Kind
from mentorkit.text import Language

Result: TypeAlias = dict[str, Any]
Texts: TypeAlias = Mapping[Language, str]
Way: TypeAlias = Callable[..., Any]

__all__ = ["Floats", "Input", "Result", "Statistic", "Way"]


@dataclass(frozen=True)
class Input:
    """One thing a statistic is told; without a default it must be."""

    name: str
    kind: Kind
    default: Any = inspect.Parameter.empty

    @property
    def is_needed(self) -> bool:
        """Whether there is no answer without it."""
        return self.default is inspect.Parameter.empty


@dataclass(frozen=True)
class Statistic:
    """One statistic: any of its `ways` computes it, each from inputs of its own.

    A way is a function, or a dataclass with a `result`. From `needs_n` complete cases the statistic
    is shown to anyone (see `rules_by_n`); fewer may still be computed to check a number. The rest
    stands in `statistics.toml`: `about` says what it answers, `convention` which of several customs it
    follows and what a missing value does; `gives` are the names in a result and `example` inputs that
    give one; `also` are other names.
    """

    name: str
    needs_n: int
    ways: tuple[Way, ...]
    about: Texts
    convention: Texts
    source: str
    gives: tuple[str, ...]
    example: Mapping[str, Any]
    also: tuple[str, ...]

    @classmethod
    def of_file(cls, module: str, needs_n: int, *ways: Way) -> "Statistic":
        """The statistic of one file, named as the file is."""
        name = module.rpartition(".")[2]
        told = data_file("statistics.toml")[name]
        lists = {key: tuple(told[key]) for key in ("gives", "also")}
        return cls(name, needs_n, ways, **{**told, **lists})

    @property
    def inputs(self) -> tuple[tuple[Input, ...], ...]:
        """The inputs of each way, as it declares them."""
        return tuple(map(inputs_of, self.ways))

    def of(self, **inputs: Any) -> Result:
        """The result from inputs by their names; those of lists are arrays, NaN where a value is missing."""
        for way in self.ways:
            every = inputs_of(way)
            if {one.name for one in every if one.is_needed} <= set(inputs) <= {one.name for one in every}:
                return result_of(way, inputs)
        raise TypeError(f"{self.name} takes no {sorted(inputs)}")


def result_of(way: Way, inputs: Mapping[str, Any]) -> Result:
    """What one way gives."""
    found = way(**inputs)
    return dict(found if isinstance(found, dict) else found.result())


@lru_cache
def inputs_of(way: Way) -> tuple[Input, ...]:
    """What one way is told, in its own order."""
    hints = get_type_hints(way, include_extras=True)
    declared = inspect.signature(way).parameters.items()
    return tuple(Input(name, hints[name].__metadata__[0], one.default) for name, one in declared)


@lru_cache
def data_file(name: str) -> Mapping[str, Any]:
    """A data file beside the statistics."""
    return tomllib.loads((files(__package__) / name).read_text(encoding="utf-8"))
