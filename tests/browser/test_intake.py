"""Taking in sign-ups, screen by screen: a Dutch form with an error, the same form again, and undo."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import BrowserContext, FilePayload, Locator, expect

from mentorkit.model import Changes, Person, Update
from mentorkit.store import Store
from mentorkit.text import LANGUAGES, Language, say, speaker
from mentorkit.workflows.set_up import new_programme
from tests.browser.screen import PICTURE, Screen, Serve, show, stored
from tests.browser.test_layout import TOO_WIDE

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADINGS = (
    *("ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam"),
    *("In welke afdeling werk je?", "Over welke thema's wil je mentor zijn?"),
    *("Hoeveel mentees kun je maximaal begeleiden?", "Plaats", f"Bijzonderheden {PICTURE}"),
)
TIMES = ("2026-09-07 12:20:32", "2026-09-07 12:38:03")
ROWS = (
    (1, *TIMES, "an@acme.example", "An de Wit", "Zorg", "Presenteren;Netwerken;", 2, "Gent", "-"),
    (2, *TIMES, "bea-acme.example", "Bea Vos", "Zorg", "Presenteren;Vliegvissen;", 1, "Gent", PICTURE),
    (3, *TIMES, "cas@acme.example", "Cas Smit", "ICT", "Netwerken;Vliegvissen;", 3, "Luik", "-"),
)
LATER = (
    ROWS[0],
    (2, *TIMES, "bea@acme.example", "Bea Vos", "Zorg", "Presenteren;Vliegvissen;", 1, "Gent", "-"),
    (3, *TIMES, "cas@acme.example", "Cas Smit", "ICT", "Netwerken;Vliegvissen;", 3, "Namen", "-"),
    (4, *TIMES, "dee@acme.example", "Dee Mol", "ICT", "Presenteren;", 1, "Luik", "-"),
)
DOUBTS = (
    (5, *TIMES, "an.dewit@acme.example", "An de Wit", "Zorg", "Presenteren;Netwerken;", 2, "Gent", "-"),
    LATER[1],
    LATER[2],
)
FAULTS = ("Traceback", "internal error", "Exception")


def export(rows: Sequence[Sequence[object]]) -> FilePayload:
    """The export of a Dutch Microsoft form for mentors."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    for row in (HEADINGS, *rows):
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return {"name": "mentoren.xlsx", "mimeType": XLSX, "buffer": content.getvalue()}


class Intake(Screen):
    """The page on which sign-ups are taken in."""

    @property
    def move(self) -> Locator:
        return self.cell("move").get_by_role("button")

    def at(self, step: str) -> None:
        """Wait until the page is at a step and at rest."""
        expect(self.page.locator(".mk-steps [aria-current]")).to_have_text(self.says(step))
        self.settle()

    @property
    def undo_import(self) -> Locator:
        return self.cell("confirm").get_by_role("button", name=self.says("Undo"), exact=True)

    @property
    def headline(self) -> Locator:
        return self.cell("first").locator("h1")

    def onward(self, step: str) -> None:
        self.settle()
        self.move.last.click()
        self.at(step)

    def back(self, step: str) -> None:
        self.settle()
        self.button("Back").click()
        self.at(step)

    def choose_file(self, file: FilePayload) -> None:
        self.settle()
        self.cell("chosen").locator("input[type=file]").set_input_files(file)
        expect(self.cell("chosen").locator("tbody tr")).to_contain_text(file["name"])
        self.settle()

    def look_at(self, tab: str) -> None:
        self.cell("review_lists").get_by_role("radio", name=self.says(tab)).click()
        self.settle()

    def faults(self) -> list[str]:
        text = "\n".join(self.visible_text())
        return [fault for fault in FAULTS if fault in text]


@contextmanager
def at_files(context: BrowserContext, address: str, language: Language) -> Iterator[Intake]:
    """The page of a programme at its first step, where files are chosen."""
    shared = Intake(show(context, address, language).page, language)
    shared.cell("top").get_by_role("link", name=shared.says("Sign-ups")).click()
    shared.at("File")
    yield shared
    shared.page.close()


@pytest.fixture(scope="module")
def programme(language: Language, home: Path) -> Path:
    file = home / f"intake-{language}.mentorkit"
    new_programme(file, "Round one", language, "coordinator")
    return file


@pytest.fixture(scope="module")
def intake(programme: Path, language: Language, context: BrowserContext, serve: Serve) -> Iterator[Intake]:
    with at_files(context, serve(programme, language), language) as shared:
        yield shared


def people(programme: Path) -> dict[str, str | None]:
    """Who is in the programme, with their e-mail."""
    found = stored(programme).people.select("full_name", "email").iter_rows()
    return dict(found)


def cities(programme: Path) -> dict[str, str | None]:
    return dict(stored(programme).people.select("full_name", "city").iter_rows())


def test_what_is_no_workbook_is_refused_with_a_sentence(intake: Intake, programme: Path):
    page = "<html><body><table><tr><td>Naam</td></tr></table></body></html>"
    intake.choose_file({"name": f"{PICTURE}.xlsx", "mimeType": XLSX, "buffer": page.encode()})
    refusal = intake.says(
        "This file is a web page with the name of an Excel file. "
        "Open it in Excel, save it as .xlsx and choose the new file."
    )
    expect(intake.cell("chosen").locator(".mk-wrong")).to_have_text(refusal)
    expect(intake.move).to_have_count(0)
    intake.button("Choose other files").click()
    expect(intake.cell("chosen").locator("input[type=file]")).to_have_count(1)


def test_a_form_with_an_error_is_repaired_in_place_and_taken_in(intake: Intake, programme: Path):
    intake.choose_file(export(ROWS))
    intake.onward("What we see")
    expect(intake.cell("what_we_see").locator("tbody tr").first).to_contain_text("mentoren.xlsx")
    intake.onward("Columns")
    columns = intake.cell("which_columns").locator("tbody tr")
    expect(columns).to_have_count(len(HEADINGS))
    expect(columns.filter(has_text="an@acme.example")).to_have_count(1)
    intake.onward("Values")
    unknown = intake.cell("which_values").locator("tbody tr").filter(has_text="Vliegvissen").first
    expect(unknown.get_by_role("combobox")).to_have_count(1)
    intake.cell("own_list").get_by_role("button").click()
    expect(intake.cell("own_list").get_by_role("textbox")).to_have_value("Vliegvissen")
    expect(intake.cell("which_values").get_by_role("combobox")).to_have_count(0)
    intake.settle()
    intake.undo.click()
    expect(unknown.get_by_role("combobox")).to_have_count(1)
    intake.back("Columns")
    intake.onward("Values")

    intake.onward("Review")
    error = intake.cell("review_lists").locator("tbody tr")
    expect(error).to_have_count(1)
    expect(error).to_contain_text("Bea Vos")
    field = error.get_by_role("textbox")
    expect(field).to_have_value("bea-acme.example")
    field.fill("bea@acme.example")
    field.press("Tab")
    intake.button("Check again").click()
    expect(intake.headline).to_have_text(
        intake.says("{new} new, {changed} changed, {errors}.", new=3, changed=0, errors=say("no errors"))
    )
    assert people(programme) == {}

    intake.onward("Confirm")
    expect(intake.undo_import).to_have_count(0)
    intake.button("Import the sign-ups").click()
    expect(intake.undo_import).to_be_visible()
    assert people(programme)["Bea Vos"] == "bea@acme.example"
    assert len(people(programme)) == 3
    assert intake.faults() == []
    assert intake.page.evaluate("window.hit") is None


def test_the_same_form_again_goes_straight_to_what_is_different_and_can_be_undone(
    intake: Intake, programme: Path
):
    intake.settle()
    intake.button("Back to the files").click()
    intake.at("File")
    intake.button("Choose other files").click()
    intake.choose_file(export(LATER))
    intake.onward("Review")
    expect(intake.headline).to_have_text(
        intake.says("{new} new, {changed} changed, {errors}.", new=1, changed=1, errors=say("no errors"))
    )
    intake.look_at("Changed")
    changed = intake.cell("review_lists").locator("tbody tr")
    expect(changed).to_have_count(1)
    expect(changed).to_contain_text("Luik → Namen")

    intake.onward("Confirm")
    intake.button("Import the sign-ups").click()
    expect(intake.undo_import).to_be_visible()
    assert cities(programme)["Cas Smit"] == "Namen"
    assert "Dee Mol" in people(programme)

    intake.settle()
    intake.undo_import.click()
    expect(intake.button("Import the sign-ups")).to_be_visible()
    assert cities(programme)["Cas Smit"] == "Luik"
    assert "Dee Mol" not in people(programme)
    assert intake.faults() == []


def test_a_row_can_be_skipped_and_taken_up_again_with_the_keyboard(intake: Intake, programme: Path):
    intake.back("Review")
    intake.look_at("New")
    intake.press(intake.cell("review_lists").get_by_role("checkbox").first, "Space")
    intake.press(intake.button("Check again"), "Enter")
    expect(intake.headline).to_have_text(
        intake.says("{new} new, {changed} changed, {errors}.", new=0, changed=1, errors=say("no errors"))
    )
    intake.settle()
    intake.look_at("Skipped")
    expect(intake.cell("review_lists").locator("tbody tr")).to_contain_text("Dee Mol")
    intake.press(intake.button("Take back the last change"), "Enter")
    expect(intake.headline).to_have_text(
        intake.says("{new} new, {changed} changed, {errors}.", new=1, changed=1, errors=say("no errors"))
    )


def test_the_language_changes_in_the_middle_of_an_import_and_nothing_is_lost(
    intake: Intake, language: Language
):
    other = next(one for one in LANGUAGES if one != language)
    intake.settle()
    intake.look_at("New")
    step = intake.page.locator(".mk-steps [aria-current]")
    for now, then in ((language, other), (other, language)):
        switch = intake.cell("top").get_by_role("button", name=then.upper(), exact=True)
        expect(step).to_have_text(speaker(now)(say("Review")))
        intake.settle()
        switch.click()
        expect(step).to_have_text(speaker(then)(say("Review")))
        expect(intake.cell("review_lists").locator("tbody tr")).to_contain_text("Dee Mol")
    assert intake.page.url.endswith(f"lang={language}")


def test_a_screen_of_1024_wide_is_wide_enough(intake: Intake):
    intake.page.set_viewport_size({"width": 1024, "height": 768})
    try:
        for step in ("Values", "Columns", "What we see"):
            assert intake.page.locator(":root").evaluate(TOO_WIDE) == []
            intake.back(step)
    finally:
        intake.page.set_viewport_size({"width": 1440, "height": 900})


def test_an_empty_sheet_can_be_saved_to_start_from(intake: Intake):
    intake.back("File")
    intake.button("Choose other files").click()
    intake.settle()
    with intake.page.expect_download() as saved:
        intake.page.get_by_text(intake.says("Save an empty workbook for sign-ups")).click()
    book = openpyxl.load_workbook(io.BytesIO(saved.value.path().read_bytes()))
    assert len(book.sheetnames) >= 2


def test_what_is_in_doubt_waits_for_her_word(intake: Intake, programme: Path):
    hers = stored(programme).people.filter(full_name="Cas Smit").to_dicts()[0] | {"city": "Gent"}
    with Store.open(programme) as store:
        store.apply(Changes("override", (Update(Person(**hers)),)), author="Carla", now=datetime.now(UTC))
    intake.page.reload()
    intake.at("File")
    intake.choose_file(export(DOUBTS))
    intake.onward("Review")
    rows = intake.cell("review_lists").locator("tbody tr")

    intake.look_at("Missing from the file")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("An de Wit")
    intake.look_at("Possibly the same person")
    expect(rows).to_have_count(1)
    rows.get_by_role("combobox").select_option(intake.says("the same person"))
    intake.button("Check again").click()
    expect(rows).to_have_count(0)
    intake.look_at("Yours or the form’s")
    expect(rows).to_have_count(1)
    for said in ("Cas Smit", "Gent", "Namen"):
        expect(rows).to_contain_text(said)
    intake.press(rows.get_by_role("checkbox"), "Space")
    intake.button("Check again").click()
    expect(rows.get_by_role("checkbox")).to_be_checked()

    intake.onward("Confirm")
    intake.button("Import the sign-ups").click()
    expect(intake.undo_import).to_be_visible()
    assert cities(programme)["Cas Smit"] == "Namen"
    assert len(people(programme)) == 3
    assert people(programme)["An de Wit"] == "an.dewit@acme.example"
    assert intake.faults() == []


def test_the_pairing_page_is_one_click_away(intake: Intake):
    intake.settle()
    intake.cell("top").get_by_role("link", name=intake.says("Pairing")).click()
    expect(intake.page.locator('[data-cell-name="weigh"]')).to_be_attached()
