"""What an import changes, in words."""

from datetime import date

import pytest

from mentorkit.text import say, speaker
from mentorkit.views.intake.differences import difference_list, spoken_value

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.mark.parametrize("nothing", [None, "", ()])
def test_where_there_is_no_value_stands_a_dash(nothing: object):
    assert spoken_value(nothing, speaker("en")) == "–"


@pytest.mark.parametrize(
    ("value", "english", "dutch"),
    [
        ("Gent", "Gent", "Gent"),
        (("data", "zorg"), "data, zorg", "data, zorg"),
        ([1, 2], "1, 2", "1, 2"),
        (1234.5, "1,234.5", "1.234,5"),
        (date(2026, 3, 1), "1 March 2026", "1 maart 2026"),
    ],
)
def test_a_value_is_written_in_the_readers_own_way(value: object, english: str, dutch: str):
    assert (spoken_value(value, speaker("en")), spoken_value(value, speaker("nl"))) == (english, dutch)


def test_a_difference_tells_what_it_is_what_it_was_and_what_it_becomes():
    changed = [(say("Mentor"), "Gent", HOSTILE), (say("Mentee"), None, ("a", "b"))]
    text = difference_list(changed, speaker("en"))
    assert text.count("<li>") == 2
    assert "Mentee: – → a, b" in text
    assert "Mentor: Gent → &lt;img" in text
    assert "<img" not in text
