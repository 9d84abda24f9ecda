"""The columns of a sheet to look at: what each holds, what it is read as, and why."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from markupsafe import Markup

from mentorkit.intake.understand.account import ColumnAccount
from mentorkit.intake.values.cells import as_text
from mentorkit.model.fields import ANSWERS
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.table import html_table

_LONGEST = 120
_QUIET, _NUMBER = Markup('<span class="mk-quiet">{}</span>'), Markup('<span class="mk-number">{}</span>')


def field_names(speak: Speaker) -> Mapping[str, str]:
    """What every field that a column can be is called."""
    return {key: speak(answer.label) for key, answer in ANSWERS.items() if answer.is_offered}


def spoken_cell(cell: object, speak: Speaker) -> str:
    """What stands in a cell, a number or a moment in the reader's own way, and a day without its midnight.

    >>> from mentorkit.text import speaker
    >>> spoken_cell(7.5, speaker("nl")), spoken_cell(None, speaker("nl"))
    ('7,5', '')
    """
    if isinstance(cell, float):
        return speak.digits(cell)
    if isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    return speak.write(cell) if isinstance(cell, date) else as_text(cell)


def column_table(columns: Iterable[tuple[ColumnAccount, Markup]], speak: Speaker) -> Markup:
    """A line for each column, with the field that says what it is."""
    heads = (say("Column"), say("Heading"), say("Examples"), say("Filled in"), say("Is read as"), say("Why"))
    table = html_table(heads, (_line(*one, speak) for one in columns), speak)
    return Markup('<div class="mk-columns">{}</div>').format(table)


def _line(one: ColumnAccount, field: Markup, speak: Speaker) -> tuple[object, ...]:
    samples = Markup("<br>").join(spoken_cell(cell, speak)[:_LONGEST] for cell in one.samples)
    why = [one.why]
    if one.suggested:
        why.append(say("Perhaps: {field}.", field=ANSWERS[one.suggested].label))
    return (
        one.letter,
        one.heading,
        _QUIET.format(samples),
        _NUMBER.format(speak(say("{percent}%", percent=round(100 * one.filled)))),
        speak(say("never imported")) if one.is_refused else field,
        _QUIET.format(" ".join(speak(line) for line in why)),
    )


def group_titles(read: int, unread: int, out: int) -> Mapping[str, Message]:
    """How many columns are certain, hold answers that are not read, and are left out with a reason."""
    return {
        "read": say_count("{n} column is certain", "{n} columns are certain", read),
        "unread": say_count(
            "{n} column with answers is not read", "{n} columns with answers are not read", unread
        ),
        "out": say_count("{n} column is not imported", "{n} columns are not imported", out),
    }
