"""A decision is stored, and worked out again: from the file, after changes, and in another process."""

import hashlib
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot, rows_of
from mentorkit.matching import Pool, Settings, propose
from mentorkit.matching.decision.replay import Replay, ReplayOutcome, content_of, is_unaltered, replay
from mentorkit.model import (
    Application,
    Changes,
    Decision,
    Insert,
    Override,
    Pair,
    Person,
    Preference,
    Update,
)
from mentorkit.model.pairing import sha256_of
from mentorkit.store import Store
from mentorkit.views.pairing.replay import replay_sentence
from mentorkit.workflows.pairing.pairing import confirm, decide_on, release
from mentorkit.workflows.set_up import set_kinds, set_own_topics
from tests.matching.small import mentee, mentor, said, snapshot
from tests.strategies import programmes, settings_of
from tests.workflows.cases import spoken

NOW = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)
SETTINGS = Settings({"proximity": 10.0})
BY = {"author": "Carla", "now": NOW}
PROGRAMME = snapshot(
    mentee("ann", goals=["planning"]),
    mentee("bea", goals=["coaching"]),
    mentee("cas"),
    mentor("kim", topics=["coaching"]),
    mentor("lou", topics=["planning"]),
    preferences=[said("mentor", "ann", "kim", "avoid")],
)
AGAIN = """
import sys
from pathlib import Path
from mentorkit.frames import rows_of
from mentorkit.matching import Pool, propose
from mentorkit.model.pairing import sha256_of
from mentorkit.matching.decision.replay import replay
from mentorkit.model import Decision
from mentorkit.store import Store
with Store.open(Path(sys.argv[1])) as store:
    snapshot = store.load()
(decision,) = (one for one in rows_of(snapshot.decisions, Decision) if one.id == sys.argv[2])
print(replay(snapshot, decision).outcome.value, sha256_of(decision.record))
"""


EARLIER = Decision(
    id="d1",
    decided_at=NOW - timedelta(days=200),
    decided_by="Carla",
    pair_count=1,
    unplaced_count=0,
    record='{"version":1,"pairs":[]}',
    sha256=sha256_of('{"version":1,"pairs":[]}'),
)


def stored(folder: Path, programme: Snapshot) -> Store:
    """A file with these people, answers, words and pairs; who is not in it is in no pair."""
    store = Store.create(folder / "p.mentorkit", programme.programme, **BY)
    known = programme.people["id"].to_list()
    both = pl.col("mentee_id").is_in(known) & pl.col("mentor_id").is_in(known)
    tables = {
        Person: programme.people,
        Application: programme.applications,
        Preference: programme.preferences.filter(both),
        Override: programme.overrides.filter(both),
        Pair: programme.pairs.filter(both),
    }
    rows = [row for model, frame in tables.items() for row in rows_of(frame, model)]
    store.apply(Changes("import", tuple(map(Insert, (EARLIER, *rows)))), **BY)
    return store


def decide(store: Store, wanted: Settings = SETTINGS, when: datetime = NOW) -> Decision:
    """Confirm the plan of the file; the decision as it is stored."""
    now = store.load()
    changes = confirm(now, propose(Pool.of(now), wanted), "Carla", when)
    store.apply(changes, author="Carla", now=when)
    (decision,) = (item.row for item in changes.items if isinstance(item.row, Decision))
    return next(one for one in rows_of(store.load().decisions, Decision) if one.id == decision.id)


def change(store: Store, person: str, **answers: object) -> None:
    found = rows_of(store.load().applications.filter(pl.col("person_id") == person), Application)
    store.apply(Changes("import", tuple(Update(one.model_copy(update=answers)) for one in found)), **BY)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(programmes(8), settings_of())
def test_what_was_confirmed_is_worked_out_again_to_the_same_plan(programme: Snapshot, wanted: Settings):
    with tempfile.TemporaryDirectory() as folder, stored(Path(folder), programme) as store:
        try:
            decision = decide(store, wanted)
        except NotLawful:
            return
        assert is_unaltered(decision)
        assert replay(store.load(), decision) == Replay(ReplayOutcome.IDENTICAL)


def test_a_decision_stays_the_same_under_later_words_decisions_and_settings(tmp_path: Path):
    with stored(tmp_path, PROGRAMME) as store:
        first = decide(store)
        now = store.load()
        store.apply(release(now, "bea"), **BY)
        now = store.load()
        plan = propose(Pool.of(now), SETTINGS)
        store.apply(decide_on(now, plan, ("bea", "kim"), "forbid", "They asked for it"), **BY)
        store.apply(set_kinds(store.load(), ["classic", "flash"]), **BY)
        second = decide(store, when=NOW + timedelta(days=3))
        assert replay(store.load(), first) == Replay(ReplayOutcome.IDENTICAL)
        assert replay(store.load(), second) == Replay(ReplayOutcome.IDENTICAL)


def test_own_topics_that_came_later_do_not_count_in_an_earlier_decision(tmp_path: Path):
    programme = snapshot(mentee("ann", goals=["Leiderschap bij ons"]), mentor("kim", topics=["Leadership"]))
    with stored(tmp_path, programme) as store:
        first = decide(store)
        store.apply(set_own_topics(store.load(), ["Leiderschap bij ons"]), **BY)
        assert replay(store.load(), first) == Replay(ReplayOutcome.IDENTICAL)
        store.apply(release(store.load(), "ann"), **BY)
        second = decide(store, when=NOW + timedelta(days=3))
        store.apply(set_own_topics(store.load(), []), **BY)
        assert replay(store.load(), second) == Replay(ReplayOutcome.IDENTICAL)


def test_a_changed_answer_is_named_and_the_plan_compared(tmp_path: Path):
    with stored(tmp_path, PROGRAMME) as store:
        decision = decide(store)
        change(store, "cas", interests=("chess",))
        assert replay(store.load(), decision) == Replay(ReplayOutcome.CHANGED, ("applications",))
        change(store, "lou", topics=("cooking",), is_paused=True)
        assert replay(store.load(), decision) == Replay(ReplayOutcome.CHANGED, ("applications",), 1)


def test_another_process_works_out_the_same(tmp_path: Path):
    with stored(tmp_path, PROGRAMME) as store:
        decision = decide(store)
    ran = subprocess.run(
        [sys.executable, "-c", AGAIN, str(store.path), decision.id],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == ["identical", hashlib.sha256(decision.record.encode()).hexdigest()]


def test_an_altered_record_is_seen(tmp_path: Path):
    with stored(tmp_path, PROGRAMME) as store:
        decision = decide(store)
        altered = decision.model_copy(update={"record": decision.record.replace("Carla", "Clara")})
        assert replay(store.load(), altered) == Replay(ReplayOutcome.ALTERED)
        assert not is_unaltered(altered)


@pytest.mark.parametrize("text", ["{}", "[]", "no json", '{"version":2}', '{"version":1,"pairs":[]}'])
def test_a_record_of_an_earlier_version_is_said_to_be_one(text: str):
    old = EARLIER.model_copy(update={"record": text, "sha256": sha256_of(text)})
    assert content_of(old) is None
    assert replay(PROGRAMME, old) == Replay(ReplayOutcome.EARLIER)


def test_another_plan_from_the_same_data_is_said(tmp_path: Path):
    """As after an update of mentorkit that counts something in another way."""
    with stored(tmp_path, PROGRAMME) as store:
        decision = decide(store)
        now = store.load()
    turned = decision.record.replace('"weights":{', '"weights":{"gone_by_now":50.0,')
    other = decision.model_copy(update={"record": turned, "sha256": sha256_of(turned)})
    assert replay(now, other) == Replay(ReplayOutcome.IDENTICAL)
    swapped = decision.record.replace('"mentee":"ann"', '"mentee":"cas"')
    assert swapped != decision.record
    other = decision.model_copy(update={"record": swapped, "sha256": sha256_of(swapped)})
    assert replay(now, other) == Replay(ReplayOutcome.DIFFERENT, (), 2)


@pytest.mark.parametrize("outcome", ReplayOutcome)
@pytest.mark.parametrize("moved", [0, 1, 4])
def test_every_outcome_has_its_sentence(outcome: ReplayOutcome, moved: int):
    assert all(spoken(replay_sentence(Replay(outcome, ("people", "new table"), moved))))
