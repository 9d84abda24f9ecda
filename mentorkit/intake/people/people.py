"""From the answers of one row to a record, and from a record to a person and applications."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID, uuid5

from mentorkit.intake.people.record import Doubt, Record
from mentorkit.intake.understand.roles import RecordRole
from mentorkit.intake.values.choices import topic_keys
from mentorkit.intake.values.names import Name, join_name, parse_name, same_name
from mentorkit.model import Application, Person, Role
from mentorkit.model.fields import ANSWERS, Holder, kept_by, of_kind
from mentorkit.text.compare import folded

_NAMESPACE = UUID("5f0c7f0e-6a3b-4d6e-9b43-2f1f6f6f7a10")
_MANAGER_COLUMNS = ("manager_email", "manager_id", "manager_name", "manager")
_WORKED_OUT = of_kind("name", "level") | {"infix", *_MANAGER_COLUMNS, *kept_by("sign-up")}
_AS_READ = {part.name for part in fields(Record)} & set(ANSWERS) - _WORKED_OUT

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
        return person_id_of(self.key)


@dataclass(frozen=True)
class Source:
    """Where a row stands, and whose answers it holds."""

    file: str
    sheet: str
    row: int
    role: RecordRole | None


def person_id_of(key: str) -> str:
    """The id of the person with this key, the same in every file."""
    return str(uuid5(_NAMESPACE, key))


def employee_key(number: str) -> str:
    """The key of somebody who is known by a number."""
    return f"employee:{number.casefold()}"


def identity_of(answers: Answers, form: str) -> Identity | None:
    """Who a row is about: by e-mail address, else employee number, else response number, else name.

    A response number alone tells nobody apart, so a row needs one of the other three;
    None when it has none. It is counted per form; `form` keeps the numbers of two apart.
    """
    name = name_of_person(answers)
    email, number, response = (answers.get(field) for field in ("email", "employee_id", "response_id"))
    if email:
        key = str(email)
    elif number:
        key = employee_key(str(number))
    elif name is None:
        return None
    else:
        key = f"response:{form}:{response}" if response else f"name:{folded(name.full) or name.full}"
    return Identity(key, name or Name(str(email or number)), name is not None)


def record_of(who: Identity, answers: Answers, source: Source, doubts: tuple[Doubt, ...]) -> Record:
    """What a row says of somebody."""
    given = {field: answers[field] for field in _AS_READ if answers.get(field) is not None}
    managers: dict[str, Any] = {
        kind: value for kind, value in managers_of(answers).items() if not is_self(who, answers, value)
    }
    return Record(
        file=source.file,
        sheet=source.sheet,
        row=source.row,
        key=who.key,
        full_name=who.name.full,
        first_name=who.name.first,
        infix=who.name.infix,
        last_name=who.name.family,
        role=source.role,
        submitted_at=moment_of(answers),
        consent=answers.get("has_consented"),
        level=answers.get("level_label"),
        topic_keys=topic_keys(answers.get("topics") or ()),
        goal_keys=topic_keys(answers.get("goals") or ()),
        doubts=doubts,
        answers=MappingProxyType(dict(answers)),
        **given,
        **managers,
    )


def person_of(record: Record) -> Person:
    """The person of a record."""
    infix, family = record.infix, record.last_name
    worked_out: dict[str, Any] = {
        "full_name": record.full_name,
        "first_name": record.first_name,
        "infix": infix,
        "last_name": family.removeprefix(infix).lstrip() or None if infix and family else family,
        **{name: getattr(record, name) for name in _MANAGER_COLUMNS[:-1]},
    }
    return Person(id=person_id_of(record.key), **{**_kept(record, "person"), **worked_out})


def application_of(record: Record, role: Role) -> Application:
    """The application of a record for one role; an answer that was not given is None or empty.

    A mentee without goals of her own wants what she chose as topics. Who was put forward by
    a colleague has not agreed until she says so.
    """
    given = _kept(record, "application")
    if role == "mentee" and not given.get("goals") and given.get("topics"):
        given["goals"] = given.pop("topics")
    if record.is_nomination:
        given["has_consented"] = False
    return Application(
        id=str(uuid5(_NAMESPACE, f"{record.key}|{role}")),
        person_id=person_id_of(record.key),
        role=role,
        submitted_at=in_utc(record.submitted_at),
        source_file=record.file,
        source_row=record.row,
        **given,
    )


def _kept(record: Record, holder: Holder) -> dict[str, Any]:
    """The answers of a record that one kind of row keeps."""
    said = {name: record.answers.get(name) for name in kept_by(holder)}
    return {name: value for name, value in said.items() if value is not None}


def roles_of(record: Record) -> tuple[Role, ...]:
    """The roles somebody signs up for; none where nothing tells."""
    if record.role == "both":
        return ("mentor", "mentee")
    return () if record.role is None else (record.role,)


def moment_of(answers: Answers) -> Any:
    """When the form was sent: the time of completing, else of the last change, else of the start."""
    moments = (answers.get(field) for field in ("submitted_at", "modified_at", "started_at"))
    return next((moment for moment in moments if moment is not None), None)


def in_utc(moment: datetime | None) -> datetime | None:
    """A moment as it is stored: without a zone it counts as UTC."""
    if moment is None:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def managers_of(answers: Answers) -> dict[str, str]:
    """The manager by e-mail address, employee number and name, as far as the row tells."""
    found: dict[str, str] = {}
    for column in _MANAGER_COLUMNS:
        if value := answers.get(column):
            found.setdefault("manager_id" if column == "manager_id" else _kind(str(value)), str(value))
    return found


def is_self(who: Identity, answers: Answers, manager: str) -> bool:
    """Whether a manager is the person herself."""
    return manager in (answers.get("email"), answers.get("employee_id")) or same_name(manager, who.name.full)


def same_person(record: Record) -> bool:
    """Whether a record names the person herself as her manager."""
    who = Identity(record.key, Name(record.full_name), is_named=True)
    return any(is_self(who, record.answers, manager) for manager in managers_of(record.answers).values())


def name_of_person(answers: Answers) -> Name | None:
    """The name from its own columns when first and last are both there, else from one column."""
    first, infix, last, full = (
        answers.get(field) for field in ("first_name", "infix", "last_name", "full_name")
    )
    if full and not (first and last):
        return parse_name(full)
    return join_name(first, infix, last)


def _kind(manager: str) -> str:
    if "@" in manager:
        return "manager_email"
    return "manager_id" if any(c.isdigit() for c in manager) and " " not in manager else "manager_name"
