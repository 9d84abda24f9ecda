"""How people are called on screen."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from mentorkit.frames import Snapshot
from mentorkit.model.fields import NAME, NAMED_BY
from mentorkit.text.terms import Terms, capital
from mentorkit.text.topics import as_compared

if TYPE_CHECKING:
    from mentorkit.matching.candidates import Candidates

_MARKED = "\ue000{}\ue001{}\ue002{}\ue003"
_MARK = re.compile("\ue000(.*?)\ue001(.*?)\ue002(.*?)\ue003")
"""A name that leads to a card, whose it is, and beside whom: characters that nobody types."""


@dataclass(frozen=True)
class Names:
    """Names by id of a person; people who share a name are told apart by e-mail or number.

    `hidden` are the ids of people who are called by a number for now.
    """

    names: dict[str, str]
    hidden: frozenset[str] = frozenset()

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Names":
        """What to call everybody in a programme; in a blind one, who has no confirmed pair is a number."""
        named = cls.named(snapshot)
        if not snapshot.programme.is_blind:
            return named
        pairs = snapshot.active_pairs
        decided = {*pairs["mentee_id"], *pairs["mentor_id"]}
        stands = {person: name for person, name in _numbers(snapshot).items() if person not in decided}
        return cls({**named.names, **stands}, frozenset(stands))

    @classmethod
    def named(cls, snapshot: Snapshot) -> "Names":
        """The names of everybody in a programme, also in a blind one."""
        rows = snapshot.people.select("id", *NAMED_BY).rows()
        times = Counter(name for _, _, _, name in rows)
        return cls(
            {
                person: name if times[name] == 1 else f"{name} ({email or number or person[:6]})"
                for person, email, number, name in rows
            }
        )

    def __getitem__(self, person: str) -> str:
        """The name of a person; the id itself when she was removed."""
        return self.names.get(person, person)

    def of_pair(self, candidates: "Candidates", row: int, column: int) -> dict[str, str]:
        """The names of a mentee and a mentor by their places, as a sentence about the two takes them."""
        mentee, mentor = candidates.mentees["id"][row], candidates.mentors["id"][column]
        return {"mentee": self[mentee], "mentor": self[mentor]}

    @property
    def leading(self) -> "LeadingNames":
        """The same names, each as a way to that person's card once `linked` has made it HTML."""
        return LeadingNames(self.names, self.hidden)


class LeadingNames(Names):
    """Names that lead to a card; a mentor in a sentence about a pair leads to that pair."""

    def __getitem__(self, person: str) -> str:
        """The name of a person, marked."""
        return _MARKED.format(super().__getitem__(person), person, "")

    def of_pair(self, candidates: "Candidates", row: int, column: int) -> dict[str, str]:
        """The names of a mentee and a mentor, marked."""
        mentee, mentor = candidates.mentees["id"][row], candidates.mentors["id"][column]
        return {"mentee": self[mentee], "mentor": _MARKED.format(super().__getitem__(mentor), mentor, mentee)}


def linked(text: object) -> Markup:
    """Text as HTML in which every marked name is a button; the board listens to these.

    >>> str(linked(Names({"ann": "<Ann>"}).leading["ann"]))
    '<button type="button" class="mk-name" data-person="ann" data-beside="">&lt;Ann&gt;</button>'
    """
    button = r'<button type="button" class="mk-name" data-person="\2" data-beside="\3">\1</button>'
    return Markup(_MARK.sub(button, str(escape(text))))  # noqa: S704 -- escaped before


def addresses(snapshot: Snapshot) -> dict[str, tuple[str, str]]:
    """By id of a person where a mail goes, empty when that is not known, and whom it greets."""
    rows = snapshot.people.select("id", "email", "first_name", NAME).iter_rows()
    return {person: (email or "", _greeted(first, full)) for person, email, first, full in rows}


def who_is(snapshot: Snapshot) -> Mapping[str, set[str]]:
    """The ids of people by every way to name them, as it is compared: e-mail address, number and name."""
    known: dict[str, set[str]] = {}
    for person, *ways in snapshot.people.select("id", *NAMED_BY).iter_rows():
        for way in filter(None, ways):
            known.setdefault(as_compared(way), set()).add(person)
    return known


def _greeted(first: str | None, full: str) -> str:
    """A first name in letters where the whole name is in capitals; the full one when none is known.

    >>> _greeted("MURAT", "MURAT YILMAZ"), _greeted("AJ", "AJ Smit"), _greeted(None, "AJ Smit")
    ('Murat', 'AJ', 'AJ Smit')
    """
    return first.title() if first and full.isupper() else first or full


def _numbers(snapshot: Snapshot) -> dict[str, str]:
    """A number for everybody who signed up, in the order of hashed ids, so that it tells nothing."""
    roles: dict[str, set[str]] = {}
    for person, role in snapshot.applications.select("person_id", "role").iter_rows():
        roles.setdefault(person, set()).add(role)
    counts: Counter[str] = Counter()
    terms = Terms.of(snapshot.programme.terms, snapshot.programme.language)
    found = {}
    for person in sorted(roles, key=lambda one: hashlib.sha256(one.encode()).digest()):
        stand = "-".join(terms.word(role) for role in sorted(roles[person]))
        counts[stand] += 1
        found[person] = f"{capital(stand)} {counts[stand]}"
    return found
