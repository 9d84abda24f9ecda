"""Choosing the files of an import: what is offered, what was seen in each, and what comes of a choice."""

from types import SimpleNamespace

import pytest

from mentorkit.frames import Snapshot
from mentorkit.model import Programme
from mentorkit.text import LANGUAGES, Language
from mentorkit.ui.intake import file as ui
from mentorkit.ui.intake.confirm import Taken
from mentorkit.ui.intake.draft import Draft
from mentorkit.ui.intake.reading import read_all, reviewed
from mentorkit.workflows.intake.edits import Edits, RowAt
from mentorkit.workflows.intake.kept import Files
from tests.intake.conftest import delimited, workbook
from tests.ui.hands import press, said
from tests.ui.pages import nothing, page_of
from tests.workflows.imports import BO, EMPTY, NOOR, form, taken
from tests.workflows.returned import exported

ROWS = [list(NOOR), list(NOOR.values()), list(BO.values())]
MENTORS = ("mentors.csv", delimited(ROWS))


class Screen:
    """What the notebook keeps for an import."""

    def __init__(self) -> None:
        self.files: Files = ()
        self.taken: Taken | None = Taken(1, "backup", None, Edits())
        self.draft = Draft(nothing, nothing)
        self.page = page_of(SimpleNamespace(snapshot=EMPTY))
        self.choose = ui.chooser(self.draft, self.set_files, self.set_taken)

    def set_files(self, change) -> None:
        self.files = change(self.files)

    def set_taken(self, taken: Taken | None) -> None:
        self.taken = taken

    @property
    def chosen(self) -> Files | None:
        return ui.files_at("file", self.files)

    def buttons(self, snapshot: Snapshot = EMPTY) -> tuple[object, ...]:
        return ui.file_buttons(self.page, self.chosen, snapshot, self.choose)

    def shown(self) -> str:
        area = ui.file_area(page_of(), self.chosen, self.choose)
        files = read_all(page_of(), self.files)
        found = reviewed(page_of(), files, Edits(), None, EMPTY)
        return said(ui.file_panel(self.page, area, self.buttons(), files, found))


@pytest.fixture
def screen() -> Screen:
    return Screen()


def test_files_that_are_dropped_are_added_to_those_that_were_there(screen: Screen):
    area = ui.file_area(page_of(), (), screen.choose)
    area._on_change(
        [SimpleNamespace(name="a.csv", contents=b"a"), SimpleNamespace(name="b.csv", contents=b"b")]
    )
    screen.choose((("b.csv", b"new"), ("c.csv", b"c")))
    assert screen.files == (("a.csv", b"a"), ("b.csv", b"new"), ("c.csv", b"c"))


def test_another_choice_of_files_begins_without_edits_and_without_what_was_taken_in(screen: Screen):
    screen.draft.put("skip", lambda edits: edits.skip([RowAt("a.csv", "", 2)]))
    screen.draft.check()
    screen.choose((MENTORS,))
    assert (screen.draft.edits, screen.draft.can_go_back, screen.taken) == (Edits(), False, None)


def test_of_a_workbook_the_rows_that_are_read_are_counted_and_other_sheets_named(screen: Screen):
    book = workbook(
        ("Read me", [["Hello"], ["Fill in"]]), ("Mentors", ROWS), ("Lists", [["Topic"], ["A"], ["B"]])
    )
    screen.choose((("both.xlsx", book),))
    assert "2 rows on Mentors" in screen.shown()
    assert "Not read: Read me and Lists" in screen.shown()


def test_other_files_can_be_chosen_and_then_the_page_begins_again(screen: Screen):
    screen.choose((MENTORS,))
    assert not ui.is_start("file", screen.files)
    assert ui.file_area(page_of(), screen.chosen, screen.choose) is None
    (other,) = screen.buttons()
    press(other)
    assert (screen.files, ui.is_start("file", screen.files)) == ((), True)


SAMPLE = EMPTY.with_table(Programme, [Programme(id="programme", name="P", is_sample=True)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_offers_its_own_people_in_the_language_of_the_page(screen: Screen, language: Language):
    (button,) = ui.file_buttons(page_of(language=language), (), SAMPLE, screen.choose)
    press(button)
    files = read_all(page_of(language=language), screen.files)
    assert len(files) == 2
    assert all(one.book is not None for one in files)


def test_made_up_people_never_fill_a_programme_of_her_own_from_the_page(screen: Screen):
    """They did, unmarked; now the example is a programme apart, and the way to it a link."""
    assert screen.buttons(EMPTY) == screen.buttons(taken(EMPTY, form(NOOR))) == ()
    assert "/p/sample/?lang=en" in screen.shown()
    with_people = SimpleNamespace(snapshot=taken(EMPTY, form(NOOR)))
    for desk in (with_people, SimpleNamespace(snapshot=SAMPLE)):
        assert page_of(desk).example_link() is None


def test_the_page_says_which_files_it_takes_before_any_is_chosen(screen: Screen):
    assert "Excel (.xlsx) or CSV" in screen.shown()
    assert "Drop the exports of your sign-up forms here" in screen.shown()


def test_of_every_file_the_page_says_what_is_in_it_or_why_it_was_refused(screen: Screen):
    sheets = workbook(("Mentors", ROWS), ("More", ROWS))
    screen.choose((MENTORS, ("both.xlsx", sheets), ("page.xlsx", b"<html><table></table></html>")))
    shown = screen.shown()
    assert "2 rows" in shown
    assert "4 rows on Mentors and More" in shown
    assert "mk-wrong" in shown
    assert "Excel (.xlsx) or CSV, as" not in shown


def test_what_is_about_a_whole_file_is_told_beside_it(screen: Screen):
    screen.choose((("workbook.csv", workbook(("Mentors", ROWS))),))
    (one,) = read_all(page_of(), screen.files)
    (finding,) = one.book.findings
    assert page_of().speak(finding.message) in screen.shown()


def test_the_workbook_of_a_programme_is_not_read_as_sign_ups(screen: Screen):
    """Dropped here it was, and offered a change of every sign-up in it."""
    screen.choose((("programme.xlsx", exported(EMPTY, "en")), MENTORS))
    refused, read = read_all(page_of(), screen.files)
    assert (refused.book is None, read.book is None) == (True, False)
    assert "Choose it lower on this page" in screen.shown()


def test_on_other_screens_no_files_are_asked_for(screen: Screen):
    files = ui.files_at("seen", ())
    assert ui.file_area(page_of(), files, screen.choose) is None
    assert ui.file_buttons(page_of(), files, EMPTY, screen.choose) == ()
    assert ui.file_panel(page_of(), None, (), (), None) is None
    assert ui.file_panel(page_of(), None, (), read_all(page_of(), (MENTORS,)), None) is None
    assert not ui.is_start("seen", ())


def test_every_row_of_a_long_file_is_looked_at():
    rows = [BO | {"E-mail address": f"{n}@example.org", "Full name": f"Bo {n}"} for n in range(1200)]
    content = delimited([list(BO), *(list(row.values()) for row in rows)])
    found = reviewed(page_of(), read_all(page_of(), (("long.csv", content),)), Edits(), None, EMPTY)
    assert found is not None
    assert len(found.rows) == 1200
