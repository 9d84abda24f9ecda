"""Rounds of a programme with answers made by chance: what people give on 1–5, with or without an effect."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import polars as pl

PERSON, NOISE = 0.7, 0.5
"""How far people differ from each other, and one answer of somebody from the next, in points."""

ASKED = {
    "mentee": {"reaction": ("closing",), "learning": ("baseline", "then", "closing")},
    "mentor": {"reaction": ("closing",), "mentoring": ("baseline", "then", "closing")},
}
ASKED["mentee"]["behaviour"] = ("baseline", "closing", "follow_up")
ASKED["mentee"]["work"] = ASKED["mentor"]["leading"] = ("baseline", "closing")
ITEMS = {"reaction": 3, "learning": 4, "mentoring": 3, "behaviour": 3, "work": 6, "leading": 3}
_COLUMNS = ["person_id", "pair_id", "role", "wave", "scale", "score", "is_incomplete"]
ANSWERS = pl.DataFrame(
    schema=dict.fromkeys(["person_id", "pair_id", "role", "questionnaire", "wave", "item"], pl.String)
    | {"value": pl.Int64}
)
"""Nobody answered a single question."""


def round_of(rng: np.random.Generator, people: int, effect: float = 0.0, share: float = 0.9) -> pl.DataFrame:
    """The scores of so many mentees and mentors: after the start they are `effect` points higher."""
    return pl.DataFrame([*_rows(rng, people, effect, share)], schema=_COLUMNS, orient="row")


def _rows(rng: np.random.Generator, people: int, effect: float, share: float) -> Iterator[tuple[Any, ...]]:
    for role, scales in ASKED.items():
        own = rng.normal(3.2, PERSON, people)
        for scale, waves in scales.items():
            for wave in waves:
                true = own + (0 if wave in {"baseline", "then"} else effect)
                drawn = true[:, None] + rng.normal(0, NOISE, (people, ITEMS[scale]))
                scores = np.clip(np.rint(drawn), 1, 5).mean(axis=1)
                there = rng.random(people) < share
                yield from (
                    (f"{role}{place}", f"pair{place}", role, wave, scale, float(score), False)
                    for place, score in enumerate(scores)
                    if there[place]
                )


BEGUN = date(2025, 9, 1)
STAFF = pl.DataFrame(
    schema={"who": pl.String, "group": pl.String, "is_completed": pl.Boolean}
    | dict.fromkeys(("since", "started_on", "left_on", "promoted_on", "independent_on", "seen_on"), pl.Date)
)
"""Nobody in a list of the personnel department."""

Employed = tuple[str, int | None, int | None]
"""A group (mentee, completed or other), and after how many days somebody left and was promoted."""


def staff_of(people: Sequence[Employed], seen: int = 400, alone: int | None = None) -> pl.DataFrame:
    """People who were employed for 100 days when mentoring began, and are seen for so many days more."""
    day = [BEGUN + timedelta(days=days) if days is not None else None for days in (-100, seen, alone)]
    rows = [
        (
            *(f"{group}{place}", "other" if group == "other" else "mentee", group == "completed"),
            *(None if group == "other" else BEGUN, day[0]),
            *(None if days is None else BEGUN + timedelta(days=days) for days in (left, up)),
            *(day[2], day[1]),
        )
        for place, (group, left, up) in enumerate(people)
    ]
    return pl.DataFrame(rows, schema=STAFF.schema, orient="row")
