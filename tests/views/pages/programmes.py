"""The small programmes that every view tells about: written by hand, and always the same."""

from collections.abc import Iterable
from datetime import UTC, datetime

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, Pool, Proposal, Settings, propose
from mentorkit.model import AimKey, Programme
from tests.matching.small import blind, earlier, mentee, mentor, override, snapshot
from tests.workflows.cases import only

AT = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)
GOAL_TEXT, BIOGRAPHY = "Presenteren in Zwolle & feedback geven", "Public speaking, zwolle, FEEDBACK GEVEN"

ANN = mentee(
    "ann",
    full_name="Ann Vos",
    first_name="Ann",
    email="ann@example.org",
    city="Gent",
    department="Data",
    level=4,
    level_name="adviseur",
    years_experience=2.5,
    languages=["nl", "en"],
    goals=["Planning", "Spreken in het openbaar"],
    goal_text=GOAL_TEXT,
    values=["rust", "groei"],
    interests=["wandelen"],
    working_style=2,
    learning_style="doing",
    feedback_style=4,
    channels=["video", "email"],
    availability=["ma ochtend"],
    prefers=["Kim Kok"],
)
BEA = mentee("bea", full_name="Bea Blom", goals=["Coaching"], languages=["nl"])
CAS = mentee("cas", full_name="Cas Coolen", is_paused=True)
DEE = mentee("dee", full_name="Dee Dekker", city="Luik", languages=["en"])
KIM = mentor(
    "kim",
    full_name="Kim Kok",
    email="kim@example.org",
    city="Gent",
    department="Zorg",
    level=7,
    level_name="manager",
    years_experience=14,
    languages=["nl"],
    topics=["planning", "Presenting"],
    biography=BIOGRAPHY,
    values=["rust"],
    interests=["schaken"],
    working_style=4,
    learning_style="talking",
    feedback_style=4,
    channels=["video"],
    availability=["ma ochtend"],
    capacity=2,
)
LOU = mentor("lou", full_name="Lou Lam", languages=["nl", "fr"], topics=["Coaching"], city="Luik")
MO = mentor("mo", full_name="Mo Maas", capacity=0)


def called(programme: Snapshot, **more: object) -> Snapshot:
    """A programme under the name that stands on the page."""
    row = programme.programme.model_copy(update={"name": "Samen verder", **more})
    return programme.with_table(Programme, [row])


def planned(
    programme: Snapshot, aim: AimKey = "placed", off: Iterable[str] = (), price: float = 0.0, **weights: float
) -> Proposal:
    return propose(Pool.of(programme), Settings(weights, frozenset(off), aim, price))


PEOPLE = (ANN, BEA, CAS, DEE, KIM, LOU, MO)
SEVEN = called(snapshot(*PEOPLE))
"""Seven people, one of whom is paused and one of whom has no room."""

DECIDED = called(snapshot(*PEOPLE, overrides=[override("lock", "bea", "kim")], pairs=[earlier("dee", "lou")]))
"""The same people with a confirmed pair and one the coordinator keeps."""

HIDDEN = blind(DECIDED)
"""The same with names hidden where no pair was confirmed."""

ALL = {criterion.key: 10.0 for criterion in CRITERIA}
"""Everything counts, and as much."""

BY_CITY = only(proximity=10)
"""Weights with which only the city counts: all points or none."""
