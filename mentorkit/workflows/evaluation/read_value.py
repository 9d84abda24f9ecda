"""One value as somebody wrote it, as a statistic takes it; or what is wrong with it, and where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mentorkit.evaluation.statistics.inputs import simple
from mentorkit.evaluation.statistics.kinds import Kind
from mentorkit.evaluation.statistics.samples import NotComputable
from mentorkit.text import say
from mentorkit.workflows.evaluation.told import is_missing, is_number

_YES = frozenset({"yes", "true", "ja", "y", "j", "t", "waar"})
_NO = frozenset({"no", "false", "nee", "n", "f", "onwaar"})
_OTHER_WORDS = {
    "twosided": "two-sided",
    "both": "two-sided",
    "two": "two-sided",
    "ne": "two-sided",
    "2": "two-sided",
    "larger": "greater",
    "upper": "greater",
    "right": "greater",
    "gt": "greater",
    "more": "greater",
    "smaller": "less",
    "lower": "less",
    "left": "less",
    "lt": "less",
    "loglog": "log-log",
    "linear": "linear",
    "unweighted": "none",
    "squared": "quadratic",
    "arithmetic": "plain",
}


@dataclass(frozen=True)
class ValueReader:
    """Turns one value into what a statistic takes, and says where it is wrong."""

    source: str
    first_row: int

    def read(self, value: Any, kind: Kind) -> Any:
        """The value as this kind of input; raises NotComputable, which says where it is wrong."""
        if kind.shape == "table":
            return self._table(value, kind)
        if kind.shape == "labels":
            return ["" if is_missing(one) else _label(one) for one in value]
        if kind.shape == "list":
            return np.array([self._cell(one, kind, row) for row, one in enumerate(value)], dtype=np.float64)
        one = value[0] if isinstance(value, list) else value
        return self._word(one, kind) if kind.shape == "word" else self._single(one, kind)

    def _single(self, value: Any, kind: Kind) -> float | int:
        number = self._cell(value, kind, None)
        if np.isnan(number):
            raise self._wrong(value, kind, None)
        return int(number) if kind.is_whole else number

    def _word(self, value: Any, kind: Kind) -> str:
        said = {simple(one): one for one in kind.choices}
        word = _OTHER_WORDS.get(simple(str(value)), str(value))
        if simple(word) not in said:
            raise self._wrong(value, kind, None)
        return said[simple(word)]

    def _table(self, value: Sequence[Sequence[Any]], kind: Kind) -> Any:
        widths = {len(row) for row in value}
        if len(widths) > 1:
            row = next(at for at, one in enumerate(value) if len(one) != len(value[0]))
            message = say(
                "Row {row} has another number of values than the first row. Fill in what is missing with NA.",
                row=row + self.first_row,
            )
            raise NotComputable(message)
        return np.array([list(self._cells(row, kind, at)) for at, row in enumerate(value)], dtype=np.float64)

    def _cells(self, row: Sequence[Any], kind: Kind, at: int) -> Iterator[float]:
        names = self.source.split(" + ") if self.source else []
        for column, one in enumerate(row):
            name = names[column] if len(names) == len(row) else str(column + 1)
            yield ValueReader(name, self.first_row)._cell(one, kind, at)

    def _cell(self, value: Any, kind: Kind, row: int | None) -> float:
        if is_missing(value):
            return float("nan")
        text = str(value).strip()
        if kind.is_whole and kind.high == 1 and text.casefold() in _YES | _NO:
            return float(text.casefold() in _YES)
        percent, text = text.endswith("%"), text.removesuffix("%")
        if isinstance(value, bool):
            text = str(int(value))
        if not is_number(text) or text.endswith("+"):
            raise self._wrong(value, kind, row)
        number = float(text.replace(",", ".")) / (100 if percent else 1)
        if kind.may_be_percent and 1 < number < 100:
            number /= 100
        if (
            not kind.low <= number <= kind.high
            or (kind.is_whole and number != round(number))
            or np.isinf(number)
        ):
            raise self._wrong(value, kind, row)
        return number

    def _wrong(self, value: Any, kind: Kind, row: int | None) -> NotComputable:
        name, said = self.source or "1", str(value)
        if row is None:
            return NotComputable(
                say("{name} is {value}. It must be {kind}.", name=name, value=said, kind=kind.words)
            )
        message = say(
            "Row {row}, column {name}: {value} does not fit; this is {kind}. Correct it, or leave "
            "it empty or write NA when it is missing.",
            row=row + self.first_row,
            name=name,
            value=said,
            kind=kind.words,
        )
        return NotComputable(message)


def _label(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value).strip()
