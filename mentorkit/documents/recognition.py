"""What mentors get for their work: a certificate, a statement of hours, and a list to thank them all."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from docx.shared import Cm

from mentorkit.documents.archive import zipped
from mentorkit.frames import Snapshot
from mentorkit.model import Programme, Training
from mentorkit.model.training import TECHNIQUES, Technique
from mentorkit.progress.mentors import Given, given_by
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.names import Names
from mentorkit.writing import word

_LINE = "……………………………"
SHOWN: Mapping[Technique, Message] = {
    "plan": say("plans a course of talks and keeps to it"),
    "instruct": say("explains so that somebody else can do it"),
    "communicate": say("listens, asks and sums up"),
    "follow_up": say("follows up what was agreed"),
    "feedback": say("gives feedback that can be used"),
    "adjust": say("steers when something does not work"),
    "evaluate": say("looks back on what was reached"),
}
"""What a mentor practises that a people manager needs, by what the mentor training teaches."""


def mentor_certificate(
    programme: Programme, name: str, given: Given, trained: list[Training], speak: Speaker
) -> bytes:
    """A .docx of one page for one mentor, to be signed: what was done, never how well."""
    document = word.new_document(speak(say("Certificate")), speak.language, 12)
    told: Any = {"name": name, "programme": programme.name, "since": given.since, "until": given.until}
    word.add_line(document, name, is_bold=True)
    word.add_line(document, speak(say("was a mentor in {programme} from {since} to {until}.", **told)))
    word.add_line(document, " ".join(map(speak, _given(given))))
    if trained:
        word.add_heading(document, speak(say("Training followed")))
        word.add_list(document, (_training(one, speak) for one in trained))
        practised = [key for key in TECHNIQUES if any(key in one.techniques for one in trained)]
        if practised:
            word.add_heading(document, speak(say("Practised as a mentor")))
            word.add_list(document, (speak(SHOWN[key]) for key in practised))
            career = say("This counts for whoever wants to lead people: take it along to your next review.")
            word.add_line(document, speak(career))
    thanks = say("{programme} thanks {name} for this time and attention.", **told)
    word.add_line(document, speak(thanks))
    _add_signatures(document, [programme.framework.sponsor, programme.framework.coordinator], speak)
    return word.saved_document(document)


def hours_statement(programme: Programme, name: str, given: Given, speak: Speaker) -> bytes:
    """A .docx with the hours of one mentor, for HR or a manager; no mentee is named."""
    title = say("Statement of hours of {name}", name=name)
    document = word.new_document(speak(title), speak.language)
    period = say("{since} to {until}", since=given.since, until=given.until)
    rows = [
        (speak(say("Programme")), programme.name),
        (speak(say("Period")), speak(period)),
        (speak(say("Mentees")), str(given.pairs)),
        (speak(say("Talks held, as noted")), str(given.talks)),
        (speak(say("Hours in talks")), speak.digits(given.hours)),
    ]
    word.add_table(document, rows)
    if given.untold:
        each = given.estimated // given.untold
        counted = say_count(
            "Of {n} talk the length was not noted; it counts as {minutes} minutes.",
            "Of {n} talks the length was not noted; each counts as {minutes} minutes.",
            given.untold,
            minutes=each,
        )
        word.add_line(document, speak(counted))
    word.add_line(document, speak(say("Preparation and travel are not in it, nor talks that nobody noted.")))
    _add_signatures(document, [programme.framework.coordinator], speak)
    return word.saved_document(document)


def recognition(snapshot: Snapshot, today: date, speak: Speaker) -> bytes:
    """A zip with the certificate and the statement of hours of every mentor of a pair."""
    return zipped("docx", _papers(snapshot, today, speak))


def papers_of_mentor(
    snapshot: Snapshot, mentor: str, today: date, speak: Speaker
) -> Iterator[tuple[str, bytes]]:
    """The certificate and the statement of hours of one mentor, by what each is called."""
    names = Names.named(snapshot)
    given = next(one for one in given_by(snapshot, today) if one.mentor == mentor)
    trained = [one for one in snapshot.rows(Training) if one.person_id == mentor and one.is_done]
    name, programme = names[mentor], snapshot.programme
    paper = mentor_certificate(programme, name, given, sorted(trained, key=lambda one: one.name), speak)
    yield speak(say("Certificate of {name}", name=name)), paper
    yield (
        speak(say("Statement of hours of {name}", name=name)),
        hours_statement(programme, name, given, speak),
    )


def thank_you_list(snapshot: Snapshot, today: date, speak: Speaker) -> bytes:
    """A .docx to thank all mentors and to announce what they did, to be changed before it goes out."""
    programme, names, given = snapshot.programme, Names.named(snapshot), given_by(snapshot, today)
    document = word.new_document(
        speak(say("Thank you, mentors of {programme}", programme=programme.name)), speak.language
    )
    talks, hours = sum(one.talks for one in given), sum(one.hours for one in given)
    told = say_count(
        "{n} mentor gave {talks} talks to colleagues, {hours} hours together.",
        "{n} mentors gave {talks} talks to colleagues, {hours} hours together.",
        len(given),
        talks=talks,
        hours=hours,
    )
    word.add_line(document, speak(told))
    free = say("Each of them did this beside a job of their own. Thank them when you meet them.")
    word.add_line(document, speak(free))
    word.add_list(document, sorted(names[one.mentor] for one in given))
    contact = programme.framework.contact_points or programme.framework.coordinator or _LINE
    again = say("Would you like to be a mentor in the next round? Ask {contact}.", contact=contact)
    word.add_line(document, speak(again))
    return word.saved_document(document)


def _add_signatures(document: Any, people: Iterable[str | None], speak: Speaker) -> None:
    """A line to sign on for each of these people, or for whose name is not known yet."""
    rows = [[one or _LINE, _LINE, speak(say("Date: {line}", line=_LINE[:6]))] for one in people]
    word.add_table(document, rows, widths=(Cm(6), Cm(6.5), Cm(4.5)))


def _papers(snapshot: Snapshot, today: date, speak: Speaker) -> Iterator[tuple[str, bytes]]:
    for one in given_by(snapshot, today):
        yield from papers_of_mentor(snapshot, one.mentor, today, speak)


def _given(given: Given) -> Iterator[Message]:
    yield say_count("{n} mentee was guided", "{n} mentees were guided", given.pairs)
    yield say_count("in {n} talk that was noted,", "in {n} talks that were noted,", given.talks)
    yield say("{hours} hours together.", hours=given.hours)


def _training(one: Training, speak: Speaker) -> str:
    return speak(say("{name}, {day}", name=one.name, day=one.held_on)) if one.held_on else one.name
