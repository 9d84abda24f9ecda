"""A programme of a few confirmed pairs."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from mentorkit.frames import Snapshot
from mentorkit.model import Application, Changes, Framework, Insert, Pair, Person, Programme
from mentorkit.store import Store
from tests.matching.small import decision
from tests.store.cases import BY

TODAY = date(2026, 9, 14)
"""A Monday."""

SECRET = "Nobody may read this"  # noqa: S105 -- what somebody told in confidence
"""Told in confidence by one of the two."""

PEOPLE = (
    Person(
        id="ann",
        full_name="Ann van 't Hoff <&>",
        first_name="Ann",
        email="ann@example.org",
        languages=("nl", "en"),
    ),
    Person(
        id="bo",
        full_name="Bo “Björn” Øst 🌱",
        first_name="Bo",
        email="bo@example.org",
        languages=("nl", "fr"),
    ),
    Person(id="cas", full_name="Cas Peeters", first_name="Cas", email="cas@example.org"),
    Person(id="dee", full_name="Dee Smit", first_name="Dee"),
)
SIGN_UPS = (
    Application(
        id="ann-mentee",
        person_id="ann",
        role="mentee",
        goals=("presenting", "networking", SECRET),
        availability=("di-middag", "wo-ochtend"),
        channels=("video",),
        avoids=(SECRET,),
        goal_text=SECRET,
        has_consented=True,
    ),
    Application(
        id="bo-mentor",
        person_id="bo",
        role="mentor",
        topics=("Presenteren", "leidinggeven"),
        availability=("di-middag",),
        channels=("video", "phone"),
        capacity=2,
        prefers=(SECRET,),
        has_consented=True,
    ),
    Application(id="cas-mentee", person_id="cas", role="mentee", goals=("netwerken",), has_consented=True),
    Application(id="dee-mentor", person_id="dee", role="mentor", topics=("networking",), has_consented=True),
)
DECISION = decision("d1", datetime(2026, 9, 14, 8, tzinfo=UTC))


def pair(mentee: str, mentor: str, **more: Any) -> Pair:
    known = {"id": f"{mentee}-{mentor}", "score": 0.8, "decision_id": "d1", "confirmed_on": TODAY}
    return Pair(mentee_id=mentee, mentor_id=mentor, **{**known, **more})


PAIRS = (pair("ann", "bo"), pair("cas", "dee"))


def started(**settings: Any) -> Snapshot:
    """Two pairs, Ann with Bo and Cas with Dee."""
    known = {
        "id": "programme",
        "name": "Samen verder",
        "language": "en",
        "framework": Framework(mission="Grow", duration_weeks=26, meeting_interval_days=28),
    }
    return Snapshot.of(Programme(**{**known, **settings}), PEOPLE, SIGN_UPS, [DECISION], PAIRS)


def stored_start(file: Path, **settings: Any) -> Path:
    """A file with these two pairs."""
    with Store.create(file, started(**settings).programme, **BY) as store:
        rows = (*PEOPLE, *SIGN_UPS, DECISION, *PAIRS)
        store.apply(Changes("confirm", tuple(map(Insert, rows))), **BY)
    return file
