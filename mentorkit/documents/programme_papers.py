"""What a programme hands out about itself: its manual, and the text that announces it."""

from collections.abc import Iterator

from docx.shared import Cm

from mentorkit.frames import Snapshot
from mentorkit.model import Framework, Objective
from mentorkit.model.objective import LEVELS
from mentorkit.questions.guidance import cards_for
from mentorkit.text import Message, Speaker, say
from mentorkit.text.terms import capital
from mentorkit.views.programme.framework import GROUPS, PLANS, PROFILES
from mentorkit.views.programme.visible import ABOUT, HEADS, visible_rows
from mentorkit.views.start.calendar import rhythms_with
from mentorkit.writing import word

_OPEN = "…………………………"
_PRINCIPLES = (
    say("We say what we expect, aloud and early."),
    say("What mentor and mentee tell each other is theirs."),
    say("A question is always welcome, also one about stopping."),
    say("Taking part is free. Whoever stops needs no excuse."),
    say("The mentee decides what to do, and does it."),
)
_IN_A_ROW = (
    ("duration_weeks", say("{n} weeks")),
    ("meeting_interval_days", say("a talk {often}")),
    ("talk_minutes", say("{n} minutes a talk")),
    ("hours_a_month", say("{n} hours a month at most")),
)


def programme_manual(snapshot: Snapshot, speak: Speaker) -> bytes:
    """A .docx with the whole framework, for whoever takes part or has to know; what is open shows as dots."""
    programme = snapshot.programme
    framework, objectives = programme.framework, snapshot.rows(Objective)
    title = say("{programme}: programme manual", programme=programme.name)
    document = word.new_document(speak(title), speak.language)
    word.add_line(document, framework.mission or _OPEN)
    for card in cards_for("programme"):
        word.add_line(document, speak.wording(card.title), is_bold=True)
        word.add_line(document, speak.wording(card.text))
    word.add_heading(document, speak(say("What we want to reach")))
    heads = [speak(say("Objective")), speak(say("How we measure it")), speak(say("What will tell"))]
    told = [(one.text, _measured(one), _told_by(one, speak)) for one in objectives]
    word.add_table(document, told or [(_OPEN, _OPEN, _OPEN)], heads, (Cm(6), Cm(5.5), Cm(5.5)))
    for heading, rows in _parts(framework, speak):
        word.add_heading(document, speak(heading))
        word.add_table(document, [(capital(speak(label)), said or _OPEN) for label, said in rows])
    word.add_heading(document, speak(say("Who sees what")))
    word.add_line(document, speak(ABOUT))
    word.add_table(document, visible_rows(speak), [*map(speak, HEADS)], (Cm(5.4), *[Cm(2.9)] * 4))
    word.add_heading(document, speak(say("How we treat each other")))
    word.add_list(document, map(speak, _PRINCIPLES))
    return word.saved_document(document)


def announcement(snapshot: Snapshot, speak: Speaker) -> bytes:
    """A .docx to put on the intranet or in a mail, to be changed before it goes out."""
    programme = snapshot.programme
    framework = programme.framework
    document = word.new_document(speak(say("{programme} begins", programme=programme.name)), speak.language)
    word.add_line(document, framework.mission or _OPEN)
    for line in _announced(framework):
        word.add_line(document, speak(line))
    word.add_line(document, speak(say("What it asks of you")), is_bold=True)
    word.add_list(document, _rhythm(framework, speak) or [_OPEN])
    word.add_line(document, speak(say("What you may count on")), is_bold=True)
    word.add_list(document, map(speak, _PRINCIPLES))
    contact = framework.contact_points or framework.coordinator or _OPEN
    word.add_line(document, speak(say("Questions? Ask {contact}.", contact=contact.rstrip(". "))))
    return word.saved_document(document)


def _announced(framework: Framework) -> Iterator[Message]:
    yield say("Who may take part: {who}.", who=framework.eligible.rstrip(". ") or _OPEN)
    yield say(
        "Mentors are asked because colleagues trust them and learn from them. Being asked is a mark of "
        "appreciation, and so is the time that you get for it."
    )
    yield say("Mentees are not behind: whoever wants to learn, brings along goals and a bit of time.")


def _parts(framework: Framework, speak: Speaker) -> Iterator[tuple[Message, list[tuple[Message, str]]]]:
    """The parts of the framework after its objectives, each with labels and what was decided."""
    sort = speak(PROFILES[framework.profile]) if framework.profile else ""
    plan = speak(PLANS[framework.plan]) if framework.plan else ""
    yield (
        GROUPS["rhythm"][0],
        [
            (say("Sort of programme"), sort),
            (say("Rhythm"), "\n".join(_rhythm(framework, speak))),
            (say("Development plan"), plan),
            (say("Who may take part"), framework.eligible),
        ],
    )
    for heading, names in (GROUPS["people"], GROUPS["confidence"]):
        yield heading, [(Framework.called_field(name), getattr(framework, name)) for name in names]


def _rhythm(framework: Framework, speak: Speaker) -> list[str]:
    """What was decided on time, one line each."""
    decided = ((getattr(framework, name), told) for name, told in _IN_A_ROW)
    return [speak(told.filled(n=value, often=rhythms_with(value)[value])) for value, told in decided if value]


def _measured(objective: Objective) -> str:
    parts = (objective.measure, objective.target, objective.source)
    return "\n".join(filter(None, parts)) or _OPEN


def _told_by(objective: Objective, speak: Speaker) -> str:
    return speak(LEVELS[objective.question]) if objective.question else _OPEN
