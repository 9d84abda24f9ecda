import pytest

from mentorkit.intake.tables.header import find_header

NOOR = ["Noor Bakker", "noor@example.org", "HR"]
LABELS = ["Naam", "E-mail", "Afdeling"]


def found(*rows, merged=()):
    numbered = [(number, tuple(cells)) for number, cells in enumerate(rows, 1) if any(cells)]
    return find_header(numbered, merged)


def test_one_row_on_top():
    header = found(LABELS, NOOR)
    assert (header.rows, header.headings, header.texts) == ((1,), tuple(LABELS), (tuple(LABELS),))


def test_titles_and_prompts_above_are_no_headings():
    header = found(["Aanmeldingen", None, None], ["Naam programma", "Voorjaar", None], [], LABELS, NOOR)
    assert header.rows == (4,)


def test_headings_that_nobody_knows_are_the_first_row_of_different_texts():
    header = found(["Lijst van vrijdag"], ["Zus", "Zo", "Hoe"], ["a", 1, "b"])
    assert (header.rows, header.headings) == ((2,), ("Zus", "Zo", "Hoe"))


def test_headings_that_nobody_knows_may_be_used_twice():
    assert found(["Zus", "Zo", "Zus", "Zo"], ["a", "b", "c", "d"]).rows == (1,)


def test_groups_above_the_headings_belong_to_them():
    header = found(
        ["Aanmeldingen"], [], ["Persoon", None, None, "Inzet"], ["Nr", "Naam", "E-mail", "Uren"], [1, *NOOR]
    )
    assert (header.rows, header.headings) == ((3, 4), ("Nr", "Naam", "E-mail", "Uren"))
    assert header.texts[0] == ("Persoon", "", "", "Inzet")


def test_a_heading_that_is_used_twice_gets_its_group_in_front():
    header = found(
        ["Deelnemer", None, "Leidinggevende", None],
        ["Naam", "E-mail", "Naam", "E-mail"],
        ["Noor", "n@example.org", "Sem", "s@example.org"],
    )
    assert header.headings == (
        "Deelnemer Naam",
        "Deelnemer E-mail",
        "Leidinggevende Naam",
        "Leidinggevende E-mail",
    )


def test_a_heading_that_is_used_twice_without_groups_stays():
    assert found(["Naam", "E-mail", "E-mail"], NOOR).headings == ("Naam", "E-mail", "E-mail")


def test_a_heading_may_be_in_the_row_of_the_groups():
    header = found(
        ["Naam", None, "Contact", None],
        [None, "Afdeling", "E-mail", "Telefoon"],
        ["Noor", "HR", "n@x.org", "06"],
    )
    assert (header.rows, header.headings) == ((1, 2), ("Naam", "Afdeling", "E-mail", "Telefoon"))


def test_qualtrics_has_codes_labels_and_marks():
    header = found(
        ["StartDate", "RecipientEmail", "Q1"],
        ["Start Date", "Recipient Email", "What would you like to learn?"],
        [
            '{"ImportId":"startDate","timeZone":"Europe/Brussels"}',
            '{"ImportId":"recipientEmail"}',
            '{"ImportId":"QID1"}',
        ],
        ["2026-09-14 09:05:31", "n@example.org", "a,b"],
    )
    assert header.rows == (1, 2, 3)
    assert header.headings == ("Start Date", "Recipient Email", "What would you like to learn?")
    assert header.texts[0] == ("StartDate", "RecipientEmail", "Q1")


@pytest.mark.parametrize("kind", ["Response", "Open-Ended Response", "Antwoord", "Réponse"])
def test_options_below_a_question_are_part_of_the_headings(kind):
    header = found(
        ["Respondent ID", "Email Address", "Start Date", "Department", "Which topics?", None, None],
        [None, None, None, kind, "Leadership", "Networking", "Other (please specify)"],
        ["114433221100", "n@example.org", "09/14/2026", "HR", "Leadership", None, None],
    )
    assert header.rows == (1, 2)
    assert header.headings == (
        *("Respondent ID", "Email Address", "Start Date", "Department"),
        *(
            "Which topics? [Leadership]",
            "Which topics? [Networking]",
            "Which topics? [Other (please specify)]",
        ),
    )


def test_known_headings_below_a_question_need_no_question():
    header = found(
        ["Respondent ID", "IP Address", "Start Date", "End Date", "About you", None],
        [None, None, None, None, "Name", "Email Address"],
        ["1", "192.0.2.1", "09/14/2026", "09/14/2026", "Noor", "n@example.org"],
    )
    assert header.headings[4:] == ("Name", "Email Address")


def test_a_row_without_its_first_answers_is_no_row_of_options():
    header = found(["Naam", "E-mail", None], [None, "n@example.org", "belt terug"], NOOR)
    assert header.rows == (1,)


def test_system_keys_above_labels_belong_to_the_headings():
    header = found(
        ["STATUS", "USERID", "FIRSTNAME", "LASTNAME", "MANAGER"],
        ["Status", "User ID", "First Name", "Last Name", "Manager"],
        ["active", "1001", "Noor", "Bakker", "NO_MANAGER"],
    )
    assert header.rows == (1, 2)
    assert header.headings == ("Status", "User ID", "First Name", "Last Name", "Manager")
    assert header.texts[0][1] == "USERID"


def test_system_keys_that_nobody_knows_belong_to_the_headings_too():
    header = found(["USERID", "CUSTOM01", "CUSTOM02"], LABELS, NOOR)
    assert (header.rows, header.headings) == ((1, 2), tuple(LABELS))


def test_capitals_alone_are_headings_and_the_first_answers_are_answers():
    assert found(["NAAM", "EMAIL", "AFDELING"], NOOR).rows == (1,)


def test_cells_merged_downwards_make_the_next_row_headings_too():
    header = found(
        ["Naam", "E-mail", "Beschikbaar", None],
        [None, None, "ochtend", "middag"],
        ["Noor", "n@x.org", "x", None],
        merged=[(1, 2), (1, 2), (1, 1)],
    )
    assert (header.rows, header.headings[2:]) == ((1, 2), ("Beschikbaar [ochtend]", "Beschikbaar [middag]"))


def test_only_the_first_rows_are_searched():
    rows = [["Een zin", "nog een zin"], *[[f"a{number}", "b"] for number in range(40)], LABELS]
    assert found(*rows).rows == (1,)


def test_a_sheet_without_anything_has_no_headings():
    assert find_header([]).headings == ()


def test_answers_that_happen_to_be_headings_we_know_are_no_headings():
    """Bug: three people who chose Interests, Gender and City made their first row the headings."""
    question = "What matters most to you? (choose three)"
    asked = (1, ("Timestamp", "First & last name", f"{question} [1]", f"{question} [2]", f"{question} [3]"))
    rows = [(at, (f"8-{at}-2026", f"Bo {at}", "Interests", "Gender", "City")) for at in range(2, 6)]
    assert find_header([asked, *rows]).rows == (1,)
