"""Row 34: erased means erased, in the file, its journal and what stands beside it; after a restore too."""

import json
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from mentorkit.model import Decision, Issue, Person, Row, Update
from mentorkit.store import Store, backups_of
from mentorkit.store.restore import may_hold, put_back, ways_back
from tests.store.cases import BY, NOW, apply, full_house, insert, rows_in

WHO = "p0001"


def with_canaries(row: Row, prefix: str) -> Row:
    """The row with a canary in each text that takes one."""
    for name, field in type(row).model_fields.items():
        if field.annotation in (str, str | None) and not name.endswith("id"):
            with suppress(ValidationError):
                told = row.model_dump() | {name: f"canary{prefix}{row.table}{name}"}
                row = type(row).model_validate(told)
    return row


@pytest.fixture
def filled(store) -> Store:
    """A programme with every kind of row, and the words about one person marked; each row changed once."""
    insert(store, *full_house())
    her = next(row for row in store.load().rows(Person) if row.id == WHO)
    ours = {(row.table, row.id) for row in (her, *store.load().pointing_at([her]))}
    for prefix in ("x", "y"):
        now = [row for row in rows_in(store.load()) if (row.table, row.id) in ours]
        apply(store, *(Update(with_canaries(row, prefix)) for row in now))
    return store


def folder_with(path: Path, word: bytes = b"canary") -> set[str]:
    return {one.name for one in path.parent.rglob("*") if one.is_file() and word in one.read_bytes()}


def test_row_34_no_byte_is_left_but_in_the_backups_of_before_and_a_restore_brings_none_back(filled):
    filled.backup(now=NOW)
    before = {one.path.name for one in backups_of(filled.path)}
    assert filled.path.name in folder_with(filled.path)
    counts = filled.erase(WHO, **BY)
    assert (counts["person"], counts["pair"], counts["goal_step"]) == (1, 1, 1)
    assert counts["journal_item"] > 50
    assert folder_with(filled.path) <= before
    filled.close()
    assert folder_with(filled.path) <= before
    holding = [one for one in backups_of(filled.path) if may_hold(one.path, WHO)]
    assert {one.path.name for one in holding} >= folder_with(filled.path)
    way = next(one for one in ways_back(filled.path) if one.backup == holding[-1])
    put_back(filled.path, way.backup, **BY)
    assert filled.path.name not in folder_with(filled.path)
    with Store.open(filled.path, now=NOW) as again:
        assert [row.id for row in again.load().rows(Person)] == ["p0002"]


def test_row_34_others_keep_what_is_theirs_without_her_name(store):
    insert(store, *full_house())
    rows = {row.id: row for row in store.load().rows(Person)}
    her = rows[WHO].model_copy(update={"full_name": "Ana Canary", "email": "ana@canary.be"})
    told = {
        "manager_email": "Ana@canary.be",
        "other_managers": ("Ana Canary", "Bo"),
        "job_title": "Na Ana Canary",
    }
    apply(store, Update(her), Update(rows["p0002"].model_copy(update=told)))
    choice = {"mentee_id": WHO, "mentor_id": "p0002", "reason": "canary"}
    decision = store.load().rows(Decision)[0]
    apply(store, Update(decision.model_copy(update={"record": json.dumps({"overrides": [choice]})})))
    store.erase(WHO, **BY)
    (left,) = store.load().rows(Person)
    assert (left.manager_email, left.other_managers, left.job_title) == (None, ("Bo",), "Na –")
    assert folder_with(store.path, b"anary") == set()


def test_row_34_an_empty_place_for_a_person_is_emptied_and_undo_goes_on(store):
    insert(store, *full_house())
    third = next(row for row in full_house() if row.id == WHO).model_copy(update={"id": "p0003"})
    insert(store, third)
    issue = store.load().rows(Issue)[0]
    apply(store, Update(issue.model_copy(update={"second_mentor_id": "p0003"})), action="issue")
    assert store.erase("p0003", **BY)["issue"] == 0
    assert store.load().rows(Issue)[0].second_mentor_id is None
    assert store.undo(**BY).action == "issue"
    assert store.undo(**BY).action == "import"
    assert len(rows_in(store.load())) == 1


def test_row_34_backups_of_before_go_after_the_limit(filled):
    filled.backup(now=NOW)
    filled.erase(WHO, **BY)
    insert(filled, Person(id="p7", full_name="Zoë"))
    filled.backup(now=NOW + timedelta(days=34))
    assert folder_with(filled.path)
    insert(filled, Person(id="p8", full_name="Zoë"))
    filled.backup(now=NOW + timedelta(days=36))
    assert folder_with(filled.path) == set()
