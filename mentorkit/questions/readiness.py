"""What to do first with somebody, from the answers about qualities and readiness; never a score."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from mentorkit.questions.library import library
from mentorkit.text import Message, say
from mentorkit.text.compare import folded, forms_of

ACTIONS: Mapping[str, Message] = {
    "listening": say(
        "First a training on listening and asking questions: the answers say this is still new."
    ),
    "feedback": say("First a training on giving feedback with tact: the answers say this is still new."),
    "goals": say("A goal workshop first: the goals are not clear yet."),
    "tour": say(
        "First a talk with somebody who knows the organisation well: the answers say it is still new."
    ),
    "time": say("Agree on the time first: making room and preparing does not work out yet."),
    "talk": say("Have a talk first: the answers raise a question that a form cannot settle."),
}
"""What can come first, and why."""


def first_actions(answers: Mapping[str, str]) -> tuple[Message, ...]:
    """What comes first for one person, in the order of `ACTIONS`; nothing when all is well.

    `answers` gives the key of the chosen option by the key of its question. Only "not_yet" asks
    for an action; a missing answer asks for nothing. There is no number in it and nothing to sort
    people by. The actions are our own heuristic.

    >>> [action.id for action in first_actions({"clear_goals": "not_yet"})]
    ['A goal workshop first: the goals are not clear yet.']
    """
    asked = {question.action for question in library() if answers.get(question.key) == "not_yet"}
    return tuple(message for key, message in ACTIONS.items() if key in asked)


def chosen_options(headers: Sequence[str], cells: Sequence[object]) -> dict[str, str]:
    """The answers of one row as `first_actions` takes them; other columns and unknown answers are left out.

    >>> chosen_options(["1. Ik weet wat ik wil bereiken."], ["Nog niet"])
    {'clear_goals': 'not_yet'}
    """
    return {
        key: options[answer]
        for column, key, options in _asked(tuple(headers))
        if (answer := folded(str(cells[column]))) in options
    }


@lru_cache
def _asked(headers: tuple[str, ...]) -> tuple[tuple[int, str, Mapping[str, str]], ...]:
    """Column, question and options, by their text, of every question here that can ask for an action."""
    asked = {folded(said): one for one in library() if one.action for said in one.wording.values()}
    return tuple(
        (
            column,
            found.key,
            {folded(said): key for key, texts in found.options.items() for said in texts.values()},
        )
        for column, heading in enumerate(headers)
        if (found := next((asked[form] for form in forms_of(heading) if form in asked), None))
    )
