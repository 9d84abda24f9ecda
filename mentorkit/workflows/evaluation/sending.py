"""What goes out with a wave to whoever did not answer yet: mails, sheets and a workbook, under codes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from mentorkit.documents.replied import coded_sheets, coded_workbook
from mentorkit.evaluation.questionnaires import Questionnaire
from mentorkit.frames import Snapshot
from mentorkit.model import Pair, Respondent, Response, Wave
from mentorkit.model.codes import spelt
from mentorkit.text import Speaker, say
from mentorkit.views.evaluation.waves import LOOK_BACK, item_lines, wave_called
from mentorkit.views.mail import Mail
from mentorkit.views.names import Names, addresses

_ABOUT = say("These questions are about {mentee}.")
_INTRO = say(
    "Hello {called},\n\nA few questions about your mentoring. Only the coordinator sees your answers; in a "
    "report they stand added up with those of others. You need not answer what you do not want to.\n\nReply "
    "to this mail and write a number behind each =. Only these numbers are read in; do not write anything "
    "else. The code stands in the place of your name and is yours alone."
)


@dataclass(frozen=True)
class AskedPerson:
    """A response with the name of who is asked, where a mail goes and how it begins.

    `mentee` is whom an observer is asked about, empty for everybody else.
    """

    response: Response
    name: str
    to: str
    called: str
    mentee: str


def asked_people(snapshot: Snapshot, responses: Iterable[Response]) -> tuple[AskedPerson, ...]:
    """Who is asked, by name; what one person is asked stands together, in its own order."""
    names, reach = Names.named(snapshot), addresses(snapshot)
    mentees = {one.id: one.mentee_id for one in snapshot.rows(Pair)}
    found = [
        AskedPerson(
            one,
            names[one.person_id],
            *reach[one.person_id],
            reach[mentees[one.pair_id]][1] if one.role == "observer" and one.pair_id else "",
        )
        for one in responses
    ]
    return tuple(sorted(found, key=lambda one: (one.name, one.response.person_id)))


def wave_mails(
    asked: Iterable[AskedPerson], questionnaire: Questionnaire, speak: Speaker
) -> tuple[Mail, ...]:
    """One mail for each person with everything that is still asked; never what anybody answered."""
    found = []
    for _, several in groupby(asked, key=lambda one: one.response.person_id):
        first, *others = several
        parts = [part for one in (first, *others) for part in _to_answer(one, questionnaire, speak)]
        body = "\n\n".join([speak(_INTRO.filled(called=first.called)), *parts])
        subject = speak(say("Your mentoring: a few questions {code}", code=spelt(first.response.code)))
        found.append(Mail(first.to, first.name, subject, f"{body}\n"))
    return tuple(found)


def _to_answer(one: AskedPerson, questionnaire: Questionnaire, speak: Speaker) -> Iterator[str]:
    """The code, and each question with a line to answer it on below what its numbers mean."""
    role = one.response.role
    yield "\n".join([spelt(one.response.code), *_about(one, speak)])
    items = questionnaire.asked(role, one.response.wave)
    for choices, alike in groupby(items, key=lambda item: item.choices):
        yield speak.wording(choices)
        yield from (f"{item.key}. {speak.wording(item.wording(role))}\n{item.key} =" for item in alike)


def _about(one: AskedPerson, speak: Speaker) -> Iterator[str]:
    if one.response.wave == "then":
        yield speak(LOOK_BACK)
    if one.mentee:
        yield speak(_ABOUT.filled(mentee=one.mentee))


def wave_sheets(asked: Iterable[AskedPerson], questionnaire: Questionnaire, speak: Speaker) -> bytes:
    """A .docx with a page for everything that somebody is asked, to fill in by hand; no answer is in it."""
    pages = ((one.name, one.response.code, _lines(one, questionnaire, speak)) for one in asked)
    return coded_sheets(speak(say("Questions about your mentoring")), pages, speak)


def wave_workbook(asked: Iterable[AskedPerson], questionnaire: Questionnaire, speak: Speaker) -> bytes:
    """A workbook with a sheet for each wave and role, and a row for each person who was asked."""
    sheets: dict[tuple[Wave, Respondent], list[tuple[str, str]]] = {}
    for one in asked:
        name = f"{one.name} ({one.mentee})" if one.mentee else one.name
        sheets.setdefault((one.response.wave, one.response.role), []).append((name, one.response.code))
    parts = (
        (speak(wave_called(role, wave)), item_lines(questionnaire.asked(role, wave), role, speak), people)
        for (wave, role), people in sheets.items()
    )
    return coded_workbook(parts, speak)


def _lines(one: AskedPerson, questionnaire: Questionnaire, speak: Speaker) -> list[str]:
    """What somebody is asked, below that it looks back or whom it is about."""
    items = questionnaire.asked(one.response.role, one.response.wave)
    return [*_about(one, speak), *item_lines(items, one.response.role, speak)]
