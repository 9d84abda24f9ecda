"""An empty sign-up workbook, and the same questions as a text to paste into an online form."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from mentorkit.model import Role
from mentorkit.model.question import Question
from mentorkit.text import Language, Message, Speaker, say, speaker
from mentorkit.views.intake.questions import KINDS, MEANINGS, PRIVATE, PURPOSES
from mentorkit.writing.cells import OPTIONS
from mentorkit.writing.style import print_lying

_TITLES: Mapping[Role, Message] = {"mentor": say("Mentors"), "mentee": say("Mentees")}
_ROWS = 500
_FIRST_DAY = date(2000, 1, 1)
_SEVERAL = say("Several answers: put ; between them.")
_FORMATS = {"date": "yyyy-mm-dd", "text": "@", "choices": "@"}
_HEAD = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
_COMMENT = {"x_scale": 2, "y_scale": 1.5}


def question_workbook(questions: Sequence[Question], language: Language, role: Role | None = None) -> bytes:
    """A new .xlsx: an explanation, and a sheet per role with a column per question.

    Every heading has a note that tells what its answer is for; what can be picked has a drop-down,
    whose choices stand in a hidden sheet. With a `role` there is only the sheet of that role.
    """
    target, read = io.BytesIO(), speaker(language)
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        _explain(book, read)
        sheets = {one: book.add_worksheet(read(_TITLES[one])) for one in _TITLES if role in (None, one)}
        sources = _lists(book, questions, language)
        for one, sheet in sheets.items():
            asked = [question for question in questions if one in question.roles]
            for column, question in enumerate(asked):
                _ask(book, sheet, column, question, sources.get(_texts(question, language)), read)
            sheet.set_row(0, 60)
            sheet.freeze_panes(1, 1)
    return target.getvalue()


def form_text(questions: Sequence[Question], role: Role, language: Language) -> str:
    """The questions of a role, numbered, each with its kind and its options, one on a line.

    What only the coordinator reads is a part of its own at the end, with a sentence that says so.
    """
    speak = speaker(language)
    asked = enumerate((question for question in questions if role in question.roles), start=1)
    lines = [speak(_form_title(role)), speak(say("Your answers are used to find a pair that fits."))]
    for is_private, part in groupby(asked, key=lambda one: one[1].is_private):
        if is_private:
            lines += ["", "", speak(say("New part: only for the coordinator")), speak(_private_part())]
        for number, question in part:
            lines += ["", f"{number}. {question.wording[language]}", f"[{speak(KINDS[question.kind])}]"]
            lines += _texts(question, language)
    return "\n".join(lines) + "\n"


def _form_title(role: Role) -> Message:
    return say("Sign-up as mentor") if role == "mentor" else say("Sign-up as mentee")


def _private_part() -> Message:
    return say("Only the coordinator reads these answers. They do not count when pairs are made.")


def _texts(question: Question, language: Language) -> tuple[str, ...]:
    return tuple(option[language] for option in question.options.values())


def _explain(book: xlsxwriter.Workbook, speak: Speaker) -> None:
    sheet = book.add_worksheet(speak(say("Read first")))
    bold, plain = book.add_format({"bold": True, "valign": "top"}), book.add_format({"text_wrap": True})
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 90)
    print_lying(sheet)
    for row, (name, told) in enumerate(_explanation()):
        sheet.write_string(row, 0, speak(name) if name else "", bold)
        sheet.write_string(row, 1, speak(told), plain)


def _explanation() -> Iterator[tuple[Message | None, Message]]:
    yield (
        None,
        say("One line is one person. Leave empty what you do not know, and keep the top row as it is."),
    )
    yield None, say("The note at each question tells what its answer is for:")
    yield from ((PURPOSES[purpose], meaning) for purpose, meaning in MEANINGS.items())
    yield say("Private"), PRIVATE
    yield say("Several answers"), say("Pick one from the list, or type several with ; between them.")


def _lists(
    book: xlsxwriter.Workbook, questions: Iterable[Question], language: Language
) -> dict[tuple[str, ...], str]:
    """Writes every list of choices once, in a hidden sheet; gives where each of them stands."""
    sheet = book.add_worksheet("_lists")
    sheet.very_hidden()
    found = dict.fromkeys(texts for question in questions if (texts := _texts(question, language)))
    places = {}
    for column, texts in enumerate(found):
        cells = [int(text) if text.isdigit() else text for text in texts]
        sheet.write_column(0, column, cells)
        letter = xl_col_to_name(column)
        places[texts] = f"=_lists!${letter}$1:${letter}${len(texts)}"
    return places


def _ask(
    book: xlsxwriter.Workbook, sheet: Any, column: int, question: Question, source: str | None, speak: Speaker
) -> None:
    """One column: its heading with a note, how its cells look, and what can be picked in them."""
    sheet.write_string(0, column, question.wording[speak.language], book.add_format(_HEAD))
    sheet.write_comment(0, column, "\n".join(map(speak, _note(question))), _COMMENT)
    look = {"valign": "top", "text_wrap": True}
    if question.kind in _FORMATS:
        look["num_format"] = _FORMATS[question.kind]
    sheet.set_column(column, column, 24, book.add_format(look))
    if rule := _rule(question, source):
        if question.kind == "choices":
            rule |= {"show_error": False, "input_message": speak(_SEVERAL)}
        sheet.data_validation(1, column, _ROWS, column, rule)


def _note(question: Question) -> Iterator[Message]:
    yield MEANINGS[question.purpose]
    if question.is_private:
        yield PRIVATE
    if question.kind == "choices":
        yield _SEVERAL


def _rule(question: Question, source: str | None) -> dict[str, Any] | None:
    """What a cell may hold, as Excel checks it."""
    if source:
        return {"validate": "list", "source": source}
    if question.kind == "number":
        return {"validate": "decimal", "criteria": ">=", "value": 0}
    if question.kind == "date":
        return {"validate": "date", "criteria": ">=", "value": _FIRST_DAY}
    return None
