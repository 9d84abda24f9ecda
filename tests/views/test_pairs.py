"""The table of pairs: what it shows, how it is searched and sorted."""

import polars as pl
import pytest

from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.views.pairs import MOST, Glance, Order, Status, pair_rows, pair_table, pick_rows
from mentorkit.views.who import Who
from tests.matching.small import earlier, ids, mentee, mentor, override, plan, snapshot
from tests.workflows.cases import only, sample_plan

NAMES = ("Ann (HR)", "C++ Vos", "Éva Smit", "a.b", "Bo", "[x]", "^Jan$", "50%", "Back\\slash")


def table(*rows: tuple[str, str, float]) -> pl.DataFrame:
    frame = pl.DataFrame(rows, schema=["mentee", "mentor", "score"], orient="row")
    return frame.with_row_index("number", offset=1).with_columns(mentee_id=pl.col("mentee"))


def mentees(rows: pl.DataFrame) -> list[str]:
    return rows["mentee"].to_list()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pair_of_the_sample_has_one_row(language: Language):
    result = sample_plan(language)
    rows = pair_rows(result.snapshot, result.proposal)
    assert dict(rows.select("mentee_id", "mentor_id").rows()) == ids(result.proposal)
    assert rows["number"].to_list() == list(range(1, rows.height + 1))
    assert rows["score"].is_sorted()
    assert rows["points"].to_list() == [round(score * 100) for score in rows["score"]]
    assert set(rows["status"]) == {Status.PROPOSED.value}


@pytest.mark.parametrize(
    ("language", "headings", "words"),
    [
        (
            "en",
            ["Mentee", "Mentor", "Points", "Status", "Look at", "No."],
            {"proposed", "fixed by you", "confirmed"},
        ),
        (
            "nl",
            ["Mentee", "Mentor", "Punten", "Status", "Let op", "Nr."],
            {"voorgesteld", "vastgezet door jou", "bevestigd"},
        ),
    ],
)
def test_the_table_is_in_her_language(language: Language, headings: list[str], words: set[str]):
    programme = snapshot(
        *map(mentee, ("ann", "bea", "cas")),
        mentor("kim", capacity=3),
        pairs=[earlier("ann", "kim")],
        overrides=[override("lock", "bea", "kim")],
    )
    shown = pair_table(pair_rows(programme, plan(programme)), speaker(language))
    assert shown.columns == headings
    assert set(shown["Status"]) == words


@pytest.mark.parametrize(
    ("city", "english", "dutch"),
    [
        ("Gent", "", ""),
        ("Luik", "low score", "lage score"),
        (None, "many answers missing", "veel antwoorden ontbreken"),
    ],
)
def test_what_asks_for_a_second_look_is_marked(city: str | None, english: str, dutch: str):
    programme = snapshot(mentee("ann", city="Gent"), mentor("kim", city=city))
    rows = pair_rows(programme, plan(programme, **only(proximity=100)))
    assert pair_table(rows, speaker("en"))["Look at"].to_list() == [english]
    assert pair_table(rows, speaker("nl"))["Let op"].to_list() == [dutch]


def test_without_pairs_the_table_has_its_columns_all_the_same():
    rows = pair_rows(snapshot(), plan(snapshot()))
    assert rows.height == 0
    assert pair_table(rows, speaker("nl")).width == 6
    assert pick_rows(rows, Glance("ann", Order.MENTOR)).height == 0


@pytest.mark.parametrize("name", NAMES)
def test_a_search_means_what_it_says(name: str):
    """Signs of a regular expression are signs like any other; capitals and spaces around do not count."""
    rows = table(*((one, "Kim", 0.5) for one in NAMES))
    for asked in (name, name.upper(), f"  {name.lower()} "):
        assert mentees(pick_rows(rows, Glance(asked, Order.POINTS))) == [name]


def test_a_search_finds_parts_of_the_name_of_either():
    rows = table(("Ann Vos", "Kim Boer", 0.1), ("Bea Smit", "Lou Vos", 0.2), ("Cas Mulder", "Kim Boer", 0.3))
    assert mentees(pick_rows(rows, Glance("vos", Order.POINTS))) == ["Ann Vos", "Bea Smit"]
    assert mentees(pick_rows(rows, Glance("kim b", Order.POINTS))) == ["Ann Vos", "Cas Mulder"]
    assert mentees(pick_rows(rows, Glance(".", Order.POINTS))) == []
    assert mentees(pick_rows(rows, Glance("", Order.POINTS))) == mentees(rows)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.POINTS, ["Cas", "Dan", "Ann", "Bea"]),
        (Order.MENTEE, ["Ann", "Bea", "Cas", "Dan"]),
        (Order.MENTOR, ["Cas", "Ann", "Dan", "Bea"]),
    ],
)
def test_the_table_is_sorted_as_asked_and_equals_by_mentee(order: Order, expected: list[str]):
    rows = table(("Dan", "Lou", 0.2), ("Bea", "Moe", 0.9), ("Ann", "Lou", 0.4), ("Cas", "Kim", 0.2))
    assert mentees(pick_rows(rows, Glance("", order))) == expected


def test_a_row_keeps_its_number_and_a_long_list_is_cut():
    rows = table(*((f"Sem {place:03}", "Kim", place / 1000) for place in range(MOST + 50)))
    assert pick_rows(rows, Glance("", Order.MENTEE)).height == MOST
    last = Glance(f"sem {MOST + 49:03}", Order.POINTS)
    assert pick_rows(rows, last)["number"].to_list() == [MOST + 50]


@pytest.mark.parametrize("most", [0, 1, 3, 9])
def test_the_pair_she_looks_at_stays_in_sight_once_and_in_its_place(most: int):
    rows = table(*((f"Sem {place}", "Kim", place / 10) for place in range(6)))
    shown = mentees(pick_rows(rows, Glance(most=most, kept="Sem 2")))
    assert shown == [f"Sem {place}" for place in range(6) if place < most or place == 2]
    assert mentees(pick_rows(rows, Glance(search="sem 5", most=most, kept="Sem 2"))) == ["Sem 5"][:most]


def test_people_with_one_name_are_told_apart():
    """By e-mail address, else by number, else by the beginning of their id."""
    who = Who.of(
        snapshot(
            mentee("p1-abcdef", full_name="Jan Vos", email="jan@example.org"),
            mentee("p2-abcdef", full_name="Jan Vos", employee_id="7"),
            mentor("p3-abcdef", full_name="Jan Vos"),
            mentor("p4", full_name="Kim Boer", email="kim@example.org"),
        )
    )
    assert [who[one] for one in ("p1-abcdef", "p2-abcdef", "p3-abcdef", "p4", "gone")] == [
        "Jan Vos (jan@example.org)",
        "Jan Vos (7)",
        "Jan Vos (p3-abc)",
        "Kim Boer",
        "gone",
    ]
