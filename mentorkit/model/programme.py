"""A mentoring programme and the framework it stands on."""

from typing import ClassVar, Literal

from pydantic import Field

from mentorkit.model.row import Frozen, Row, Share, Weight
from mentorkit.text.topics import as_compared

RelationType = Literal["classic", "reverse", "peer", "buddy", "flash", "group"]
AimKey = Literal["placed", "total", "leximin"]


class Framework(Frozen):
    """Mission, objectives, duration in weeks, days between meetings, measures of success."""

    mission: str = ""
    objectives: tuple[str, ...] = ()
    duration_weeks: int | None = Field(default=None, ge=1, le=260)
    meeting_interval_days: int | None = Field(default=None, ge=1, le=365)
    measures: tuple[str, ...] = ()


class Programme(Row):
    """One mentoring programme, with what counts in its pairing.

    `weights` maps criterion keys to 0–100; a criterion that is not named has its
    default weight. `rules_off` names the conditions she switched off. `aim` says what the
    best plan is; `unplaced_price` is what leaving a mentee out costs under the aim "total",
    in scores, None for nothing. `is_blind` hides names until the pairs are decided.
    `other_types` are the kinds of mentoring offered beside `relation_type`, in one pairing.
    `own_topics` are the programme's own topics, each a name with other ways to say it behind `=`.
    """

    table: ClassVar[str] = "programme"

    name: str = Field(min_length=1, max_length=200)
    language: Literal["nl", "en"] = "nl"
    relation_type: RelationType = "classic"
    framework: Framework = Framework()
    weights: dict[str, Weight] = Field(default_factory=dict)
    rules_off: tuple[str, ...] = ()
    is_sample: bool = False
    aim: AimKey = "placed"
    unplaced_price: Share | None = None
    is_blind: bool = False
    other_types: tuple[RelationType, ...] = ()
    own_topics: tuple[str, ...] = ()

    @property
    def topic_names(self) -> dict[str, str]:
        """The names of its own topics by every way to write them, as answers are compared.

        >>> Programme(id="p", name="P", own_topics=("Wijkwerk = community work",)).topic_names
        {'wijkwerk': 'Wijkwerk', 'community work': 'Wijkwerk'}
        """
        ways = [[way.strip() for way in topic.split("=")] for topic in self.own_topics]
        return {as_compared(way): name for name, *others in ways for way in (name, *others) if way}
