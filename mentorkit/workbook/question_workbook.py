"""An empty sign-up workbook, and the same questions as a text to paste into an online form."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from openpyxl.styles import Font

from mentorkit.model import Role
from mentorkit.model.question import Question
from mentorkit.text import Message, Speaker, say
from mentorkit.views.intake.questions import KINDS, MEANINGS, PRIVATE, PURPOSES
from mentorkit.writing import sheets

_TITLES: Mapping[Role, Message] = {"mentor": say("Mentors"), "mentee": say("Mentees")}
_ROWS = 500
_FIRST_DAY = 36_526
"""1 January 2000, as Excel counts days."""
_SEVERAL = say("Several answers: put ; between them.")
_FORMATS = {"date": "yyyy-mm-dd", "text": "@", "choices": "@"}
_BOLD = {**sheets.WRAPPED, "font": Font(**sheets.FONT, bold=True)}


def question_workbook(questions: Sequence[Question], speak: Speaker, role: Role | None = None) -> bytes:
    """A new .xlsx: an explanation, and a sheet per role with a column per question.

    Every heading has a note that tells what its answer is for; what can be picked has a drop-down,
    whose choices stand in a hidden sheet. With a `role` there is only the sheet of that role.
    """
    book = sheets.new_book()
    _explain(book.create_sheet(speak(say("Read first"))), speak)
    lists = list(dict.fromkeys(texts for question in questions if (texts := _texts(question, speak))))
    for one in _TITLES:
        if role in (None, one):
            asked = [question for question in questions if one in question.roles]
            _ask(book.create_sheet(sheets.title_of(speak(_TITLES[one]))), asked, lists, speak)
    sheets.add_hidden(
        book, "_lists", ([int(text) if text.isdigit() else text for text in texts] for texts in lists)
    )
    return sheets.saved(book)


def form_text(questions: Sequence[Question], role: Role, speak: Speaker) -> str:
    """The questions of a role, numbered, each with its kind and its options, one on a line.

    What only the coordinator reads is a part of its own at the end, with a sentence that says so.
    """
    asked = enumerate((question for question in questions if role in question.roles), start=1)
    lines = [speak(_form_title(role)), speak(say("Your answers are used to find a pair that fits."))]
    for is_private, part in groupby(asked, key=lambda one: one[1].is_private):
        if is_private:
            lines += ["", "", speak(say("New part: only for the coordinator")), speak(_private_part())]
        for number, question in part:
            lines += [
                "",
                f"{number}. {speak.wording(question.wording)}",
                f"[{speak(KINDS[question.kind])}]",
            ]
            lines += _texts(question, speak)
    return "\n".join(lines) + "\n"


def _form_title(role: Role) -> Message:
    return say("Sign-up as mentor") if role == "mentor" else say("Sign-up as mentee")


def _private_part() -> Message:
    return say("Only the coordinator reads these answers. They do not count when pairs are made.")


def _texts(question: Question, speak: Speaker) -> tuple[str, ...]:
    return tuple(speak.wording(option) for option in question.options.values())


def _explain(sheet: Any, speak: Speaker) -> None:
    plain, bold = sheets.style_of(sheet, sheets.WRAPPED), sheets.style_of(sheet, _BOLD)
    for name, told in _explanation():
        sheets.add_row(sheet, [speak(name) if name else "", speak(told)], bold, plain)
    sheets.set_columns(sheet, [18, 90])
    sheets.print_lying(sheet)


def _explanation() -> Iterator[tuple[Message | None, Message]]:
    yield (
        None,
        say("One line is one person. Leave empty what you do not know, and keep the top row as it is."),
    )
    yield None, say("The note at each question tells what its answer is for:")
    yield from ((PURPOSES[purpose], meaning) for purpose, meaning in MEANINGS.items())
    yield say("Private"), PRIVATE
    yield say("Several answers"), say("Pick one from the list, or type several with ; between them.")


def _ask(sheet: Any, asked: Sequence[Question], lists: list[tuple[str, ...]], speak: Speaker) -> None:
    """A column for each question: its heading with a note, how its cells look, what can be picked in them."""
    head, heads = sheets.style_of(sheet, sheets.HEAD), []
    for column, question in enumerate(asked, 1):
        note = "\n".join(map(speak, _note(question)))
        heads.append(sheets.cell_of(sheet, speak.wording(question.wording), head, note))
        if rule := _rule(question, lists, speak):
            sheets.check(sheet, column, (2, _ROWS + 1), **rule)
    sheet.append(heads)
    looks = [sheets.WRAPPED | {"number_format": _FORMATS.get(one.kind, "General")} for one in asked]
    sheets.set_columns(sheet, [24] * len(asked), looks)
    sheet.row_dimensions[1].height = 60
    sheets.arrange(sheet, "B2")


def _note(question: Question) -> Iterator[Message]:
    yield MEANINGS[question.purpose]
    if question.is_private:
        yield PRIVATE
    if question.kind == "choices":
        yield _SEVERAL


def _rule(question: Question, lists: list[tuple[str, ...]], speak: Speaker) -> dict[str, Any]:
    """What a cell may hold, as Excel checks it."""
    if texts := _texts(question, speak):
        rule = {"type": "list", "formula1": sheets.list_at(lists.index(texts) + 1, 1, len(texts))}
        several = {"showErrorMessage": False, "prompt": speak(_SEVERAL)}
        return rule | several if question.kind == "choices" else rule
    if question.kind == "number":
        return {"type": "decimal", "operator": "greaterThanOrEqual", "formula1": "0"}
    if question.kind == "date":
        return {"type": "date", "operator": "greaterThanOrEqual", "formula1": str(_FIRST_DAY)}
    return {}
