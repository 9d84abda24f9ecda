"""This week: whom to call, why, what to say, and one press to note what came of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import marimo as mo
from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.model import OUTCOMES, Changes
from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals import RULES
from mentorkit.progress.this_week import Call
from mentorkit.text import Message, say
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.numbers import Numbers
from mentorkit.ui.frame.page import Page, markup_of, stacked, together
from mentorkit.views.progress.week import to_say, week_lines, why_now
from mentorkit.views.start.two import Two
from mentorkit.workflows.progress.log import log_contact

HOURS = 4.0
"""Hours a week to begin with."""

_AGAIN: Mapping[int | None, Message] = {
    None: say("in the usual rhythm"),
    7: say("in a week"),
    14: say("in two weeks"),
    30: say("in a month"),
}
_ROW = Markup('<div class="mk-call"><h3>{}</h3><div>{}</div><p class="mk-quiet">{}</p>{}</div>')
_ASKED = Markup('<div class="mk-row">{side}{outcome}{again}</div>')


def hours_box(page: Page, take: Callable[[float], None]) -> mo.ui.text:
    """The hours for calls in this week, handed on when they can be read."""
    return Numbers(0, 40).box(page, HOURS, page.speak(say("Hours for calls this week")), take)


def contact_forms(page: Page, listed: Sequence[Call], twos: Mapping[str, Two]) -> mo.ui.array:
    """For each call of the list what to note afterwards."""
    return mo.ui.array([_form(page, call, twos[call.known.pair.id]) for call in listed])


def week_panel(
    page: Page, listed: Sequence[Call], wanted: Sequence[Call], twos: Mapping[str, Two], forms: mo.ui.array
) -> mo.Html:
    """Each call with its reasons, its sentence and its form."""
    rules = page.fold(
        say("What names a pair, and where the limits are from"),
        page.terms((rule.label, rule.source) for rule in RULES),
        page.link("pulses", say("Change a limit")),
    )
    left = len(wanted) - len(listed)
    if not listed and not left:
        return together(page.text(say("Nobody is to be called now.")), rules)
    rows = (
        _row(page, call, twos[call.known.pair.id], form) for call, form in zip(listed, forms, strict=True)
    )
    return together(Markup("").join(rows), page.more(left), rules)


def week_context(
    page: Page, pairs: Sequence[KnownPair], wanted: Sequence[Call], box: mo.ui.text, hours: float
) -> mo.Html:
    """How far the hours go."""
    return stacked(box, *map(page.quiet, week_lines(pairs, wanted, hours)), gap=0)


def _row(page: Page, call: Call, two: Two, form: mo.Html) -> Markup:
    asked = page.speak(to_say(call, two.first))
    return _ROW.format(two.called, why_now(call, page.speak), asked, markup_of(form))


def _form(page: Page, call: Call, two: Two) -> Form:
    pair, desk = call.known.pair.id, page.desk
    sides = {two.names[side]: side for side in two.people}
    fields = mo.Html(str(_ASKED)).batch(
        side=page.pick(say("Spoken with"), sides, call.side),
        outcome=page.pick(say("What came of it"), page.options(OUTCOMES), "fine"),
        again=page.pick(say("When to look again"), page.options(_AGAIN), None),
    )
    done = say("{pair}: the contact is noted.", pair=two.called)

    def keep(now: Snapshot, given: Mapping[str, Any]) -> Changes:
        return log_contact(pair, given["side"], given["outcome"], given["again"], now, desk.today())

    return page.asks(fields, say("Note it"), keep, done)
