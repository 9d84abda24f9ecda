"""One of the two asks for the coordinator."""

from datetime import date
from operator import ge

from mentorkit.model import SIDES
from mentorkit.progress.known import KnownPair
from mentorkit.progress.pulses import told_by
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say, say_count

_NEVER = date.min


def _compute(known: KnownPair) -> Found | None:
    """How many of the two asked in their last answer, and were not spoken with since."""
    last = [known.replies[side][-1] for side in SIDES if known.replies[side]]
    spoken = {one.side: one.day for one in known.contacts if one.outcome != "no_answer"}
    asked = [one for one in last if one.wants_contact and one.answered_on]
    waiting = [one for one in asked if (one.answered_on or _NEVER) > spoken.get(one.side, _NEVER)]
    first = min(waiting, key=lambda one: (str(one.answered_on), one.side), default=None)
    return told_by((len(waiting), first), known) if first else None


RULE = SignalRule(
    key="wants_contact",
    label=say("Asks for you"),
    found=say("asked on {day} that you get in touch"),
    ask=say("“{called}, you asked me to call. What can I do for you?”"),
    source=say("a wish is taken up at once, as the guides ask"),
    compute=_compute,
    amber=fixed(1),
    red=fixed(1),
    beyond=ge,
    family="satisfaction",
    unit=say_count("{n} wish", "{n} wishes", 0),
    is_wish=True,
)
