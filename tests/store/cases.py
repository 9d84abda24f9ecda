"""Programmes and rows for the tests of the store."""

import types
import typing
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Literal

from hypothesis import strategies as st

from mentorkit.frames import Snapshot, schema_of
from mentorkit.model import (
    ROWS,
    Application,
    Change,
    Changes,
    CheckIn,
    Closure,
    Decision,
    Decline,
    Draw,
    Employment,
    Expectation,
    FitCheck,
    Form,
    Framework,
    FrozenScore,
    Goal,
    GoalLevel,
    GoalStep,
    Imported,
    Insert,
    Intervision,
    Issue,
    Lesson,
    Meeting,
    Objective,
    Opening,
    Override,
    OwnStage,
    OwnText,
    Pair,
    PairStage,
    Pause,
    Person,
    Preference,
    Programme,
    Promise,
    Pulse,
    Response,
    Rhythm,
    Row,
    SaidAloud,
    Scenario,
    SchoolBreak,
    SelfCheck,
    Shared,
    Snooze,
    StartStep,
    ThirdParty,
    Tick,
    Training,
    WorkLog,
)
from mentorkit.model.trait import Trait
from mentorkit.store import Store

NOW = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)
PROGRAMME = Programme(id="g1", name="Samen verder")
BY = {"author": "Carla", "now": NOW}

# Two moments in the night the clock goes back are never equal to Python, whatever is stored.
_ZONES = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))])
_WHEN = st.datetimes(datetime(1900, 1, 2), datetime(2200, 1, 1), timezones=_ZONES)
_BOUNDED: dict[str, st.SearchStrategy[Any]] = {
    "id": st.text(min_size=1, max_size=12),
    "revision": st.just(0),
    "name": st.text(min_size=1, max_size=20),
    "full_name": st.text(min_size=1, max_size=20),
    "reason": st.text(min_size=1, max_size=20),
    "questionnaire": st.just("core"),
    "sha256": st.text(min_size=64, max_size=64),
    "level": st.floats(0, 100),
    "years_experience": st.floats(0, 80),
    "hours_per_month": st.floats(0, 200),
    "score": st.floats(0, 1),
    "working_style": st.integers(1, 5),
    "feedback_style": st.integers(1, 5),
    "capacity": st.integers(0, 50),
    "least": st.integers(0, 50),
    "unplaced_price": st.floats(0, 1),
    "pair_count": st.integers(0, 10**6),
    "unplaced_count": st.integers(0, 10**6),
    "minutes": st.integers(1, 600),
    "interval_days": st.integers(1, 365),
    "starts_at": st.just("10:00"),
    "rank": st.integers(0, 99),
    "criteria": st.dictionaries(st.text(min_size=1, max_size=8), st.floats(0, 1)),
    "place": st.integers(1, 10**6),
    "group": st.text(min_size=1, max_size=20),
    **dict.fromkeys(("best", "spread"), st.floats(0, 1)),
    "places": st.integers(0, 10**6),
    "seed": st.text(min_size=1, max_size=20),
    "reached": st.integers(-2, 2),
    "source_row": st.integers(0, 2**40),
    "weights": st.dictionaries(st.text(min_size=1, max_size=8), st.floats(0, 100)),
    "columns": st.dictionaries(st.text(max_size=8), st.text(max_size=8)),
    "options": st.dictionaries(st.text(max_size=8), st.text(max_size=8)),
    "header_row": st.integers(1, 30),
    "framework": st.builds(
        Framework,
        mission=st.text(),
        duration_weeks=st.none() | st.integers(1, 260),
        meeting_interval_days=st.none() | st.integers(1, 365),
        hours_a_month=st.none() | st.floats(0, 200),
        profile=st.none() | st.just("talent"),
    ),
    "number": st.integers(1, 99),
    "code": st.text(min_size=8, max_size=8),
    **dict.fromkeys(("going", "clear_goals", "kept"), st.none() | st.integers(1, 5)),
    "limits": st.dictionaries(st.text(min_size=1, max_size=8), st.floats(0, 1000)),
    "terms": st.dictionaries(st.text(max_size=8), st.text(max_size=8)),
    **dict.fromkeys(("text", "subject", "body"), st.text(min_size=1, max_size=20)),
    "choices": st.dictionaries(st.text(max_size=8), st.text(max_size=8)),
}
_PLAIN = {
    str: st.text(max_size=20),
    float: st.floats(allow_nan=False),
    bool: st.booleans(),
    date: st.dates(),
    datetime: _WHEN,
}


def any_row(model: type[Row], **fixed: Any) -> st.SearchStrategy[Any]:
    """Any lawful row of a model, with some fields as given."""
    fields = {name: _any(name, field.annotation) for name, field in model.model_fields.items()}
    return st.builds(model, **(fields | {name: st.just(value) for name, value in fixed.items()}))


def _any(name: str, annotation: Any) -> st.SearchStrategy[Any]:
    options = typing.get_args(annotation)
    if typing.get_origin(annotation) in {typing.Union, types.UnionType}:
        (bare,) = (option for option in options if option is not types.NoneType)
        return st.none() | _any(name, bare)
    if typing.get_origin(annotation) is Literal:
        return st.sampled_from(options)
    if name in _BOUNDED:
        return _BOUNDED[name]
    if typing.get_origin(annotation) is tuple:
        return st.lists(_any("", options[0]), max_size=4).map(tuple)
    if typing.get_origin(annotation) is dict:
        return st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 9), max_size=4)
    return _PLAIN[annotation]


def person(number: int, **more: Any) -> Person:
    return Person(id=f"p{number:04}", full_name=f"Persoon {number}", **more)


def application(number: int, **more: Any) -> Application:
    values = {"role": "mentor" if number % 2 else "mentee", "topics": ("leren", "werken")} | more
    return Application(id=f"a{number:04}", person_id=f"p{number:04}", **values)


def full_house() -> tuple[Row, ...]:
    """One row of every kind beside the programme, children before parents."""
    return (
        Pair(
            id="k1",
            mentee_id="p0001",
            mentor_id="p0002",
            score=0.75,
            decision_id="d1",
            confirmed_on=date(2026, 9, 14),
        ),
        StartStep(id="e1", pair_id="k1", kind="planned", day=date(2026, 9, 28)),
        Decline(
            id="n1", pair_id="k1", side="mentee", declined_on=date(2026, 9, 20), reason="time", remark="Druk"
        ),
        Expectation(
            id="x1",
            pair_id="k1",
            side="mentor",
            answered_on=date(2026, 9, 21),
            choices={"rhythm": "monthly"},
            off_limits="Thuis",
        ),
        Meeting(id="m1", pair_id="k1", day=date(2026, 9, 29), is_held=True, minutes=45, initiative="mentee"),
        CheckIn(id="c1", pair_id="k1", side="mentor", day=date(2026, 9, 30), outcome="fine"),
        Closure(
            id="w1",
            pair_id="k1",
            kind="early",
            ended_on=date(2026, 12, 1),
            asked_by="both",
            reason="moved",
            points=("thanked", "door_open"),
        ),
        Pause(id="q1", pair_id="k1", starts_on=date(2026, 10, 5), ends_on=date(2026, 10, 18)),
        FitCheck(id="i1", pair_id="k1", side="mentee", day=date(2026, 9, 30), fit="unsure"),
        Issue(
            id="j1",
            pair_id="k1",
            kind="needs",
            noted_on=date(2026, 10, 1),
            owner="Carla",
            state="third_party",
            third_party_id="j2",
            second_mentor_id="p0001",
        ),
        ThirdParty(id="j2", name="Huis van het Nederlands", helps_with="language", reached_at="02 555 00 00"),
        SelfCheck(id="l1", pair_id="k1", given_on=date(2026, 11, 2)),
        Intervision(id="l2", person_id="p0001", day=date(2026, 11, 9), was_there=False),
        Lesson(id="l3", theme="start", text="Begin na de vakantie", noted_on=date(2026, 12, 1)),
        Draw(
            id="l4",
            drawn_on=date(2026, 12, 1),
            drawn_by="Carla",
            seed="7",
            people=("p0001", "p0002"),
            places=1,
        ),
        Pulse(
            id="q1",
            pair_id="k1",
            side="mentor",
            occasion="month",
            code="K7MQ2XFH",
            asked_on=date(2026, 10, 14),
            answered_on=date(2026, 10, 15),
            going=4,
            wants_contact=False,
        ),
        Response(
            id="u1",
            person_id="p0001",
            pair_id="k1",
            role="mentee",
            questionnaire="core",
            wave="closing",
            code="K7MQ2XFH",
            asked_on=date(2027, 3, 1),
            answered_on=date(2027, 3, 2),
            answers={"L1": 4, "N1": 10},
        ),
        Snooze(
            id="w1",
            pair_id="k1",
            rule="silence",
            reason="away",
            snoozed_on=date(2026, 10, 1),
            until=date(2026, 10, 15),
        ),
        SaidAloud(id="h1", pair_id="k1", question="rhythm", said_on=date(2026, 9, 28)),
        OwnText(id="no_talk.nl", text_key="no_talk", language="nl", subject="Dag", body="Praat eens"),
        GoalLevel(id="y1", goal_id="g1", noted_on=date(2026, 12, 1), reached=-1),
        GoalStep(id="z1", goal_id="g1", kind="skill", text="Samenvatten", owner="mentor"),
        Goal(id="g1", pair_id="k1", text="Leiden", hoped="Elke week", due_on=date(2027, 3, 1)),
        Rhythm(
            id="r1",
            pair_id="k1",
            starts_on=date(2026, 9, 28),
            ends_on=date(2027, 3, 1),
            interval_days=14,
        ),
        Promise(
            id="ag1",
            pair_id="k1",
            kind="introduce",
            owner="mentor",
            agreed_on=date(2026, 10, 1),
            due_on=date(2026, 10, 15),
        ),
        Opening(id="ag2", pair_id="k1", kind="opportunity", day=date(2026, 10, 12)),
        PairStage(id="k1", pair_id="k1", stage_id="ag3"),
        OwnStage(id="ag3", name="Zelfstandig", rank=1),
        Employment(
            id="hr1",
            person_id="p0001",
            started_on=date(2024, 3, 1),
            promoted_on=date(2026, 9, 1),
            seen_on=date(2026, 10, 1),
        ),
        FrozenScore(id="fs1", pair_id="k1", criteria={"goals": 0.5}, best=0.9, place=2, spread=0.125),
        Trait(id="tr1", person_id="p0001", kind="hours", group="deeltijd", agreed_on=date(2026, 9, 14)),
        WorkLog(id="ag4", day=date(2026, 10, 1), kind="contact", minutes=90),
        Shared(
            id="u2",
            audience="mentee",
            pair_id="k1",
            shared_on=date(2026, 12, 1),
            shared_by="Carla",
            expires_on=date(2027, 3, 1),
            sha256="a" * 64,
        ),
        SchoolBreak(id="u1", starts_on=date(2026, 12, 21), ends_on=date(2027, 1, 3)),
        Override(id="o1", kind="lock", mentee_id="p0001", mentor_id="p0002", reason="Ze kennen elkaar"),
        Decision(
            id="d1",
            decided_at=NOW,
            decided_by="Carla",
            pair_count=1,
            unplaced_count=0,
            record="{}",
            sha256="0" * 64,
        ),
        Preference(id="v1", mentee_id="p0001", mentor_id="p0002", side="mentor", kind="avoid"),
        Scenario(id="s1", name="Meer over leerdoelen", weights={"goals": 60.0}, aim="leximin"),
        Form(id="f1", name="Mentoren 2026", kind="mentor", columns={"Naam": "full_name", "Leeftijd": ""}),
        Imported(id="a0001", person_id="p0001", form="f1", answers='{"person": {}}'),
        Objective(id="b1", text="Nieuwe mensen blijven", measure="na een jaar", question="results"),
        Training(id="t1", person_id="p0001", name="Start", is_done=True, techniques=("plan", "feedback")),
        Tick(id="criteria_published", ticked_on=date(2026, 9, 14), ticked_by="Carla"),
        application(1, has_consented=True, available_from=date(2026, 10, 1), submitted_at=NOW),
        application(2, capacity=2),
        person(1, languages=("nl", "en"), level=3.5),
        person(2),
    )


def insert(store: Store, *rows: Row, action: str = "import") -> int:
    return apply(store, *map(Insert, rows), action=action)


def apply(store: Store, *changes: Change, action: str = "import") -> int:
    return store.apply(Changes(action, changes), **BY)


def rows_in(snapshot: Snapshot) -> list[Row]:
    """Everything in a snapshot as models, table by table in the order of ROWS."""
    return [row for model in ROWS for row in snapshot.rows(model)]


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Rows as a snapshot gives them: by table, then by id."""
    tables = [model.table for model in ROWS]
    return sorted(rows, key=lambda row: (tables.index(row.table), row.id.encode()))


def schemas(snapshot: Snapshot) -> list[bool]:
    return [frame.schema == schema_of(model) for model, frame in snapshot.tables.items()]
