"""Settings that move in two windows at once: only what moved is saved, and nothing is overwritten."""

from mentorkit.errors import RevisionConflict
from mentorkit.model import Programme
from mentorkit.text import say
from mentorkit.text.message import Value
from mentorkit.workbook.cells import row_of
from mentorkit.workbook.choices import LISTS, list_of
from mentorkit.workbook.fields import SHEETS, WEIGHTS, heading, settings_by_field

_SHEET = SHEETS["programme"]


def moved_onto(seen: Programme, ours: Programme, now: Programme) -> Programme:
    """The programme as it is now, with what moved in our version since it was seen.

    Raises RevisionConflict, with both values in words, when one of these settings has got another
    value in the meantime.
    """
    was, here, there = map(settings_by_field, (seen, ours, now))
    moved = {field: here[field] for field in _SHEET.fields if here[field] != was[field]}
    clash = [field for field in moved if there[field] not in (was[field], moved[field])]
    if clash:
        told = [
            say(
                "{field}: you have {ours}, the file has {theirs}",
                field=WEIGHTS[field].label if field in WEIGHTS else heading(_SHEET, field),
                ours=_in_words(field, here[field]),
                theirs=_in_words(field, there[field]),
            )
            for field in clash
        ]
        message = say("What you set here is not saved. {differences}.", differences=told)
        raise RevisionConflict(message, table=now.table, ours=here, theirs=there)
    both = row_of("programme", there | moved)
    assert isinstance(both, Programme), "each of the two was a programme"  # noqa: S101
    return both


def _in_words(field: str, value: Value) -> Value:
    """A choice by its name, any other value as it is."""
    return LISTS.get(str(list_of(field)), {}).get(value, value)
