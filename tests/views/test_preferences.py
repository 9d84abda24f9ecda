"""The talks on the page: who with whom, how often each mentor is asked, and no word of who said what."""

import pytest

from mentorkit.frames import Snapshot
from mentorkit.matching.insight.shortlist import Shortlist, shortlist_of
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.views.names import Names
from mentorkit.views.pairing.preferences import (
    exposure_table,
    talk_table,
    talks,
)
from tests.matching.small import mentee, mentor, plan, snapshot
from tests.views.test_safe import HOSTILE, assert_safe, hostile

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


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_in_the_lists_are_text(language: Language):
    programme, proposal = hostile()
    one = shortlist_of(proposal, 1)
    names = Names.of(programme)
    for table in (talk_table, exposure_table):
        page = table(one, proposal, names, speaker(language))
        assert_safe(page)
        assert HOSTILE not in page
