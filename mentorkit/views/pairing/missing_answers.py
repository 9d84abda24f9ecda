"""Which answers to ask for first: a table for the coordinator, and a friendly mail for each person."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.matching.criteria.goal_coverage import CRITERION
from mentorkit.matching.insight.missing_answers import MissingAnswer
from mentorkit.model.fields import ASKED
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.mail import Mail
from mentorkit.views.names import Names, addresses
from mentorkit.views.pairing.plan_change import in_points
from mentorkit.views.table import html_table

((_WANTED, _OFFERED),) = CRITERION.answers
_PEER_QUESTIONS: Mapping[tuple[str, str], Message] = {
    ("mentor", _WANTED): say("What would you like to learn yourself?"),
    ("mentee", _OFFERED): say("Which topics can you help somebody else with?"),
}


def worth_asking(missing: Iterable[MissingAnswer]) -> tuple[MissingAnswer, ...]:
    """The missing answers that can change the plan, to questions that others did answer."""
    return tuple(one for one in missing if one.can_change_plan and one.is_asked)


def missing_answer_lines(missing: Sequence[MissingAnswer]) -> tuple[Message, ...]:
    """How many answers to ask for, how many can wait, and what nobody was asked."""
    worth = len(worth_asking(missing))
    if not missing:
        return (say("All answers that count are there."),)
    ask = say_count(
        "{n} missing answer can change the proposal.", "{n} missing answers can change the proposal.", worth
    )
    settled = sum(not one.can_change_plan for one in missing)
    wait = say_count(
        "{n} missing answer cannot change the proposal by itself, whatever it is. It can wait.",
        "{n} missing answers cannot change the proposal one by one. They can wait.",
        settled,
    )
    unasked = {question(one).id: question(one) for one in missing if one.can_change_plan and not one.is_asked}
    nobody = say(
        "Nobody in the same role answered this; perhaps the form does not ask it: {questions}.",
        questions=[say("“{question}”", question=one) for one in unasked.values()],
    )
    first = ask if worth else say("No missing answer of one person can change the proposal.")
    told = ((first, True), (wait, settled), (nobody, unasked))
    return tuple(line for line, is_there in told if is_there)


def question(one: MissingAnswer) -> Message:
    """The exact question that brings the missing answer."""
    return _PEER_QUESTIONS.get((one.sides[0], one.answer), ASKED[one.answer])


def effect(one: MissingAnswer) -> Message:
    """What the answer could change, at most."""
    if not one.can_change_plan:
        return say("Cannot change the proposal")
    if one.at_risk:
        return say_count(
            "This answer can make {n} pair impossible, and decides whether {partners}",
            "This answer can make {n} pairs impossible, and decides whether {partners}",
            one.at_risk,
            partners=say_count("{n} person can be a partner", "{n} people can be partners", one.partners),
        )
    points = in_points(max(round(one.gain * 100), 1))
    return say("Can make the proposal up to {points} better", points=points)


def missing_answers_table(missing: Sequence[MissingAnswer], names: Names, speak: Speaker) -> Markup:
    """The answers in the order given: whose, the question and what hangs on it."""
    heads = (say("Who"), say("Question to ask"), say("Why it matters"))
    who = names.leading
    rows = [(who[one.person], speak(question(one)), speak(effect(one))) for one in missing]
    return html_table(heads, rows, speak)


def mails(
    missing: Sequence[MissingAnswer], snapshot: Snapshot, names: Names, speak: Speaker
) -> tuple[Mail, ...]:
    """One mail per person with all questions to ask, by name; nobody reads of anybody else."""
    known = addresses(snapshot)
    ordered = sorted(missing, key=lambda one: (names[one.person], one.person))
    subject = speak(say("A question about your sign-up for {programme}", programme=snapshot.programme.name))
    found = []
    for person, asked in groupby(ordered, key=lambda one: one.person):
        to, called = known[person]
        questions = [speak(one) for one in {question(one).id: question(one) for one in asked}.values()]
        body = _body(called, questions, snapshot.programme.name, speak)
        found.append(Mail(to, names[person], subject, body))
    return tuple(found)


def _body(name: str, questions: Sequence[str], programme: str, speak: Speaker) -> str:
    opening = say_count(
        "Thank you for signing up for {programme}. To pair you well we would like to know one more thing:",
        "Thank you for signing up for {programme}. To pair you well we would like to know {n} more things:",
        len(questions),
        programme=programme,
    )
    listed = "\n".join(f"{place}. {one}" for place, one in enumerate(questions, 1))
    closing = say("You can simply reply to this mail; a few words are enough.")
    parts = (
        speak(say("Hello {name},", name=name)),
        speak(opening),
        listed,
        speak(closing),
        speak(say("Kind regards")),
    )
    return "\n\n".join(parts)
