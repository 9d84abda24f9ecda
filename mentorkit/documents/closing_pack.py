"""The papers with which a pair closes, and the sheet on which a mentor looks at the own part."""

from collections.abc import Iterator
from datetime import date

from docx.shared import Cm

from mentorkit.documents.archive import zipped
from mentorkit.documents.recognition import papers_of_mentor
from mentorkit.frames import Snapshot
from mentorkit.progress.pursued import goals_of
from mentorkit.text import Speaker, say
from mentorkit.views.start.two import Two
from mentorkit.writing import word

_LINE = "…………………………………………………………………………………………"
_TALK = (
    say("What did you set out for, and what came of it?"),
    say("What did each of you learn, also the mentor?"),
    say("Which moment will you remember?"),
    say("What was difficult, and what helped?"),
    say("What comes next, and who is there for it?"),
    say("Do you want to stay in touch, and how? No is a good answer too."),
)
_PARTING = (
    say("We both know why it ends, and that it is nobody's fault."),
    say("We named what we learnt."),
    say("We thanked each other."),
    say("We both know what comes next for us."),
    say("We know that a new mentor or mentee is possible."),
)
_SELF = (
    say("Who takes the initiative for the talks, and who during the talk? Put a cross on the line."),
    say("How much of the talking do you do? Write a share between 0 and 100."),
    say("In which behaviour of your mentee do you see what the organisation stands for?"),
    say("What does your mentee want to learn, and where did you see it in the last talks?"),
)
"""The four questions of the self-check of mentors, in our own words."""


def closing_pack(snapshot: Snapshot, two: Two, today: date, speak: Speaker) -> bytes:
    """A zip for one pair: the sheet for the last talk, thanks, a follow-up plan, certificate and hours."""
    return zipped("docx", _papers(snapshot, two, today, speak))


def self_check_sheet(mentor: str, mentee: str, speak: Speaker) -> bytes:
    """A .docx of one page for one mentor; it stays there, and only whether it was done comes back."""
    document = word.new_document(speak(say("How do I do as a mentor?")), speak.language)
    told = {"mentor": mentor, "mentee": mentee}
    word.add_line(document, speak(say("For {mentor}, about the talks with {mentee}.", **told)), is_bold=True)
    own = say("This sheet is yours. Nobody asks what is on it; only say that you filled it in.")
    word.add_line(document, speak(own))
    initiative, share, values, goal = _SELF
    word.add_line(document, speak(initiative), is_bold=True)
    word.add_line(document, speak(say("the mentee  |----|----|----|----|----|----|  the mentor")))
    word.add_line(document, speak(share), is_bold=True)
    word.add_line(document, speak(say("I talk: ………… %     I listen: ………… %")))
    for question in (values, goal):
        word.add_line(document, speak(question), is_bold=True)
        word.add_list(document, [_LINE, _LINE], "")
    next_talk = say("One thing that I do otherwise in the next talk:")
    word.add_line(document, speak(next_talk), is_bold=True)
    word.add_line(document, _LINE)
    return word.saved_document(document)


def self_checks(pairs: list[Two], speak: Speaker) -> bytes:
    """A zip with the sheet of every mentor of these pairs."""
    sheets = ((one, self_check_sheet(one.names["mentor"], one.names["mentee"], speak)) for one in pairs)
    return zipped("docx", ((one.called, sheet) for one, sheet in sheets))


def _papers(snapshot: Snapshot, two: Two, today: date, speak: Speaker) -> Iterator[tuple[str, bytes]]:
    yield speak(say("Last talk")), _last_talk(two, speak)
    yield speak(say("Thank you to {name}", name=two.names["mentor"])), _thanks(snapshot, two, speak)
    yield (
        speak(say("Plan of {name} for afterwards", name=two.names["mentee"])),
        _afterwards(snapshot, two, speak),
    )
    yield from papers_of_mentor(snapshot, two.pair.mentor_id, today, speak)


def _last_talk(two: Two, speak: Speaker) -> bytes:
    """Questions for the last talk, and what belongs to it; what is said stays with the two."""
    title = say("Last talk of {mentee} and {mentor}", **two.names)
    document = word.new_document(speak(title), speak.language)
    word.add_heading(document, speak(say("To talk about")))
    word.add_list(document, map(speak, _TALK))
    word.add_heading(document, speak(say("Before you part")))
    word.add_list(document, map(speak, _PARTING), word.BOX)
    return word.saved_document(document)


def _thanks(snapshot: Snapshot, two: Two, speak: Speaker) -> bytes:
    told = {
        "mentor": two.first["mentor"],
        "mentee": two.names["mentee"],
        "programme": snapshot.programme.name,
    }
    document = word.new_document(speak(say("Thank you, {mentor}", **told)), speak.language, 12)
    lines = (
        say("You were the mentor of {mentee} in {programme}.", **told),
        say("You listened, asked, and shared what you know. That is a gift, also to the rest of us."),
        say("What your mentee wants to tell you still:"),
    )
    for line in lines:
        word.add_line(document, speak(line))
    word.add_list(document, [_LINE] * 4, "")
    word.add_line(document, snapshot.programme.framework.coordinator or _LINE[:40])
    return word.saved_document(document)


def _afterwards(snapshot: Snapshot, two: Two, speak: Speaker) -> bytes:
    """The mentee's plan for afterwards, with the goals that both know; the rest is filled in by hand."""
    title = say("What {mentee} takes along", **two.names)
    document = word.new_document(speak(title), speak.language)
    goals = [one.goal.text for one in goals_of(snapshot, [two.pair]) if not one.goal.is_private]
    heads = [speak(say("Goal")), speak(say("How far am I?")), speak(say("My next step, and when"))]
    word.add_table(document, [(goal, "", "") for goal in goals or ["", ""]], heads, (Cm(6), Cm(5.5), Cm(5.5)))
    asked = (
        say("What do I keep doing that works?"),
        say("Who can I go to when I get stuck?"),
        say("On which day do I look back at this sheet? In three months, say."),
    )
    for line in asked:
        word.add_line(document, speak(line), is_bold=True)
        word.add_line(document, _LINE)
    return word.saved_document(document)
