"""Other names for the inputs of statistics, as papers and other software write them."""

import re
from collections.abc import Iterable

from mentorkit.evaluation.statistics.contract import data_file


def simple(name: str) -> str:
    """A name without capitals and signs, so that *Mean pre* and *mean_pre* are one."""
    return re.sub(r"[\W_]", "", name.casefold())


def other_names(name: str) -> tuple[str, ...]:
    """What else an input may be called; the data file gives it simple."""
    return tuple(map(simple, str(data_file("inputs.toml").get(name, "")).split()))


def named(told: str, names: Iterable[str]) -> str | None:
    """Which of these inputs a name means: its own name goes before other names."""
    every, said = tuple(names), simple(told)
    own = next((name for name in every if simple(name) == said), None)
    return own or next((name for name in every if said in other_names(name)), None)
