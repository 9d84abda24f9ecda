"""Who may join a pair for what the first mentor cannot give."""

from mentorkit.matching import Pool, Settings
from mentorkit.matching.insight.second_mentor import second_mentors
from tests.matching.small import earlier, mentee, mentor, snapshot


def test_who_adds_most_of_what_was_asked_for_comes_first_and_a_full_mentor_does_not():
    people = snapshot(
        mentee("ann", goals=("law", "care", "data")),
        mentee("bea", goals=("law",)),
        mentor("kim", topics=("law",)),
        mentor("lou", topics=("care",)),
        mentor("max", topics=("care", "data", "art")),
        mentor("nel", topics=("care", "data"), capacity=1),
        pairs=[earlier("ann", "kim"), earlier("bea", "nel")],
    )
    pool = Pool.of(people)
    found = second_mentors(pool, Settings({}), "ann")
    named = [(pool.candidates.mentors["id"][one.column], one.adds) for one in found]
    assert named == [("max", ("care", "data")), ("lou", ("care",))]
    assert len(second_mentors(pool, Settings({}), "ann", most=1)) == 1
    assert second_mentors(pool, Settings({}), "nobody") == ()
