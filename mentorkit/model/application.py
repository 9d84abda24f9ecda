"""What a person handed in to take part, as mentor or as mentee."""

from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.fields import Answered
from mentorkit.model.programme import RelationType
from mentorkit.model.row import NameOf, PersonId, Scale
from mentorkit.text import Message, say

Role = Literal["mentor", "mentee"]


class Application(Answered):
    """One sign-up for one role; an answer that was not given is None or empty.

    `topics` is what a mentor offers, `goals` what a mentee wants to learn, in the same
    words where they mean the same. `working_style` runs from 1 (plans ahead) to 5
    (as it comes), `feedback_style` from 1 (gentle) to 5 (direct): for a mentee the
    style the mentee likes to get, for a mentor the style the mentor gives. `capacity` is the number
    of mentees a mentor has room for, `least` the fewest the mentor wants (a group). `prefers`
    and `avoids` name people by e-mail, employee number or full name. `boundaries` are what a mentee
    had better ask somebody else: a goal among these counts against a pair. `network` is whom somebody knows,
    by organisation or field. `own_columns` are columns of the coordinator's own, each as "heading: answer";
    nothing is compared with them.
    """

    table: ClassVar[str] = "application"

    person_id: Annotated[PersonId, say("person")]
    role: Role
    submitted_at: datetime | None = None
    topics: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    goal_text: str | None = None
    biography: str | None = None
    values: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    working_style: Scale | None = None
    learning_style: str | None = None
    feedback_style: Scale | None = None
    channels: tuple[str, ...] = ()
    availability: tuple[str, ...] = ()
    available_from: date | None = None
    available_until: date | None = None
    hours_per_month: float | None = Field(default=None, ge=0, le=200)
    capacity: int | None = Field(default=None, ge=0, le=50)
    least: int | None = Field(default=None, ge=0, le=50)
    relation_types: tuple[RelationType, ...] = ()
    prefers: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
    boundaries: tuple[str, ...] = ()
    network: tuple[str, ...] = ()
    has_consented: bool | None = None
    is_paused: bool | None = None
    is_trained: bool | None = None
    own_columns: tuple[str, ...] = ()
    source_file: Annotated[str | None, say("from file")] = None
    source_row: Annotated[int | None, say("from row")] = None

    def called(self, name_of: NameOf) -> Message:
        """By the name of the person."""
        return say("The application of {name}", name=name_of(self.person_id))
