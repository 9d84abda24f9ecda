"""What a pair works on: goals with their levels, and the steps towards them."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from mentorkit.model.preference import Side
from mentorkit.model.row import INNER, NameOf, PointsAt, Row
from mentorkit.text import Message, say

GoalStepKind = Literal["action", "milestone", "skill"]

GOAL_STEP_KINDS: Mapping[GoalStepKind, Message] = {
    "action": say("action"),
    "milestone": say("milestone"),
    "skill": say("skill to learn"),
}

LEVEL_FIELDS: Mapping[int, str] = {-2: "lowest", -1: "lower", 0: "hoped", 1: "higher", 2: "highest"}
"""The field that says what a level means, from the lowest level to the highest."""

_LONGEST = 600
_WORDS = ("text", "measure", "reason", "support", *LEVEL_FIELDS.values())


class Goal(Row):
    """What a mentee works on with a mentor, or a mentor with a mentee (`owner`).

    What each level means is written before the period, and `levels_on` is the day on which it was last
    changed; `noted_on` and `agreed_on` are when it first stood here and when both agreed, None where that was
    before such days were kept. Of a private goal only is kept that it exists, its days and its level: it has
    no words.
    """

    table: ClassVar[str] = "goal"
    actions: ClassVar[Mapping[str, Message]] = {"goal": say("goals changed"), "plan": say("plan taken over")}

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    owner: Annotated[Side, say("whose goal")] = "mentee"
    is_private: Annotated[bool, say("private")] = False
    text: Annotated[str, say("goal")] = Field(default="", max_length=_LONGEST)
    reason: Annotated[str, say("why it matters")] = Field(default="", max_length=_LONGEST)
    measure: Annotated[str, say("how you both notice it")] = Field(default="", max_length=_LONGEST)
    support: Annotated[str, say("support and means")] = Field(default="", max_length=_LONGEST)
    starts_on: Annotated[date | None, say("begins on")] = None
    due_on: Annotated[date | None, say("ready on")] = None
    lowest: Annotated[str, say("much less than hoped")] = Field(default="", max_length=_LONGEST)
    lower: Annotated[str, say("less than hoped")] = Field(default="", max_length=_LONGEST)
    hoped: Annotated[str, say("as hoped")] = Field(default="", max_length=_LONGEST)
    higher: Annotated[str, say("more than hoped")] = Field(default="", max_length=_LONGEST)
    highest: Annotated[str, say("much more than hoped")] = Field(default="", max_length=_LONGEST)
    levels_on: Annotated[date | None, say("levels written on")] = None
    is_agreed_by_mentee: Annotated[bool, say("the mentee agrees")] = False
    is_agreed_by_mentor: Annotated[bool, say("the mentor agrees")] = False
    noted_on: Annotated[date | None, INNER] = None
    agreed_on: Annotated[date | None, INNER] = None

    @model_validator(mode="before")
    @classmethod
    def _without_words(cls, given: Any) -> Any:
        """A private goal loses its words, whoever gives them."""
        if isinstance(given, dict) and given.get("is_private"):
            return given | dict.fromkeys(_WORDS, "")
        return given

    @property
    def levels(self) -> tuple[str, ...]:
        """What the five levels mean, the lowest first."""
        return tuple(getattr(self, field) for field in LEVEL_FIELDS.values())

    @property
    def is_agreed(self) -> bool:
        """Whether both agree."""
        return self.is_agreed_by_mentee and self.is_agreed_by_mentor

    def called(self, name_of: NameOf) -> Message:
        """By its own words, when it has them."""
        return say("The goal “{text}”", text=self.text) if self.text else say("A private goal")


class GoalStep(Row):
    """An action, a milestone or a skill on the way to a goal, with who does it and by when."""

    table: ClassVar[str] = "goal_step"
    told_with: ClassVar[str | None] = "goal_id"

    goal_id: Annotated[str, PointsAt("goal"), INNER]
    kind: Annotated[GoalStepKind, say("kind of step")] = "action"
    text: Annotated[str, say("step")] = Field(default="", max_length=_LONGEST)
    owner: Annotated[Side, say("who does it")] = "mentee"
    support: Annotated[str, say("support and means")] = Field(default="", max_length=_LONGEST)
    due_on: Annotated[date | None, say("ready on")] = None
    done_on: Annotated[date | None, say("done on")] = None

    def called(self, name_of: NameOf) -> Message:
        """By its own words."""
        return say("The step “{text}”", text=self.text)


class GoalLevel(Row):
    """How far a goal was `reached` on a day: −2 is much less than hoped, 0 as hoped, 2 much more."""

    table: ClassVar[str] = "goal_level"

    goal_id: Annotated[str, PointsAt("goal"), INNER]
    noted_on: Annotated[date, say("noted on")]
    reached: Annotated[int, say("level reached")] = Field(ge=-2, le=2)

    def called(self, name_of: NameOf) -> Message:
        """By its day."""
        return say("The level of a goal on {day}", day=self.noted_on)
