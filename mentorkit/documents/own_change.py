"""Only for the mentee: did I really change? A sheet for each, of which nobody else sees what it says."""

from collections.abc import Iterable, Iterator, Mapping

from docx.shared import Cm

from mentorkit.documents.archive import zipped
from mentorkit.evaluation.own_change import OwnChange
from mentorkit.evaluation.questionnaires import Questionnaire
from mentorkit.text import Message, Speaker, say
from mentorkit.text.terms import capital
from mentorkit.views.names import Names
from mentorkit.writing import word

_READ = (
    say(
        "This is about your own answers, at the start and at the end, from 1 to 5. It is meant for you alone."
    ),
    say(
        "Whoever answers the same questions twice rarely gives the same twice. Under noise stands how many "
        "points can come from that alone: a change up to that many tells nothing yet."
    ),
    say("It is a number about answers, not about you. What you notice yourself counts as well."),
)
_HEADS = (*(say("What"), say("Start"), say("End"), say("Change"), say("Noise")), say("Did I really change?"))
_UP, _DOWN = say("yes, upwards"), say("yes, downwards")
_NOT = say("cannot be told: it may be noise")


def change_sheet(
    name: str, changes: Iterable[OwnChange], questionnaire: Questionnaire, speak: Speaker
) -> bytes:
    """A .docx of one page with the changes of one mentee."""
    document = word.new_document(speak(say("Did I really change? For {name}", name=name)), speak.language)
    word.add_list(document, map(speak, _READ), "")
    labels = {one.key: speak.wording(one.label) for one in questionnaire.scales}
    rows = [[capital(labels[one.scale]), *_cells(one, speak)] for one in changes]
    widths = (Cm(4), Cm(1.9), Cm(1.9), Cm(2.2), Cm(1.9), Cm(5.1))
    word.add_table(document, rows, [*map(speak, _HEADS)], widths)
    return word.saved_document(document)


def change_sheets(
    changes: Mapping[str, Iterable[OwnChange]], names: Names, questionnaire: Questionnaire, speak: Speaker
) -> bytes:
    """A zip with the sheet of each mentee."""
    made = (
        (names[who], change_sheet(names[who], own, questionnaire, speak))
        for who, own in sorted(changes.items())
    )
    return zipped("docx", made)


def _cells(one: OwnChange, speak: Speaker) -> Iterator[str]:
    change = round(one.after - one.before, 1) + 0.0
    yield from (speak.write(round(value, 1)) for value in (one.before, one.after))
    yield f"{'+' if change > 0 else ''}{speak.write(change)}"
    yield speak.write(round(one.noise, 1))
    yield speak(_said(one))


def _said(one: OwnChange) -> Message:
    if not one.is_real:
        return _NOT
    return _UP if one.after > one.before else _DOWN
