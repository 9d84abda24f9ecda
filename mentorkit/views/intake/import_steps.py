"""What each step of an import answers: what was found, what is in doubt, what will be saved."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mentorkit.text import Message, say, say_count
from mentorkit.views.intake.lists import STATES

Counts = Mapping[Any, int]
"""How many rows have each state; together all rows."""

CHANGE_HERE = say("Change it here when it is not right.")

ABOUT_VALUES = (
    say("Do we understand the answers as they were meant?"),
    say(
        "Answers that mean the same topic count as the same in the pairing, "
        "whatever their words and language."
    ),
)


def no_sign_ups(is_chosen: bool) -> Iterator[Message]:
    """What to do while nothing was read: choose files, or others than those."""
    if is_chosen:
        yield say("None of these files can be read. Choose another file.")
    else:
        yield say("Which sign-ups do you want to import?")
        yield say("Nothing leaves this computer, and nothing is saved before the last step.")


def files_seen(rows: int, sheets: int, is_known_form: bool) -> Iterator[Message]:
    """What stands in the files, and where to go from there."""
    if not sheets:
        yield say("No sign-ups were found in these files.")
        yield say("Choose another file.")
        return
    yield rows_seen(rows, sheets)
    if is_known_form:
        yield say(
            "You imported this form before, so you go straight to what is different. Back shows the columns."
        )


def rows_seen(rows: int, sheets: int) -> Message:
    """How many answers stand on how many sheets."""
    if sheets == 1:
        return say_count("{n} row of answers was found.", "{n} rows of answers were found.", rows)
    return say("{rows} rows of answers were found on {sheets} sheets.", rows=rows, sheets=sheets)


def columns_read(used: int, total: int, doubtful: int) -> Iterator[Message]:
    """How many columns are used, and how many are to be looked at."""
    yield say("{used} of {all} columns are used.", used=used, all=total)
    if doubtful:
        yield say_count(
            "{n} column is in doubt: look at it.", "{n} columns are in doubt: look at them.", doubtful
        )
    else:
        yield say("No column is in doubt, so there is nothing you need to do here.")


def rows_reviewed(counts: Counts, without_consent: int) -> Iterator[Message]:
    """What becomes of the rows, how many take no part, and that nothing is saved."""
    wrong = say_count("{n} row with an error", "{n} rows with an error", counts["error"])
    errors = wrong if counts["error"] else say("no errors")
    told = say("{new} new, {changed} changed, {errors}.", errors=errors, **_fresh(counts))
    with_those = say_count(
        "{told} {n} does not take part: no consent.",
        "{told} {n} do not take part: no consent.",
        without_consent,
        told=told,
    )
    yield with_those if without_consent else told
    yield say("Nothing is saved yet. Rows with an error are left out until they are right.")


def to_import(counts: Counts, is_anything: bool) -> Iterator[Message]:
    """What will be saved, and how."""
    new, changed = counts["new"], counts["changed"]
    if not is_anything:
        yield say("There is nothing new in these files.")
        return
    if not changed:
        yield say_count("Import {n} new sign-up?", "Import {n} new sign-ups?", new)
    elif not new:
        yield say_count("Import {n} changed sign-up?", "Import {n} changed sign-ups?", changed)
    else:
        yield say("Import {new} new and {changed} changed sign-ups?", **_fresh(counts))
    yield say("It is saved as one step, after a backup, and you can undo it.")


def imported(counts: Counts) -> Message:
    """What was saved."""
    new, changed = counts["new"], counts["changed"]
    if not changed:
        return say_count("{n} new sign-up is imported.", "{n} new sign-ups are imported.", new)
    if not new:
        return say_count("{n} changed sign-up is imported.", "{n} changed sign-ups are imported.", changed)
    return say("{new} new and {changed} changed sign-ups are imported.", **_fresh(counts))


def left_out_lines(counts: Counts, yours: Sequence[bool]) -> list[Message]:
    """What is not saved; of every answer that was changed in both places, whether `yours` stays."""
    left = sum(counts.values()) - counts["new"] - counts["changed"]
    idle = say_count(
        "{n} row changes nothing or is left out.", "{n} rows change nothing or are left out.", left
    )
    wrong = say_count(
        "{n} of them has an error. It is not lost: go back to correct it, or import the file again later.",
        "{n} of them have an error. They are not lost: go back to correct them, "
        "or import the file again later.",
        counts["error"],
    )
    kept = say_count(
        "You changed {n} answer yourself; yours stays for {kept}.",
        "Of {n} answers that you changed yourself, yours stays for {kept}.",
        len(yours),
        kept=sum(yours),
    )
    told = ((idle, left), (wrong, counts["error"]), (kept, yours))
    return [line for line, is_there in told if is_there]


def sum_line(counts: Counts) -> Message:
    """All rows that were read, as a sum of what becomes of them."""
    parts = [say("{n} {state}", n=count, state=STATES[state]) for state, count in counts.items() if count]
    return say_count("{n} row: {counts}.", "{n} rows: {counts}.", sum(counts.values()), counts=parts)


def _fresh(counts: Counts) -> dict[str, int]:
    return {state: counts[state] for state in ("new", "changed")}
