"""The framework of a programme in words: where it stands, its objectives, its sort, and its own words."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.model import Objective
from mentorkit.model.objective import LEVELS
from mentorkit.model.programme import PlanTemplate, Profile
from mentorkit.text import Language, Message, Speaker, say, say_count
from mentorkit.views.framework import missing_in_framework, undecided_line
from mentorkit.views.table import html_table

PROFILES: Mapping[Profile, Message] = {
    "onboarding": say("newcomers settle in"),
    "talent": say("talent grows"),
    "knowledge": say("knowledge stays in the house"),
    "remote": say("people who work apart"),
    "reverse": say("the junior advises the senior"),
    "peer": say("peers among each other"),
    "flash": say("one talk"),
    "own": say("of our own making"),
}
"""What each sort of programme is called."""

PLANS: Mapping[PlanTemplate, Message] = {
    "none": say("without a plan"),
    "light": say("short"),
    "full": say("with actions, dates and support"),
}
"""What each template of a development plan is called."""

GROUPS: Mapping[str, tuple[Message, tuple[str, ...]]] = {
    "purpose": (say("What it is for"), ("mission", "eligible")),
    "rhythm": (
        say("How it runs"),
        ("duration_weeks", "meeting_interval_days", "talk_minutes", "hours_a_month", "plan"),
    ),
    "people": (say("Who is who"), ("coordinator", "sponsor", "contact_points", "stand_in")),
    "confidence": (say("What is confidential"), ("confidential", "limits")),
}
"""The parts of the framework, each with its fields."""

_MEASURED = say("{objective}. To measure: {measure}.")
IDEAS = tuple(
    _MEASURED.filled(objective=objective, measure=measure)
    for objective, measure in (
        (say("Newcomers feel at home sooner"), say("weeks until they work on their own")),
        (say("People stay longer"), say("share that is still here after a year")),
        (say("Knowledge is passed on before somebody leaves"), say("tasks that somebody else can do now")),
        (say("More people grow into another role"), say("people who took another role within a year")),
        (say("People take responsibility"), say("goals reached of those that were set")),
        (say("Departments know each other better"), say("introductions to somebody of another department")),
        (
            say("Tensions come up earlier and are talked about"),
            say("questions that came to a contact point in time"),
        ),
        (
            say("Who works at a distance feels connected"),
            say("share that feels part of the team, before and after"),
        ),
    )
)
"""Objectives that other programmes set themselves, each with what tells it, to begin from."""

_NEWCOMERS: Mapping[str, str] = {
    "nl.mentee": "nieuwkomer",
    "nl.mentees": "nieuwkomers",
    "en.mentor": "buddy",
    "en.mentors": "buddies",
    "en.mentee": "newcomer",
    "en.mentees": "newcomers",
}
"""What the sets of words for newcomers have in common."""

WORD_SETS: Mapping[str, tuple[Message, Mapping[str, str]]] = {
    "usual": (say("mentor and mentee"), {}),
    "peter": (
        say("peter/meter and newcomer"),
        {
            "nl.mentor": "peter/meter",
            "nl.mentors": "peters/meters",
            "nl.mentoring": "peterschap",
            **_NEWCOMERS,
        },
    ),
    "buddy": (say("buddy and newcomer"), {"nl.mentor": "buddy", "nl.mentors": "buddy's", **_NEWCOMERS}),
}
"""Sets of words to begin from, with what they put in the place of ours, by language."""

WORDS: Mapping[str, Message] = {
    "mentor": say("one who guides"),
    "mentors": say("several who guide"),
    "mentee": say("one who is guided"),
    "mentees": say("several who are guided"),
    "mentoring": say("what they do together"),
}
"""What each of a programme's own words is for."""

OURS: Mapping[str, Message] = {
    "mentor": say("mentor"),
    "mentors": say("mentors"),
    "mentee": say("mentee"),
    "mentees": say("mentees"),
    "mentoring": say("mentoring"),
}
"""What stands there when a programme has no word of its own."""

ABOUT_WORDS = say(
    "Pages, documents, mails and workbooks follow at once, in the language you read now. Names of people "
    "and what they wrote themselves stay as they are. In Dutch a word with “het” is written with it: "
    "“het maatje”."
)


def framework_headline(snapshot: Snapshot) -> Iterator[Message]:
    """Whether the framework is complete, and otherwise what is missing."""
    framework, open_yet = snapshot.programme.framework, undecided_line(snapshot)
    if open_yet is None:
        yield say(
            "The framework is complete: {weeks} weeks, a talk every {days} days, {objectives}.",
            weeks=framework.duration_weeks,
            days=framework.meeting_interval_days,
            objectives=say_count("{n} objective", "{n} objectives", snapshot.frame(Objective).height),
        )
        return
    yield open_yet
    yield say("Still to decide: {missing}. Ten minutes are enough.", missing=missing_in_framework(snapshot))


def objective_table(objectives: Sequence[Objective], speak: Speaker) -> Markup:
    """Every objective with how it will be told whether it was reached."""
    heads = say("Objective"), say("Measure"), say("Target"), say("Source"), say("What will tell")
    rows = (
        (one.text, one.measure, one.target, one.source, speak(LEVELS[one.question]) if one.question else "")
        for one in objectives
    )
    return html_table(heads, rows, speak)


def own_words(terms: Mapping[str, str], language: Language) -> dict[str, str]:
    """A programme's own words in one language, empty where ours are used."""
    return {word: terms.get(f"{language}.{word}", "") for word in WORDS}
