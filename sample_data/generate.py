"""Make the invented sign-ups in this folder: a Dutch programme and a small English one.

Run `python sample_data/generate.py [folder]`; without a folder the files beside this one are
written again. The same seed and the same words give the same cells every time.
"""

import csv
import sys
import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from answers import Entry, Form, plant
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from people import Organisation, Role

HERE = Path(__file__).resolve().parent
SEED = 20260907
OPENS = datetime(2026, 9, 7)
DAYS_OPEN = 19
ROLES: tuple[Role, ...] = ("mentor", "mentee")
FORMS_HEADINGS = ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Tijd van laatste wijziging"]
GOOGLE_HEADINGS = ["Timestamp", "Email Address", "Full name"]

Sheet = dict[Role, list[Entry]]


def sign_ups(language: str) -> tuple[dict[str, Any], Sheet, Random]:
    """The words of a language, the entries per role in the order of arrival, and the chance to go on with."""
    words = tomllib.loads((HERE / f"words_{language}.toml").read_text(encoding="utf-8"))
    rng = Random(f"{SEED}-{language}")  # noqa: S311
    people, form = Organisation(words, rng).people, Form(words, rng)
    entries: Sheet = {role: [form.fill(person, role) for person in people[role]] for role in ROLES}
    plant(entries, words, rng)
    for role in ROLES:
        rng.shuffle(entries[role])
        sign_up_again(entries[role], form, role)
    return words, entries, rng


def sign_up_again(entries: list[Entry], form: Form, role: Role) -> None:
    """Let a few people of the first half send the form in once more, later and with other answers."""
    half = [entry for entry in entries[: len(entries) // 2] if entry.may_spoil]
    for first in form.rng.sample(half, form.words["plan"]["resubmissions"][role]):
        first.may_spoil = False
        again = form.fill(first.person, role)
        fresh = {key: again.answers[key] for key in ("topics", "goal_text") if key in again.answers}
        second = Entry(first.person, first.answers | fresh, may_spoil=False)
        entries.insert(form.rng.randint(entries.index(first) + 3, len(entries)), second)


def spoil(entries: list[Entry], role: Role, rng: Random) -> None:
    """Make the mess that real exports have; see README.md for the list."""
    clean = [entry.answers for entry in entries if entry.may_spoil]
    rng.shuffle(clean)
    for change in (str.upper, str.lower, lambda name: f"{name}  ", lambda name: name.replace(" ", "  ", 1)):
        answers = clean.pop()
        answers["name"] = change(answers["name"])
    for key, end in (("department", "\u00a0"), ("department", " "), ("email", " "), ("level", "\u00a0")):
        clean.pop()[key] += end
    halves = [answers for answers in clean if isinstance(answers.get("years"), float)]
    for answers in halves[::2]:
        answers["years"] = str(answers["years"]).replace(".", ",")
    for answers in [answers for answers in clean if "hours" in answers][:2]:
        answers["hours"] = f"{answers['hours']} uur"
    if role == "mentee":
        loner = next(answers for answers in clean if "prefers" not in answers)
        loner["email"] = loner["email"].replace("@", "")
        nameless = {key: value for key, value in clean[-1].items() if key not in {"email", "name"}}
        entries.insert(rng.randint(20, 70), Entry(entries[0].person, nameless))


def times(count: int, rng: Random) -> list[tuple[datetime, datetime]]:
    """When each form was opened and sent in, between eight and half past nine, in order of sending."""
    seconds = [rng.randrange(DAYS_OPEN) * 86_400 + rng.randrange(8 * 3600, 21 * 3600) for _ in range(count)]
    opened = [OPENS + timedelta(seconds=number) for number in seconds]
    spans = [(start, start + timedelta(seconds=rng.randint(240, 1800))) for start in opened]
    return sorted(spans, key=lambda span: span[1])


def columns(words: dict[str, Any], role: Role) -> list[dict[str, str]]:
    """The questions of one role, in the order of the form."""
    return [column for column in words["column"] if column.get("role", role) == role]


def cell(value: Any, end: str) -> Any:
    """One answer as a form writes it; several answers become one text with semicolons."""
    return ";".join(value) + end if isinstance(value, list | tuple) else value


def write_microsoft(path: Path, words: dict[str, Any], entries: list[Entry], role: Role, rng: Random) -> None:
    """Write a workbook as Microsoft Forms exports it: one sheet, one table, real dates."""
    asked = columns(words, role)
    headings = FORMS_HEADINGS + [column["heading"] for column in asked]
    book = Workbook()
    book.properties.title, book.properties.creator = "Aanmelding", "Lindeveer (verzonnen)"
    book.properties.created = OPENS
    sheet = book.active
    sheet.title = "Sheet1"
    sheet.append(headings)
    for row, (entry, span) in enumerate(zip(entries, times(len(entries), rng), strict=True), start=1):
        answers = entry.answers
        given = [cell(answers.get(column["field"]), ";") for column in asked]
        sheet.append([row, *span, answers.get("email"), answers.get("name"), None, *given])
        for moment in sheet[row + 1][1:3]:
            moment.number_format = "m/d/yy h:mm:ss"
    area = f"A1:{get_column_letter(len(headings))}{len(entries) + 1}"
    table = Table(name="OfficeForms.Table", displayName="OfficeForms.Table", ref=area)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium9", showRowStripes=True)
    sheet.add_table(table)
    book.save(path)


def write_google(path: Path, words: dict[str, Any], entries: list[Entry], role: Role, rng: Random) -> None:
    """Write a file as Google Forms gives it: every field in quotes, no semicolon at the end."""
    asked = columns(words, role)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(GOOGLE_HEADINGS + [column["heading"] for column in asked])
        for entry, (_, sent) in zip(entries, times(len(entries), rng), strict=True):
            stamp = f"{sent:%Y/%m/%d} {sent.hour % 12 or 12}:{sent:%M:%S} {'AP'[sent.hour > 11]}M GMT+1"
            answers = [cell(entry.answers.get(column["field"], ""), "") for column in asked]
            writer.writerow([stamp, entry.answers["email"], entry.answers["name"], *answers])


def generate(folder: Path) -> None:
    """Write the four files into the folders `nl` and `en` of this folder."""
    for language in ("nl", "en"):
        (folder / language).mkdir(parents=True, exist_ok=True)
    words, entries, rng = sign_ups("nl")
    for role, name in zip(ROLES, ("mentoren", "mentees"), strict=True):
        spoil(entries[role], role, rng)
        write_microsoft(folder / "nl" / f"{name}.xlsx", words, entries[role], role, rng)
    words, entries, rng = sign_ups("en")
    for role in ROLES:
        write_google(folder / "en" / f"{role}s.csv", words, entries[role], role, rng)


if __name__ == "__main__":
    generate(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
