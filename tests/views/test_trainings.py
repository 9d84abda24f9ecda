"""The register of trainings speaks of those who take part, as the first page counts them."""

from mentorkit.text import speaker
from mentorkit.views.programme.standing import Standing
from mentorkit.views.programme.trainings import taking_part, training_headline
from tests.matching.small import earlier, mentee, mentor, snapshot
from tests.views.pages.plans import TODAY


def test_mentors_who_take_no_part_in_this_round_are_not_among_those_to_be_trained():
    """A mentor on a break counted here and not on the first page; who has a pair takes part all the same."""
    out = mentor("lou", is_paused=True), mentor("sam", has_consented=False), mentor("pat", is_paused=True)
    programme = snapshot(mentor("kim"), *out, mentee("ann"), pairs=[earlier("ann", "pat")])
    assert taking_part(programme, "mentor") == ["kim", "pat"]
    assert Standing.of(programme, TODAY).mentors.taking_part == 2
    assert "0 of 2 mentors" in speaker("en")(training_headline(programme))
