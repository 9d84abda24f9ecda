"""Who may be given what: every kind of reader with the fields that may reach them, and no other field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from mentorkit.evaluation.disclosure import FEWEST
from mentorkit.model import READERS, ROWS, AudienceKey, Row
from mentorkit.model.fields import UNIT
from mentorkit.model.row import Frozen
from mentorkit.text import Message, Speaker, say

About = Literal["nobody", "all together", "own pair", "everybody", "made-up people"]
Access = Literal["shown", "counted", "no"]

ABOUT: Mapping[About, Message] = {
    "nobody": say("nobody"),
    "all together": say("all together, never fewer than {k} people"),
    "own pair": say("their own pair"),
    "everybody": say("everybody"),
    "made-up people": say("made-up people only"),
}
"""About whom a file is."""


@dataclass(frozen=True)
class Audience:
    """One kind of reader. A field that is in neither list is forbidden, so that a new one is, too.

    `shows` are the fields whose values may stand in the file, `counts` those that are only counted, in
    groups of `k` people or more; both as `table.field`. `days` is how long a file counts. Every file is in
    all languages.
    """

    key: AudienceKey
    holds: Message
    purpose: Message
    about: About
    shows: frozenset[str]
    counts: frozenset[str] = frozenset()
    k: int = FEWEST
    days: int = 90

    def access(self, field: str) -> Access:
        """What may be done with a field."""
        return "shown" if field in self.shows else "counted" if field in self.counts else "no"


def _of(table: str, fields: str) -> frozenset[str]:
    return frozenset(f"{table}.{name}" for name in fields.split())


_NAME = _of("programme", "name language terms")
_AIM = _of("programme.framework", "mission") | _of("objective", "text measure target question")
_HELP = _of("programme.framework", "coordinator contact_points")
_RHYTHM = _of("programme.framework", "duration_weeks meeting_interval_days talk_minutes hours_a_month")
_SAFE = _of("programme.framework", "confidential limits")
_PAIRING = _of(
    "programme", "weights rules_off aim unplaced_price relation_type other_types is_blind own_topics"
)
_OUTCOME = (
    _of("response", "person_id pair_id role questionnaire wave asked_on answered_on answers")
    | _of("pair", "mentee_id mentor_id confirmed_on ended_on")
    | _of("closure", "pair_id kind asked_by reopened_on")
    | _of("meeting", "pair_id day is_held minutes")
    | _of("goal", "pair_id owner due_on")
    | _of("goal_level", "goal_id noted_on reached")
    | _of("employment", "person_id started_on left_on promoted_on independent_on seen_on")
)
_PEOPLE = _of("person", "full_name first_name infix last_name email languages")
_TWO = (
    _of("pair", "mentee_id mentor_id confirmed_on ended_on relation_type")
    | _PEOPLE
    | _of("application", "person_id role topics goals channels availability network")
    | _of("expectation", "pair_id side answered_on choices")
    | _of("goal", "pair_id owner is_private text due_on is_agreed_by_mentee is_agreed_by_mentor")
    | _of("goal_step", "goal_id kind text owner due_on done_on")
    | _of("rhythm", "pair_id starts_on ends_on interval_days starts_at country")
    | _of("programme", "own_topics")
)
_PAIR_SHEET = _NAME | _HELP | _RHYTHM | _SAFE | _TWO | _of("programme.framework", "mission")
_OWN_SHEET = say("why you two, dates, goals, what was agreed, whom to ask, and what the coordinator sees")

AUDIENCES: Mapping[AudienceKey, Audience] = {
    one.key: one
    for one in (
        Audience(
            "board",
            say("the four answers, how pairs ended, what we do not know, lessons"),
            say("To judge what the round brought, and whether to go on."),
            "all together",
            _NAME | _AIM | _of("lesson", "theme text"),
            _OUTCOME,
        ),
        Audience(
            "works_council",
            say("how pairs are made: criteria, weights, conditions, who decides, what is never used"),
            say("To see how people are paired, and to have a say in it."),
            "nobody",
            _NAME | _PAIRING | _HELP | _of("decision", "decided_at sha256"),
            days=365,
        ),
        Audience(
            "sponsor",
            say("what the programme is for, how many take part by department, and the answers in short"),
            say("To know what the people and the money are used for."),
            "all together",
            _NAME | _AIM | _HELP | _RHYTHM,
            _OUTCOME | _of("application", "person_id role") | _of("person", UNIT),
        ),
        Audience("mentor", _OWN_SHEET, say("To prepare the talks together."), "own pair", _PAIR_SHEET),
        Audience("mentee", _OWN_SHEET, say("To prepare the talks together."), "own pair", _PAIR_SHEET),
        Audience(
            "line_manager",
            say("what mentoring asks of somebody's time, what stays between the two, whom to ask"),
            say("To give somebody the time for mentoring."),
            "nobody",
            _NAME | _RHYTHM | _SAFE | _HELP | _of("programme.framework", "mission"),
            days=365,
        ),
        Audience(
            "successor",
            say("all pairs by name, what is agreed and open, decisions, and lessons"),
            say("To take over the programme without losing a promise."),
            "everybody",
            _PAIR_SHEET
            | _AIM
            | _of("programme.framework", "sponsor stand_in eligible")
            | _of("promise", "pair_id kind owner agreed_on due_on done_on")
            | _of("closure", "pair_id kind ended_on talk_planned_on talk_held_on reopened_on")
            | _of("decision", "decided_at sha256")
            | _of("lesson", "theme text noted_on"),
            days=30,
        ),
        Audience(
            "demo",
            say("the four answers of an invented programme, and how pairs are made"),
            say("To see what mentorkit is, with people who do not exist."),
            "made-up people",
            _NAME | _AIM | _PAIRING | _of("lesson", "theme text"),
            _OUTCOME,
            days=3650,
        ),
    )
}
"""Every kind of reader, in the order of the table."""

HEADS = (say("Reader"), say("What is in it"), say("About whom"), say("Counts for"))


def audience_rows(speak: Speaker) -> Iterator[tuple[str, str, str, str]]:
    """The table of readers in words, for the page and the README."""
    for one in AUDIENCES.values():
        days = speak(say("{days} days", days=one.days))
        about = speak(ABOUT[one.about].filled(k=one.k))
        yield speak(READERS[one.key]), speak(one.holds), about, days


def allowed_fields(audience: Audience, access: Access) -> Iterator[Message]:
    """What the fields are called that may be shown, or only counted; inner ones have no name."""
    for model in ROWS:
        for field in fields_of(model):
            name = field.removeprefix(f"{model.table}.")
            if audience.access(field) == access and (label := model.label_of(name)):
                yield label.filled(criterion=say("criterion"), heading=say("heading"))


def fields_of(model: type[Row]) -> Iterator[str]:
    """Every field of a table by its full name, those of a value in it one by one; no ids and revisions."""
    for name, info in model.model_fields.items():
        inner = info.annotation
        if isinstance(inner, type) and issubclass(inner, Frozen):
            yield from (f"{model.table}.{name}.{part}" for part in inner.model_fields)
        elif name not in ("id", "revision"):
            yield f"{model.table}.{name}"
