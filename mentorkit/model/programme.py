"""A mentoring programme and the framework it stands on."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.row import Amount, Frozen, NameOf, Row, Share, SignalLimit, Weight
from mentorkit.text import Message, say
from mentorkit.text.topics import as_compared

RelationType = Literal["classic", "reverse", "peer", "buddy", "flash", "group"]
AimKey = Literal["placed", "total", "leximin"]
Profile = Literal["onboarding", "talent", "knowledge", "remote", "reverse", "peer", "flash", "own"]
PlanTemplate = Literal["none", "light", "full"]


def unfinished_beside(programme: Path) -> Path:
    """The file that holds what is not finished yet, beside that of the programme."""
    return programme.with_name(f"{programme.name}.unfinished")


LONGEST_NAME = 200
"""Characters of the name of a programme."""

KINDS: Mapping[RelationType, Message] = {
    "classic": say("classic"),
    "reverse": say("reverse"),
    "peer": say("between peers"),
    "buddy": say("buddy"),
    "flash": say("flash"),
    "group": say("group"),
}
"""What each kind is called."""


class Framework(Frozen):
    """What a programme stands on; what is not decided yet is empty.

    `eligible` says who may take part. `confidential` is what stays between mentor and mentee, `limits` when
    somebody else must be told all the same. `contact_points` are whom a pair can go to when something is
    wrong, and `stand_in` takes over from the coordinator.
    """

    mission: Annotated[str, say("mission")] = ""
    profile: Annotated[Profile | None, say("sort of programme")] = None
    duration_weeks: Annotated[int | None, say("duration in weeks")] = Field(default=None, ge=1, le=260)
    meeting_interval_days: Annotated[int | None, say("days between meetings")] = Field(
        default=None, ge=1, le=365
    )
    talk_minutes: Annotated[int | None, say("minutes of a talk")] = Field(default=None, ge=5, le=480)
    hours_a_month: Annotated[float | None, say("hours a month")] = Field(default=None, ge=0, le=200)
    plan: Annotated[PlanTemplate | None, say("development plan")] = None
    eligible: Annotated[str, say("who may take part")] = ""
    coordinator: Annotated[str, say("coordinator")] = ""
    sponsor: Annotated[str, say("sponsor")] = ""
    contact_points: Annotated[str, say("contact points")] = ""
    stand_in: Annotated[str, say("stand-in")] = ""
    confidential: Annotated[str, say("what stays between the two")] = ""
    limits: Annotated[str, say("when somebody else is told")] = ""


class Programme(Row):
    """One mentoring programme, with what counts in its pairing.

    `weights` maps criterion keys to 0–100; a criterion that is not named has its
    default weight. `rules_off` names the conditions that were switched off. `aim` says what the
    best plan is; `unplaced_price` is what leaving a mentee out costs under the aim "total",
    in scores, None for nothing. `is_blind` hides names until the pairs are decided.
    `other_types` are the kinds of mentoring offered beside `relation_type`, in one pairing.
    `own_topics` are the programme's own topics, each a name with other ways to say it behind `=`.
    `terms` are its words for mentor and mentee, by language and word, such as `nl.mentor`.
    `limits` are its own limits for signals, by rule and colour, such as `silence.red`. `costs` are what it
    assumes about costs, by name, in euros, minutes or hours (see `evaluation.costs`).
    """

    table: ClassVar[str] = "programme"
    actions: ClassVar[Mapping[str, Message]] = {
        "create": say("programme made"),
        "name": say("name of the programme changed"),
        "round": say("people of the last round taken over"),
        "weights": say("weights changed"),
        "rules": say("conditions changed"),
        "aim": say("what counts first changed"),
        "kinds": say("kinds of mentoring changed"),
        "blind": say("names hidden"),
        "unblind": say("names shown"),
        "own_topics": say("own topics changed"),
        "framework": say("framework changed"),
        "terms": say("words of the programme changed"),
        "limits": say("limits of signals changed"),
        "costs": say("assumptions about costs changed"),
    }

    name: Annotated[str, say("name")] = Field(min_length=1, max_length=LONGEST_NAME)
    language: Annotated[Literal["nl", "en"], say("language")] = "nl"
    relation_type: Annotated[RelationType, say("kind of mentoring")] = "classic"
    framework: Framework = Framework()
    weights: Annotated[dict[str, Weight], say("weight of {criterion}")] = Field(default_factory=dict)
    rules_off: Annotated[tuple[str, ...], say("conditions switched off")] = ()
    is_sample: Annotated[bool, say("sample programme")] = False
    aim: Annotated[AimKey, say("what counts first")] = "placed"
    unplaced_price: Annotated[Share | None, say("price of not placing somebody")] = None
    is_blind: Annotated[bool, say("names hidden until decided")] = False
    other_types: Annotated[tuple[RelationType, ...], say("other kinds of mentoring")] = ()
    own_topics: Annotated[tuple[str, ...], say("own topics")] = ()
    terms: Annotated[dict[str, str], say("word for {heading}")] = Field(default_factory=dict)
    limits: Annotated[dict[str, SignalLimit], say("limit of {heading}")] = Field(default_factory=dict)
    costs: Annotated[dict[str, Amount], say("assumption about {heading}")] = Field(default_factory=dict)

    def called(self, name_of: NameOf) -> Message:
        """By its name."""
        return say("The programme {name}", name=self.name)

    @property
    def topic_names(self) -> dict[str, str]:
        """The names of its own topics by every way to write them, as answers are compared.

        >>> Programme(id="p", name="P", own_topics=("Wijkwerk = community work",)).topic_names
        {'wijkwerk': 'Wijkwerk', 'community work': 'Wijkwerk'}
        """
        ways = [[way.strip() for way in topic.split("=")] for topic in self.own_topics]
        return {as_compared(way): name for name, *others in ways for way in (name, *others) if way}
