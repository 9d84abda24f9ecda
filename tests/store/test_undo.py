"""Undo gives back exactly what was, and the journal tells what was done."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mentorkit.errors import RevisionConflict
from mentorkit.model import Application, Changes, Delete, Insert, Person, Update
from mentorkit.store import Store
from mentorkit.store.sqlite import engine
from tests.store.cases import (
    BY,
    NOW,
    PROGRAMME,
    application,
    apply,
    full_house,
    in_order,
    insert,
    person,
    rows_in,
)

PEOPLE = [f"p{number}" for number in range(6)]


class Undoing(RuleBasedStateMachine):
    """Any sequence of actions and undos, beside a plain dict that knows what should be there."""

    @initialize()
    def create(self):
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store.create(Path(self.folder.name) / "p.mentorkit", PROGRAMME, **BY)
        self.rows = {("programme", "g1"): PROGRAMME.model_copy(update={"revision": 1})}
        self.before = []
        self.number = 1

    @rule(data=st.data())
    def act(self, data):
        changes, after = [], dict(self.rows)
        for key in data.draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4, unique=True)):
            changes += self._change_person(data, key, after)
        self._apply(changes, after)

    @rule()
    def import_many(self):
        start = self.number * 1000
        people = [person(start + count) for count in range(50)]
        changes = [Insert(row) for row in [application(start + count) for count in range(50)] + people]
        self._apply(changes, self.rows | {(item.row.table, item.row.id): item.row for item in changes})

    @precondition(lambda self: self.number > 1)
    @rule()
    def undo(self):
        entry = self.store.undo(**BY)
        if not self.before:
            assert entry is None
            return
        number, self.rows = self.before.pop()
        assert entry.number == number
        self.number += 1

    @rule()
    def reopen(self):
        self.store.close()
        self.store = Store.open(self.store.path, now=NOW)

    @invariant()
    def the_file_holds_what_the_dict_holds(self):
        assert rows_in(self.store.load()) == in_order(self.rows.values())
        undoable = self.store.undoable()
        assert (undoable and undoable.number) == (self.before[-1][0] if self.before else None)

    def teardown(self):
        self.folder.cleanup()

    def _change_person(self, data, key, after):
        """Bring one person in, change her, or take her out, with her application."""
        old = after.get(("person", key))
        if old is None:
            new = [some_person(data, key), Application(id=key, person_id=key, role="mentor")]
            after |= {(row.table, key): row for row in new}
            return map(Insert, data.draw(st.permutations(new)))
        if data.draw(st.booleans()):
            new = some_person(data, key).model_copy(update={"revision": old.revision})
            after["person", key] = new
            return [Update(new)]
        return [Delete(old), Delete(after.pop(("application", key))), *self._maybe_again(data, after, key)]

    def _maybe_again(self, data, after, key):
        """Removed for good, or inserted anew within the same action."""
        del after["person", key]
        if data.draw(st.booleans()):
            return []
        after["person", key] = person(1).model_copy(update={"id": key})
        after["application", key] = application(1).model_copy(update={"id": key, "person_id": key})
        return [Insert(after["person", key]), Insert(after["application", key])]

    def _apply(self, changes, after):
        number = self.store.apply(Changes("import", tuple(changes)), **BY)
        assert number > self.number
        self.before.append((number, self.rows))
        written = {(change.row.table, change.row.id) for change in changes}
        self.rows = {
            key: row.model_copy(update={"revision": number}) if key in written else row
            for key, row in after.items()
        }
        self.number = number


def some_person(data, key):
    return Person(id=key, full_name="Noor", level=data.draw(st.integers(0, 9)), languages=("nl",))


TestUndoing = Undoing.TestCase
# A failing sequence is short enough to read; making it shorter would take minutes of writing to disk.
TestUndoing.settings = settings(
    max_examples=15, stateful_step_count=15, phases=[Phase.explicit, Phase.reuse, Phase.generate]
)


def test_the_journal_tells_who_did_what_when(store):
    insert(store, *full_house())
    store.undo(author="Bram", now=NOW)
    undo, imported, created = store.history()
    assert (created.number, created.action, created.rows) == (1, "create", 1)
    rows = len(full_house())
    assert (imported.action, imported.who, imported.at, imported.rows) == ("import", "Carla", NOW, rows)
    assert (undo.action, undo.who, undo.rows, undo.undoes) == ("undo", "Bram", rows, imported.number)


def test_the_history_gives_the_newest_entries_first(store):
    for number in range(5):
        insert(store, person(number))
    assert [entry.number for entry in store.history(limit=3)] == [6, 5, 4]


def test_the_creation_is_never_undone(store):
    assert store.undoable() is None
    assert store.undo(**BY) is None
    assert len(store.history()) == 1


def test_a_number_is_not_given_again_after_undo(store):
    first = insert(store, person(1))
    store.undo(**BY)
    assert insert(store, person(1)) > first + 1


def test_whoever_read_a_row_that_was_undone_is_told(store):
    insert(store, person(1, city="Gent"))
    read = apply(store, Update(person(1, city="Brugge", revision=2)))
    store.undo(**BY)
    with pytest.raises(RevisionConflict):
        apply(store, Update(person(1, city="Luik", revision=read)))
    assert apply(store, Update(person(1, city="Luik", revision=2))) > read


def test_undo_takes_back_only_what_she_saw(store):
    seen = insert(store, person(1))
    insert(store, person(2))
    with pytest.raises(RevisionConflict, match="in the meantime"):
        store.undo(**BY, expected=seen)
    assert store.load().people.height == 2
    store.undo(**BY, expected=seen + 1)
    assert store.undo(**BY, expected=seen).number == seen


def test_undo_does_not_count_on_the_order_in_which_a_database_happens_to_give_rows(store, monkeypatch):
    """SQLite can turn every order round that was not asked for; other databases have none to begin with."""
    insert(store, person(1, city="Gent"), person(2), person(3))
    before = rows_in(store.load())
    monkeypatch.setattr(engine, "SETTINGS", {**engine.SETTINGS, "reverse_unordered_selects": 1})
    people = [row for row in before if row.table == "person"]
    apply(store, *map(Delete, people), *(Insert(row.model_copy(update={"city": "Luik"})) for row in people))
    store.undo(**BY)
    assert rows_in(store.load()) == before


def test_undo_refuses_when_another_program_changed_a_row(store):
    insert(store, person(1, city="Gent"), person(2))
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("UPDATE person SET city = 'Luik' WHERE id = 'p0001'")
        other.commit()
    entries = store.history()
    with pytest.raises(RevisionConflict) as caught:
        store.undo(**BY)
    assert (caught.value.ours, caught.value.theirs) == ({"city": "Gent"}, {"city": "Luik"})
    assert store.history() == entries
    assert store.load().people.height == 2
