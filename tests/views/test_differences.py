"""What an import changes, in words."""

from mentorkit.text import say, speaker
from mentorkit.views.intake.differences import difference_list

HOSTILE = "<img src=x onerror=alert(1)>"


def test_a_difference_tells_what_it_is_what_it_was_and_what_it_becomes():
    changed = [(say("Mentor"), "Gent", HOSTILE), (say("Mentee"), None, ("a", "b"))]
    text = difference_list(changed, speaker("en"))
    assert text.count("<li>") == 2
    assert "Mentee: – → a, b" in text
    assert "Mentor: Gent → &lt;img" in text
    assert "<img" not in text
