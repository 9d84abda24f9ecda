"""A mentoring programme and the framework it stands on."""

from typing import ClassVar, Literal

from pydantic import Field

from mentorkit.model.row import Frozen, Row, Share, Weight

RelationType = Literal["classic", "reverse", "peer", "buddy", "flash", "group"]
Aim = Literal["placed", "total", "leximin"]


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
    """

    table: ClassVar[str] = "programme"

    name: str = Field(min_length=1, max_length=200)
    language: Literal["nl", "en"] = "nl"
    relation_type: RelationType = "classic"
    framework: Framework = Framework()
    weights: dict[str, Weight] = Field(default_factory=dict)
    rules_off: tuple[str, ...] = ()
    is_sample: bool = False
    aim: Aim = "placed"
    unplaced_price: Share | None = None
    is_blind: bool = False
    other_types: tuple[RelationType, ...] = ()
