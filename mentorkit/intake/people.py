"""From the answers of one row to a person and her application."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from mentorkit.intake.names import Name, join_name, parse_name, same_name
from mentorkit.intake.tidy import folded
from mentorkit.model import Application, Person, Role

_NAMESPACE = UUID("5f0c7f0e-6a3b-4d6e-9b43-2f1f6f6f7a10")
_AS_READ = (
    "email",
    "employee_id",
    "phone",
    "job_title",
    "department",
    "organisation",
    "city",
    "level",
    "level_name",
    "years_experience",
)
_ANSWERS = (
    "topics", "goals", "goal_text", "biography", "values", "interests", "working_style", "learning_style",
    "feedback_style", "channels", "availability", "available_from", "hours_per_month", "capacity", "least",
    "relation_types", "prefers", "avoids", "has_consented", "is_paused", "is_trained",
)  # fmt: skip
_MANAGER_COLUMNS = ("manager_email", "manager_id", "manager")

Answers = Mapping[str, Any]


@dataclass(frozen=True)
class Identity:
    """Who a row is about; `key` stays the same whatever the order or the number of the rows."""

    key: str
    name: Name
    is_named: bool

    @property
    def person_id(self) -> str:
        """The id of the person, the same in every file that gives the same key."""
        return str(uuid5(_NAMESPACE, self.key))


@dataclass(frozen=True)
class Source:
    """Where a sign-up stands."""

    file: str
    row: int
    role: Role


def identity_of(answers: Answers, role: Role) -> Identity | None:
    """Who a row is about: by e-mail address, else employee number, else response number, else name.

    A response number alone tells nobody apart, so a row needs one of the other three;
    None when it has none. It is counted per form, hence per role.
    """
    name = _name_of(answers)
    email, number, response = (answers.get(field) for field in ("email", "employee_id", "response_id"))
    if email:
        key = str(email)
    elif number:
        key = f"employee:{str(number).casefold()}"
    elif name is None:
        return None
    else:
        key = f"response:{role}:{response}" if response else f"name:{folded(name.full) or name.full}"
    return Identity(key, name or Name(str(email or number)), name is not None)


def person_of(who: Identity, answers: Answers) -> Person:
    """The person of a row; a manager is filed by what the value looks like."""
    managers = managers_of(answers)
    return Person(
        id=who.person_id,
        full_name=who.name.full,
        first_name=who.name.first,
        infix=who.name.infix,
        last_name=who.name.last,
        languages=answers.get("languages") or (),
        other_managers=answers.get("other_managers") or (),
        **{field: answers.get(field) for field in _AS_READ},
        **{kind: None if is_self(who, answers, value) else value for kind, value in managers.items()},
    )


def application_of(who: Identity, answers: Answers, source: Source) -> Application:
    """The application of a row; an answer that was not given is None or empty."""
    given = {field: answers[field] for field in _ANSWERS if answers.get(field) is not None}
    return Application(
        id=str(uuid5(_NAMESPACE, f"{who.key}|{source.role}")),
        person_id=who.person_id,
        role=source.role,
        submitted_at=moment_of(answers),
        source_file=source.file,
        source_row=source.row,
        **given,
    )


def moment_of(answers: Answers) -> Any:
    """When the form was sent: the time of completing, else of the last change, else of the start."""
    moments = (answers.get(field) for field in ("submitted_at", "modified_at", "started_at"))
    return next((moment for moment in moments if moment is not None), None)


def managers_of(answers: Answers) -> dict[str, str]:
    """The manager by e-mail address, employee number and name, as far as the row tells."""
    found: dict[str, str] = {}
    for column in _MANAGER_COLUMNS:
        if value := answers.get(column):
            found.setdefault(_kind(str(value)), str(value))
    return found


def is_self(who: Identity, answers: Answers, manager: str) -> bool:
    """Whether a manager is the person herself."""
    return manager in (answers.get("email"), answers.get("employee_id")) or same_name(manager, who.name.full)


def _kind(manager: str) -> str:
    if "@" in manager:
        return "manager_email"
    return "manager_id" if any(c.isdigit() for c in manager) and " " not in manager else "manager_name"


def _name_of(answers: Answers) -> Name | None:
    """The name from its own columns when first and last are both there, else from one column."""
    first, infix, last, full = (
        answers.get(field) for field in ("first_name", "infix", "last_name", "full_name")
    )
    if full and not (first and last):
        return parse_name(full)
    return join_name(first, infix, last)
