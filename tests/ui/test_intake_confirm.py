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
from mentorkit.ui.frame.top import take_back_button
from mentorkit.ui.intake import confirm as ui
from mentorkit.ui.intake.confirm import Taken
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.views.intake.import_steps import left_out_lines
from mentorkit.workflows.intake.edits import Edits
from mentorkit.workflows.intake.kept import KeptImport
from mentorkit.workflows.intake.review import Review, review
from mentorkit.workflows.intake.review_cells import rows_to_repair
from mentorkit.workflows.pairing.pairing import set_blind
from tests.ui.hands import press, said
from tests.ui.pages import nothing, page_of
from tests.ui.test_desk import BY, START
from tests.workflows.imports import BO, EMPTY, NOOR, form
from tests.workflows.test_review import AN, WRONG, corrected

READ = speaker("en")


class Screen:
    """What the notebook keeps around the last screen of an import."""

    def __init__(self, path: Path) -> None:
        Store.create(path, Programme(id="programme", name="P"), **BY).close()
        self.path, self.desk = path, Desk(path, now=lambda: START)
        self.taken: Taken | None = None
        self.turns, self.page = 0, page_of(self.desk, refresh=self.turn).at("take")
        self.found = review(self.desk.snapshot, [form(NOOR, BO)])
        self.kept = KeptImport(path)
        self.draft = Draft(nothing, nothing, self.kept.edits, self.kept.keep)

    def set_taken(self, taken: Taken | None) -> None:
        self.taken = taken

    def turn(self, *_: object) -> None:
        self.turns += 1

    @property
    def place(self) -> Place:
        return Place("confirm", self.found)

    @property
    def done(self) -> Taken | None:
        return ui.still_taken(self.taken, self.desk, self.turns)

    @property
    def take(self):
        return ui.take_in_button(self.page, self.place, self.draft, self.set_taken)

    def names(self) -> list[str]:
        return sorted(self.desk.snapshot.people["full_name"])

    def shown(self) -> str:
        panel = ui.confirm_panel(self.page, self.place, self.done, self.take)
        return said(self.page.under(self.desk.told, take_back_button(self.page), panel))


@pytest.fixture
def screen(tmp_path: Path) -> Screen:
    return Screen(tmp_path / "p.mentorkit")


def told(found: Review) -> list[str]:
    yours = [not one.is_form_chosen for one in found.conflicts]
    return [READ(line) for line in left_out_lines(found.counts, yours)]


def test_the_sign_ups_are_taken_in_at_once_after_a_backup(screen: Screen):
    screen.kept.keep(files=(("mentors.csv", b""),))
    press(screen.take)
    assert screen.names() == ["Bo Smit", "Noor Bakker"]
    assert KeptImport(screen.path).files == ()
    counts = screen.done.review.counts
    assert (counts["new"], counts["changed"], screen.turns) == (2, 0, 1)
    assert screen.done.backup in screen.shown()
    assert "On to the pairing" in screen.shown()
    assert READ(screen.desk.notice) == "The sign-ups are imported. Undo takes them out again."


def test_the_button_is_to_take_in_before_and_to_undo_afterwards(screen: Screen):
    assert "Import the sign-ups" in screen.shown()
    press(screen.take)
    assert "marimo-button" in screen.shown()
    assert "Import the sign-ups" not in screen.shown()


def test_the_whole_import_is_undone_at_once(screen: Screen):
    press(screen.take)
    press(take_back_button(screen.page))
    assert (screen.names(), screen.done) == ([], None)
    assert "Import the sign-ups" in screen.shown()


def test_an_import_cannot_be_undone_here_when_something_else_was_done_since(screen: Screen):
    press(screen.take)
    screen.desk.do(lambda snapshot: set_blind(snapshot, is_blind=True))
    assert 'role="status"></div>' in screen.shown()
    assert screen.names() == ["Bo Smit", "Noor Bakker"]


def test_without_a_backup_nothing_is_saved(screen: Screen, tmp_path: Path):
    number = screen.desk.snapshot.number
    shutil.rmtree(tmp_path / "backups")
    (tmp_path / "backups").write_text("a file where the folder of backups would be", encoding="utf-8")
    press(screen.take)
    assert (screen.done, screen.desk.snapshot.number, screen.names()) == (None, number, [])
    assert screen.desk.notice is not None


def test_what_was_saved_elsewhere_in_the_meantime_is_not_written_over(screen: Screen):
    other = Desk(screen.path, now=lambda: START)
    other.do(lambda snapshot: set_blind(snapshot, is_blind=True))
    press(screen.take)
    assert (screen.done, screen.names()) == (None, [])
    assert "You changed this programme in another tab." in READ(screen.desk.notice)


def test_with_nothing_new_there_is_nothing_to_take_in(screen: Screen):
    press(screen.take)
    screen.found = review(screen.desk.snapshot, [form(NOOR, BO)])
    assert screen.take._component_args["disabled"] is True


def test_what_is_left_out_is_told_before_anything_is_saved():
    assert told(review(EMPTY, [form(NOOR, BO)])) == []
    idle, wrong = told(review(EMPTY, [form(NOOR, AN, WRONG)]))
    assert idle == "1 row changes nothing or is left out."
    assert wrong.startswith("1 of them has an error. It is not lost")


@pytest.mark.parametrize(("is_forms", "hers"), [(False, 1), (True, 0)])
def test_for_how_many_answers_the_change_in_the_programme_stays_is_told(is_forms: bool, hers: int):
    before, book = corrected("Brugge"), form(NOOR | {"City": "Antwerpen"})
    (conflict,) = review(before, [book]).conflicts
    edits = Edits().choose_form(conflict.row_id, conflict.field, is_chosen=is_forms)
    found = review(before, [book], edits)
    assert told(found)[-1] == f"You changed 1 answer yourself; yours stays for {hers}."
    twice = replace(found, conflicts=found.conflicts * 2)
    assert told(twice)[-1] == f"Of 2 answers that you changed yourself, yours stays for {2 * hers}."


def test_rows_to_repair_are_offered_as_a_workbook_with_what_is_wrong():
    found = review(EMPTY, [form(NOOR, AN, WRONG)])
    link = ui.repair_download(page_of(), Place("review", found))
    assert "Save the rows to repair as a workbook" in said(link)
    book = openpyxl.load_workbook(io.BytesIO(link._data()))
    assert "bo.example.org" in {cell.value for sheet in book for row in sheet for cell in row}
    assert ui.repair_download(page_of(), Place("review", review(EMPTY, [form(NOOR)]))) is None
    assert ui.repair_download(page_of(), Place("file", found)) is None


def test_skipped_rows_are_not_to_be_repaired():
    found = review(EMPTY, [form(NOOR, AN, WRONG)])
    skipped = replace(found, rows=tuple(replace(row, state="skipped") for row in found.rows))
    assert rows_to_repair(skipped) == []


def test_on_other_screens_nothing_is_taken_in(screen: Screen):
    place = Place("review", screen.found)
    assert ui.take_in_button(screen.page, place, screen.draft, screen.set_taken) is None
    assert ui.confirm_panel(screen.page, place, None, None) is None
