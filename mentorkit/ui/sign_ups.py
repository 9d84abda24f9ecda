"""Opening the sign-ups: choose two files, see what is in them, take them in."""

from collections.abc import Callable
from typing import Any

import marimo as mo

from mentorkit.errors import FileRefused
from mentorkit.frames import Snapshot
from mentorkit.model import Role
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.ui.desk import Desk
from mentorkit.ui.page import heading, html, paragraph, side_by_side
from mentorkit.views.problems import problem_table
from mentorkit.workflows.intake import Import, SignUpFile, plan_import, reporting_problems
from mentorkit.workflows.set_up import sample_sign_ups

_TYPES = (".xlsx", ".csv")
_LARGEST = 20_000_000


def file_picker(role: Role, read: Speaker, _turn: int) -> mo.ui.file:
    """Chooses the export of one role; made again, and so empty, after an action."""
    label = say("Sign-ups of mentors") if role == "mentor" else say("Sign-ups of mentees")
    return mo.ui.file(filetypes=_TYPES, kind="button", max_size=_LARGEST, label=read(label))


def read_files(snapshot: Snapshot, mentors: mo.ui.file, mentees: mo.ui.file) -> Import | Message | None:
    """What taking in the chosen files would do; the refusal of a file; None without files."""
    chosen: list[tuple[mo.ui.file, Role]] = [(mentors, "mentor"), (mentees, "mentee")]
    files = [
        SignUpFile(upload.name, upload.contents, role)
        for picker, role in chosen
        for upload in picker.value or ()
    ]
    if not files:
        return None
    try:
        return plan_import(snapshot, files)
    except FileRefused as refusal:
        return refusal.message


def reading_report(reading: Import | Message | None, read: Speaker) -> mo.Html | None:
    """What was seen in the files: counts, and columns that are not used."""
    if reading is None or isinstance(reading, Message):
        return paragraph(reading, read, "notice")
    seen = [
        say(
            "{file}: {rows} rows, {people} people, {merged} double, {left} not taken in.",
            file=intake.file,
            rows=intake.rows_read,
            people=len(intake.applications),
            merged=intake.merged,
            left=intake.rows_read - len(intake.applications) - intake.merged,
        )
        for intake in reading.intakes
    ]
    unused = sorted({column for intake in reading.intakes for column in intake.unused_columns})
    ignored = say("Columns that are not used: {columns}.", columns=unused) if unused else None
    return mo.vstack([paragraph(line, read) for line in (*seen, ignored) if line])


def take_in_button(
    desk: Desk, reading: Import | Message | None, read: Speaker, refresh: Callable[[], None]
) -> mo.ui.button | None:
    """Takes in what was read; nothing is saved before."""
    if not isinstance(reading, Import):
        return None
    count = len(reading.changes.items)

    def take(_: object) -> None:
        desk.do(lambda _: reading.changes, done=say("The sign-ups are taken in. Undo takes them out again."))
        refresh()

    label = say("Take in the sign-ups") if count else say("Nothing new in these files")
    return mo.ui.button(label=read(label), kind="success", on_click=take, disabled=not count)


def sample_button(desk: Desk, read: Speaker, refresh: Callable[[], None]) -> mo.ui.button | None:
    """Fills an empty programme with made-up people, to try things out."""
    if desk.snapshot.applications.height:
        return None

    def fill(_: object) -> None:
        done = say("Made-up people are taken in. Undo takes them out again.")
        desk.do(lambda snapshot: sample_sign_ups(snapshot, read.language).changes, done=done)
        refresh()

    return mo.ui.button(label=read(say("Try it with made-up people")), on_click=fill)


def line_report(snapshot: Snapshot, read: Speaker) -> mo.Html | None:
    """What is wrong with the managers people named; nothing when all is well or names are hidden."""
    found = () if snapshot.programme.is_blind else reporting_problems(snapshot)
    return mo.vstack([paragraph(problem.message, read, "notice") for problem in found]) if found else None


def sign_up_panel(snapshot: Snapshot, parts: list[Any], read: Speaker) -> mo.Html:
    """Heading, what is there already, and how to add to it."""
    roles = snapshot.applications["role"]
    have = say(
        "{mentors} sign-ups of mentors and {mentees} of mentees. New files add to them; a later answer wins.",
        mentors=int((roles == "mentor").sum()),
        mentees=int((roles == "mentee").sum()),
    )
    start = say(
        "Choose the two exports of your sign-up forms: Excel (.xlsx) or CSV. Nothing leaves this computer."
    )
    line = paragraph(have if snapshot.applications.height else start, read)
    return mo.vstack([heading(say("Sign-ups"), read), line, side_by_side(*parts)], gap=0.4)


def findings(reading: Import | Message | None, read: Speaker) -> mo.Html | None:
    """Everything she should look at in the files, by row and column."""
    if not isinstance(reading, Import):
        return None
    if not reading.problems:
        return paragraph(say("Nothing stands out in these files."), read, "quiet")
    title = say_count("{n} finding", "{n} findings", len(reading.problems))
    return mo.vstack([heading(title, read), html(problem_table(reading.problems, read))])
