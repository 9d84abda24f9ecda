"""Who sees what: one table, which the page shows, the manual prints and the README repeats."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from mentorkit.text import Message, Speaker, say
from mentorkit.views.table import html_table

Onlooker = Literal["coordinator", "mentee", "mentor", "others"]
Sight = Literal["all", "pair", "own", "none"]

SIGHTS: Mapping[Sight, Message] = {
    "all": say("yes"),
    "pair": say("of their own pair"),
    "own": say("only their own"),
    "none": say("no"),
}
"""How much of something somebody sees, in words."""

HEADS = (say("What"), say("Coordinator"), say("Mentee"), say("Mentor"), say("Others"))
"""The headings of the table: what it is about, and everybody who might see it."""


@dataclass(frozen=True)
class Kept:
    """Something that is kept, where, and how much of it anybody sees in what mentorkit hands out.

    `where` names tables, or fields as `table.field` or `table.field.part`; the longest name that fits a
    field decides. Nothing is named by what is kept nowhere.
    """

    label: Message
    where: tuple[str, ...] = ()
    mentee: Sight = "none"
    mentor: Sight = "none"
    others: Sight = "none"
    coordinator: Sight = "all"

    def seen_by(self, onlooker: Onlooker) -> Sight:
        """How much of it somebody sees."""
        sights: dict[Onlooker, Sight] = {
            "coordinator": self.coordinator,
            "mentee": self.mentee,
            "mentor": self.mentor,
            "others": self.others,
        }
        return sights[onlooker]


VISIBLE: tuple[Kept, ...] = (
    Kept(say("What they talk about"), (), "pair", "pair", coordinator="none"),
    Kept(
        say("When they talked, how long, how, and who proposed it"),
        ("meeting", "start_step", "rhythm", "school_break", "pause", "said_aloud", "pair"),
        *("pair", "pair"),
    ),
    Kept(
        say("Name and e-mail address"),
        (
            *("person.full_name", "person.first_name", "person.infix", "person.last_name", "person.email"),
            *("pair.mentee_id", "pair.mentor_id"),
        ),
        *("pair", "pair"),
    ),
    Kept(
        say("Topics, languages, ways to meet and free moments that both named, and a mentor's contacts"),
        (
            *("application.topics", "application.goals", "application.channels", "application.network"),
            *("application.availability", "person.languages"),
        ),
        *("pair", "pair"),
    ),
    Kept(
        say("Everything else that somebody wrote at sign-up"),
        ("person", "application", "imported"),
        *("own", "own"),
    ),
    Kept(
        say("Wishes, vetoes, points, reasons and decisions in the pairing"),
        (
            *("preference", "override", "scenario", "decision", "decline", "draw", "frozen_score"),
            *("pair.score", "pair.decision_id", "pair.has_failed"),
        ),
    ),
    Kept(say("What each expects of the other"), ("expectation",), "pair", "pair"),
    Kept(say("What somebody wants to leave out of the talks"), ("expectation.off_limits",), "own", "own"),
    Kept(
        say("Goals, their levels and steps, and agreed actions; of a private goal no words"),
        ("goal", "goal_step", "goal_level", "promise", "opening"),
        *("pair", "pair"),
    ),
    Kept(
        say("Answers to pulses and questionnaires, and whether it fits"),
        ("pulse", "fit_check", "response"),
        *("own", "own"),
    ),
    Kept(
        say("Calls by the coordinator, what needs attention, support, ends of pairs, and who came and left"),
        (
            *("check_in", "snooze", "issue", "third_party", "closure", "lesson", "tick"),
            *("own_stage", "pair_stage", "work_log", "employment"),
        ),
    ),
    Kept(say("Which files were made for whom"), ("shared",)),
    Kept(say("To which groups somebody belongs, for the check of fairness"), ("trait",)),
    Kept(
        say("Trainings and meetings of mentors; of a self-check only that it was done"),
        ("training", "intervision", "self_check"),
        mentor="own",
    ),
    Kept(say("Texts in the coordinator's own words"), ("own_text",), "pair", "pair"),
    Kept(
        say("Framework, objectives and words of the programme"),
        ("programme.name", "programme.framework", "programme.terms", "programme.language", "objective"),
        *("all", "all", "all"),
    ),
    Kept(say("What counts in the pairing, and how forms are read"), ("programme", "form")),
)
"""Everything that is kept, in the order of the table; `others` are line managers, sponsors and colleagues."""

ABOUT = say(
    "This is what mentorkit puts in mails, documents, calendars and lists for somebody. The coordinator "
    "decides what is told aloud."
)


def kept_in(field: str) -> Kept | None:
    """What a field belongs to, None for one that has no place in the table.

    >>> kept_in("expectation.off_limits").mentor
    'own'
    """
    fits = ((len(name), one) for one in VISIBLE for name in one.where if f"{field}.".startswith(f"{name}."))
    return max(fits, key=lambda found: found[0], default=(0, None))[1]


def visible_rows(speak: Speaker) -> list[tuple[str, ...]]:
    """The table in words: what it is, and how much of it the coordinator, both sides and others see."""
    who: tuple[Onlooker, ...] = ("coordinator", "mentee", "mentor", "others")
    return [(speak(one.label), *(speak(SIGHTS[one.seen_by(each)]) for each in who)) for one in VISIBLE]


def visible_table(speak: Speaker) -> Markup:
    """The table to read on the page."""
    return html_table(HEADS, visible_rows(speak), speak)
