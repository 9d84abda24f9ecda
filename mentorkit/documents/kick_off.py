"""The sheet for the first talk of a pair: their contact card, and what both expect side by side."""

from collections.abc import Iterable, Iterator
from typing import Any

from docx.shared import Cm

from mentorkit.documents.agreement import LINE
from mentorkit.documents.archive import zipped
from mentorkit.model import SIDES, Programme, Side
from mentorkit.questions.guidance import cards_for
from mentorkit.text import Speaker, say
from mentorkit.views.start.contact import contact_card
from mentorkit.views.start.expected import expected, kept_private
from mentorkit.views.start.two import Two
from mentorkit.views.start.why import contacts, practical_reasons, shared_themes
from mentorkit.writing import word

FIRST_TALK = (
    say("Who are you, and how did you get here? Also what did not work out."),
    say("What do you hope will be different at the end?"),
    say("What would you like to know, learn or practise?"),
    say("How do you learn best, and how do you notice that it works?"),
    say("What do you expect of each other? Say it aloud, also what seems obvious."),
    say("What is the first small step, and who takes it?"),
)
"""Questions for the first talk, in our own words."""


def kick_off(programme: Programme, two: Two, speak: Speaker) -> bytes:
    """A .docx for both: why the two of them, what to say aloud with a box for each, questions and guidance.

    Their contact card is at the end, with a line to fill in where something is not known. What one side
    keeps private is not on the sheet.
    """
    title = say("First talk of {mentee} and {mentor}", **two.names)
    document = word.new_document(speak(title), speak.language)
    together = [*shared_themes(two, programme.topic_names, speak), *practical_reasons(two, speak)]
    together += contacts(two, speak)
    if together:
        word.add_heading(document, speak(say("Why the two of you")))
        word.add_list(document, together)
    _expectations(document, two, speak)
    word.add_heading(document, speak(say("Questions for this talk")))
    word.add_list(document, map(speak, FIRST_TALK), word.BOX)
    word.add_heading(document, speak(say("What helps")))
    for card in cards_for("kickoff"):
        word.add_line(document, speak.wording(card.title), is_bold=True)
        word.add_line(document, speak.wording(card.text))
    word.add_heading(document, speak(say("Contact card")))
    word.add_table(document, contact_card(two, programme.framework, speak, LINE))
    return word.saved_document(document)


def own_sheet(two: Two, side: Side, speak: Speaker) -> bytes:
    """A .docx for one of the two alone: what this side wants to leave out of the talks."""
    title = say("Only for {name}, for the first talk", name=two.names[side])
    document = word.new_document(speak(title), speak.language)
    word.add_line(document, speak(say("You told that you want to leave this out of the talks:")))
    word.add_line(document, kept_private(two.expects.get(side)), is_bold=True)
    word.add_line(
        document, speak(say("This sheet is for you alone. You decide whether you tell it, and when."))
    )
    return word.saved_document(document)


def kick_offs(programme: Programme, pairs: Iterable[Two], speak: Speaker) -> bytes:
    """A zip with the sheet of each pair, and behind it one for each side that keeps something private."""
    return zipped("docx", (one for two in pairs for one in _sheets(programme, two, speak)))


def _sheets(programme: Programme, two: Two, speak: Speaker) -> Iterator[tuple[str, bytes]]:
    yield two.called, kick_off(programme, two, speak)
    for side in SIDES:
        if kept_private(two.expects.get(side)):
            alone = say("{pair}, only for {name}", pair=two.called, name=two.first[side])
            yield speak(alone), own_sheet(two, side, speak)


def _expectations(document: Any, two: Two, speak: Speaker) -> None:
    """What each side chose, with a mark where there is something to agree on."""
    word.add_heading(document, speak(say("What you both expect")))
    heads = [speak(say("Question")), *(two.names[side] for side in SIDES), speak(say("Said aloud?"))]
    rows = [
        [
            speak.wording(one.question.wording),
            *(one.said(side, speak) for side in SIDES),
            f"{word.BOX}{speak(one.gap) if one.gap else ''}",
        ]
        for one in expected(two)
    ]
    rows.append([speak(say("Is there something you want to leave out of the talks?")), "", "", word.BOX])
    word.add_table(document, rows, heads, (Cm(5.5), Cm(3.8), Cm(3.8), Cm(3.9)))
