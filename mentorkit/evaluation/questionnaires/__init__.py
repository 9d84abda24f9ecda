"""Questionnaires: what is asked of whom in which wave, and how the answers are scored; one data file each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from mentorkit.evaluation.statistics.contract import Texts
from mentorkit.model import Respondent, Wave
from mentorkit.model.objective import Level

CORE = "core"
"""The questionnaire that every programme can use: our own wording, which nobody validated."""

OBSERVED_IN: tuple[Wave, ...] = ("closing", "follow_up")
"""The waves in which a mentor is asked about the mentee: before these there is nothing to have seen."""

_RANGE = (1, 5)


@dataclass(frozen=True)
class Item:
    """One question: its wording, the lowest and highest answer, and what these mean.

    It is asked in `waves` of `roles`; an observer reads what is `seen` of a mentee. A `reverse` item says
    the opposite of its scale.
    """

    key: str
    text: Texts
    level: Level
    scale: tuple[int, int]
    choices: Texts
    waves: tuple[Wave, ...]
    roles: tuple[Respondent, ...]
    seen: Texts
    reverse: bool = False

    def wording(self, role: Respondent) -> Texts:
        """What somebody reads who answers in a role."""
        return self.seen if role == "observer" else self.text

    def holds(self, value: int) -> bool:
        """Whether a number is one of its answers."""
        lowest, highest = self.scale
        return lowest <= value <= highest


@dataclass(frozen=True)
class ItemScale:
    """Items that are one score together, when at least `needs` of them were answered."""

    key: str
    label: Texts
    level: Level
    items: tuple[str, ...]
    needs: int


@dataclass(frozen=True)
class Questionnaire:
    """A set of questions with its scales, where it comes from and under which licence."""

    key: str
    title: Texts
    source: str
    licence: str
    validated: bool
    scales: tuple[ItemScale, ...]
    items: tuple[Item, ...]

    def asked(self, role: Respondent, wave: Wave) -> tuple[Item, ...]:
        """The questions for somebody in a wave, in their order; none when this role is not asked then."""
        if role == "observer" and wave not in OBSERVED_IN:
            return ()
        return tuple(one for one in self.items if role in one.roles and wave in one.waves)


@lru_cache
def questionnaires() -> Mapping[str, Questionnaire]:
    """Every questionnaire with its questions, by the name of its file.

    >>> [item.key for item in questionnaires()["core"].asked("mentee", "then")]
    ['L1', 'L2', 'L3', 'L4']
    """
    names = sorted(one.name for one in files(__package__).iterdir() if one.name.endswith(".toml"))
    return {name[:-5]: _questionnaire(name[:-5]) for name in names if name != "published.toml"}


@lru_cache
def instruments() -> Mapping[str, Mapping[str, Any]]:
    """Published questionnaires of which the words are not ours to give, by a short name.

    Each has its name, structure, scoring, source and licence; whoever has permission brings the items.
    """
    return _told("published")


def _questionnaire(key: str) -> Questionnaire:
    told = _told(key)
    common = {"choices": told.pop("choices"), "scale": _RANGE}
    items = tuple(_item(name, {**common, **row}) for name, row in told.pop("items").items())
    scales = tuple(_scale(name, row) for name, row in told.pop("scales").items())
    return Questionnaire(key, items=items, scales=scales, **told)


def _item(key: str, row: Mapping[str, Any]) -> Item:
    lists = {name: tuple(row[name]) for name in ("scale", "waves", "roles")}
    return Item(key, **{"seen": row["text"], **row, **lists})


def _scale(key: str, row: Mapping[str, Any]) -> ItemScale:
    return ItemScale(key, **{**row, "items": tuple(row["items"])})


def _told(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text("utf-8"))
