"""Of three versions of a value one counts, and nothing that was changed in the programme goes unasked."""

from hypothesis import given
from hypothesis import strategies as st

from mentorkit.model.difference import Difference, verdict_on

VALUE = st.sampled_from([None, "Gent", "Luik", "Brugge"])


@given(VALUE, VALUE, VALUE, st.lists(VALUE, max_size=3))
def test_a_value_is_taken_only_where_it_is_news_and_the_programme_has_what_a_file_told(
    here, said, last, told
):
    is_news = said not in (here, last)
    verdict = verdict_on(here, said, last, told)
    assert (verdict in ("taken", "conflict")) == is_news
    assert (verdict == "taken") == (is_news and here in told)
    assert (verdict == "same") == (said == here)


def test_a_difference_is_named_by_its_row_and_its_field():
    assert Difference("ann", "city", "Luik", "Gent").key == ("ann", "city")
