"""Hypothesis strategies for whole programmes, as unruly as sign-ups are."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from random import Random
from typing import Any, get_args

from hypothesis import strategies as st

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, RULES, Settings
from mentorkit.matching.problem import AimKey
from mentorkit.model import Application, Override, Pair, Person, Preference, Programme

RELATIONS = ("classic", "reverse", "peer", "buddy", "flash", "group")
ROLES = (*[("mentee",), ("mentor",)] * 3, ("mentee", "mentor"), ())
NAMES = ("Sem {}", "Sem {}", "Jan Jansen")
EMAILS = ("p{}@example.org", "P{}@Example.org", "")
DAY = date(2026, 9, 14)

# Answers are drawn whole, from lists in which the usual ones stand more often: most pairs
# of a real programme are lawful, and a programme without lawful pairs proves little.
TOPICS = (
    (),
    ("Presenteren",),
    ("presenteren", "AI"),
    ("retail", "AI", "ai"),
    ("Coaching", "Überblick", "AI"),
)
TEXTS = (None, "Ik wil leren presenteren", "I coach people in public speaking", "het is de ")
MOMENTS = ((), *[("ma-ochtend",), ("MA-ochtend", "di-middag")] * 4, ("di-middag",), ("vr-middag",))
LANGUAGES = ((), *[("Nederlands",), ("nederlands", "English")] * 4, ("English", "Nederlands"), ("Deutsch",))
KINDS = (*[()] * 10, ("classic", "reverse", "peer"), ("flash",))
YES = (*[True] * 18, None, False)

PERSONAL: dict[str, Sequence[Any]] = {
    "department": (None, "Zorg", "zorg ", "ICT"),
    "city": (None, "Utrecht", "Zwolle"),
    "level": (None, 1.0, 2.0, 2.5, 6.0),
    "years_experience": (None, 0.0, 1.5, 9.0, 40.0),
    "languages": LANGUAGES,
}

ANSWERS: dict[str, Sequence[Any]] = {
    "topics": TOPICS,
    "goals": TOPICS,
    "goal_text": TEXTS,
    "biography": TEXTS,
    "values": ((), ("rust",), ("rust", "groei"), ("groei", "humor", "Groei")),
    "interests": ((), ("fietsen",), ("Fietsen", "koken")),
    "working_style": (None, 1, 2, 5),
    "learning_style": (None, "doen", "Praten"),
    "feedback_style": (None, 1, 4, 5),
    "channels": ((), ("video",), ("video", "kantoor")),
    "availability": MOMENTS,
    "capacity": (None, 1, 1, 2, 3, 50, 0),
    "least": (*[None] * 6, 0, 1, 2, 3),
    "relation_types": KINDS,
    "has_consented": YES,
    "is_paused": (None, *[False] * 18, True),
    "is_trained": YES,
}


def one_of_each(answers: Mapping[str, Sequence[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Everything that somebody answers, in one draw: to draw each apart takes longer than to plan.

    The simplest of all gives the first answer everywhere.
    """

    def answered(seed: int) -> dict[str, Any]:
        chance = Random(seed)  # noqa: S311 -- made-up answers, not a secret
        return {name: chance.choice(choices) if seed else choices[0] for name, choices in answers.items()}

    return st.integers(0, 2**20).map(answered)


@cache
def somebody(size: int, never: int) -> tuple[tuple[str, ...], ...]:
    """Nobody, or one name: e-mail, number, name, or somebody unknown; `never` is how seldom."""
    emails, numbers = [f"p{i}@example.org" for i in range(size)], [str(100 + i) for i in range(size)]
    names = [*emails, *numbers, "Jan Jansen", "Sem 1", "nobody@example.org"]
    return (*[()] * (never * len(names)), *((name,) for name in names))


@cache
def a_person(size: int) -> st.SearchStrategy[dict[str, Any]]:
    manager = somebody(size, never=9)
    alone = [next(iter(name), None) for name in manager]
    known = {"full_name": NAMES, "email": EMAILS, "manager_email": alone, "manager_name": alone}
    return one_of_each({**known, "other_managers": manager, **PERSONAL})


@cache
def a_sign_up(size: int) -> st.SearchStrategy[dict[str, Any]]:
    return one_of_each({"prefers": somebody(size, never=1), "avoids": somebody(size, never=9), **ANSWERS})


def person_of(number: int, said: dict[str, Any]) -> Person:
    """A name and an address are made for the place somebody has among the others."""
    own = {"full_name": said["full_name"].format(number), "email": said["email"].format(number) or None}
    return Person(id=f"p{number}", employee_id=str(100 + number), **{**said, **own})


@st.composite
def people_of(draw: st.DrawFn, size: int) -> list[Person]:
    """People with reporting lines of any depth, cycles, unknown managers and namesakes."""
    return [person_of(number, draw(a_person(size))) for number in range(size)]


@st.composite
def application_of(draw: st.DrawFn, person: str, role: str, size: int) -> Application:
    """One sign-up in which any answer may be missing."""
    return Application(id=f"{person}-{role}", person_id=person, role=role, **draw(a_sign_up(size)))


def overrides_of(mentees: Sequence[str], mentors: Sequence[str]) -> st.SearchStrategy[list[Override]]:
    """Locks, choices and bans, also several on one mentee, one mentor or one pair."""
    kinds = st.sampled_from(("lock", "choose", "lock", "forbid"))
    one = st.tuples(kinds, st.sampled_from(mentees), st.sampled_from(mentors))
    return st.lists(one, max_size=6).map(
        lambda drawn: [
            Override(id=f"o{place}", kind=kind, mentee_id=mentee, mentor_id=mentor, reason="Her reason")
            for place, (kind, mentee, mentor) in enumerate(drawn)
        ]
    )


def pairs_of(mentees: Sequence[str], mentors: Sequence[str]) -> st.SearchStrategy[list[Pair]]:
    """Earlier pairs: running, ended well and ended early; one running pair per mentee at most."""
    states = st.sampled_from(("ended", "failed", "running"))
    one = st.tuples(st.sampled_from(mentees), st.sampled_from(mentors), states)
    return st.lists(one, max_size=3, unique_by=lambda drawn: drawn[0]).map(
        lambda drawn: [
            Pair(
                id=f"pair{place}",
                mentee_id=mentee,
                mentor_id=mentor,
                score=0.5,
                decision_id="d1",
                confirmed_on=DAY,
                ended_on=None if state == "running" else DAY,
                has_failed=state == "failed",
            )
            for place, (mentee, mentor, state) in enumerate(drawn)
        ]
    )


def preferences_of(mentees: Sequence[str], mentors: Sequence[str]) -> st.SearchStrategy[list[Preference]]:
    """What people said after they talked, one word per side of a pair; an avoid as often as the others."""
    sides, kinds = st.sampled_from(("mentee", "mentor")), st.sampled_from(("prefer", "neutral", "avoid"))
    one = st.tuples(st.sampled_from(mentees), st.sampled_from(mentors), sides, kinds)
    return st.lists(one, max_size=6, unique_by=lambda drawn: drawn[:3]).map(
        lambda drawn: [
            Preference(id=f"v{place}", mentee_id=mentee, mentor_id=mentor, side=side, kind=kind)
            for place, (mentee, mentor, side, kind) in enumerate(drawn)
        ]
    )


def weights() -> st.SearchStrategy[dict[str, float]]:
    """Any weights for any of the criteria, whole or not, 0 included."""
    weight = st.one_of(st.integers(0, 100).map(float), st.floats(0.5, 100), st.just(0.0))
    return st.dictionaries(st.sampled_from([criterion.key for criterion in CRITERIA]), weight)


def settings_of() -> st.SearchStrategy[Settings]:
    """Any weights, any rules switched off, also those that stay on regardless, and any aim and price."""
    keys = st.sets(st.sampled_from([rule.key for rule in RULES])).map(frozenset)
    aims, price = st.sampled_from(get_args(AimKey)), st.sampled_from((0.0, 0.25, 0.5, 1.0))
    return st.builds(Settings, weights=weights(), rules_off=keys, aim=aims, unplaced_price=price)


@st.composite
def programmes(draw: st.DrawFn, most: int = 12) -> Snapshot:
    """A programme of at most `most` people, each in one role, both or none."""
    size = draw(st.integers(0, most))
    roles = draw(st.lists(st.sampled_from(ROLES), min_size=size, max_size=size))
    people = draw(people_of(size))
    applications = [
        draw(application_of(person.id, role, size))
        for person, taken in zip(people, roles, strict=True)
        for role in taken
    ]
    # "gone" never signed up, or withdrew: a decision about her must not stand in the way.
    mentees, mentors = (
        [*(one.person_id for one in applications if one.role == role), "gone"]
        for role in ("mentee", "mentor")
    )
    return Snapshot.of(
        Programme(id="programme", name="Programme", relation_type=draw(st.sampled_from(RELATIONS[:3]))),
        people,
        applications,
        draw(overrides_of(mentees, mentors)),
        draw(pairs_of(mentees, mentors)),
        draw(preferences_of(mentees, mentors)),
    )
