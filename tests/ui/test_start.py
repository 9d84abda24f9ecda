"""The start page in process: what is to do first, one action for many pairs, every text, whole files."""

import io
import runpy
import zipfile
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from mentorkit.documents.introductions import due_letters, mail_drafts
from mentorkit.documents.texts import TEXTS
from mentorkit.frames import Snapshot
from mentorkit.model import (
    SIDES,
    Decline,
    Expectation,
    Goal,
    OwnText,
    Pair,
    Person,
    SaidAloud,
    StartStep,
)
from mentorkit.text import LANGUAGES, say, speaker
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.start import answers as wanted
from mentorkit.ui.start import expected as expects
from mentorkit.ui.start import introduce, texts
from mentorkit.ui.start.board import list_picker, step_form
from mentorkit.ui.start.introduce import letters_panel, text_picker
from mentorkit.views.start.steps import Started, of_stage, pairs_started
from mentorkit.workflows.set_up import new_programme
from tests.documents.test_expectations import export
from tests.sources import ROOT
from tests.ui.hands import press, said, type_in
from tests.ui.pages import nothing, page_of, page_with
from tests.ui.test_desk import START
from tests.ui.test_framework import hand_in
from tests.workflows.started import PEOPLE, SECRET, TODAY, started, stored_start

BOTH = ("ann-bo", "cas-dee")


class Screen:
    """What the notebook does with the parts of the page."""

    def __init__(self, path: Path) -> None:
        self.desk = Desk(stored_start(path), now=lambda: START)
        self.page = page_of(self.desk).at("steps")

    @property
    def now(self) -> Snapshot:
        return self.desk.snapshot

    def listed(self, shown: str = "all") -> tuple[Started, ...]:
        return of_stage(pairs_started(self.now, self.desk.today()), shown)

    def form(self, shown: str = "all"):
        return step_form(self.page, self.listed(shown), (), shown)

    def told(self) -> str:
        return self.page.speak(self.desk.told.message)

    def steps(self) -> set[tuple[str, str, date]]:
        return {(row.pair_id, row.kind, row.day) for row in self.now.rows(StartStep)}


@pytest.fixture
def screen(tmp_path: Path) -> Screen:
    return Screen(tmp_path / "p.mentorkit")


def test_one_step_is_noted_for_a_whole_list_and_undone_with_one_press_where_it_was_pressed(screen):
    hand_in(screen.form(), is_all=True, what=["they were introduced"])
    today = screen.desk.today()
    assert screen.steps() == {(pair, "introduced", today) for pair in BOTH}
    assert screen.told() == "2 pairs: they were introduced."
    assert (screen.desk.told.place, screen.desk.told.can_undo) == ("steps", True)
    screen.page.undo()
    assert screen.steps() == set()


def test_only_the_pairs_that_are_ticked_take_the_step_on_the_day_that_is_typed(screen):
    hand_in(screen.form(), **{"pair-ann-bo": True}, what=["both said yes"], day="15-9-2026")
    day = date(2026, 9, 15)
    assert screen.steps() == {("ann-bo", "mentee_agreed", day), ("ann-bo", "mentor_agreed", day)}
    hand_in(screen.form(), **{"pair-ann-bo": True}, what=["the mentor said yes"], is_back=True)
    assert screen.steps() == {("ann-bo", "mentee_agreed", day)}
    assert screen.told() == "1 pair: taken back."


@pytest.mark.parametrize(("given", "field"), [({}, "pairs"), ({"is_all": True, "day": "some day"}, "day")])
def test_what_cannot_be_noted_is_refused_at_its_field_and_changes_nothing(screen, given, field):
    hand_in(screen.form(), **given)
    assert (screen.steps(), screen.desk.told.field) == (set(), field)


def test_who_says_no_leaves_the_board_with_the_reason(screen):
    declines = {"what": ["the mentor says no"], "reason": ["other topics wanted"], "remark": "Wants finance"}
    hand_in(screen.form(), **{"pair-ann-bo": True}, **declines)
    (no,) = screen.now.rows(Decline)
    assert (no.pair_id, no.side, no.reason, no.remark) == ("ann-bo", "mentor", "themes", "Wants finance")
    assert [one.two.pair.id for one in screen.listed()] == ["cas-dee"]
    assert screen.told().startswith("1 pair ended. Both can be paired anew")
    screen.page.undo()
    assert (screen.now.rows(Decline), len(screen.listed())) == ([], 2)


def test_a_no_has_the_day_that_was_typed_and_who_takes_no_part_any_more_is_not_promised_a_new_pair(screen):
    """The day of a no was always today, and 'both can be paired anew' was said of who stops, too."""
    declines = {"what": ["the mentee says no"], "reason": ["does not want to take part any more"]}
    hand_in(screen.form(), **{"pair-ann-bo": True}, **declines, day="15-9-2026")
    (no,) = screen.now.rows(Decline)
    assert no.declined_on == date(2026, 9, 15)
    assert "Who said no takes no part now" in screen.told()
    assert "Both can be paired anew" not in screen.told()


def test_a_no_that_is_to_be_taken_back_ends_no_pair(screen):
    """With the tick 'it did not happen after all' the pair was ended all the same."""
    hand_in(screen.form(), **{"pair-ann-bo": True}, what=["the mentee says no"], is_back=True)
    assert (screen.now.rows(Decline), len(screen.listed())) == ([], 2)
    assert screen.desk.told.field == "is_back"


def test_a_remark_that_has_no_room_is_refused_at_its_field_and_is_no_error_of_ours(screen):
    hand_in(screen.form(), **{"pair-ann-bo": True}, what=["the mentee says no"], remark="x" * 1001)
    assert (screen.now.rows(Decline), screen.desk.told.field) == ([], "remark")
    assert screen.told() == "There is room for 1,000 characters. Make it shorter."


def test_the_board_begins_with_the_first_list_in_which_something_is_to_do(screen):
    def chosen() -> str:
        return list_picker(screen.page, screen.listed(), "", nothing).value

    assert chosen() == "introduce"
    hand_in(screen.form(), is_all=True, what=["they were introduced"])
    assert chosen() == "all"
    assert list_picker(screen.page, screen.listed(), "answer", nothing).value == "answer"


def test_where_every_first_talk_is_planned_what_is_noted_next_is_that_they_talked(screen):
    def next_of(now: Snapshot) -> str:
        found = of_stage(pairs_started(now, screen.desk.today()), "talk")
        return step_form(screen.page, found, (), "talk").element.elements["what"].value

    hand_in(screen.form(), is_all=True, what=["both said yes"])
    hand_in(screen.form(), what=["their first talk is planned"], **{"pair-ann-bo": True})
    assert next_of(screen.now) == "talked"
    told = [Expectation(id=one, pair_id="cas-dee", side=one, answered_on=TODAY) for one in SIDES]
    assert next_of(screen.now.with_table(Expectation, told)) == "planned"


def test_a_pair_is_under_way_once_it_talked_signed_and_set_a_goal(screen):
    for happened in ("they had their first talk", "the agreement is signed"):
        hand_in(screen.form(), is_all=True, what=[happened])
    assert {one.at.stage for one in screen.listed()} == {"goal"}
    goal = Goal(id="g", pair_id="ann-bo", text="Present a report", hoped="Once")
    after = pairs_started(screen.now.with_table(Goal, [goal]), screen.desk.today())
    assert [one.at.stage for one in after] == ["under_way", "goal"]


def test_a_name_that_looks_like_a_field_is_only_a_name(screen):
    odd = PEOPLE[0].model_copy(update={"full_name": "{what} *x* <b>", "first_name": "{day}"})
    hostile = started().with_table(Person, [odd, *PEOPLE[1:]])
    yes = StartStep(id="s", pair_id="ann-bo", kind="mentee_agreed", day=TODAY)
    agreed = hostile.with_table(StartStep, [yes])
    shown = said(step_form(page_with(agreed), pairs_started(agreed, TODAY), (), "all"))
    assert shown.count("{what} *x* <b> – Bo “Björn” Øst 🌱") == 1
    assert "yes from {day}" in shown
    assert "<b>" not in step_form(page_with(agreed), pairs_started(agreed, TODAY), (), "all").text


def upload(content: bytes) -> SimpleNamespace:
    return SimpleNamespace(value=[SimpleNamespace(name="answers.csv", contents=content)])


def test_answers_come_in_from_a_file_at_one_press_and_one_undo_takes_them_out(screen):
    page = screen.page.at("answers")
    content = export("en", ("ann@example.org", {"rhythm": "weekly"}, ""), ("nobody@example.org", {}, ""))
    found = expects.returned_answers(page, upload(content))
    button = expects.expectations_button(page, found)
    shown = said(expects.returned_panel(page, expects.returned_picker(page, 0), found, button))
    assert "1 answer read." in shown
    assert "nobody@example.org" in shown
    button._on_click(0)
    assert [row.choices for row in screen.now.rows(Expectation)] == [{"rhythm": "weekly"}]
    assert (screen.told(), screen.desk.told.place) == ("1 answer is recorded.", "answers")
    assert "recorded already" in said(expects.expectations_button(page, found))
    page.undo()
    assert screen.now.rows(Expectation) == []


def test_a_yes_and_a_no_come_in_from_a_pasted_list_at_one_press_and_one_undo_takes_them_out(screen):
    page = screen.page.at("replies")
    typed = SimpleNamespace(
        value="Email\tAnswer\tReason\nann@example.org\tyes\t\ncas@example.org\tno\tno time now\n"
    )
    none = SimpleNamespace(value=())
    found = wanted.yes_or_no_answers(page, none, typed)
    button = wanted.answers_button(page, found)
    shown = said(
        wanted.yes_or_no_panel(page, wanted.yes_or_no_picker(page, 0), page.area(say("x")), found, button)
    )
    assert "2 answers read." in shown
    press(button)
    assert screen.told() == "1 yes is noted. 1 said no."
    assert {(pair, kind) for pair, kind, _ in screen.steps()} == {("ann-bo", "mentee_agreed")}
    assert [(one.pair_id, one.reason) for one in screen.now.rows(Decline)] == [("cas-dee", "time")]
    screen.page.undo()
    assert (screen.steps(), screen.now.rows(Decline)) == (set(), [])
    assert (
        wanted.answers_button(page, wanted.yes_or_no_answers(page, none, SimpleNamespace(value=" "))) is None
    )


def test_a_damaged_file_is_refused_where_it_was_chosen_and_nothing_is_to_record(screen):
    found = expects.returned_answers(screen.page, upload(b"PK\x03\x04 damaged"))
    assert expects.expectations_button(screen.page, found) is None
    assert "damaged" in said(
        expects.returned_panel(screen.page, expects.returned_picker(screen.page, 0), found, None)
    )
    assert expects.returned_answers(screen.page, SimpleNamespace(value=())) is None


def test_what_a_pair_said_aloud_is_ticked_beside_what_both_expect(screen):
    page = screen.page.at("aloud")
    told = [("ann@example.org", {"rhythm": "weekly"}, "Home"), ("bo@example.org", {"rhythm": "monthly"}, "")]
    found = expects.returned_answers(page, upload(export("en", *told)))
    expects.expectations_button(page, found)._on_click(0)

    def form():
        return expects.aloud_form(page, screen.now, screen.listed(), "ann-bo")

    shown = said(form())
    assert all(text in shown for text in ("Every week", "Every month", "differs: find the middle"))
    assert "Home" not in shown
    hand_in(form(), rhythm=True, reply=True)
    assert {row.question for row in screen.now.rows(SaidAloud)} == {"rhythm", "reply"}
    assert screen.told() == "2 of 8 said aloud."
    hand_in(form(), rhythm=False, reply=True)
    assert {row.question for row in screen.now.rows(SaidAloud)} == {"reply"}
    assert expects.pair_picker(page, screen.listed()).value == "ann-bo"
    assert expects.aloud_form(page, screen.now, screen.listed(), "ended") is None


def test_a_text_is_changed_seen_for_real_pairs_and_ours_taken_again(screen):
    page = screen.page.at("words")
    assert texts.ours_again_button(page, screen.now, "no_talk") is None

    def typed(**given):
        fields = texts.text_fields(page, screen.now, "no_talk")
        type_in(fields, **given)
        return fields, said(texts.preview_panel(page, screen.now, screen.listed(), "no_talk", fields))

    fields, shown = typed(subject="Dear {{ names }}", body="Talk!")
    assert "Dear Ann and Bo" in shown
    assert "Dear Cas and Dee" in shown
    assert screen.now.rows(OwnText) == []
    press(texts.keep_text_button(page, fields, "no_talk"))
    assert [row.subject for row in screen.now.rows(OwnText)] == ["Dear {{ names }}"]
    texts.ours_again_button(page, screen.now, "no_talk")._on_click(0)
    assert screen.now.rows(OwnText) == []
    fields, shown = typed(body="{{ nmaes }}")
    assert "there is no field nmaes. Do you mean names?" in shown
    press(texts.keep_text_button(page, fields, "no_talk"))
    assert (screen.desk.told.place, screen.desk.told.field) == ("words", "body")
    assert "there is no field nmaes" in screen.told()


def test_fields_are_called_in_the_language_of_the_page_and_kept_in_one_way(screen):
    page = page_of(screen.desk, "nl").at("words")
    fields = texts.text_fields(page, screen.now, "introduction")
    assert "{{ programma }}: {{ mentee_voornaam }}" in fields.value["subject"]
    type_in(fields, body="Dag {{ Namen }}\n{% for line in themas %}\n{{ line }}\n{% endfor %}{{ contact }}")
    press(texts.keep_text_button(page, fields, "introduction"))
    (kept,) = screen.now.rows(OwnText)
    assert kept.body == "Dag {{ names }}\n{% for line in themes %}\n{{ line }}\n{% endfor %}{{ contact }}"
    assert "{{ programme }}: {{ mentee_first }}" in kept.subject
    again = texts.text_fields(page, screen.now, "introduction")
    assert "{{ namen }}" in again.value["body"]
    type_in(again, body="{{ naam }}")
    shown = said(texts.preview_panel(page, screen.now, screen.listed(), "introduction", again))
    assert "het veld naam bestaat niet. Bedoel je namen?" in shown
    assert "mentee_voornaam" in said(texts.text_panel(page, texts.text_to_change(page), again))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", TEXTS)
def test_every_text_is_there_to_open_to_copy_and_to_save_for_every_pair(language, key):
    programme, speak = started(), speaker(language)
    page, found = page_with(programme, language), pairs_started(programme, TODAY)
    mails = due_letters(programme, found, key, speak)
    shown = said(letters_panel(page, found, mails, text_picker(page)))
    assert shown.count("mailto:") == 1  # one of the four has no address
    assert shown.count("\n----------\n") == 1
    assert SECRET not in shown
    assert len(zipfile.ZipFile(io.BytesIO(mail_drafts(mails))).namelist()) == len(found)


def test_each_pair_is_written_what_it_needs_now_and_nobody_is_reminded_early():
    introduced = [StartStep(id="s", pair_id="ann-bo", kind="introduced", day=TODAY)]
    programme = started().with_table(StartStep, introduced)

    def subjects(day: date) -> list[str]:
        found = due_letters(programme, pairs_started(programme, day), None, speaker("en"))
        return [f"{one.two.pair.id}: {one.text.subject}" for one in found]

    (first,) = subjects(TODAY)
    assert first.startswith("cas-dee: ")
    assert "introduce you" in first
    later = subjects(TODAY + timedelta(days=7))
    assert [one.partition(":")[0] for one in later] == ["cas-dee", "ann-bo"]
    assert "do you go on" in later[1]


def test_where_no_mail_is_due_the_page_says_so():
    programme = started().with_table(Pair, [])
    page = page_with(programme)
    assert "No mail is due for this list." in said(letters_panel(page, (), (), text_picker(page)))


def test_the_papers_of_all_pairs_are_made_when_they_are_asked_for():
    programme = started()
    twos = tuple(one.two for one in pairs_started(programme, TODAY))
    page = page_with(programme)
    asked = introduce.papers_button(page, twos)
    assert "Make the papers of 2 pairs" in said(asked)
    assert "first-talks.zip" not in said(introduce.first_talk_panel(page, twos, asked))
    asked._update(1)
    shown = said(introduce.first_talk_panel(page, twos, asked))
    assert "first-talks.zip" in shown
    assert "agreements.zip" in shown


def test_before_there_are_pairs_the_page_says_what_comes_first(tmp_path):
    new_programme(tmp_path / "own.mentorkit", "Own", "en", "Tester")
    notebook = runpy.run_path(str(ROOT / "notebooks" / "start.py"))["app"]
    outputs, found = notebook.run(defs={"desk": Desk(tmp_path / "own.mentorkit")})
    shown = "".join(one.text for one in outputs if one is not None)
    assert "No pair is confirmed yet." in shown
    assert "mailto:" not in shown
    assert "first-talks.zip" not in shown
    assert found["pairs"] == ()
