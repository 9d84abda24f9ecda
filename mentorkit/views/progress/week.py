"""Whom to call this week, in words: why, what to say, and how far the hours go."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from markupsafe import Markup

from mentorkit.model import OTHER_SIDE
from mentorkit.model.agreed import PROMISE_KINDS, PROMISED_BY
from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals import no_contact
from mentorkit.progress.this_week import CALL_MINUTES, Call, calls_in, contact_plan, longest_wait
from mentorkit.text import Message, Speaker, say, say_count

MONTH = 30
"""Days of which is told how many pairs were reached."""


_DUE = say("to be ready by {day}: {what} ({who})")
_ASK_DUE = say("“{called}, did what you agreed with {other} work out? What do you still need?”")


def week_lines(pairs: Sequence[KnownPair], wanted: Sequence[Call], hours: float) -> Iterable[Message]:
    """How many calls there are and how many fit, who was reached, and how long anybody waits at most."""
    fits = calls_in(hours)
    yield say_count(
        "{n} pair wants a call; {fits} fit into these hours, {minutes} minutes each.",
        "{n} pairs want a call; {fits} fit into these hours, {minutes} minutes each.",
        len(wanted),
        fits=fits,
        minutes=CALL_MINUTES,
    )
    reached = sum(
        one.reached_on is not None and one.reached_on > one.today - timedelta(days=MONTH) for one in pairs
    )
    yield say_count(
        "In the last {days} days you reached {reached} of {n} pair.",
        "In the last {days} days you reached {reached} of {n} pairs.",
        len(pairs),
        days=MONTH,
        reached=reached,
    )
    if fits:
        weeks = -(-len(pairs) // fits)
        a_week_ago = [7] * len(pairs)
        longest = longest_wait(a_week_ago, contact_plan(a_week_ago, fits, weeks))
        yield say_count(
            "Keep these hours and you speak with every pair within {n} week.",
            "Keep these hours and you speak with every pair within {n} weeks.",
            longest // 7,
        )


def reasons(call: Call) -> list[tuple[Message, bool]]:
    """The reasons for a call, urgent ones first, each with whether it is urgent."""
    first = {
        "promise": say("you wanted to look again"),
        "rhythm": say("planned contact, {n} days after the last one or the start", n=call.known.waits),
    }
    own = [(first[call.reason], False)] if call.reason in first else []
    own += [
        (_DUE.filled(what=PROMISE_KINDS[one.kind], who=PROMISED_BY[one.owner], day=one.due_on), False)
        for one in call.due
    ]
    return own + sorted(((one.message, one.is_red) for one in call.signals), key=lambda one: not one[1])


def why_now(call: Call, speak: Speaker) -> Markup:
    """The reasons for a call, urgent ones first and marked."""
    urgent, plain = Markup('<div><strong class="mk-wrong">{}</strong></div>'), Markup("<div>{}</div>")
    lines = ((urgent if is_red else plain).format(speak(message)) for message, is_red in reasons(call))
    return Markup("").join(lines)


def to_say(call: Call, names: Mapping[str, str]) -> Message:
    """A sentence to begin with on the phone; `names` are what the mentee and the mentor are called."""
    asked = call.signals[0].rule.ask if call.signals else _ASK_DUE if call.due else no_contact.RULE.ask
    return asked.filled(called=names[call.side], other=names[OTHER_SIDE[call.side]])
