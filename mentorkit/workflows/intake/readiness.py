"""What the answers of an import ask for first, person by person."""

from collections.abc import Iterator

from mentorkit.questions.readiness import chosen_options, first_actions
from mentorkit.text import Message
from mentorkit.workflows.intake.edits import RowAt
from mentorkit.workflows.intake.reviewed import Review

_TAKEN = frozenset({"new", "changed", "same"})


def first_steps(review: Review) -> tuple[tuple[str, tuple[Message, ...]], ...]:
    """The name and what can come first of everybody in an import of whom the answers ask for something.

    Only rows that are taken in count, once for each person, in the order of the files. The answers
    are read from the files and kept nowhere.
    """
    chosen: dict[str, tuple[str, dict[str, str]]] = {}
    answers = dict(_answers(review))
    for row in review.rows:
        if row.state in _TAKEN and row.name and row.person_id and row.at in answers:
            chosen.setdefault(row.person_id, (row.name, {}))[1].update(answers[row.at])
    found = ((name, first_actions(told)) for name, told in chosen.values())
    return tuple((name, actions) for name, actions in found if actions)


def _answers(review: Review) -> Iterator[tuple[RowAt, dict[str, str]]]:
    """The answers about readiness in every row that has any."""
    for sheet in review.sheets:
        for number, cells in sheet.table.rows:
            if told := chosen_options(sheet.table.headers, cells):
                yield RowAt(*sheet.at, number), told
