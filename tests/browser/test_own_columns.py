"""A sheet that nobody made for us: ticks per topic, a second choice, one question answered and one kept."""

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import BrowserContext, FilePayload, expect

from mentorkit.text import Language, say
from mentorkit.workflows.set_up import new_programme
from tests.browser.screen import Screen, Serve, stored
from tests.browser.test_intake import XLSX, Intake, at_files

SHEET = (
    (
        *("Naam", "E-mail", "Ik doe mee als", "Thema: Presenteren", "Thema: Netwerken", "Thema: Plannen"),
        *("Eerste keus mentor", "Tweede keus mentor", "Waar is je werkplek nu", "Lievelingskleur"),
    ),
    ("An Vos", "an@acme.example", "Mentor", "x", None, "x", None, None, "Gent", "blauw"),
    ("Bo Mol", "bo@acme.example", "Mentor", None, "x", None, None, None, "Luik", "rood"),
    ("Cas Smit", "cas@acme.example", "Mentee", "x", None, None, "Bo Mol", "An Vos", "Aalst", "groen"),
    ("Dee Wit", "dee@acme.example", "Mentee", None, "x", None, "An Vos", "Bo Mol", "Namen", "geel"),
)


def sheet() -> FilePayload:
    book, content = openpyxl.Workbook(), io.BytesIO()
    for row in SHEET:
        book.active.append(row)
    book.save(content)
    return {"name": "aanmeldingen.xlsx", "mimeType": XLSX, "buffer": content.getvalue()}


@pytest.fixture(scope="module")
def programme(language: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("own") / f"{language}.mentorkit"
    new_programme(file, "Ronde een", language, "coordinator")
    return file


@pytest.fixture(scope="module")
def intake(programme: Path, language: Language, context: BrowserContext, serve: Serve) -> Iterator[Intake]:
    with at_files(context, serve(programme, language), language) as shared:
        yield shared


def test_what_is_asked_is_answered_and_what_is_not_read_is_kept_and_shown(intake: Intake, programme: Path):
    intake.choose_file(sheet())
    intake.onward("What we see")
    intake.onward("Columns")
    columns = intake.cell("which_columns")
    asked, left = (columns.locator("tbody tr").filter(has_text=heading) for heading in ("werkplek", "kleur"))
    expect(asked).to_contain_text(intake.says("Perhaps: {field}.", field=intake.says("place")))
    expect(columns).to_contain_text("6 kolommen zijn zeker")
    assert asked.bounding_box()["y"] < left.bounding_box()["y"]
    asked.get_by_role("combobox").select_option(label=intake.says("place"))
    intake.settle()
    left.get_by_role("checkbox").click()
    expect(left.get_by_role("checkbox")).to_be_checked()
    intake.onward("Values")
    intake.onward("Review")
    expect(intake.headline).to_have_text(
        intake.says("{new} new, {changed} changed, {errors}.", new=4, changed=0, errors=say("no errors"))
    )
    intake.onward("Confirm")
    intake.button("Import the sign-ups").click()
    expect(intake.undo_import).to_be_visible()

    found = stored(programme)
    kept = {row["person_id"]: row for row in found.applications.to_dicts()}
    told = {one["full_name"]: one | kept[one["id"]] for one in found.people.to_dicts()}
    assert told["An Vos"]["topics"] == ["Presenteren", "Plannen"]
    assert told["Cas Smit"]["goals"] == ["Presenteren"]
    assert told["Cas Smit"]["prefers"] == ["Bo Mol", "An Vos"]
    assert told["Cas Smit"]["city"] == "Aalst"
    assert told["Cas Smit"]["own_columns"] == ["Lievelingskleur: groen"]
    assert intake.faults() == []


def test_an_own_column_stands_on_the_card_of_a_pair(intake: Intake, language: Language):
    intake.settle()
    intake.cell("top").get_by_role("link", name=intake.says("Pairing")).click()
    screen = Screen(intake.page, language)
    screen.settle()
    screen.choose(screen.row("Cas Smit"))
    expect(screen.card).to_contain_text("Lievelingskleur: groen")
