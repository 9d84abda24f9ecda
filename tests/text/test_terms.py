"""A programme's own words in our sentences: whole words only, never a name or a text of hers."""

import pytest

from mentorkit.text import say, say_count, speaker
from mentorkit.text.terms import Terms

DUTCH = Terms("peter/meter", "peters/meters", "nieuwkomer", "nieuwkomers", "peterschap")
ENGLISH = Terms("ambassador", "ambassadors", "starter", "starters", "guiding")
MATE = Terms("het maatje", "maatjes", "starter", "starters")


@pytest.mark.parametrize(
    ("terms", "language", "text", "said"),
    [
        (DUTCH, "nl", "De mentoren en hun mentees", "De peters/meters en hun nieuwkomers"),
        (DUTCH, "nl", "Mentee en mentor", "Nieuwkomer en peter/meter"),
        (DUTCH, "nl", "mentee's kaart, mentortraining", "nieuwkomers kaart, training voor peters/meters"),
        (DUTCH, "nl", "Soorten mentoring in mentorkit", "Soorten peterschap in mentorkit"),
        (MATE, "nl", "Deze mentor, elke mentor, een mentor", "Dit maatje, elk maatje, een maatje"),
        (MATE, "nl", "De mentor die past; mentorprogramma", "Het maatje dat past; maatjeprogramma"),
        (MATE, "nl", "de mentoren en mentoring", "de maatjes en mentoring"),
        (ENGLISH, "en", "A mentor and a mentee", "An ambassador and a starter"),
        (
            ENGLISH,
            "en",
            "the mentee's mentor, Mentor training",
            "the starter's ambassador, Ambassador training",
        ),
        (Terms(mentee="pupil"), "en", "Mentees and a mentee", "Mentees and a pupil"),
        (Terms(), "en", "a mentor", "a mentor"),
    ],
)
def test_words_are_put_in_the_place_of_ours(terms, language, text, said):
    assert speaker(language, terms).in_terms(text) == said


def test_a_place_for_a_value_is_no_word_and_its_value_stays_as_it_is():
    told = say("{mentee} has no mentor yet: {why}", mentee="Mentee Mentorsson", why="“no mentor, please”")
    said = "Mentee Mentorsson has no ambassador yet: “no mentor, please”"
    assert speaker("en", ENGLISH)(told) == said


def test_a_sentence_within_a_sentence_and_a_count_have_them_too():
    told = say("{who} signed up.", who=say_count("{n} mentor", "{n} mentors", 2))
    assert speaker("en", ENGLISH)(told) == "2 ambassadors signed up."


def test_a_language_takes_its_own_words_of_a_programme():
    words = {"nl.mentor": "buddy", "en.mentor": "guide", "de.mentor": "Pate"}
    told = say("mentor")
    assert [speaker(one).of(words)(told) for one in ("nl", "en")] == ["buddy", "guide"]


def test_words_of_a_file_that_somebody_else_made_mean_nothing_in_a_page():
    hostile = {"en.mentor": "<img src=x>{n}", "en.mentee": "**b** [a](http://x.example)"}
    speak = speaker("en").of(hostile)
    assert speak(say("A {n} mentor for a mentee", n=1)) == "A 1 img srcxn for a b a(http//xexample)"
