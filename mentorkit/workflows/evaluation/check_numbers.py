"""Any statistic on anybody's numbers, so that a number of ours can be checked against a paper, and back."""

import difflib
import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import numpy as np

from mentorkit.evaluation.statistics import RULES_BY_N, STATISTICS, Statistic, may_be_shown
from mentorkit.evaluation.statistics.contract import Input, Result, inputs_of, result_of
from mentorkit.evaluation.statistics.inputs import other_names, simple
from mentorkit.evaluation.statistics.samples import NotComputable
from mentorkit.text import Message, Speaker, say
from mentorkit.workflows.evaluation.matched import WayTaken, matched
from mentorkit.workflows.evaluation.told import NumbersTold, read_told

_ENDS = re.compile("(interval|ci|test|exact|score|index|plot|curve)$")


def statistic_named(name: str) -> Statistic | None:
    """The statistic of this name, or of one of its other names; capitals and signs do not count."""
    every = {simple(word): one for one in STATISTICS for word in (one.name, *one.also)}
    said = simple(name)
    return every.get(said) or every.get(_ENDS.sub("", said))


def unknown(name: str) -> Message:
    """There is no such statistic; those that look like it."""
    every = {simple(word): one.name for one in STATISTICS for word in (one.name, *one.also)}
    near = dict.fromkeys(every[word] for word in difflib.get_close_matches(simple(name), every, 3, 0.5))
    if not near:
        return say("There is no statistic {name}. See them all with: mentorkit stats --list", name=name)
    return say(
        "There is no statistic {name}. Did you mean {near}? See them all with: mentorkit stats --list",
        name=name,
        near=list(near),
    )


@dataclass(frozen=True)
class NumberCheck:
    """A statistic computed on what was told."""

    statistic: Statistic
    match: WayTaken
    result: Result

    @classmethod
    def of(cls, statistic: Statistic, told: NumbersTold) -> "NumberCheck":
        """The result; raises NotComputable, which says what to do, when there is none."""
        match = matched(statistic, told)
        return cls(statistic, match, result_of(match.way, match.inputs))

    def to_json(self, speak: Speaker) -> dict[str, Any]:
        """Every number in full; None where there is none."""
        return {
            "name": self.statistic.name,
            **{name: _plain(value) for name, value in self.result.items()},
            **self._told(),
            "convention": speak.wording(self.statistic.convention),
            "source": self.statistic.source,
            "shown_from_n": self.statistic.needs_n,
            "is_shown": may_be_shown(self.statistic, self.result),
        }

    def _told(self) -> dict[str, Any]:
        every = {one.name: one.default for one in inputs_of(self.match.way) if not one.is_needed}
        used = {name: _plain(self.match.inputs.get(name, value)) for name, value in every.items()}
        options = {name: value for name, value in used.items() if name not in self.result and value != []}
        found: dict[str, Any] = {**options, "missing": _missing(self.match.inputs.values())}
        found |= {"read_as": dict(self.match.read_as)} if self.match.read_as else {}
        return {**found, "not_used": list(self.match.unused)} if self.match.unused else found

    def lines(self, speak: Speaker) -> Iterator[str]:
        """The same to read: six digits, the custom it follows, and whether a report would show it."""
        yield f"{self.statistic.name}: {speak.wording(self.statistic.about)}"
        shown = {**self.result, **self._told()}
        yield from (f"  {name}: {_short(_plain(value), speak)}" for name, value in shown.items())
        yield speak.wording(self.statistic.convention)
        yield self.statistic.source
        if not may_be_shown(self.statistic, self.result):
            yield speak(_hidden(self.statistic))


def check_number(statistic: Statistic, words: Sequence[str], more: Callable[[], str]) -> NumberCheck:
    """A statistic on inputs written as `name=value`; `more` is asked for a text where they are not all."""
    if words:
        with suppress(NotComputable):
            return NumberCheck.of(statistic, NumbersTold().with_words(words))
    return NumberCheck.of(statistic, read_told(more()).with_words(words))


def _hidden(statistic: Statistic) -> Message:
    return say(
        "To check a number this is computed all the same; a report shows it from {n} complete cases, and two "
        "groups from 10 each.",
        n=statistic.needs_n,
    )


def listed(statistics: Iterable[Statistic], speak: Speaker) -> Iterator[str]:
    """Every statistic with its inputs, what it gives, and an example that runs."""
    for one in statistics:
        yield f"{one.name}: {speak.wording(one.about)}"
        yield from (f"  {text}" for text in _described(one, speak))
        yield ""
    yield speak(say("What is shown from how many complete cases:"))
    yield from (f"  {n}: {speak(rule)}" for n, rule in RULES_BY_N)
    yield speak(
        say(
            "Numbers come as JSON or CSV, or as name=value behind the name of the statistic. Capitals, _ and "
            "other names of an input do not matter; empty, NA or null is a missing value."
        )
    )


def _described(one: Statistic, speak: Speaker) -> Iterator[str]:
    for way in one.inputs:
        yield speak(say("takes: {inputs}", inputs="; ".join(_input(each, speak) for each in way)))
    yield speak(say("gives: {names}", names=", ".join(one.gives)))
    yield speak(say("also called: {names}", names=", ".join(one.also)))
    yield speak(say("shown from: {n}", n=one.needs_n))
    yield speak.wording(one.convention)
    yield one.source
    yield f"echo '{json.dumps(one.example)}' | mentorkit stats {one.name} --json"


def _input(one: Input, speak: Speaker) -> str:
    if one.is_needed:
        return f"{one.name} ({speak(one.kind.words)})"
    return f"[{one.name} = {_plain(one.default)}]"


def listed_json(statistics: Iterable[Statistic], speak: Speaker) -> dict[str, Any]:
    """The same for a program: the statistics and the rules by n."""
    return {
        "statistics": [_row(one, speak) for one in statistics],
        "rules_by_n": [{"from_n": n, "shown": speak(rule)} for n, rule in RULES_BY_N],
    }


def _row(one: Statistic, speak: Speaker) -> dict[str, Any]:
    return {
        "name": one.name,
        "also": list(one.also),
        "about": speak.wording(one.about),
        "inputs": [[_input_row(each, speak) for each in way] for way in one.inputs],
        "needs_n": one.needs_n,
        "gives": list(one.gives),
        "example": dict(one.example),
        "convention": speak.wording(one.convention),
        "source": one.source,
    }


def _input_row(one: Input, speak: Speaker) -> dict[str, Any]:
    found = {"name": one.name, "kind": speak(one.kind.words), "also": list(other_names(one.name))}
    return found if one.is_needed else {**found, "default": _plain(one.default)}


def _missing(values: Iterable[Any]) -> int:
    """How many values are missing in what was told."""
    return sum(int(np.isnan(one).sum()) if isinstance(one, np.ndarray) else 0 for one in values)


def _plain(value: Any) -> Any:
    """A value as JSON has it: no arrays, and None for what is no number."""
    if isinstance(value, Mapping):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, np.ndarray | np.generic):
        return _plain(value.tolist())
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _short(value: Any, speak: Speaker) -> str:
    if isinstance(value, float):
        return speak.digits(float(f"{value:.6g}"))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " ".join(_short(one, speak) for one in value)
    if isinstance(value, Mapping):
        return "; ".join(f"{name} {_short(one, speak)}" for name, one in value.items())
    return speak.write(value)
