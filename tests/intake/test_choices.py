import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.intake.values.choices import (
    people_in,
    read_keys,
    read_kinds,
    read_languages,
    split_choices,
    topic_keys,
)

PLANNING = "Plannen, organiseren en timemanagement"


def test_forms_put_a_semicolon_after_every_choice():
    assert split_choices(["Data;Omgaan met conflicten;", PLANNING + ";Data;"]) == [
        ("Data", "Omgaan met conflicten"),
        (PLANNING, "Data"),
    ]


def test_sheets_put_commas_between_choices_and_an_option_may_hold_one():
    cells = [
        f"Leiderschap, {PLANNING}",
        PLANNING,
        "Netwerken, Data",
        f"{PLANNING}, Data",
        "Leiderschap, Netwerken",
    ]
    assert split_choices(cells) == [
        ("Leiderschap", PLANNING),
        (PLANNING,),
        ("Netwerken", "Data"),
        (PLANNING, "Data"),
        ("Leiderschap", "Netwerken"),
    ]


def test_an_answer_given_often_on_its_own_is_one_option_also_with_capitals():
    assert split_choices(["Arts, Crafts"] * 3 + ["Music, Arts, Crafts"])[3] == ("Music", "Arts, Crafts")


def test_an_option_that_goes_on_in_small_letters_is_one_option_when_seen_twice():
    assert split_choices([f"Data, {PLANNING}", f"{PLANNING}, Zorg"]) == [
        ("Data", PLANNING),
        (PLANNING, "Zorg"),
    ]


def test_neighbours_that_also_stand_apart_are_two_options():
    assert split_choices(["Data, zorg", "Data, zorg", "zorg"])[0] == ("Data", "zorg")


def test_lines_and_bullets_are_choices():
    assert split_choices([f"• Netwerken\n• {PLANNING}", f"• {PLANNING}"]) == [
        ("Netwerken", PLANNING),
        (PLANNING,),
    ]


def test_slashes_with_spaces_are_separators_when_a_column_uses_them():
    assert split_choices([f"Netwerken / {PLANNING}", PLANNING]) == [("Netwerken", PLANNING), (PLANNING,)]


def test_a_list_from_an_automatic_flow_is_unpacked():
    assert split_choices(['["Data","Zorg"]', "Zorg"]) == [("Data", "Zorg"), ("Zorg",)]


def test_an_option_is_shown_once_in_its_most_usual_spelling():
    assert (
        split_choices(["netwerken;Netwerken;", "Netwerken;", " netwerken ", "Netwerken"])
        == [("Netwerken",)] * 4
    )


def test_nothing_is_chosen_in_an_empty_cell():
    assert split_choices([None, "-", "n.v.t.", ";"]) == [(), (), (), ()]


@given(st.lists(st.lists(st.sampled_from(["Data", "Zorg", "Teamwork", "Leren"]), unique=True), max_size=8))
def test_choices_joined_by_semicolons_come_back_in_their_order(chosen):
    cells = [";".join(row) + ";" for row in chosen]
    assert split_choices(cells) == [tuple(row) for row in chosen]


@given(st.lists(st.text(alphabet="ab AB,;/\n•", max_size=12), max_size=8))
def test_a_choice_is_never_empty_nor_double(cells):
    for row in split_choices(cells):
        assert all(row)
        assert len({part.casefold() for part in row}) == len(row)


def test_languages_are_codes():
    read = read_languages(
        ["Nederlands;Engels;", "NL;FR", "Dutch;German (fluent)", "Vlaams;Fries", "Papiaments;Sranantongo"]
    )
    assert [row.value for row in read] == [
        ("nl", "en"),
        ("nl", "fr"),
        ("nl", "de"),
        ("nl", "fy"),
        ("pap", "srn"),
    ]
    assert all(row.doubt is None for row in read)


def test_a_language_we_do_not_know_stays_as_written_with_a_doubt():
    (read,) = read_languages(["Nederlands, Klingonees"])
    assert read.value == ("nl", "Klingonees")
    assert read.doubt is not None


@pytest.mark.parametrize("written", ["Nederlands en Frnas", "Nederlands/Frnas", "NL & Frnas"])
def test_a_language_that_is_spelled_wrong_costs_only_itself(written):
    (read,) = read_languages([written])
    assert read.value == ("nl", "Frnas")
    assert read.doubt is not None
    assert read.doubt.values["languages"] == ["Frnas"]


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("Op kantoor;Videobellen;Telefoon;", ("in_person", "video", "phone")),
        ("In person, Video call, Phone", ("in_person", "video", "phone")),
        ("Fysiek", ("in_person",)),
        ("Via Teams", ("video",)),
        ("Online", ("video",)),
        ("Telefonisch", ("phone",)),
        ("Per e-mail", ("email",)),
        ("Hybride", ("in_person", "video")),
        ("Postduif", ("Postduif",)),
    ],
)
def test_ways_to_meet_are_keys_where_they_are_known(written, keys):
    assert read_keys([written], "channels")[0].value == keys


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Noor Bakker", ("Noor Bakker",)),
        ("Noor Bakker, Bo Smit", ("Noor Bakker", "Bo Smit")),
        ("Noor Bakker en Bo Smit", ("Noor Bakker", "Bo Smit")),
        ("Boer, Klaas de", ("Klaas de Boer",)),
        ("Boer, Klaas de; NOOR@example.org", ("Klaas de Boer", "noor@example.org")),
        ("123, 456", ("123", "456")),
        ("geen voorkeur", ()),
        ("-", ()),
        ("Niemand", ()),
    ],
)
def test_people_are_named_by_name_address_or_number(written, people):
    assert people_in(written) == people


def test_kinds_of_mentoring_are_read_in_both_languages_and_an_unknown_one_is_a_doubt():
    cells = ["Omgekeerde mentoring; flash", "One to one", "", "karaoke"]
    read = read_kinds(cells)
    assert [reading.value for reading in read] == [("reverse", "flash"), ("classic",), (), ()]
    assert [reading.doubt is None for reading in read] == [True, True, True, False]


def test_the_longest_known_option_is_kept_whole():
    options = ["Rust, Reinheid", "Rust, Reinheid, Regelmaat"]
    assert split_choices(["Data, Rust, Reinheid, Regelmaat, Rust, Reinheid"], options) == [
        ("Data", "Rust, Reinheid, Regelmaat", "Rust, Reinheid")
    ]


def test_an_enumeration_in_small_letters_is_one_option_where_all_options_begin_with_a_capital():
    assert split_choices([f"Leiderschap, {PLANNING}", "Data, Zorg"])[0] == ("Leiderschap", PLANNING)
    assert split_choices(["Leiderschap, plannen en organiseren", "data, Zorg"])[0] == (
        "Leiderschap",
        "plannen en organiseren",
    )


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("NL, FR", ("nl", "fr")),
        ("Nederlands en Frans", ("nl", "fr")),
        ("Nederlands/Engels", ("nl", "en")),
        ("Français;Néerlandais;", ("fr", "nl")),
        ("Engels (vloeiend);Duits - B2", ("en", "de")),
        ("Deutsch & English", ("de", "en")),
    ],
)
def test_languages_are_codes_however_they_are_written(written, codes):
    (read,) = read_languages([written])
    assert (read.value, read.doubt) == (codes, None)


def test_our_own_topics_stand_beside_the_labels_of_a_file_in_any_language():
    assert topic_keys([PLANNING]) == topic_keys(["Planning, organising and time management"])
    assert topic_keys(["Gestion de projet"]) == topic_keys(["Projectmanagement"]) == ("project_management",)
    assert topic_keys(["Tuinieren met ouderen"]) == ()
