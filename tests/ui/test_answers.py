"""The tabs of the four questions: sentences first, the rows behind a number, and a report to take along."""

from datetime import date, timedelta

import polars as pl
import pytest

from mentorkit.evaluation.questionnaires import CORE, questionnaires
from mentorkit.evaluation.results import UNTOLD
from mentorkit.frames import Snapshot
from mentorkit.model import Pair, Person, Response
from mentorkit.text import LANGUAGES, Language
from mentorkit.ui.evaluation.answer import four_answers, group_asked, group_panel, question_panel
from mentorkit.ui.evaluation.evaluated import Evaluated
from mentorkit.workflows.evaluation.answered import evaluation_of
from tests.matching.small import mentee, mentor, snapshot
from tests.ui.pages import page_with

TODAY = date(2027, 6, 1)
DAY = timedelta(days=1)
GIVEN = {"baseline": 3, "then": 2, "closing": 4, "follow_up": 4}


def answered(people: int = 12) -> Snapshot:
    """So many pairs, of which everybody answered everything; half of them ended without a word."""
    start = TODAY - 100 * DAY
    both = [one for place in range(people) for one in (mentee(f"e{place}"), mentor(f"r{place}"))]
    told = {"confirmed_on": start, "decision_id": "d", "score": 0.5}
    ended = [
        Pair(
            id=f"k{n}", mentee_id=f"e{n}", mentor_id=f"r{n}", ended_on=TODAY - DAY if n % 2 else None, **told
        )
        for n in range(people)
    ]
    rows = []
    for place, pair in enumerate(ended):
        for role, person in (("mentee", pair.mentee_id), ("mentor", pair.mentor_id)):
            for wave, value in GIVEN.items():
                items = questionnaires()[CORE].asked(role, wave)
                told = {one.key: value + (place % 2 if wave == "closing" else 0) for one in items}
                given = {"questionnaire": CORE, "wave": wave, "code": f"{len(rows):08}", "asked_on": start}
                of = {"person_id": person, "pair_id": pair.id, "role": role, "answered_on": TODAY - 9 * DAY}
                rows.append(Response(id=f"{len(rows)}", **given, **of, answers=told))
    return snapshot(*both).with_table(Pair, ended).with_table(Response, rows)


@pytest.fixture(scope="module")
def twelve() -> Snapshot:
    return answered()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answers_come_first_and_what_nobody_knows_with_them(twelve: Snapshot, language: Language):
    text = four_answers(page_with(twelve, language), Evaluated(twelve, TODAY)).text
    told = {"nl": "Gemiddeld gaven mentees 1,5 punten meer", "en": "On average, mentees gave"}[language]
    unsure = {"nl": "Wat we niet weten", "en": "What we do not know"}[language]
    assert text.index(told) < text.index(unsure)
    assert {"nl": "ongewoon groot", "en": "unusually large"}[language] in text


def test_each_number_opens_the_rows_behind_it(twelve: Snapshot):
    text = question_panel(page_with(twelve, "nl"), Evaluated(twelve, TODAY), "learning").text
    assert text.count("De rijen achter dit cijfer") == 4
    assert text.count("<td>e0</td>") == 2, "the mentee is in both changes of mentees"


def test_one_group_of_enough_people_is_looked_at_by_itself(twelve: Snapshot):
    works = pl.when(pl.col("id").str.contains("[0-5]$")).then(pl.lit("Zorg")).otherwise(pl.lit("IT"))
    told = twelve.with_table(Person, twelve.people.with_columns(department=works))
    whole, page = Evaluated(told, TODAY), page_with(told, "nl")
    chosen = group_asked(page, whole)
    assert [*chosen.options] == ["Iedereen", "Zorg"], "of two groups of eight and four only one is told"
    assert group_panel(page, whole, "answer", chosen) is None
    assert group_panel(page, Evaluated(twelve, TODAY), "learning", chosen) is None
    assert "dan vijf" in group_panel(page, whole, "learning", chosen).text
    some = whole.looking_at("Zorg")
    assert some.looked_at.measures[0].n in {0, 8}


def test_what_was_answered_later_is_not_known_yet(twelve: Snapshot):
    before = evaluation_of(twelve, TODAY - 10 * DAY)
    assert all(one.claim is None for one in before.measures)
    assert before.pairs["cause"].unique().to_list() == [""]
    assert set(evaluation_of(twelve, TODAY).pairs["cause"]) == {"", UNTOLD}
