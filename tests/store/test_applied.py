"""Changes on a snapshot give what the store gives, without a file."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from mentorkit.errors import MentorkitError
from mentorkit.frames import Snapshot, applied
from mentorkit.model import ROWS, Changes, Delete, Insert, Person, Programme, Row, Update
from mentorkit.store import Store
from mentorkit.text import Message
from tests.store.cases import BY, PROGRAMME, any_row, rows_in

IDS = st.sampled_from(("p1", "p2", "p3"))
MODELS = st.sampled_from((*[model for model in ROWS if model is not Programme], *[Person] * 6))


@st.composite
def some_changes(draw: st.DrawFn, now: Snapshot) -> Changes:
    """A few changes of few rows: most as they should be, some in each other's way."""
    items = []
    for model in draw(st.lists(MODELS, min_size=1, max_size=4)):
        fixed = {name: IDS for name in ("id", *model.pointers())}
        row = draw(any_row(model, **{name: draw(ids) for name, ids in fixed.items()}))
        known = {one.id: one.revision for one in now.rows(model)}
        usual = (Update, Update, Delete) if row.id in known else (Insert,)
        kind = draw(st.sampled_from((*usual * 6, Insert, Update, Delete)))
        seen = draw(st.sampled_from((*[known.get(row.id, 0)] * 9, 1)))
        items.append(kind(row.model_copy(update={"revision": seen})))
    return Changes("import", tuple(items))


def outcome(do: Callable[[], Snapshot]) -> list[Row] | Message:
    """The rows after it, or the sentence with which it is refused."""
    try:
        return rows_in(do())
    except MentorkitError as refusal:
        return refusal.message


@settings(max_examples=30, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.data())
def test_a_snapshot_becomes_what_the_store_would_give_or_is_refused_in_the_same_words(data: st.DataObject):
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "p.mentorkit", PROGRAMME, **BY)
        for _ in range(6):
            before = store.load()
            changes = data.draw(some_changes(before))
            foreseen = outcome(lambda before=before, changes=changes: applied(before, changes))

            def saved(changes: Changes = changes) -> Snapshot:
                store.apply(changes, **BY)
                return store.load()

            assert outcome(saved) == foreseen


def test_rows_are_made_once_and_whoever_has_a_list_of_them_may_change_it():
    snapshot = Snapshot.of(PROGRAMME)
    first = snapshot.rows(Programme)
    assert snapshot.rows(Programme)[0] is first.pop()
    renamed = snapshot.with_table(Programme, [PROGRAMME.model_copy(update={"name": "Other"})])
    assert (len(snapshot.rows(Programme)), renamed.rows(Programme)[0].name) == (1, "Other")
