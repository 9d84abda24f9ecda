"""What helps a pair and what good programmes do: cards and points of a checklist, from data files."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias

from mentorkit.text import Language, Speaker
from mentorkit.text.compare import folded

Place = Literal["programme", "training", "kickoff", "plan", "talks", "feedback", "support", "closing"]
Texts: TypeAlias = Mapping[Language, str]


@dataclass(frozen=True)
class Card:
    """A piece of guidance: its title, two or three sentences, and the places where it fits."""

    key: str
    title: Texts
    text: Texts
    fits: Sequence[Place]


@dataclass(frozen=True)
class Point:
    """One thing that good programmes do, its step, and the page on which the data may prove it.

    `emcc` names the standards it belongs to, and `element` the one of MENTOR; both may be empty.
    """

    key: str
    step: str
    wording: Texts
    page: str
    emcc: tuple[str, ...] = ()
    element: str = ""


@lru_cache
def cards() -> tuple[Card, ...]:
    """Every card, those on what mentoring is first."""
    rows = _told("guidance.toml").items()
    return tuple(Card(key, row["title"], row["text"], tuple(row["fits"])) for key, row in rows)


def cards_for(place: Place) -> tuple[Card, ...]:
    """The cards that fit at one place."""
    return tuple(card for card in cards() if place in card.fits)


def cards_with(sought: str, speak: Speaker) -> tuple[Card, ...]:
    """The cards in which every one of these words stands, as the reader reads them; without words all.

    >>> from mentorkit.text import speaker
    >>> [card.key for card in cards_with("blind spot", speaker("en"))]
    ['R202']
    """
    wanted = [folded(word) for word in sought.split()]
    return tuple(
        card
        for card in cards()
        if all(word in folded(f"{speak.wording(card.title)} {speak.wording(card.text)}") for word in wanted)
    )


@lru_cache
def points() -> tuple[Point, ...]:
    """Every point of the checklist, in the order of a programme."""
    return tuple(
        Point(
            key,
            row["step"],
            {"nl": row["nl"], "en": row["en"]},
            row.get("page", ""),
            tuple(row.get("emcc", ())),
            row.get("element", ""),
        )
        for key, row in _told("checklist.toml").items()
    )


def _told(name: str) -> dict[str, Any]:
    return tomllib.loads((files("mentorkit.questions") / name).read_text("utf-8"))
