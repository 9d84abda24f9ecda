"""What somebody gets to read about oneself is not what the other of a pair said."""

from datetime import UTC, datetime
from pathlib import Path

from mentorkit.frames import Snapshot
from mentorkit.model import (
    Application,
    Decline,
    Expectation,
    Goal,
    Meeting,
    Pair,
    Person,
    Preference,
    Pulse,
    Row,
)
from mentorkit.store import Store
from mentorkit.workflows.access import about
from mentorkit.workflows.erase import everything_about
from mentorkit.workflows.under_way import sample_under_way


def test_a_copy_for_one_of_two_holds_no_word_and_no_private_goal_of_the_other(tmp_path: Path):
    """Both pulses, both expectations and the other's private goals stood in it at first."""
    file = tmp_path / "year.mentorkit"
    sample_under_way(file, "en", datetime.now(UTC), 26)
    with Store.open(file) as store:
        snapshot = store.load()
        people = {one.id: one for one in snapshot.rows(Person)}
        pairs = [pair for pair in snapshot.rows(Pair) if words_of_the_other(snapshot, people, pair)]
        assert pairs
        kept = []
        for pair in pairs:
            mentee = people[pair.mentee_id]
            theirs = about(store, snapshot, mentee).rows
            assert of_the_other(theirs, mentee, pair) == []
            assert {Application, Pair} <= {type(row) for row in theirs}
            kept += theirs
    assert any(isinstance(row, Meeting) for row in kept)
    assert any(isinstance(row, Pulse) and row.side == "mentee" for row in kept)


def words_of_the_other(snapshot: Snapshot, people: dict[str, Person], pair: Pair) -> list[Row]:
    return of_the_other(everything_about(snapshot, people[pair.mentee_id]), people[pair.mentee_id], pair)


def of_the_other(rows: list[Row], person: Person, pair: Pair) -> list[Row]:
    said = (Decline, Expectation, Pulse)
    return [
        row
        for row in rows
        if (isinstance(row, said) and row.pair_id == pair.id and row.side == "mentor")
        or (isinstance(row, Preference) and getattr(row, f"{row.side}_id") != person.id)
        or (isinstance(row, Goal) and row.is_private and row.owner == "mentor")
    ]
