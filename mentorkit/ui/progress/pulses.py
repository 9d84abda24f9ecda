"""Pulses: who is to be asked, what is sent, and the answers that come back."""

from functools import partial
from random import SystemRandom
from typing import Any

import marimo as mo

from mentorkit.documents.pulses import open_pulses, pulse_sheets, pulse_workbook, read_pulses
from mentorkit.documents.replied import Replies
from mentorkit.frames import Snapshot
from mentorkit.model import SIDES, Changes, Pulse
from mentorkit.progress.pulses import due_pulses, sent_pulses, to_remind
from mentorkit.progress.replies import PulseReply
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, stacked
from mentorkit.ui.frame.replied import Asked, WayIn, replies_panel, to_send
from mentorkit.ui.progress.followed import Followed
from mentorkit.views.progress.pulses import QUESTIONS, gap_rows, pulse_form, pulse_mails, response_rows
from mentorkit.workflows.progress.pulses import ask_pulses, record_pulses

_HINT = say(
    "Three numbers and a yes or no from each of the two. Only you see them; the one never sees the answer "
    "of the other. Who answers is known by a code, and of a mail only the code and the numbers are kept. "
    "With your e-mail address behind your name as coordinator, each mail holds a link that opens the answer."
)
_RNG = SystemRandom()

PULSES_IN = WayIn(read_pulses, record_pulses)
"""How answers to pulses come in."""


def ask_button(page: Page, followed: Followed) -> mo.ui.button | None:
    """Notes that everybody who is due is asked today, each under an own code; nothing when nobody is."""
    due = due_pulses(followed.pairs)
    label = say_count("Ask {n} person now", "Ask {n} people now", len(due))
    done = say_count("{n} pulse is ready to be sent.", "{n} pulses are ready to be sent.", len(due))
    today = page.desk.today()
    return page.acts(label, lambda now: ask_pulses(now, due, _RNG, today), done) if due else None


def asking_panel(page: Page, followed: Followed, ask: mo.ui.button | None) -> mo.Html:
    """Who is to be asked, the mails, the form and the papers of those who did not answer yet."""
    speak, twos = page.speak, followed.twos
    waiting = open_pulses(sent_pulses(followed.pairs))
    late = [one for known in followed.pairs for one in to_remind(known)]
    to = followed.snapshot.programme.framework.coordinator
    mails = pulse_mails(waiting, twos, speak, to), pulse_mails(late, twos, speak, to)
    form = page.to_copy(say("Form"), pulse_form(speak))
    papers = partial(pulse_sheets, waiting, twos, speak), partial(pulse_workbook, waiting, twos, speak)
    out = to_send(page, mails, [form], papers)
    return stacked(page.title(say("Ask how it goes")), page.quiet(_HINT), ask, *out)


def by_phone_form(page: Page, followed: Followed) -> Form | None:
    """One answer that somebody gives by phone; nothing when nobody was asked."""
    waiting = open_pulses(sent_pulses(followed.pairs))
    people = {_person(followed, one): one.code for one in waiting if one.pair_id in followed.twos}
    if not people:
        return None
    points = {str(number): number for number in range(1, 6)}
    three = {field: page.pick(QUESTIONS[field], points) for field in ("going", "clear_goals", "kept")}
    yes_no = {page.speak(say("yes")): True, page.speak(say("no")): False}
    contact = page.pick(QUESTIONS["wants_contact"], yes_no)
    fields = page.fields(code=page.pick(say("Who answers?"), people), **three, wants_contact=contact)

    def keep(now: Snapshot, given: dict[str, Any]) -> Changes:
        return record_pulses(now, [PulseReply(**given)], page.desk.today())

    return page.asks(fields, say("Note it"), keep, say("The answer is recorded."))


def pulses_panel(
    page: Page,
    asked: Asked,
    found: Replies[PulseReply] | Message | None,
    record: mo.ui.button | None,
    by_phone: Form | None,
) -> mo.Html:
    """Where the answers come in, how many were read, and what could not be read."""
    phone = page.fold(say("Note an answer given by phone"), by_phone) if by_phone else None
    return stacked(replies_panel(page, asked, found, record), phone)


def responses_panel(page: Page, followed: Followed) -> mo.Html | None:
    """Who answered when, and how far the two of each pair are apart; nothing before anybody was asked."""
    pulses = sent_pulses(followed.pairs)
    if not pulses:
        return None
    title = page.title(say("Who answered"))
    waves = page.table([say("Asked when"), say("Side"), say("Answered")], response_rows(pulses, page.speak))
    heads = [say("Pair"), *SIDES.values(), say("Points apart")]
    gaps = page.table(heads, gap_rows(followed.pairs, followed.names))
    hint = page.quiet(say("How the two get on, 1 to 5, as each gave it last. For your eyes only."))
    return stacked(title, waves, page.fold(say("Both sides beside each other"), hint, gaps))


def _person(followed: Followed, one: Pulse) -> str:
    two = followed.twos[one.pair_id]
    return f"{two.names[one.side]} ({two.called})"
