"""The statistics: one file each, under its name in `statistics.toml`, which is the register."""

from importlib import import_module

from mentorkit.evaluation.statistics.contract import Statistic, data_file
from mentorkit.evaluation.statistics.rules_by_n import RULES_BY_N, may_be_shown, reported

STATISTICS: tuple[Statistic, ...] = tuple(
    import_module(f"{__name__}.{name}").STATISTIC for name in data_file("statistics.toml")
)

__all__ = ["RULES_BY_N", "STATISTICS", "Statistic", "may_be_shown", "reported"]
