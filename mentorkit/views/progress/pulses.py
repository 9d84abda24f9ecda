"""Pulses in words: the four questions, the mails that ask them, who answered, and how far two are apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mentorkit.intake.values.names import read_email
from mentorkit.model import OCCASIONS, OTHER_SIDE, SIDES, Pulse, Side
from mentorkit.model.codes import spelt
from mentorkit.progress.known import KnownPair
from mentorkit.progress.pulses import due_pulses, gap_of, response
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.mail import Mail, coded_form
from mentorkit.views.progress.standing import NO_PAIR
from mentorkit.views.start.two import Two

QUESTIONS: Mapping[str, Message] = {
    "going": say("How is the collaboration going?"),
    "clear_goals": say("We work on clear goals."),
    "kept": say("What we agree takes place as planned."),
    "wants_contact": say("I would like the coordinator to get in touch with me."),
}
"""The questions by the field that holds the answer. Our own wording; not validated."""

SCALES: Mapping[str, Message] = {
    "going": say("1 = badly, 5 = very well"),
    "clear_goals": say("1 = not at all, 5 = entirely"),
    "kept": say("1 = not at all, 5 = entirely"),
    "wants_contact": say("yes or no"),
}
"""How each is answered."""

_INTRO = say(
    "Hello {called},\n\nFour short questions about your mentoring with {other}. Only the coordinator sees "
    "your answers; {other} does not."
)

_REPLY = say(
    "Reply to this mail and write your answer behind each number:\n\n"
    "{code}\n1 =\n2 =\n3 =\n4 =\n\nOnly these answers are read in; do not write anything else. The code "
    "stands in the place of your name and is yours alone."
)

_BY_LINK = say("Or open this link: it makes that answer ready in your mail program.")


def pulses_headline(pairs: Sequence[KnownPair]) -> list[Message]:
    """How many people are to be asked now, and how many answers did not come yet."""
    if not pairs:
        return [NO_PAIR]
    due = len(due_pulses(pairs))
    waiting = sum(one.answered_on is None for known in pairs for one in known.pulses)
    ask = say_count("{n} person is to be asked how it goes.", "{n} people are to be asked how it goes.", due)
    late = say_count("{n} answer has not come yet.", "{n} answers have not come yet.", waiting)
    return [ask if due else say("Nobody is to be asked now."), *([late] if waiting else [])]


def question_lines(speak: Speaker) -> Iterator[str]:
    """The questions, each with its number and how it is answered."""
    for number, (field, asked) in enumerate(QUESTIONS.items(), 1):
        yield f"{number}. {speak(asked)} ({speak(SCALES[field])})"


def pulse_form(speak: Speaker) -> str:
    """The questions as a text to paste into an online form: the code first."""
    return coded_form(speak(say("How is your mentoring going?")), question_lines(speak), speak)


def pulse_mails(
    asked: Iterable[Pulse], twos: Mapping[str, Two], speak: Speaker, coordinator: str = ""
) -> tuple[Mail, ...]:
    """A mail for each pulse to which no answer came yet; never what anybody answered.

    When an e-mail address stands in `coordinator`, each mail holds a link that opens the answer to it.
    """
    to = str(read_email(coordinator).value or "")
    found, asked_now = [], "\n".join(question_lines(speak))
    for one in asked:
        two = twos.get(one.pair_id)
        if two is None:
            continue
        code, names = spelt(one.code), two.first
        intro = _INTRO.filled(called=names[one.side], other=names[OTHER_SIDE[one.side]])
        body = f"{speak(intro)}\n\n{asked_now}\n\n{speak(_REPLY.filled(code=code))}\n"
        subject = speak(say("How is it going? {code}", code=code))
        if link := Mail(to, "", subject, f"{code}\n1 =\n2 =\n3 =\n4 =\n").link:
            body += f"\n{speak(_BY_LINK)}\n\n{link}\n"
        found.append(Mail(two.reach[one.side][0], two.names[one.side], subject, body))
    return tuple(found)


def response_rows(pulses: Sequence[Pulse], speak: Speaker) -> list[tuple[str, str, str]]:
    """How many answered: the moment, the side, and so many of so many with the part of it."""
    return [
        (speak(_occasion(one.occasion, one.number)), speak(SIDES[one.side]), _part(one.answered, one.asked))
        for one in response(pulses)
    ]


def gap_rows(pairs: Iterable[KnownPair], names: Mapping[str, str]) -> list[tuple[object, ...]]:
    """What both sides gave last for how they get on, the widest gap first. For the coordinator alone."""
    found = [(gap_of(one), one) for one in pairs]
    told = [(gap[0], one) for gap, one in found if gap]
    told.sort(key=lambda one: (-one[0], one[1].pair.id))
    return [(names[one.pair.id], *(_last(one, side) for side in SIDES), gap) for gap, one in told]


def _occasion(occasion: str, number: int) -> Message:
    words = next(said for key, said in OCCASIONS.items() if key == occasion)
    return say("{when}, number {n}", when=words, n=number) if occasion == "rhythm" else words


def _part(answered: int, asked: int) -> str:
    return f"{answered} / {asked} ({round(100 * answered / asked)}%)"


def _last(known: KnownPair, side: Side) -> int:
    return [one.going for one in known.replies[side] if one.going][-1] or 0
