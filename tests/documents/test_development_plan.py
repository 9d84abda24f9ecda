"""Plans of pairs: out as a document and in again, with every word, and nothing of a private goal."""

import copy
import io
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pytest

from mentorkit.documents.plan_of_development import (
    GOAL_FIELDS,
    STEP_FIELDS,
    career_path,
    career_paths,
    development_plan,
    development_plans,
)
from mentorkit.documents.plan_returned import ReturnedPlan, returned_plan
from mentorkit.errors import FileRefused
from mentorkit.model.goal import Goal, GoalStep
from mentorkit.progress.pursued import goals_of
from mentorkit.text import LANGUAGES, speaker
from mentorkit.views.start.two import pairs_at_start
from tests.documents.test_programme_papers import lines
from tests.views.test_terms import LEFT, OWN, speaking
from tests.workflows.pursued import LATE, PRIVATE, STEPS, WHOLE, pursuing
from tests.workflows.started import SECRET

PROGRAMME = pursuing()
PAIRS = pairs_at_start(PROGRAMME)
ANN, CAS = PAIRS
FOUND = goals_of(PROGRAMME, [one.pair for one in PAIRS])
TODAY = date(2026, 10, 5)


def plan(language="nl", two=ANN):
    found = [one for one in FOUND if one.pair == two.pair]
    return development_plan(PROGRAMME.programme, two, found, speaker(language))


def back(content, snapshot=PROGRAMME) -> ReturnedPlan:
    return returned_plan(snapshot, "plan.docx", content, TODAY)


def edited(change, language="nl", two=ANN) -> bytes:
    """A plan in which somebody wrote."""
    document = docx.Document(io.BytesIO(plan(language, two)))
    change(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def written(document, table, label, text):
    """Write behind a label, in capitals or not."""
    row, *_ = (row for row in document.tables[table].rows if row.cells[0].text.startswith(label))
    row.cells[1].text = text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_that_comes_back_untouched_has_every_goal_and_step_as_it_was(language):
    returned = back(plan(language))
    assert returned.problems == []
    assert returned.pursued == [LATE, WHOLE]
    assert sorted(returned.steps, key=lambda one: one.id) == list(STEPS)


def test_what_was_written_in_a_plan_comes_in_and_new_levels_have_their_day():
    def change(document):
        written(document, 2, "Klaar op", "14-5-2027")
        written(document, 2, "Veel meer dan gehoopt", "Twee per week")
        written(document, 2, "De mentor is het eens", "nee")
        step = document.tables[3].rows[1].cells
        step[4].text, step[0].text = "1 november 2026", "MIJLPAAL"
        new = document.tables[3].rows[-1].cells
        new[1].text, new[2].text = "Een besluit laten nemen", "mentee"

    returned = back(edited(change))
    assert returned.problems == []
    assert returned.pursued[1] == WHOLE.model_copy(
        update={
            "due_on": date(2027, 5, 14),
            "highest": "Twee per week",
            "is_agreed_by_mentor": False,
            "levels_on": TODAY,
        }
    )
    first = STEPS[0].model_copy(update={"kind": "milestone", "due_on": date(2026, 11, 1)})
    assert first in returned.steps
    (new,) = (one for one in returned.steps if one.text == "Een besluit laten nemen")
    assert (new.goal_id, new.kind, new.owner) == ("g1", "action", "mentee")


def test_the_empty_table_is_a_new_goal_once_it_has_words_and_none_before():
    def change(document):
        written(document, 4, "Leerdoel", "Netwerken")
        document.tables[5].rows[1].cells[1].text = "Drie mensen bellen"

    returned = back(edited(change))
    (new,) = (one for one in returned.pursued if one.id not in {"g1", "g2"})
    assert (new.text, new.pair_id, new.owner, new.revision) == ("Netwerken", "ann-bo", "mentee", 0)
    assert [one.text for one in returned.steps if one.goal_id == new.id] == ["Drie mensen bellen"]


def test_a_plan_that_comes_in_twice_makes_no_second_goal():
    content = edited(lambda document: written(document, 4, "Leerdoel", "Netwerken"))
    (new,) = (one for one in back(content).pursued if one.id not in {"g1", "g2"})
    again = back(content, PROGRAMME.with_table(Goal, [WHOLE, LATE, PRIVATE, new]))
    assert new in again.pursued
    assert len(again.pursued) == 3


def test_of_a_goal_that_is_marked_private_no_word_comes_in():
    returned = back(edited(lambda document: written(document, 2, "Privé", "ja")))
    (private,) = (one for one in returned.pursued if one.id == "g1")
    assert private.is_private
    assert "".join((private.text, private.reason, private.measure, private.support, *private.levels)) == ""


def test_a_private_goal_is_on_its_plan_without_words_and_comes_back():
    returned = back(plan(two=CAS))
    assert returned.pursued == [PRIVATE]


def test_a_goal_that_is_private_no_more_comes_in_with_its_words():
    """The words went while it still was private, and the goal with them, without a word."""

    def change(document):
        written(document, 0, "Leerdoel", "Netwerken")
        written(document, 0, "Privé", "nee")

    (opened,) = back(edited(change, two=CAS)).pursued
    assert (opened.id, opened.text, opened.is_private) == (PRIVATE.id, "Netwerken", False)


def test_a_table_that_was_copied_for_another_goal_is_another_goal():
    """The same goal twice would have refused the whole plan: its second change was out of date."""

    def change(document):
        document.tables[3].rows[-1].cells[1].text = STEPS[0].text
        first = document.tables[2]._tbl
        first.getparent().append(copy.deepcopy(first))

    returned = back(edited(change))
    for found, count in ((returned.pursued, 3), (returned.steps, 4)):
        assert len(found) == len({one.id for one in found}) == count


@pytest.mark.parametrize(
    ("label", "text", "field"),
    [
        ("Klaar op", "ooit", "due_on"),
        ("Leerdoel van", "de buurman", "owner"),
    ],
)
def test_what_is_not_understood_is_named_and_the_rest_comes_in(label, text, field):
    def change(document):
        written(document, 2, label, text)
        written(document, 2, "Waarom", "Iets nieuws")

    returned = back(edited(change))
    (problem,) = returned.problems
    assert problem.values["value"] == text
    (goal,) = (one for one in returned.pursued if one.id == "g1")
    assert (goal.reason, getattr(goal, field)) == ("Iets nieuws", getattr(WHOLE, field))


def test_without_a_clear_yes_or_no_behind_private_not_a_word_of_the_goal_is_taken():
    """'Yes please' was not understood, and all words of that goal came in."""

    def change(document):
        written(document, 2, "Privé", "ja, graag")
        written(document, 2, "Waarom", "Iets van ons tweeën")

    returned = back(edited(change))
    assert [one.id for one in returned.pursued] == ["g2"]
    assert [one for one in returned.steps if one.goal_id == "g1"] == []
    (problem,) = returned.problems
    assert problem.values["value"] == "ja, graag"


def test_a_goal_that_was_changed_here_since_is_left_alone_and_named():
    newer = PROGRAMME.with_table(Goal, [WHOLE.model_copy(update={"revision": 9, "reason": "Anders"}), LATE])
    returned = back(edited(lambda document: written(document, 2, "Steun", "Geen")), newer)
    assert [one.id for one in returned.pursued] == ["g2"]
    assert len(returned.problems) == 1
    assert [one.text for one in returned.steps] == []


def test_a_field_that_is_too_long_is_refused_by_itself():
    returned = back(edited(lambda document: written(document, 2, "Steun", "x" * 601)))
    assert len(returned.problems) == 1
    assert WHOLE in returned.pursued


def test_a_file_that_is_no_plan_of_this_programme_is_refused_whatever_it_is():
    other = development_plan(PROGRAMME.programme.model_copy(update={"id": "other"}), ANN, [], speaker("nl"))
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 60_000_000)
    with_type = io.BytesIO()
    with zipfile.ZipFile(with_type, "w") as package:
        package.writestr("word/document.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    plain = io.BytesIO()
    docx.Document().save(plain)
    for content in (
        b"",
        b"PK\x03\x04",
        b"x" * 3_000_000,
        other,
        bomb.getvalue(),
        with_type.getvalue(),
        plain.getvalue(),
    ):
        with pytest.raises(FileRefused) as refused:
            back(content)
        assert refused.value.code == "NO_PLAN"


def test_a_plan_holds_nothing_that_one_side_told_alone():
    for content in (plan("en"), career_path(ANN, FOUND, speaker("en"))):
        text = "\n".join(lines(content))
        assert SECRET not in text
        assert "Cas" not in text


def test_the_career_path_has_the_goals_and_each_kind_of_step_with_its_progress():
    text = "\n".join(lines(career_path(ANN, FOUND, speaker("en"))))
    for part in (
        WHOLE.text,
        "Meekijken bij Bo",
        "Eerste eigen overleg",
        "Samenvatten",
        "7 December 2026",
        "☐",
    ):
        assert part in text
    of_mentor = [replace(one, goal=one.goal.model_copy(update={"owner": "mentor"})) for one in FOUND]
    assert WHOLE.text not in "\n".join(lines(career_path(ANN, of_mentor, speaker("en"))))
    empty = "\n".join(lines(career_path(CAS, (), speaker("en"))))
    assert "Career path of Cas Peeters" in empty


def test_each_pair_has_its_plan_and_its_path_also_without_a_goal():
    for packed in (
        development_plans(PROGRAMME.programme, PAIRS, (), speaker("nl")),
        career_paths(PAIRS, (), speaker("nl")),
    ):
        assert len(zipfile.ZipFile(io.BytesIO(packed)).namelist()) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_has_the_words_of_the_programme_and_comes_back_with_them(language):
    terms = {f"{language}.{name}": word for name, word in vars(OWN[language]).items()}
    own = pursuing(terms=terms)
    content = development_plan(own.programme, ANN, FOUND[:2], speaking(language))
    assert [line for line in lines(content) if LEFT.search(line)] == []
    assert back(content, own).pursued == [LATE, WHOLE]


def test_every_field_of_a_plan_is_one_of_the_model():
    assert set(GOAL_FIELDS) <= set(Goal.model_fields)
    assert set(STEP_FIELDS) <= set(GoalStep.model_fields)
