"""The mentoring agreement of a pair: one page to change and to sign, filled with what was decided."""

from collections.abc import Iterable, Iterator

from docx.shared import Cm

from mentorkit.documents.archive import zipped
from mentorkit.model import SIDES, Framework, Programme
from mentorkit.text import Message, Speaker, say
from mentorkit.views.start.calendar import rhythms_with
from mentorkit.views.start.expected import Expected, expected
from mentorkit.views.start.two import Two
from mentorkit.views.start.why import shared_themes
from mentorkit.writing import word

LINE = "……………………………………………………"
"""To fill in on paper."""

_ROLES = say("The mentee prepares the talks and decides what to do. The mentor listens, asks and shares.")
_SAFE = say("We speak freely and do not judge each other.")
_CONFIDENTIAL = say("What we talk about stays between us, unless we agree otherwise.")
_LIMITS = say("Only when somebody is in danger, or the law asks it, do we tell somebody else.")
_STOP = say("Either of us may stop, without blame. We tell each other first, and then the contact point.")


def agreement(programme: Programme, two: Two, speak: Speaker) -> bytes:
    """A .docx of one page; what it says once it is filled in stays with the two."""
    title = say("Mentoring agreement of {mentee} and {mentor}", **two.names)
    document = word.new_document(speak(title), speak.language, 9.5)
    intro = say("For {programme}. This page is yours: change what you like, sign it, keep it.")
    word.add_line(document, speak(intro.filled(programme=programme.name)))
    sections = _sections(programme, two, speak)
    word.add_table(document, [(speak(label), "\n".join(lines)) for label, lines in sections])
    date = speak(say("Date: {line}", line=LINE[:7]))
    signed = [[two.names[side], f"\n{LINE[:17]}", f"\n{date}"] for side in SIDES]
    word.add_table(document, signed, widths=(Cm(6), Cm(6.5), Cm(4.5)))
    return word.saved_document(document)


def agreements(programme: Programme, pairs: Iterable[Two], speak: Speaker) -> bytes:
    """A zip with the agreement of each pair."""
    return zipped("docx", ((two.called, agreement(programme, two, speak)) for two in pairs))


def _sections(programme: Programme, two: Two, speak: Speaker) -> Iterator[tuple[Message, list[str]]]:
    """What stands in the agreement, part by part, and a line to fill in where the two still decide."""
    framework, found = programme.framework, {one.question.key: one for one in expected(two)}

    def told(*questions: str) -> list[str]:
        return [line for key in questions for line in _told(found[key], two, speak)]

    themes = shared_themes(two, programme.topic_names, speak)
    yield say("Purpose"), [*filter(None, [framework.mission]), *themes, LINE]
    yield say("How often"), [*_rhythm(framework, speak), *told("rhythm", "duration")]
    yield say("How and where"), [*told("way"), LINE]
    yield say("Answer to a message"), told("reply")
    yield say("Who does what"), [speak(_ROLES), *told("initiative")]
    yield say("Support wanted"), [*told("feedback"), LINE]
    yield say("Boundaries"), [speak(say("Time and topics that we leave out: {line}", line=LINE))]
    agreed = [one for one in told("confidential") if one != LINE]
    confidential = framework.confidential or speak(_CONFIDENTIAL)
    yield say("Confidential"), [speak(_SAFE), confidential, framework.limits or speak(_LIMITS), *agreed]
    yield say("Measures of success, and milestones"), [LINE]
    yield say("Stopping"), [speak(_STOP)]
    yield say("Contact point"), [framework.contact_points or framework.coordinator or LINE]


def _told(one: Expected, two: Two, speak: Speaker) -> Iterator[str]:
    """What both chose, or what each chose with a line for what they agree on."""
    said = [(two.first[side], one.said(side, speak)) for side in SIDES if side in one.chosen]
    if one.is_shared:
        yield f"{speak.write([name for name, _ in said])}: {said[0][1]}"
        return
    if said:
        yield " · ".join(f"{name}: {answer}" for name, answer in said)
    yield LINE


def _rhythm(framework: Framework, speak: Speaker) -> Iterator[str]:
    """What the programme asks, as far as it was decided."""
    if framework.meeting_interval_days:
        often = rhythms_with(framework.meeting_interval_days)[framework.meeting_interval_days]
        yield speak(say("The programme asks that we talk {often}.", often=often))
    if framework.duration_weeks:
        yield speak(say("It goes on for {weeks} weeks.", weeks=framework.duration_weeks))
