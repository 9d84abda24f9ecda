"""The panels: the library folded by role with its files, and what can come first."""

import pytest

from mentorkit.questions.library import questions_for
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.ui.intake.draft import Place
from mentorkit.ui.intake.questions import questions_panel, readiness_panel
from mentorkit.workflows.intake.questions import sign_up_text
from mentorkit.workflows.intake.review import review
from tests.intake.tables import book_of
from tests.matching.small import snapshot
from tests.ui.pages import page_of

PROGRAMME = snapshot().programme
FORM = "Naam,E-mail,Ik weet wat ik wil bereiken.\n{name},n@example.org,Nog niet\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_roles_are_folded_and_can_be_taken_along(language: Language):
    page = questions_panel(page_of(language=language), True, PROGRAMME).text
    assert page.count("<details>") == 4
    assert page.count("<marimo-download") == 3
    for role in ("mentor", "mentee"):
        assert f"{len(questions_for(role))} " in page
        assert sign_up_text(role, speaker(language)) in page.replace("&#39;", "'")


def test_the_names_of_who_needs_something_first_are_shown_as_text():
    book = book_of("mentees.csv", FORM.format(name="<b>Noor</b> Vos").encode())
    panel = readiness_panel(page_of(), Place("confirm", review(snapshot(), [book])))
    assert panel is not None
    assert "A goal workshop first" in panel.text
    assert "<b>Noor" not in panel.text


def test_there_is_no_panel_without_anything_to_do_first():
    book = book_of("mentees.csv", FORM.format(name="Noor Vos").replace("Nog niet", "Ja").encode())
    assert readiness_panel(page_of(), Place("confirm", review(snapshot(), [book]))) is None
    assert readiness_panel(page_of(), Place("confirm", None)) is None


def test_a_long_list_is_cut_on_the_page_and_whole_in_its_file():
    people = "".join(f"Noor Vos{at},n{at}@example.org,Nog niet\n" for at in range(60))
    book = book_of("mentees.csv", f"Naam,E-mail,Ik weet wat ik wil bereiken.\n{people}".encode())
    panel = readiness_panel(page_of(), Place("confirm", review(snapshot(), [book])))
    assert panel is not None
    assert panel.text.count("<tr><td>") == 50
    assert "and 10 more" in panel.text
    assert "<marimo-download" in panel.text


def test_each_panel_stands_at_one_step_only():
    book = book_of("mentees.csv", FORM.format(name="Noor Vos").encode())
    assert readiness_panel(page_of(), Place("columns", review(snapshot(), [book]))) is None
    assert questions_panel(page_of(), False, PROGRAMME) is None


def test_her_own_topics_stand_in_the_questions_before_ours():
    hers = PROGRAMME.model_copy(update={"own_topics": ("Wijkwerk <b> = buurtwerk",)})
    page = questions_panel(page_of(language="nl"), True, hers).text
    assert page.count("Wijkwerk &lt;b&gt;") == 2
    assert "buurtwerk" not in page
