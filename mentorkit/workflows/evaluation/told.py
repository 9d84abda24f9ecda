"""Numbers as somebody typed or pasted them, JSON or CSV: values by their names, and their rows."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mentorkit.errors import FileRefused
from mentorkit.evaluation.statistics.inputs import simple
from mentorkit.reading.csv import read_delimited
from mentorkit.text import say

UNNAMED = ""
MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", "missing", ".", "-", "?", "#n/a"})
_PEOPLE = frozenset(
    ["id", "subject", "subjects", "subj", "person", "participant", "respondent", "case", "wine", "target"]
    + ["patient", "pair", "row", "nr", "name", "student"]
)
_BESIDE = frozenset(["item", "items", "rater", "raters", "judge", "judges", "coder", "observer", "question"])
_SCORES = frozenset(["score", "scores", "rating", "ratings", "value", "values", "answer", "response"])


@dataclass(frozen=True)
class NumbersTold:
    """What was told: numbers and words as they stand, lists, or lists of lists, by name.

    A value without a name stands under no name. `first_row` is the row in which lists begin, as the
    person who wrote them counts.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    first_row: int = 1

    def with_words(self, words: Sequence[str]) -> "NumbersTold":
        """The same with `name=value` of the command line, where a value may be JSON."""
        more = dict(word.split("=", 1) for word in words)
        return NumbersTold(
            {**self.values, **{name: _typed(value) for name, value in more.items()}}, self.first_row
        )


def read_told(text: str) -> NumbersTold:
    """The values in a text of JSON or CSV; nothing in it when it is empty.

    CSV has a first row of names, or a name at the start of each row. Raises FileRefused when the text
    begins like JSON and is not.
    """
    text = text.lstrip("\ufeff").strip()
    if text[:1] not in {"{", "["}:
        return _of_rows(text)
    try:
        return NumbersTold(_of_json(json.loads(text)))
    except json.JSONDecodeError as error:
        message = say(
            "This begins like JSON and is not: look at line {line}, character {column}. "
            "It should look like {example}.",
            line=error.lineno,
            column=error.colno,
            example='{"x": [1, 2, 3], "y": [2, 2, 4]}',
        )
        raise FileRefused("WRONG_JSON", message) from None


def is_number(cell: object) -> bool:
    """Whether a cell is a number, with a point or a comma, or a time as papers write it: 6+."""
    try:
        float(str(cell).strip().rstrip("+").replace(",", "."))
    except ValueError:
        return False
    return True


def is_missing(cell: object) -> bool:
    """Whether a cell says that there is no value."""
    return cell is None or str(cell).strip().casefold() in MISSING


def _typed(value: str) -> Any:
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        return value.split(",") if "," in value and not is_number(value) else value


def _of_json(told: Any) -> dict[str, Any]:
    if isinstance(told, list):
        if told and all(isinstance(row, dict) for row in told):
            return _columns(list(dict.fromkeys(name for row in told for name in row)), told)
        return {UNNAMED: told}
    found: dict[str, Any] = {}
    for name, value in told.items():
        number = name[-1] if name and name[-1].isdigit() else ""
        inner = value if isinstance(value, dict) else None
        found |= {name: value} if inner is None else {f"{key}{number}": one for key, one in inner.items()}
    return found


def _columns(names: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    every = list(rows)
    return _wide({name: [row.get(name) for row in every] for name in names})


def _of_rows(text: str) -> NumbersTold:
    lines = [line.strip() for line in text.splitlines()]
    if lines and all(map(is_value, lines)) and not all("," in line for line in lines):
        return NumbersTold({UNNAMED: lines})  # one number on each line, also with a decimal comma
    records = [(row, cells) for row, cells in enumerate(read_delimited(text.encode()).rows, 1) if cells]
    if not records:
        return NumbersTold()
    rows = [[cell.strip() for cell in cells] for _, cells in records]
    if all(len(row) == 1 for row in rows):
        rows = [row[0].split() for row in rows]
    if len(rows) > 1 and _are_names(rows[0]):
        return NumbersTold(
            _columns(rows[0], [dict(zip(rows[0], row, strict=False)) for row in rows[1:]]), records[1][0]
        )
    if all(len(row) > 1 and not is_number(row[0]) and all(map(is_value, row[1:])) for row in rows):
        return NumbersTold({row[0]: row[1] if len(row) == 2 else row[1:] for row in rows})
    alone = [row[0] for row in rows] if all(len(row) == 1 for row in rows) else rows
    return NumbersTold({UNNAMED: alone}, records[0][0])


def _are_names(row: Sequence[str]) -> bool:
    return all(not is_number(cell) for cell in row if cell) and any(row)


def is_value(cell: object) -> bool:
    """Whether a cell can stand in a list of numbers."""
    return is_number(cell) or is_missing(cell)


def _wide(columns: dict[str, Any]) -> dict[str, Any]:
    """Scores in one long column, with who and what beside them, as a table: a row per person."""
    role = {name: simple(name) for name in columns}
    people, beside, scores = (
        [name for name in columns if role[name] in kind] for kind in (_PEOPLE, _BESIDE, _SCORES)
    )
    if len(columns) != 3 or len(beside) != 1 or len(scores) != 1:
        return {name: column for name, column in columns.items() if name not in people or len(columns) == 1}
    who = next(name for name in columns if name not in (*beside, *scores))
    rows, heads = (list(dict.fromkeys(columns[name])) for name in (who, beside[0]))
    cells = dict(zip(zip(columns[who], columns[beside[0]], strict=True), columns[scores[0]], strict=True))
    return {UNNAMED: [[cells.get((row, head)) for head in heads] for row in rows]}
