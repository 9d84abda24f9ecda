"""What is said about sign-ups."""

from dataclasses import replace
from datetime import date, datetime

from markupsafe import Markup

from mentorkit.intake.understand.account import ColumnAccount
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


def show_lists(page: Page) -> None:
    page.words("STATES", STATES)
    page.words("TABS", TABS)
    page.words("HINTS", HINTS)


def show_questions(page: Page) -> None:
    for role in ("mentee", "mentor"):
        page.show(f"For a {role}", question_table, library(), role, ACTIONS, page.speak)
    asked = {question.key: question for question in library()}
    for key in ("topics", "hours", "empathy", "boundaries", "initiative", "offers"):
        page.show(key, leads_to, asked[key], ACTIONS)
    page.show("Three people, one of whom has nothing to do", by_name, STEPS)
    page.show("The same", readiness_table, STEPS, page.speak)
    page.show("The same", readiness_text, STEPS, page.speak)
    page.words("PURPOSES", PURPOSES)
    page.words("MEANINGS", MEANINGS)
    page.words("PRIVATE", PRIVATE)
    page.words("KINDS", KINDS)
