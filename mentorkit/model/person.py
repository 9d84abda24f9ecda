"""Somebody the programme knows: a participant, or only a link in a reporting line."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from pydantic import Field

from mentorkit.model.fields import Answered
from mentorkit.model.row import NameOf
from mentorkit.text import Message, say

_MADE_UP = ("@lindeveer.example.org", "@fernbridge.example.org")
"""Where everybody in the sample data works; nobody else can, for these names are nobody's."""


class Person(Answered):
    """One person, whatever the roles.

    `level` is a place on a ladder of functions (higher is more senior; steps count, not
    values), `level_name` what the person called it. A manager is known by e-mail,
    employee number or name, whichever the sign-up gave; `other_managers` holds dotted
    lines and former managers likewise. `joined` is the day of employment.
    """

    table: ClassVar[str] = "person"
    actions: ClassVar[Mapping[str, Message]] = {"import": say("sign-ups imported")}

    full_name: str = Field(min_length=1, max_length=300)
    first_name: str | None = None
    infix: str | None = None
    last_name: str | None = None
    email: str | None = Field(default=None, max_length=320)
    employee_id: str | None = None
    phone: str | None = None
    job_title: str | None = None
    department: str | None = None
    organisation: str | None = None
    city: str | None = None
    region: str | None = None
    timezone: str | None = None
    joined: date | None = None
    level: float | None = Field(default=None, le=1_000_000)
    level_name: str | None = None
    years_experience: float | None = Field(default=None, ge=0, le=80)
    languages: tuple[str, ...] = ()
    manager_email: str | None = None
    manager_id: str | None = None
    manager_name: str | None = None
    other_managers: tuple[str, ...] = ()

    @property
    def is_made_up(self) -> bool:
        """Whether this is somebody from the sample data."""
        return (self.email or "").casefold().endswith(_MADE_UP)

    def called(self, name_of: NameOf) -> Message:
        """By the name of the person."""
        return say("What is known about {name}", name=self.full_name)
