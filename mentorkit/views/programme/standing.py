"""Where a programme stands, from its sign-ups to its evaluation, counted without working anything out."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from mentorkit.frames import Snapshot
from mentorkit.model import Role
from mentorkit.model.fields import CONSENT
from mentorkit.text import Message, say, say_count


@dataclass(frozen=True)
class Standing:
    """How many people take part on each side, how many pairs there are.

    `declined` did not agree to the use of their answers; `unpaired` mentees take part without a pair;
    `later` sign-ups came in, or were changed, after the last decision.
    """

    mentors: int
    mentees: int
    declined: int
    pairs: int
    ended: int
    unpaired: int
    later: int

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Standing":
        """Counted from the tables alone, so that it is there at once."""
        agreed = pl.col(CONSENT).fill_null(True)
        taking = snapshot.applications.filter(agreed)
        mentees, active = _of(taking, "mentee"), snapshot.active_pairs
        decided = max(snapshot.decisions["revision"], default=0)
        return cls(
            mentors=_of(taking, "mentor").len(),
            mentees=mentees.len(),
            declined=snapshot.applications.height - taking.height,
            pairs=active.height,
            ended=snapshot.pairs.height - active.height,
            unpaired=int((~mentees.is_in(active["mentee_id"].implode())).sum()),
            later=taking.filter(pl.col("revision") > decided).height if active.height else 0,
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
    if not now.mentors:
        return say("{who} signed up; the list of mentors is still missing.", who=_mentees(now.mentees))
    if not now.mentees:
        return say("{who} signed up; the list of mentees is still missing.", who=_mentors(now.mentors))
    if not now.pairs:
        return say("{who} take part; nobody is paired yet.", who=_people(now))
    if now.unpaired:
        return say("{pairs}; {mentees} without a mentor.", pairs=_pairs(now), mentees=_mentees(now.unpaired))
    return say("{pairs}; every mentee has a mentor.", pairs=_pairs(now))


def programme_stages(now: Standing) -> Iterator[tuple[Message, Message, bool]]:
    """The stages of a programme in their order: name, how far it is, and whether anything is in it."""
    yield say("Sign-ups"), _people(now), not now.is_empty
    yield say("Pairing"), _pairs(now), now.pairs > 0
    yield say("Under way"), say_count("{n} pair", "{n} pairs", now.pairs), now.pairs > 0
    yield say("Evaluated"), say_count("{n} earlier pair", "{n} earlier pairs", now.ended), now.ended > 0


def to_do_next(now: Standing) -> tuple[str, Message]:
    """The one thing to do next: the page it is done on, and what the way there says."""
    if not now.mentors or not now.mentees:
        return "intake", say("Import sign-ups")
    return "pairing", say("See the proposal") if now.unpaired else say("See the pairs")


def what_waits(now: Standing) -> Iterator[Message]:
    """What the coordinator has to look at, one sentence each."""
    if now.pairs and now.unpaired:
        yield say_count(
            "{n} mentee has no mentor yet: see on the page Pairing who is left and what would help.",
            "{n} mentees have no mentor yet: see on the page Pairing who is left and what would help.",
            now.unpaired,
        )
    if now.later:
        yield say_count(
            "{n} sign-up is new or changed since your last decision.",
            "{n} sign-ups are new or changed since your last decision.",
            now.later,
        )
    if now.declined:
        yield say_count(
            "{n} person signed up without consent and takes no part. Ask, and import the answer.",
            "{n} people signed up without consent and take no part. Ask them, and import the answers.",
            now.declined,
        )


FIRST_STEPS = (
    (
        say("Import."),
        say("Drop the exports of your form, as they are. mentorkit shows what it reads in them."),
    ),
    (say("Look."), say("See who suits whom and why. Move what counts and see what changes.")),
    (say("Confirm."), say("You decide. Then there is a note, a list and a card for each pair.")),
)
"""What happens between two lists and pairs: the name of each step, and what is done in it."""


def _people(now: Standing) -> Message:
    return say(
        "{mentors} and {mentees}",
        mentors=_mentors(now.mentors),
        mentees=_mentees(now.mentees),
    )


def _mentors(n: int) -> Message:
    return say_count("{n} mentor", "{n} mentors", n)


def _mentees(n: int) -> Message:
    return say_count("{n} mentee", "{n} mentees", n)


def _pairs(now: Standing) -> Message:
    return say_count("{n} pair confirmed", "{n} pairs confirmed", now.pairs)
