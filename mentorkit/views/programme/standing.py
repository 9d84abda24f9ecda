"""Where a programme stands, from its sign-ups to its evaluation, counted without working anything out."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from mentorkit.frames import Snapshot
from mentorkit.model import Role
from mentorkit.text import Message, say, say_count


@dataclass(frozen=True)
class Standing:
    """How many people take part on each side, how many pairs there are.

    `declined` did not agree to the use of their answers; `unpaired` mentees take part without a pair.
    """

    mentors: int
    mentees: int
    declined: int
    pairs: int
    ended: int
    unpaired: int

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Standing":
        """Counted from the tables alone, so that it is there at once."""
        agreed = pl.col("has_consented").fill_null(True)
        taking = snapshot.applications.filter(agreed)
        mentees, active = _of(taking, "mentee"), snapshot.active_pairs
        return cls(
            mentors=_of(taking, "mentor").len(),
            mentees=mentees.len(),
            declined=snapshot.applications.height - taking.height,
            pairs=active.height,
            ended=snapshot.pairs.height - active.height,
            unpaired=int((~mentees.is_in(active["mentee_id"].implode())).sum()),
        )

    @property
    def is_empty(self) -> bool:
        """Whether nobody signed up."""
        return not (self.mentors or self.mentees or self.declined)


def _of(applications: pl.DataFrame, role: Role) -> pl.Series:
    return applications.filter(pl.col("role") == role)["person_id"]


def standing_headline(now: Standing) -> Message:
    """Where the programme stands, in one sentence."""
    if now.is_empty:
        return say("Nobody has signed up yet. Begin with your two lists.")
    if not now.mentors or not now.mentees:
        return say("{who} take part; the other list is still missing.", who=_people(now))
    if not now.pairs:
        return say("{who} take part; nobody is paired yet.", who=_people(now))
    if now.unpaired:
        return say("{pairs}; {mentees} without a mentor.", pairs=_pairs(now), mentees=_mentees(now.unpaired))
    return say("{pairs}; every mentee has a mentor.", pairs=_pairs(now))


def programme_stages(now: Standing) -> Iterator[tuple[Message, Message, bool]]:
    """The stages of a programme in their order: name, how far it is, and whether anything is in it."""
    yield say("Sign-ups"), _people(now), not now.is_empty
    yield say("Pairing"), _pairs(now), now.pairs + now.ended > 0
    yield say("Under way"), say_count("{n} pair", "{n} pairs", now.pairs), now.pairs > 0
    yield say("Evaluated"), say_count("{n} pair has ended", "{n} pairs have ended", now.ended), now.ended > 0


def to_do_next(now: Standing) -> tuple[str, Message]:
    """The one thing to do next: the page it is done on, and what the way there says."""
    if not now.mentors or not now.mentees:
        return "intake", say("Import sign-ups")
    return "pairing", say("See the proposal") if now.unpaired else say("See the pairs")


def _people(now: Standing) -> Message:
    return say(
        "{mentors} and {mentees}",
        mentors=say_count("{n} mentor", "{n} mentors", now.mentors),
        mentees=_mentees(now.mentees),
    )


def _mentees(n: int) -> Message:
    return say_count("{n} mentee", "{n} mentees", n)


def _pairs(now: Standing) -> Message:
    return say_count("{n} pair confirmed", "{n} pairs confirmed", now.pairs)
