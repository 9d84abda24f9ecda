import csv
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

FOLDER = Path(__file__).resolve().parents[2] / "sample_data"
DUTCH = {"mentor": "nl/mentoren.xlsx", "mentee": "nl/mentees.xlsx"}
ENGLISH = {"mentor": "en/mentors.csv", "mentee": "en/mentees.csv"}
EVERY_FILE = [*DUTCH.values(), *ENGLISH.values()]
LANGUAGES = "In welke talen kun je gesprekken voeren? (meerdere antwoorden mogelijk)"
CONSENT = "Ik vind het goed dat mijn gegevens worden gebruikt voor dit programma"
TRAINED = "Heb je de mentortraining gevolgd of geboekt?"
MANAGER = "E-mailadres van je leidinggevende"
CAPACITY = "Hoeveel mentees kun je maximaal begeleiden?"


def cells(path: Path) -> list[list[object]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return [list(row) for row in csv.reader(file)]
    return [list(row) for row in load_workbook(path)["Sheet1"].iter_rows(values_only=True)]


def rows(name: str) -> list[dict[str, object]]:
    headings, *body = cells(FOLDER / name)
    plain = [str(heading).replace("\u00a0", " ").strip() for heading in headings]
    return [dict(zip(plain, row, strict=True)) for row in body]


def people(name: str) -> dict[str, dict[str, object]]:
    """The last row of each address, as a reader that merges duplicates would keep it."""
    return {str(row["E-mail"]).strip(): row for row in rows(name) if row["E-mail"]}


def where(name: str, heading: str, holds: Callable[[str], bool]) -> list[int]:
    """Row numbers as Excel shows them."""
    return [number for number, row in enumerate(rows(name), start=2) if holds(str(row[heading] or ""))]


@pytest.fixture(scope="module")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    subprocess.run([sys.executable, "-B", FOLDER / "generate.py", folder], check=True, timeout=60)
    return folder


@pytest.mark.parametrize("name", EVERY_FILE)
def test_making_it_again_gives_the_same_cells(made_again: Path, name: str) -> None:
    assert cells(made_again / name) == cells(FOLDER / name)


@pytest.mark.parametrize("name", EVERY_FILE)
def test_every_address_is_one_that_cannot_exist(name: str) -> None:
    words = [word for row in cells(FOLDER / name) for value in row for word in str(value).split()]
    addresses = [word for word in words if "@" in word]
    assert addresses
    assert [address for address in addresses if not address.endswith(".example.org")] == []


@pytest.mark.parametrize("name", EVERY_FILE)
def test_nothing_begins_like_a_formula(name: str) -> None:
    values = [str(value) for row in cells(FOLDER / name) for value in row]
    assert [value for value in values if value.startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize(("role", "count"), [("mentor", 60), ("mentee", 90)])
def test_the_dutch_programme_has_this_many_people(role: str, count: int) -> None:
    assert len(people(DUTCH[role])) == count


@pytest.mark.parametrize(("role", "count"), [("mentor", 12), ("mentee", 18)])
def test_the_english_programme_has_this_many_people(role: str, count: int) -> None:
    assert len({row["Email Address"] for row in rows(ENGLISH[role])}) == len(rows(ENGLISH[role])) == count


def test_two_people_sign_up_in_both_roles() -> None:
    assert len(people(DUTCH["mentor"]).keys() & people(DUTCH["mentee"]).keys()) == 2


def test_three_people_send_the_form_in_twice() -> None:
    named = [row["E-mail"] for name in DUTCH.values() for row in rows(name) if row["E-mail"]]
    assert len(named) - sum(len(people(name)) for name in DUTCH.values()) == 3


def test_there_are_a_few_more_places_than_mentees() -> None:
    capacity = [str(row[CAPACITY] or 1) for row in people(DUTCH["mentor"]).values()]
    lowest = [next(int(mark) for mark in text if mark.isdigit()) for text in capacity]
    assert 100 <= sum(lowest) <= 110
    assert {"max. 2", "2 à 3"} < set(capacity)


def test_two_heads_name_each_other_as_manager() -> None:
    manager = {address: row[MANAGER] for address, row in people(DUTCH["mentor"]).items()}
    assert len([one for one, other in manager.items() if manager.get(str(other)) == one]) == 2


def test_every_mentee_names_a_manager_and_one_manager_did_not_sign_up() -> None:
    mentees = people(DUTCH["mentee"])
    managers = {str(row[MANAGER]) for row in mentees.values()}
    assert all("@" in address for address in managers)
    assert len(managers - people(DUTCH["mentor"]).keys() - mentees.keys()) == 1


def test_three_mentees_speak_no_language_of_a_mentor_who_is_free_to_start() -> None:
    def spoken(row: dict[str, object]) -> set[str]:
        return set(str(row[LANGUAGES]).strip(";").split(";"))

    mentors = people(DUTCH["mentor"]).values()
    free = [spoken(row) for row in mentors if row[CONSENT] == "Ja" and row[TRAINED] == "Ja"]
    mentees = [spoken(row) for row in people(DUTCH["mentee"]).values()]
    assert len([languages for languages in mentees if not languages & set().union(*free)]) == 3


@pytest.mark.parametrize(("role", "count"), [("mentor", 3), ("mentee", 4)])
def test_some_people_do_not_consent(role: str, count: int) -> None:
    assert len([row for row in people(DUTCH[role]).values() if row[CONSENT] == "Nee"]) == count


def test_goals_are_written_in_many_ways() -> None:
    texts = [row["Wat wil je bereiken?"] for row in people(DUTCH["mentee"]).values()]
    assert len(set(texts) - {None}) >= 70


def test_the_mess_stands_where_the_readme_says() -> None:
    mentees = DUTCH["mentee"]
    assert where(mentees, "E-mail", lambda text: text == "") == [46]
    assert where(mentees, "Naam", lambda text: text == "") == [46]
    assert where(mentees, "E-mail", lambda text: text != "" and "@" not in text) == [74]
    assert where(mentees, "Naam", str.isupper) == [86]
    assert where(mentees, "Naam", str.islower) == [10]
    assert where(mentees, "In welke afdeling werk je?", lambda text: text.endswith("\u00a0")) == [53]
    assert where(DUTCH["mentor"], "Naam", str.isupper) == [52]
    assert where(DUTCH["mentor"], CAPACITY, lambda text: text == "") == [2, 9, 27, 38]
