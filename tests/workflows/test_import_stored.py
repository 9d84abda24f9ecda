"""An import is one action in the programme file: it is kept whole, and undone whole."""

from pathlib import Path

from mentorkit.store import Store
from mentorkit.workflows.intake.review import review
from tests.store.cases import BY, PROGRAMME, rows_in
from tests.workflows.imports import BO, NOOR, form


def test_an_import_is_one_action_that_is_undone_whole(tmp_path: Path):
    with Store.create(tmp_path / "p.mentorkit", PROGRAMME, **BY) as store:
        store.apply(review(store.load(), [form(NOOR)]).changes, **BY)
        before = rows_in(store.load())
        changed = review(store.load(), [form(NOOR | {"City": "Brugge"}, BO)])
        store.apply(changed.changes, **BY, expected=store.load().number)
        assert store.load().people.height == 2
        assert store.undo(**BY).action == "import"
        assert rows_in(store.load()) == before


def test_the_same_file_changes_nothing_in_a_stored_programme(tmp_path: Path):
    book = form(NOOR | {"Completion time": "14-09-2026 10:00"}, BO | {"Completion time": "15-09-2026 11:30"})
    with Store.create(tmp_path / "p.mentorkit", PROGRAMME, **BY) as store:
        store.apply(review(store.load(), [book]).changes, **BY)
        again = review(store.load(), [book])
        assert store.load().applications["submitted_at"].null_count() == 0
        assert (again.changes.items, again.is_known_form) == ((), True)
