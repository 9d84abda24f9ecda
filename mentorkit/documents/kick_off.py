"""The sheet for the first talk of a pair, and the questions that both are asked before it."""

from collections.abc import Sequence

from docx.shared import Cm

from mentorkit.documents.archive import zipped
from mentorkit.model import Programme
from mentorkit.questions.library import expectations
from mentorkit.text import Speaker, say
from mentorkit.views.start.two import SIDES, Two
from mentorkit.views.start.why import practical_reasons, shared_themes
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
    """A .docx for both: why the two of them, what to say aloud with a box for each, and questions to ask."""
    title = say("First talk of {mentee} and {mentor}", **two.names)
    document = word.new_document(speak(title), speak.language)
    together = [*shared_themes(two, programme.topic_names, speak), *practical_reasons(two, speak)]
    if together:
        word.add_heading(document, speak(say("Why the two of you")))
        word.add_list(document, together)
    word.add_heading(document, speak(say("What you both expect")))
    heads = [speak(say("Question")), *(two.names[side] for side in SIDES), speak(say("Said aloud?"))]
    rows = [[speak.wording(one.wording), "", "", word.BOX] for one in expectations()]
    word.add_table(document, rows, heads, (Cm(6.5), Cm(4), Cm(4), Cm(2.5)))
    word.add_heading(document, speak(say("Questions for this talk")))
    word.add_list(document, map(speak, FIRST_TALK), word.BOX)
    return word.saved_document(document)


def kick_offs(programme: Programme, pairs: Sequence[Two], speak: Speaker) -> bytes:
    """A zip with the sheet of each pair."""
    return zipped("docx", ((two.called, kick_off(programme, two, speak)) for two in pairs))
