"""The question library in words: what each question is for, and what can come first for whom."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from mentorkit.matching import CRITERIA
from mentorkit.model import Role
from mentorkit.model.question import Purpose, Question, QuestionKind
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.table import html_table

Steps = tuple[str, Sequence[Message]]
"""A name, and what can come first for her."""

PURPOSES: Mapping[Purpose, Message] = {
    "matching": say("Pairing"),
    "conversation": say("A talk"),
    "evaluation": say("Looking back"),
}
"""What an answer is for, in short."""

MEANINGS: Mapping[Purpose, Message] = {
    "matching": say("The answer is kept with the sign-up and used to make pairs."),
    "conversation": say("The answer gives a talk a good start. It does not count when pairs are made."),
    "evaluation": say(
        "The same question comes back at the end, to see what changed. It does not count when pairs are made."
    ),
}
"""The same in full."""

PRIVATE = say(
    "Only the coordinator sees this answer. It ranks nobody, and mentorkit does not keep it: "
    "it stays in the file of the form."
)
"""What a private answer is."""

KINDS: Mapping[QuestionKind, Message] = {
    "text": say("Open question"),
    "choice": say("Choice, one answer"),
    "choices": say("Choice, several answers"),
    "scale": say("Scale from 1 to 5, one answer"),
    "number": say("Open question, a number"),
    "yes_no": say("Choice, one answer: yes or no"),
    "date": say("Date"),
}
"""What to choose for a question in an online form."""


def leads_to(question: Question, actions: Mapping[str, Message]) -> Message:
    """What an answer can lead to; `actions` gives what may come first by its key.

    Which criteria of the pairing read an answer is asked of the criteria themselves.
    """
    if question.action:
        return say("At “not yet”: {action}", action=actions[question.action])
    counted = [one.label for one in CRITERIA if question.field in (*one.mentee_answers, *one.mentor_answers)]
    if counted:
        return say("Counts for: {criteria}.", criteria=counted)
    if question.field:
        return say("Is kept with the sign-up.")
    if question.purpose == "evaluation":
        return say("Is asked again at the end.")
    if question.is_private:
        return say("A talk with the coordinator.")
    return say("The first talks of the pair.")


def question_table(
    questions: Sequence[Question], role: Role, actions: Mapping[str, Message], speak: Speaker
) -> Markup:
    """The questions of a role: first those for the pairing, then for a talk, then for looking back."""
    what = (say("Question"), say("What it is for"), say("Kind of question"))
    heads = (*what, say("Who sees it"), say("What it can lead to"))
    order = list(PURPOSES)
    asked = [one for one in questions if role in one.roles]
    asked.sort(key=lambda one: order.index(one.purpose))
    said = [(PURPOSES[one.purpose], KINDS[one.kind], _seen_by(one), leads_to(one, actions)) for one in asked]
    rows = [(speak.wording(one.wording), *map(speak, lines)) for one, lines in zip(asked, said, strict=True)]
    return html_table(heads, rows, speak)


def by_name(found: Iterable[Steps]) -> list[Steps]:
    """Whoever has something to do first, in the order of the alphabet, which says nothing about anybody."""
    return sorted(
        (one for one in found if one[1]),
        key=lambda one: (one[0].casefold(), one[0], [action.id for action in one[1]]),
    )


def readiness_table(found: Iterable[Steps], speak: Speaker) -> Markup:
    """Per name what can come first, as `by_name` orders them; nothing in it counts or compares."""
    heads = say("Who"), say("What can come first")
    rows = [(name, Markup("<br>").join(map(speak, actions))) for name, actions in by_name(found)]
    return html_table(heads, rows, speak)


def readiness_text(found: Iterable[Steps], speak: Speaker) -> str:
    """The same as text, a line for each person."""
    lines = [f"{name}: {' '.join(map(speak, actions))}" for name, actions in by_name(found)]
    return "\n".join(lines) + "\n"


def set_of_questions(role: Role, count: int) -> tuple[Message, Message, Message]:
    """What the questions of a role are called as a table, as a text to paste and as a file of it."""
    if role == "mentor":
        return (
            say_count("{n} question for mentors", "{n} questions for mentors", count),
            say("The questions for mentors as a text to paste into a form"),
            say("questions for mentors.txt"),
        )
    return (
        say_count("{n} question for mentees", "{n} questions for mentees", count),
        say("The questions for mentees as a text to paste into a form"),
        say("questions for mentees.txt"),
    )


def _seen_by(question: Question) -> Message:
    if question.is_private:
        return say("Only the coordinator")
    if question.purpose == "conversation":
        return say("The coordinator and the pair")
    return say("The coordinator")
