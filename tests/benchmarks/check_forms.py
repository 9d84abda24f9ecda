"""How many fields of given exports are read right: a folder with files and their *.expected.json.

Run by hand: python tests/benchmarks/check_forms.py FOLDER. A field is right when the person
has it exactly; a total, a number of rows and a warning that must be there count as one each.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mentorkit.errors import FileRefused
from mentorkit.text import speaker
from mentorkit.workflows.intake.as_json import file_json, refused_json
from mentorkit.workflows.intake.files import NOWHERE, book_of
from mentorkit.workflows.intake.review import review

Checked = Iterator[tuple[str, bool]]

_ROLE_COUNTS = {
    "is_mentor_true": ("mentor", "both"),
    "is_mentor_false": ("mentee",),
    "is_mentor_unknown": (None,),
}
_SUMS = {"capacity_sum": "capacity", "mentor_capacity_sum": "capacity", "hours_sum": "hours_per_month"}
_COUNTED = {
    "topic_counts": "topics",
    "mentor_topic_counts": "topics",
    "mentee_goal_counts": "goals",
    "language_counts": "languages",
    "mentee_dept_counts": "department",
}


def checked(file: Path, expected: dict[str, Any]) -> Checked:
    """Every check of one file, by name, and whether it is right."""
    speak = speaker("en")
    try:
        book = book_of(file, file.name)
        found = file_json(book, review(NOWHERE, [book]), speak)
    except FileRefused as refusal:
        found = refused_json(file.name, refusal, speak)
    yield from _fields(found, expected)
    yield from _rows(found, expected)
    yield from _aggregates(found, expected)
    yield from _warned(found, expected)


def _fields(found: dict[str, Any], expected: dict[str, Any]) -> Checked:
    people = {(key, person.get("sheet")): person for person in found["valid"] for key in _keys(person)}
    for check in expected.get("checks", ()):
        wanted = dict(check["expect"])
        sheet = wanted.pop("sheet", None)
        person = next(
            (one for (key, of), one in people.items() if key == check["key"] and sheet in (None, of)), {}
        )
        for field, value in wanted.items():
            yield (
                f"row {check['row']} {field}: {person.get(field)!r} for {value!r}",
                _same(person.get(field), value),
            )


def _keys(person: dict[str, Any]) -> Iterator[str]:
    return (str(person[field]) for field in ("email", "employee_id") if person.get(field))


def _same(read: Any, wanted: Any) -> bool:
    if isinstance(wanted, str) and isinstance(read, str):
        return read.casefold() == wanted.casefold()
    return bool(read == wanted)


def _rows(found: dict[str, Any], expected: dict[str, Any]) -> Checked:
    sheets = {sheet["name"]: sheet["rows"] for sheet in found["sheets"]}
    rows = expected.get("rows", {})
    if "data_rows" in rows:
        yield (
            f"rows: {found['counts']['rows']} for {rows['data_rows']}",
            found["counts"]["rows"] == rows["data_rows"],
        )
    for name, told in rows.items():
        if isinstance(told, dict):
            yield (
                f"rows of {name}: {sheets.get(name)} for {told['data_rows']}",
                sheets.get(name) == told["data_rows"],
            )
    people = expected.get("people", {})
    for field, ours in (("valid", "valid"), ("duplicates_merged", "merged"), ("partial", "partial")):
        if isinstance(people.get(field), int):
            counted = found["counts"][ours]
            yield f"{field}: {counted} for {people[field]}", counted == people[field]
    for wrong in people.get("invalid", ()):
        yield f"invalid row {wrong['row']}", wrong["row"] in {one["row"] for one in found["invalid"]}


def _aggregates(found: dict[str, Any], expected: dict[str, Any]) -> Checked:
    told = expected.get("aggregates") or expected.get("aggregates_excluding_ambiguous_rows") or {}
    unclear = {one["row"] for one in expected.get("ambiguous", ())}
    people = [one for one in found["valid"] if one["row"] not in unclear]
    for name, wanted in told.items():
        got = _aggregate(name, people)
        if got is not None:
            is_right = got == wanted
            if isinstance(wanted, dict):  # answers in their own words stand beside the options
                is_right = all(got.get(label, 0) == n for label, n in wanted.items())
            yield f"{name}: {got} for {wanted}", is_right


def _aggregate(name: str, people: list[dict[str, Any]]) -> Any:
    if name == "roles":
        return dict(Counter(str(one.get("role")).capitalize() for one in people))
    if name in _ROLE_COUNTS:
        return sum(one.get("role") in _ROLE_COUNTS[name] for one in people)
    if name in _SUMS:
        return sum(one.get(_SUMS[name]) or 0 for one in people)
    if name in _COUNTED:
        role = name.partition("_")[0]
        of_role = [one for one in people if role not in ("mentor", "mentee") or one.get("role") == role]
        answers = [one.get(_COUNTED[name]) or [] for one in of_role]
        listed = [label for answer in answers for label in ([answer] if isinstance(answer, str) else answer)]
        return Counter(listed)
    return None


def _warned(found: dict[str, Any], expected: dict[str, Any]) -> Checked:
    """A warning is there when the rows it names are, or else a word of it."""
    said = [*found["warnings"], *(f"row {one['row']}: {one['message']}" for one in found["invalid"])]
    for wanted in expected.get("must_warn", ()):
        numbers = re.findall(r"\brows? (\d+)(?: and (\d+))?", wanted)
        rows = [row for pair in numbers for row in pair if row]
        words = re.findall(r"'([^']+)'|(\b\d{4}\b)", wanted)
        needles = [f"row {row}" for row in rows] or [one for pair in words for one in pair if one]
        is_there = all(
            any(re.search(rf"{re.escape(needle)}(?!\d)", line) for line in said) for needle in needles
        )
        yield f"warned: {wanted}", bool(said) and is_there


def main(folder: Path) -> None:
    """Print the share of checks that are right, and every one that is not."""
    right = total = 0
    for told in sorted(folder.glob("*.expected.json")):
        file = told.with_name(told.name.removesuffix(".expected.json"))
        checks = list(checked(file, json.loads(told.read_text("utf-8"))))
        good = sum(is_right for _, is_right in checks)
        right, total = right + good, total + len(checks)
        sys.stdout.write(f"{file.name}: {good} of {len(checks)}\n")
        for name, is_right in checks:
            if not is_right:
                sys.stdout.write(f"  wrong: {name}\n")
    sys.stdout.write(f"{right} of {total} right, {100 * right / max(total, 1):.1f} %\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
