"""One of the two said to the coordinator that it should stop or change."""

from operator import ge

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say, say_count


def _compute(known: KnownPair) -> Found | None:
    """How many of the two said so in their last contact, or in a fit check after it."""
    last = {one.side: one for one in known.contacts if one.outcome != "no_answer"}
    wishes = [one.day for one in last.values() if one.outcome == "stop"]
    fits = {one.side: one for one in known.fits if one.fit == "another"}
    wishes += [one.day for side, one in fits.items() if side not in last or last[side].day < one.day]
    return (len(wishes), min(wishes)) if wishes else None


RULE = SignalRule(
    key="wants_out",
    label=say("Wants to stop or change"),
    found=say("asked on {day} to stop or to change"),
    ask=say("“{called}, you and {other} may stop without giving a reason. What would you like best?”"),
    source=say("a wish is taken up at once, as the guides ask"),
    compute=_compute,
    amber=fixed(1),
    red=fixed(1),
    beyond=ge,
    family="satisfaction",
    unit=say_count("{n} wish", "{n} wishes", 0),
)
