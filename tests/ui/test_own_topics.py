"""The programme's own list of topics on the page: saved at once, taken back by Undo."""

from pathlib import Path

import marimo as mo
import pytest

from mentorkit.model import Programme
from mentorkit.store import Store
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.ui.intake.own_topics import keep_button, own_topics_panel, topics_area
from mentorkit.ui.intake.values import choice_fields
from mentorkit.workflows.intake.edits import Edits
from mentorkit.workflows.intake.kept import Step
from mentorkit.workflows.intake.review import Review, review
from tests.ui.pages import nothing, page_of
from tests.ui.test_desk import BY, START
from tests.workflows.imports import NOOR, form

TOPICS = "Which topics can you mentor on?"
FORM = form(
    NOOR | {TOPICS: "Presenting;Tender rules"},
    NOOR | {"Full name": "Bo Smit", "E-mail address": "bo@example.org", TOPICS: "Neighbourhood work"},
)


class Screen:
    """What the notebook does around the list."""

    def __init__(self, path: Path) -> None:
        Store.create(path, Programme(id="programme", name="P"), **BY).close()
        self.desk = Desk(path, now=lambda: START)
        self.checked: list[Edits] = []
        self.draft, self.turns = Draft(self.checked.append, nothing), 0
        self.page = page_of(self.desk, refresh=self.turn)

    def turn(self, *_: object) -> None:
        self.turns += 1

    @property
    def kept(self) -> tuple[str, ...]:
        return self.desk.snapshot.programme.own_topics

    def review(self) -> Review:
        return review(self.desk.snapshot, [FORM], self.draft.edits)

    def asked(self) -> set[str]:
        names = self.desk.snapshot.programme.topic_names
        fields = choice_fields(self.page, Place("values", self.review()), self.draft, names)
        return set(fields)

    def keep_button(self, found: Review | None = None, here: Step = "values") -> mo.ui.button | None:
        return keep_button(self.page, Place(here, found or self.review()), self.draft)

    def area(self) -> mo.ui.text_area:
        area = topics_area(self.page, self.draft, True)
        assert area is not None
        return area


@pytest.fixture
def page(tmp_path: Path) -> Screen:
    return Screen(tmp_path / "p.mentorkit")


def test_every_answer_that_is_no_topic_can_be_put_on_the_list_at_once_and_undone(page: Screen):
    assert page.asked() == {"Tender rules", "Neighbourhood work"}
    keep = page.keep_button()
    assert keep is not None
    assert "Put these 2 answers" in keep.text
    keep._on_click(None)
    assert set(page.kept) == {"Tender rules", "Neighbourhood work"}
    assert (page.asked(), page.turns) == (set(), 1)
    assert page.keep_button() is None
    page.desk.undo()
    assert page.asked() == {"Tender rules", "Neighbourhood work"}


def test_what_she_writes_is_kept_and_other_words_mean_the_same(page: Screen):
    area = page.area()
    area._on_change("Tenders = tender rules\n\n")
    assert page.kept == ("Tenders = tender rules",)
    assert page.asked() == {"Neighbourhood work"}
    assert {one.answer: one.means("en") for one in page.review().choices} == {
        "Presenting": "presenting",
        "Tender rules": "Tenders",
        "Neighbourhood work": "",
    }


def test_her_list_is_offered_for_other_answers_and_what_she_chose_before_is_not_lost(page: Screen):
    area = page.area()
    area._on_change("Community work")
    page.draft.put("x", lambda edits: edits.option("topics", "Neighbourhood work", "Community work"))
    area._on_change("Community work\nTender rules")
    (choice,) = (one for one in page.review().choices if one.answer == "Neighbourhood work")
    assert (choice.means("en"), choice.is_chosen, choice.is_topic) == ("Community work", True, True)
    assert page.asked() == {"Neighbourhood work"}


def test_the_list_stands_on_two_screens_only(page: Screen):
    assert topics_area(page.page, page.draft, False) is None
    assert own_topics_panel(page.page, None, None) is None
    area = page.area()
    assert own_topics_panel(page.page, area, None) is not None
    assert page.keep_button(here="file") is None


def test_answers_with_signs_of_the_list_in_them_are_known_once_they_are_on_it(page: Screen):
    signs = form(NOOR | {TOPICS: "Cost = benefit;-;"})
    keep = page.keep_button(review(page.desk.snapshot, [signs], Edits()))
    assert keep is not None
    keep._on_click(None)
    (line,) = page.kept
    assert line == "Cost benefit"
    after = review(page.desk.snapshot, [signs], Edits())
    assert page.keep_button(after) is None
