"""Taking an import in: one step in the programme, after a backup, that can be undone as a whole."""

import io
import shutil
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from mentorkit.model import Programme
from mentorkit.store import Store
from mentorkit.text import speaker
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.intake import confirm as ui
from mentorkit.ui.intake.confirm import Taken
from mentorkit.workflows.intake.edits import Edits
from mentorkit.workflows.intake.review import Review, review
from mentorkit.workflows.pairing.pairing import set_blind
from tests.ui.hands import press, said
from tests.ui.test_desk import BY, START
from tests.workflows.imports import BO, EMPTY, NOOR, form
from tests.workflows.test_review import AN, WRONG, corrected

READ = speaker("en")


class Page:
    """What the notebook keeps around the last screen of an import."""

    def __init__(self, path: Path) -> None:
        Store.create(path, Programme(id="programme", name="P"), **BY).close()
        self.path, self.desk = path, Desk(path, now=lambda: START)
        self.taken: Taken | None = None
        self.turns = 0
        self.finish = ui.finisher(self.set_taken, self.turn)
        self.found = review(self.desk.snapshot, [form(NOOR, BO)])

    def set_taken(self, taken: Taken | None) -> None:
        self.taken = taken

    def turn(self) -> None:
        self.turns += 1

    @property
    def done(self) -> Taken | None:
        return ui.still_taken(self.taken, self.desk, self.turns)

    @property
    def take(self):
        return ui.take_in_button("confirm", self.desk, self.found, Edits(), self.finish, READ)

    @property
    def undo(self):
        return ui.undo_import_button(self.done, self.desk, self.finish, READ)

    def names(self) -> list[str]:
        return sorted(self.desk.snapshot.people["full_name"])

    def shown(self) -> str:
        return said(ui.confirm_panel("confirm", self.found, self.done, self.take, self.undo, READ))


@pytest.fixture
def page(tmp_path: Path) -> Page:
    return Page(tmp_path / "p.mentorkit")


def told(found: Review) -> list[str]:
    return [READ(line) for line in ui.what_happens(found)]


def test_the_sign_ups_are_taken_in_at_once_after_a_backup(page: Page):
    press(page.take)
    assert page.names() == ["Bo Smit", "Noor Bakker"]
    assert (page.done.new, page.done.changed, page.turns) == (2, 0, 1)
    assert page.done.backup in page.shown()
    assert "On to the pairing" in page.shown()
    assert READ(page.desk.notice) == "The sign-ups are taken in. Undo takes them out again."


def test_the_whole_import_is_undone_at_once(page: Page):
    press(page.take)
    press(page.undo)
    assert (page.names(), page.done, page.undo) == ([], None, None)


def test_an_import_cannot_be_undone_here_when_something_else_was_done_since(page: Page):
    press(page.take)
    page.desk.do(lambda snapshot: set_blind(snapshot, is_blind=True))
    assert page.undo is None
    assert page.names() == ["Bo Smit", "Noor Bakker"]


def test_without_a_backup_nothing_is_saved(page: Page, tmp_path: Path):
    number = page.desk.snapshot.number
    shutil.rmtree(tmp_path / "backups")
    (tmp_path / "backups").write_text("a file where the folder of backups would be", encoding="utf-8")
    press(page.take)
    assert (page.done, page.desk.snapshot.number, page.names()) == (None, number, [])
    assert page.desk.notice is not None


def test_what_was_saved_elsewhere_in_the_meantime_is_not_written_over(page: Page):
    other = Desk(page.path, now=lambda: START)
    other.do(lambda snapshot: set_blind(snapshot, is_blind=True))
    press(page.take)
    assert (page.done, page.names()) == (None, [])
    assert "Something else was saved in the meantime" in READ(page.desk.notice)


def test_with_nothing_new_there_is_nothing_to_take_in(page: Page):
    press(page.take)
    page.found = review(page.desk.snapshot, [form(NOOR, BO)])
    assert page.take._component_args["disabled"] is True


def test_what_is_left_out_is_told_before_anything_is_saved():
    assert told(review(EMPTY, [form(NOOR, BO)])) == []
    idle, wrong = told(review(EMPTY, [form(NOOR, AN, WRONG)]))
    assert idle == "1 row changes nothing or is left out."
    assert wrong.startswith("1 of them have an error. They are not lost")


@pytest.mark.parametrize(("is_forms", "hers"), [(False, 1), (True, 0)])
def test_for_how_many_answers_the_change_in_the_programme_stays_is_told(is_forms: bool, hers: int):
    before, book = corrected("Brugge"), form(NOOR | {"City": "Antwerpen"})
    (conflict,) = review(before, [book]).conflicts
    edits = Edits().choose_form(conflict.row_id, conflict.field, is_chosen=is_forms)
    assert told(review(before, [book], edits))[-1] == (
        f"Of 1 answers that you changed yourself, yours stays for {hers}."
    )


def test_rows_to_repair_are_offered_as_a_workbook_with_what_is_wrong():
    found = review(EMPTY, [form(NOOR, AN, WRONG)])
    link = ui.repair_download("check", found, READ)
    assert "Save the rows to repair as a workbook" in said(link)
    book = openpyxl.load_workbook(io.BytesIO(link._data()))
    assert "bo.example.org" in {cell.value for sheet in book for row in sheet for cell in row}
    assert ui.repair_download("check", review(EMPTY, [form(NOOR)]), READ) is None
    assert ui.repair_download("file", found, READ) is None


def test_skipped_rows_are_not_to_be_repaired():
    found = review(EMPTY, [form(NOOR, AN, WRONG)])
    skipped = replace(found, rows=tuple(replace(row, state="skipped") for row in found.rows))
    assert ui.rows_to_repair(skipped) == []


def test_on_other_screens_nothing_is_taken_in(page: Page):
    assert ui.take_in_button("check", page.desk, page.found, Edits(), page.finish, READ) is None
    assert ui.confirm_panel("check", page.found, None, None, None, READ) is None
