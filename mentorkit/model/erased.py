"""What stays of a row about others once somebody is erased: no name, address or number of hers."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any

from mentorkit.model.fields import MANAGED_BY, of_kind
from mentorkit.model.pairing import Decision, canonical, sha256_of
from mentorkit.model.person import Person
from mentorkit.model.row import Row

GONE = "–"
"""Stands in the place of a name that was erased."""

_NAMING = of_kind("people").union(MANAGED_BY)
"""Fields that name somebody else by e-mail address, number or full name."""


LIMIT = timedelta(days=35)
"""Backups that may hold somebody who was erased stay at most this long: our own choice of a bounded time."""


@dataclass(frozen=True)
class Erasure:
    """Somebody was erased: the hash of her id, the number of the entry, and the moment (UTC, ISO 8601).

    As long as it is not `is_tidy`, the file was not written anew since.
    """

    person: str
    number: int
    at: str
    is_tidy: bool = False

    @classmethod
    def of(cls, person: str, number: int, now: datetime) -> "Erasure":
        """The erasure of somebody by id, in an entry, now."""
        return cls(sha256_of(person), number, now.astimezone(UTC).isoformat())

    def is_of(self, person: str) -> bool:
        """Whether it is the one of the person with this id."""
        return self.person == sha256_of(person)

    def ends(self, number: int, now: datetime) -> bool:
        """Whether a backup up to an entry with this number stood for longer than it may."""
        return number < self.number and now - datetime.fromisoformat(self.at) > LIMIT


def binding_pointers(model: type[Row]) -> Iterator[tuple[str, str]]:
    """Fields and the tables they point at, without which a row is about nobody.

    That is every pointer but an empty place for a person.

    >>> from mentorkit.model import Issue
    >>> dict(binding_pointers(Issue))
    {'pair_id': 'pair', 'third_party_id': 'third_party'}
    """
    for field, table in model.pointers().items():
        if table != Person.table or not model.may_be_empty(field):
            yield field, table


@dataclass(frozen=True)
class Trace:
    """Somebody as others may have written her: her id, and every name, address and number in lower case."""

    person: str
    ways: frozenset[str]

    def without(self, model: type[Row], stored: Mapping[str, Any]) -> dict[str, Any]:
        """A row as it is stored that is about something else, without her.

        A field that names her is emptied, and in any other text her full name or address becomes a dash;
        a single word or number could be another's, so that it stays. A record of a decision keeps ids, which
        lead nowhere now, but no reason of a choice about her; its hash is that of what is left.
        """
        kept = {name: self._cell(model, name, value) for name, value in stored.items()}
        return self._record(kept, stored) if model is Decision else kept

    @cached_property
    def _inside(self) -> re.Pattern[str]:
        told = sorted((re.escape(way) for way in self.ways if re.search(r"[@\s]", way)), key=len)
        return re.compile(rf"(?<!\w)(?:{'|'.join(reversed(told)) or '(?!)'})(?!\w)", re.IGNORECASE)

    def _cell(self, model: type[Row], name: str, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if value == self.person and name in model.pointers() and model.may_be_empty(name):
            return None
        if name in _NAMING and value.startswith("["):
            return json.dumps([one for one in json.loads(value) if not self._is(one)], ensure_ascii=False)
        if name in _NAMING and self._is(value):
            return None
        return self._inside.sub(GONE, value)

    def _is(self, value: str) -> bool:
        return value.strip().casefold() in self.ways

    def _record(self, kept: dict[str, Any], stored: Mapping[str, Any]) -> dict[str, Any]:
        record = json.loads(kept["record"])
        for one in record.get("overrides", ()):
            if self.person in {one.get("mentee_id"), one.get("mentor_id")}:
                one["reason"] = ""
        if record == json.loads(stored["record"]):
            return kept
        text = canonical(record)
        return kept | {"record": text, "sha256": sha256_of(text)}
