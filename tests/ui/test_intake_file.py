"""Choosing the files of an import: what is offered, what was seen in each, and what comes of a choice."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from mentorkit.frames import Snapshot
from mentorkit.model import Programme
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.ui.intake import file as ui
from mentorkit.ui.intake.confirm import Taken
from mentorkit.ui.intake.draft import Draft
from mentorkit.ui.intake.reading import Files, read_all, reviewed
from mentorkit.workflows.intake.edits import Edits, RowAt
from tests.intake.conftest import delimited, workbook
from tests.ui.hands import press, said
from tests.workflows.imports import BO, EMPTY, NOOR, form, taken

READ = speaker("en")
ROWS = [list(NOOR), list(NOOR.values()), list(BO.values())]
MENTORS = ("mentors.csv", delimited(ROWS))


class Page:
    """What the notebook keeps for an import."""

    def __init__(self) -> None:
        self.files: Files = ()
        self.taken: Taken | None = Taken(1, "backup", None, Edits())
        self.draft = Draft(lambda edits: None)
        self.choose = ui.chooser(self.draft, self.set_files, self.set_taken)

    def set_files(self, change) -> None:
        self.files = change(self.files)

    def set_taken(self, taken: Taken | None) -> None:
        self.taken = taken

    def buttons(self, snapshot: Snapshot = EMPTY) -> tuple[object, ...]:
        return ui.file_buttons("file", self.files, snapshot, self.choose, READ)

    def shown(self) -> str:
        area = ui.file_area("file", self.files, self.choose, READ)
        return said(ui.file_panel("file", area, self.buttons(), read_all(self.files, READ), READ))


@pytest.fixture
def page() -> Page:
    return Page()


def test_files_that_are_dropped_are_added_to_those_that_were_there(page: Page):
    area = ui.file_area("file", (), page.choose, READ)
    area._on_change(
        [SimpleNamespace(name="a.csv", contents=b"a"), SimpleNamespace(name="b.csv", contents=b"b")]
    )
    page.choose((("b.csv", b"new"), ("c.csv", b"c")))
    assert page.files == (("a.csv", b"a"), ("b.csv", b"new"), ("c.csv", b"c"))


def test_another_choice_of_files_begins_without_edits_and_without_what_was_taken_in(page: Page):
    page.draft.put("skip", lambda edits: edits.skip([RowAt("a.csv", "", 2)]))
    page.draft.check()
    page.choose((MENTORS,))
    assert (page.draft.edits, page.draft.can_go_back, page.taken) == (Edits(), False, None)


def test_other_files_can_be_chosen_and_then_the_page_begins_again(page: Page):
    page.choose((MENTORS,))
    assert not ui.is_start("file", page.files)
    assert ui.file_area("file", page.files, page.choose, READ) is None
    (other,) = page.buttons()
    press(other)
    assert (page.files, ui.is_start("file", page.files)) == ((), True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_made_up_people_are_offered_in_the_language_of_the_page(page: Page, language: Language):
    (button,) = ui.file_buttons("file", (), EMPTY, page.choose, speaker(language))
    press(button)
    files = read_all(page.files, speaker(language))
    assert len(files) == 2
    assert all(one.book is not None for one in files)


def test_made_up_people_are_not_offered_beside_real_ones(page: Page):
    with_people = taken(EMPTY, form(NOOR))
    assert page.buttons(with_people) == ()
    sample = replace(with_people, programme=Programme(id="programme", name="P", is_sample=True))
    assert len(page.buttons(sample)) == 1


def test_the_page_says_which_files_it_takes_before_any_is_chosen(page: Page):
    assert "Excel (.xlsx) or CSV" in page.shown()
    assert "Drop the exports of your sign-up forms here" in page.shown()


def test_of_every_file_the_page_says_what_is_in_it_or_why_it_was_refused(page: Page):
    sheets = workbook(("Mentors", ROWS), ("More", ROWS))
    page.choose((MENTORS, ("both.xlsx", sheets), ("page.xlsx", b"<html><table></table></html>")))
    shown = page.shown()
    assert "2 rows" in shown
    assert "4 rows on Mentors and More" in shown
    assert "mk-wrong" in shown
    assert "Excel (.xlsx) or CSV, as" not in shown


def test_what_is_about_a_whole_file_is_told_beside_it(page: Page):
    page.choose((("workbook.csv", workbook(("Mentors", ROWS))),))
    (one,) = read_all(page.files, READ)
    (finding,) = one.book.findings
    assert READ(finding.message) in page.shown()


def test_on_other_screens_no_files_are_asked_for(page: Page):
    assert ui.file_area("seen", (), page.choose, READ) is None
    assert ui.file_buttons("seen", (), EMPTY, page.choose, READ) == ()
    assert ui.file_panel("seen", None, (), (), READ) is None
    assert not ui.is_start("seen", ())


def test_every_row_of_a_long_file_is_looked_at():
    rows = [BO | {"E-mail address": f"{n}@example.org", "Full name": f"Bo {n}"} for n in range(1200)]
    content = delimited([list(BO), *(list(row.values()) for row in rows)])
    found = reviewed(EMPTY, read_all((("long.csv", content),), READ), Edits(), None, READ)
    assert found is not None
    assert len(found.rows) == 1200
