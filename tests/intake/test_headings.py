import pytest

from mentorkit.intake.words.headings import forms_of, headings


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("What is your first name?", "first_name"),
        ("Hi, what's your *first name*?", "first_name"),
        ("And your last name?", "last_name"),
        ("What is your work e-mail address?", "email"),
        ("Wat is je achternaam?", "last_name"),
        ("Quelle est votre fonction ?", "job_title"),
        ("Which topics can you mentor on? - Selected Choice", "topics"),
        ("What is your role?", None),
        ("What is your favourite colour?", None),
    ],
)
def test_a_question_around_a_heading_we_know_is_the_same_question(heading, field):
    assert headings().field_of(heading, "mentor") == field


@pytest.mark.parametrize(
    ("heading", "bare"),
    [
        ("Which topics? [Law]", "whichtopics"),
        ("Which topics? [Other (please specify)]", "whichtopics"),
        ("Other (please specify)", "other"),
        ("Max. mentees (1–5)", "maxmentees"),
    ],
)
def test_brackets_at_the_end_of_a_heading_are_taken_off_with_what_stands_in_them(heading: str, bare: str):
    assert forms_of(heading)[-1] == bare
