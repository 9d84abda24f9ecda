"""A programme's own words: every view speaks them, and nothing of ours is left."""

import re
from typing import Any

import pytest

from mentorkit.text import LANGUAGES, Language, Speaker, speaker
from mentorkit.text.terms import Terms
from tests.views.pages.page import Page
from tests.views.test_golden import PAGES, in_brussels  # noqa: F401 -- a fixture

OWN: dict[Language, Terms] = {
    "nl": Terms("peter/meter", "peters/meters", "nieuwkomer", "nieuwkomers", "peterschap"),
    "en": Terms("ambassador", "ambassadors", "starter", "starters", "guiding"),
}
LEFT = re.compile(r"\b(mentor(?!kit)|mentee)\w*", re.IGNORECASE)
DATA = re.compile(
    r"\{\w+\}|(nl|en)\.\w+|^ *(mentors?|mentees?|mentoring): "
    r"|(mentor(en|s)|mentees)\.(csv|xlsx)|\b(mentee|mentor)s?(_\w+|:| +(?=\|))|^ +(mentee|mentor)s?(?= \|)"
    r"|\b(Mentee|Mentor|Mentee-mentor) \d|^sides: .*|owner \| \w+|^mentee\d+ \| "
    r"|Mentor(ing|ship)?( [A-Z]\w+)+"
)
"""Names of places, files, columns and instruments, and what stands for a name in the test."""


class Plain(Page):
    """A page without the names of its cases, which are not the view's."""

    def words(self, name: str, value: Any, case: str = "") -> None:
        super().words(name, value)


def speaking(language: Language) -> Speaker:
    return speaker(language, OWN[language])


@pytest.mark.usefixtures("in_brussels")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", PAGES)
def test_a_view_says_the_words_of_the_programme(view: str, language: Language):
    page = Plain(speaking(language))
    PAGES[view](page)
    text = "".join(part for parts in page.shown.values() for part in parts)
    assert [line for line in text.splitlines() if LEFT.search(DATA.sub("", line))] == []
