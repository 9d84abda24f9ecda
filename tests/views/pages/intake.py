"""What is said about sign-ups."""

from dataclasses import replace
from datetime import date, datetime

from markupsafe import Markup

from mentorkit.intake.people.identity import Who
from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.account import ColumnAccount
from mentorkit.intake.understand.layout import layouts
from mentorkit.model import Finding
from mentorkit.questions.library import library
from mentorkit.questions.readiness import ACTIONS
from mentorkit.text import say
from mentorkit.views.intake.columns import column_table, field_names, group_titles, spoken_cell
from mentorkit.views.intake.differences import difference_list, spoken_value
from mentorkit.views.intake.findings import (
    finding_lines,
    finding_table,
    in_order,
    printable,
    summed_up,
    with_its_column,
)
from mentorkit.views.intake.import_steps import (
    ABOUT_VALUES,
    CHANGE_HERE,
    columns_read,
    files_seen,
    imported,
    left_out_lines,
    no_sign_ups,
    rows_reviewed,
    rows_seen,
    sum_line,
    to_import,
)
from mentorkit.views.intake.lists import HINTS, STATES, TABS
from mentorkit.views.intake.questions import (
    KINDS,
    MEANINGS,
    PRIVATE,
    PURPOSES,
    by_name,
    leads_to,
    question_table,
    readiness_table,
    readiness_text,
    set_of_questions,
)
from mentorkit.views.intake.rows import (
    HEADS,
    about_the_row,
    known_by,
    row_details,
    row_number,
    row_place,
    row_title,
)
from mentorkit.views.intake.sheets import (
    HOLDS,
    file_seen,
    first_rows,
    form_name,
    headings_seen,
    sheet_cell,
    sheet_title,
)
from tests.views.pages.page import Page

FOUND = (
    Finding("aanmeldingen.xlsx", 1, None, None, HINTS["same"], "notice"),
    Finding("mentoren.csv", None, None, None, HINTS["merged"], "warning"),
    Finding("mentoren.csv", 9, "E-mail", "noor@", HINTS["error"], "error"),
    Finding("mentoren.csv", 3, "Doelen", "x" * 300, HINTS["error"], "error"),
)
SAME = tuple(Finding("mentoren.csv", row, "E-mail", None, HINTS["warning"], "warning") for row in (4, 2, 7))
STEPS = (("zoë", [ACTIONS["time"]]), ("Bo", []), ("Ann", [ACTIONS["goals"], ACTIONS["tour"]]))


def show_columns(page: Page) -> None:
    rest = {"sheet": "Blad1", "letter": "A", "name": "Naam", "filled": 0.5}
    read = ColumnAccount(
        heading="Naam", field="full_name", status="read", why=HINTS["same"], samples=("Noor", "Bo"), **rest
    )
    maybe = replace(read, heading="Wat", field=None, status="asked", suggested="topics", samples=())
    never = replace(read, heading="Rijksregister", field=None, status="sensitive", is_refused=True)
    box = Markup("<select></select>")
    lines = [(one, box) for one in (read, maybe, never)]
    page.show("Read, asked and refused", column_table, lines, page.speak)
    for cell in (None, "Gent", 7, 1234.5, date(2026, 3, 1), datetime(2026, 3, 1), datetime(2026, 3, 1, 9, 5)):
        page.show(repr(cell), spoken_cell, cell, page.speak)
    for n in (1, 2):
        page.show(f"{n} of each", group_titles, n, n, n)
    page.show("Every field", field_names, page.speak)


def show_differences(page: Page) -> None:
    values = (None, "", (), "Gent", ("data", "zorg"), [1, 2], 1234.5, date(2026, 3, 1), True)
    for value in values:
        page.show(repr(value), spoken_value, value, page.speak)
    changed = [(say("place"), "Gent", "<b>Luik</b>"), (say("goals"), None, ("data", "zorg"))]
    page.show("A place and goals", difference_list, changed, page.speak)


def show_findings(page: Page) -> None:
    page.show("Two errors, a warning and a notice", finding_table, FOUND, page.speak)
    page.show("No finding", finding_table, (), page.speak)
    page.show("The same, on a terminal", finding_lines, FOUND, page.speak)
    page.show("A sign that steers it", printable, "red\x1b[31m\n.csv")
    page.show("The same, as they are told", in_order, FOUND)
    page.show("Three of a column say the same", summed_up, SAME)
    page.show("About a column", with_its_column, FOUND[2])
    page.show("About no column", with_its_column, FOUND[0])


def show_lists(page: Page) -> None:
    page.words("STATES", STATES)
    page.words("TABS", TABS)
    page.words("HINTS", HINTS)


def counted(**counts: int) -> dict[str, int]:
    return dict.fromkeys(STATES, 0) | counts


def show_import_steps(page: Page) -> None:
    for is_chosen in (False, True):
        page.show(f"Files are chosen: {is_chosen}", no_sign_ups, is_chosen)
    page.show("No sheet is read", files_seen, 0, 0, False)
    page.show("A form that is known", files_seen, 3, 1, True)
    for rows, sheets in ((1, 1), (2, 1), (154, 2)):
        page.show(f"{rows} rows, {sheets} sheets", rows_seen, rows, sheets)
    for doubtful in range(3):
        page.show(f"In doubt: {doubtful}", columns_read, 20, 30, doubtful)
    nothing, new, changed = counted(same=2), counted(new=2), counted(changed=1)
    both = counted(new=61, changed=2, error=1, merged=3)
    cases = {
        "Nothing": nothing,
        "New": new,
        "One new": counted(new=1),
        "One changed": changed,
        "One the same": counted(same=1),
    }
    cases |= {"Two changed": counted(changed=2), "Both, and an error": both, "Two errors": counted(error=2)}
    for case, counts in cases.items():
        page.show(case, sum_line, counts)
        page.show(case, rows_reviewed, counts, 0)
        page.show(case, to_import, counts, bool(counts["new"] + counts["changed"]))
        page.show(case, imported, counts)
        page.show(case, left_out_lines, counts, ())
    page.show("One row", sum_line, counted(new=1))
    for out in (1, 7):
        page.show(f"Without consent: {out}", rows_reviewed, both, out)
    for yours in ([True], [True, False]):
        page.show(f"Changed in both: {len(yours)}", left_out_lines, new, yours)
    page.words("ABOUT_VALUES", ABOUT_VALUES)
    page.words("CHANGE_HERE", CHANGE_HERE)


def show_rows(page: Page) -> None:
    page.words("HEADS", HEADS)
    for sheet in ("", "Blad1"):
        page.show(sheet or "No sheet", row_number, "mentoren.xlsx", sheet, 46)
    for name in (None, "<b>Noor</b>"):
        page.show(name or "Nobody", row_place, name, "46 · Blad1", page.speak)
        page.show(name or "Nobody", row_title, name, 46)
    changed = [(say("place"), "Gent", "<b>Luik</b>")]
    page.show(
        "Changed, with findings", row_details, ("mentor", "mentee"), changed, FOUND[2:], False, page.speak
    )
    page.show("Twice the same", row_details, ("mentor",), [], (), True, page.speak)
    page.show("A name and more", known_by, Who("x", "Noor", "noor@example.org", "007"))
    page.show("A name", known_by, Who("x", "Noor"))
    page.show("Errors in cells", about_the_row, FOUND[2:], True)
    page.show("About the row", about_the_row, FOUND[:2], False)


def show_sheets(page: Page) -> None:
    headings = ("Naam", "", "E-mail\n(werk)", "Plaats", "Taal", "Doelen", "Waarden")
    rows = ((2, ("Noor", None, "noor@x.be", "Gent", "nl", "<b>data</b>", 7.5)),)
    read = Table("mentoren.xlsx", "Blad1", (1,), headings, rows)
    lists = replace(read, sheet="Lijsten", state="hidden", headers=headings[:1], rows=())
    text = replace(read, file="mentees.csv", sheet="", rows=rows * 2)
    page.show("One of two is read", file_seen, [read], [lists], FOUND[1:2], page.speak)
    page.show("A text file", file_seen, [text], [], (), page.speak)
    page.show("Without headings", headings_seen, replace(read, headers=("", "")), page.speak)
    for case, table in {"Read": read, "Hidden": lists, "A text file": text}.items():
        page.show(case, sheet_title, table)
        page.show(case, sheet_cell, table, page.speak)
        page.show(case, headings_seen, table, page.speak)
        page.show(case, first_rows, table, page.speak)
    page.show("Of their own", form_name, None, False)
    page.show("Of their own, known", form_name, None, True)
    for language in ("nl", "en", "fr", None):
        page.show(f"In {language}", form_name, layouts()[0].model_copy(update={"language": language}), True)
    page.words("HOLDS", HOLDS)


def show_questions(page: Page) -> None:
    for role in ("mentee", "mentor"):
        page.show(f"For a {role}", question_table, library(), role, ACTIONS, page.speak)
    asked = {question.key: question for question in library()}
    for key in ("topics", "hours", "empathy", "boundaries", "initiative", "offers"):
        page.show(key, leads_to, asked[key], ACTIONS)
    page.show("Three people, one of whom has nothing to do", by_name, STEPS)
    page.show("The same", readiness_table, STEPS, page.speak)
    page.show("The same", readiness_text, STEPS, page.speak)
    for role in ("mentee", "mentor"):
        for n in (1, 2):
            page.show(f"{n} for a {role}", set_of_questions, role, n)
    page.words("PURPOSES", PURPOSES)
    page.words("MEANINGS", MEANINGS)
    page.words("PRIVATE", PRIVATE)
    page.words("KINDS", KINDS)
