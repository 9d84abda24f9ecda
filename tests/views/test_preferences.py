"""The talks on the page: who with whom, how often each mentor is asked, and no word of who said what."""

import pytest

from mentorkit.frames import Snapshot
from mentorkit.matching import explain
from mentorkit.matching.insight.shortlist import Shortlist, shortlist_of
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.views.names import Names
from mentorkit.views.pairing.preferences import (
    exposure_table,
    reason_to_talk,
    said_line,
    shortlist_lines,
    talk_table,
    talks,
)
from tests.matching.small import mentee, mentor, plan, said, snapshot
from tests.views.test_safe import HOSTILE, assert_safe, hostile
from tests.workflows.cases import spoken

PEOPLE = (
    mentee("m1", full_name="Bea", city="Gent"),
    mentee("m2", full_name="Ann", city="Luik"),
    mentor("p1", full_name="Lou", city="Gent"),
    mentor("p2", full_name="Kim", city="Luik"),
)


def made(programme: Snapshot, k: int = 2) -> Shortlist:
    return shortlist_of(plan(programme, proximity=10), k)


def test_talks_stand_by_the_name_of_the_mentee_best_first():
    programme = snapshot(*PEOPLE)
    proposal = plan(programme, proximity=10)
    assert list(talks(made(programme), proposal, Names.of(programme))) == [(1, 1), (1, 0), (0, 0), (0, 1)]


def test_the_lists_say_who_with_whom_and_how_often():
    programme = snapshot(*PEOPLE)
    proposal, who, speak = plan(programme, proximity=10), Names.of(programme), speaker("nl")
    listed = talk_table(made(programme), proposal, who, speak)
    assert "<td>Ann</td><td>Kim (100) en Lou (0)</td>" in listed
    assert "<td>Kim</td><td>2</td></tr><tr><td>Lou</td><td>2</td>" in exposure_table(
        made(programme), proposal, who, speak
    )


def test_the_lines_count_talks_and_say_how_evenly_they_are_shared_out():
    count, even = (spoken(line) for line in shortlist_lines(made(snapshot(*PEOPLE))))
    assert count == ("4 talks for 2 mentees.", "4 kennismakingen voor 2 mentees.")
    assert even[0] == "No mentor is asked for more than 2 talks; less is not possible."
    (nobody,) = shortlist_lines(made(snapshot(*PEOPLE), k=0))
    assert spoken(nobody)[0] == "There is nobody left to plan a talk for."


def test_a_reason_to_talk_never_names_what_is_low():
    programme = snapshot(*PEOPLE)
    proposal = plan(programme, proximity=10)
    assert spoken(reason_to_talk(explain(proposal, 0, 0), "Bea", "Lou"))[0].startswith(
        "Lou suits Bea through"
    )
    assert spoken(reason_to_talk(explain(proposal, 0, 1), "Bea", "Kim")) == (
        "A talk will show how Kim suits Bea.",
        "Een gesprek laat zien hoe Kim bij Bea past.",
    )


def test_what_was_said_is_told_in_numbers_without_names():
    words = [said("mentor", "m1", "p1", "avoid"), said("mentee", "m1", "p2", "prefer")]
    line = spoken(said_line(snapshot(*PEOPLE, preferences=words)))
    assert line == (
        "Recorded so far: 1 time ‘gladly’, 0 times ‘either way is fine’ and 1 time ‘rather not’.",
        "Tot nu toe vastgelegd: 1 keer ‘graag’, 0 keer ‘maakt niet uit’ en 1 keer ‘liever niet’.",
    )
    assert spoken(said_line(snapshot(*PEOPLE)))[0] == "Nothing is recorded yet."


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_in_the_lists_are_text(language: Language):
    programme, proposal = hostile()
    one = shortlist_of(proposal, 1)
    names = Names.of(programme)
    for table in (talk_table, exposure_table):
        page = table(one, proposal, names, speaker(language))
        assert_safe(page)
        assert HOSTILE not in page
