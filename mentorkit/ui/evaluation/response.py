"""Response: a wave that is sent, the papers it goes out on, the answers that come back, and who answered."""

from functools import partial
from random import SystemRandom
from typing import Any

import marimo as mo

from mentorkit.documents.own_change import change_sheets
from mentorkit.documents.questionnaires import read_responses
from mentorkit.evaluation.asking import WITH
from mentorkit.evaluation.own_change import own_changes
from mentorkit.evaluation.reliabilities import reliabilities
from mentorkit.evaluation.response_rates import is_late, scale_bounds
from mentorkit.evaluation.responses import long
from mentorkit.evaluation.who_answered import compared, facts_of
from mentorkit.frames import Snapshot
from mentorkit.model import Changes, Closure, Meeting, Pair, Response
from mentorkit.text import say, say_count
from mentorkit.text.terms import capital
from mentorkit.ui.evaluation.evaluated import Evaluated
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, stacked
from mentorkit.ui.frame.replied import WayIn, to_send
from mentorkit.views.evaluation import response as words
from mentorkit.views.evaluation.waves import wave_forms
from mentorkit.views.names import Names
from mentorkit.views.table import plain_list
from mentorkit.workflows.evaluation.asking import ask_wave, record_responses
from mentorkit.workflows.evaluation.sending import wave_mails, wave_sheets, wave_workbook

_RNG = SystemRandom()

RESPONSES_IN = WayIn(read_responses, record_responses)
"""How answers to questionnaires come in."""

_HINT = say(
    "The core questions are in our own wording; nobody validated them. Who answers is known by a code, and "
    "of a mail only the code and the numbers are kept. At the end everybody also looks back to the start."
)
_COMPARED = say("What is known of the mentoring is compared, never who people are.")
_OTHERS = say("Their questions are not ours to give. Ask for permission before you use one.")
_TOGETHER = say(
    "Of those who answered every question of a scale at the end: alpha from 30 people, omega from 50 to 500. "
    "From about 0.7 on, the questions say enough of the same to be one number."
)
_OWN = say(
    "A sheet for each mentee who answered at the start and at the end. What it says is for the mentee alone: "
    "send it on unread. Here stands only how many there are."
)
_BOUNDS = say("The mean if all others had given the lowest answer, and if all had given the highest.")


def wave_form_asked(page: Page, evaluated: Evaluated) -> Form | None:
    """Sends a wave to everybody who was not asked yet; nothing when nobody is left."""
    people = {wave: len({one.person_id for one in due}) for wave, due in evaluated.due.items() if due}
    waves = {capital(page.speak(words.wave_of(wave, many))): wave for wave, many in people.items()}
    today, first = page.desk.today(), next(iter(people), None)

    def send(now: Snapshot, given: dict[str, Any]) -> Changes:
        return ask_wave(now, given["wave"], _RNG, today)

    fields = page.fields(wave=page.pick(say("Which questions?"), waves, first))
    done = say("The questions are ready to be sent.")
    return page.asks(fields, say("Make them ready"), send, done) if first else None


def wave_panel(page: Page, evaluated: Evaluated, ask: Form | None) -> mo.Html:
    """What can be sent, and the mails, papers and reminders of everybody who did not answer yet."""
    questionnaire, waiting, speak = evaluated.questionnaire, evaluated.waiting, page.speak
    late = [one for one in waiting if is_late(one.response, evaluated.today)]
    mails = wave_mails(waiting, questionnaire, speak), wave_mails(late, questionnaire, speak)
    sheets, workbook = (partial(one, waiting, questionnaire, speak) for one in (wave_sheets, wave_workbook))
    waves = (wave_forms(questionnaire, wave, speak) for sent in WITH.values() for wave in sent)
    forms = (page.to_copy(say("{title}", title=one), text) for forms in waves for one, text in forms.items())
    out = to_send(page, mails, forms, (sheets, workbook))
    return stacked(page.title(say("Ask what it brought")), page.quiet(_HINT), ask, *out)


def response_panel(page: Page, evaluated: Evaluated) -> mo.Html | None:
    """How many answered, whether the others differ, and what they could have changed; nothing before."""
    if not evaluated.rates:
        return None
    speak, frame, asked = page.speak, evaluated.snapshot.frame, evaluated.questionnaire
    facts = facts_of(frame(Pair), frame(Closure), frame(Meeting))
    told = words.bound_rows(scale_bounds(frame(Response), asked), asked, speak)
    known = reliabilities(long(frame(Response)), asked)
    silent = page.table(words.FACT_HEADS, words.fact_rows(compared(frame(Response), facts), speak))
    return stacked(
        page.title(say("Who answered")),
        page.table(words.RATE_HEADS, words.rate_rows(evaluated.rates, speak)),
        page.fold(say("Do those who kept silent differ?"), page.quiet(_COMPARED), silent),
        page.fold(
            say("What could they have changed?"), page.quiet(_BOUNDS), page.table(words.BOUND_HEADS, told)
        ),
        page.fold(
            say("Do the questions of a scale belong together?"),
            page.quiet(_TOGETHER),
            page.table(words.RELIABILITY_HEADS, words.reliability_rows(known, asked, speak)),
        ),
        _own_changes(page, evaluated),
        page.fold(
            say("Published questionnaires"), page.quiet(_OTHERS), plain_list(words.instrument_lines(speak))
        ),
    )


def _own_changes(page: Page, evaluated: Evaluated) -> mo.Html | None:
    """The sheets on which mentees alone read whether they changed; nothing while there are too few."""
    asked, answers = evaluated.questionnaire, long(evaluated.snapshot.frame(Response))
    if not (found := own_changes(evaluated.evaluation, answers, asked)):
        return None
    made = partial(change_sheets, found, Names.named(evaluated.snapshot), asked, page.speak)
    sheets = say_count("{n} sheet", "{n} sheets", len(found))
    saved = page.download(sheets, say("did-I-change.zip"), made)
    return page.fold(say("Only for the mentee: did I really change?"), page.quiet(_OWN), saved)
