"""Where a programme stands, from its sign-ups to its evaluation, counted without working anything out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import polars as pl
from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.matching.rules import consent, pause
from mentorkit.matching.rules.rule import Rule
from mentorkit.matching.unplaced import Turnout, counted, staying_out
from mentorkit.model import Side
from mentorkit.progress.beginning import beginnings
from mentorkit.progress.closing import TALK_AHEAD, due_to_close
from mentorkit.text import Message, Speaker, say, say_count


@dataclass(frozen=True)
class Standing:
    """Who takes part on each side and how many pairs there are.

    `later` sign-ups came in, or were changed, after the last decision. Of the pairs, some are `under_way`,
    and some of the others are `late` on their way there. `closing` pairs end soon without a closing talk.
    """

    mentors: Turnout
    mentees: Turnout
    pairs: int
    ended: int
    later: int
    under_way: int = 0
    late: int = 0
    closing: int = 0

    @classmethod
    def of(cls, snapshot: Snapshot, today: date) -> "Standing":
        """Counted from the tables alone, so that it is there at once."""
        active = snapshot.active_pairs.height
        far = beginnings(snapshot, today).values()
        return cls(
            mentors=_turnout(snapshot, "mentor"),
            mentees=_turnout(snapshot, "mentee"),
            pairs=active,
            ended=snapshot.pairs.height - active,
            later=_later(snapshot) if active else 0,
            under_way=sum(one.stage == "under_way" for one in far),
            late=sum(one.late is not None for one in far),
            closing=len(due_to_close(snapshot, today)),
        )

    @property
    def is_empty(self) -> bool:
        """Whether nobody signed up."""
        return not (self.mentors.signed_up or self.mentees.signed_up)

    def staying_out(self, rule: Rule) -> int:
        """How many of both sides take no part by a condition."""
        both = (*self.mentors.staying_out, *self.mentees.staying_out)
        return sum(n for one, n in both if one is rule)


def _turnout(snapshot: Snapshot, side: Side) -> Turnout:
    sign_ups = snapshot.applications.filter(pl.col("role") == side)
    paired = snapshot.active_pairs[f"{side}_id"].implode()
    return Turnout.of(sign_ups, sign_ups["person_id"].is_in(paired).to_numpy())


def _later(snapshot: Snapshot) -> int:
    decided = max(snapshot.decisions["revision"], default=0)
    return staying_out(snapshot.applications.filter(pl.col("revision") > decided)).count(None)


def standing_headline(now: Standing) -> Message:
    """Where the programme stands, in one sentence."""
    if now.is_empty:
        return say("Nobody has signed up yet. Begin with your two lists.")
    if not now.mentors.signed_up:
        return say(
            "{who} signed up; the list of mentors is still missing.", who=_mentees(now.mentees.signed_up)
        )
    if not now.mentees.signed_up:
        return say(
            "{who} signed up; the list of mentees is still missing.", who=_mentors(now.mentors.signed_up)
        )
    if not now.pairs:
        return say("{who} take part; nobody is paired yet.", who=_people(now))
    if left := now.mentees.waiting:
        return say("{pairs}; {mentees} without a mentor.", pairs=_pairs(now), mentees=_mentees(left))
    return say("{pairs}; every mentee has a mentor.", pairs=_pairs(now))


def programme_stages(now: Standing) -> Iterator[tuple[Message, Message, bool]]:
    """The stages of a programme in their order: name, how far it is, and whether anything is in it."""
    yield say("Sign-ups"), _people(now), not now.is_empty
    yield say("Pairing"), _pairs(now), now.pairs > 0
    yield say("Under way"), say_count("{n} pair", "{n} pairs", now.under_way), now.under_way > 0
    yield say("Evaluated"), say_count("{n} earlier pair", "{n} earlier pairs", now.ended), now.ended > 0


def to_do_next(now: Standing) -> tuple[str, Message]:
    """The one thing to do next: the page it is done on, and what the way there says."""
    if not (now.mentors.taking_part and now.mentees.taking_part):
        return "intake", say("Import sign-ups")
    if now.ended and not (now.pairs or now.mentees.waiting):
        return "closing", say("Look back on the pairs that ended")
    if not now.pairs:
        return "pairing", say("See the proposal")
    if now.under_way < now.pairs:
        if not now.under_way:
            return "start", say("Bring the pairs to their first talk")
        return "start", say("See what the pairs still need")
    if now.mentees.waiting:
        return "pairing", say("See who has no mentor yet")
    return "progress", say("See whom to call this week")


def what_waits(now: Standing) -> Iterator[tuple[str, Message]]:
    """What the coordinator has to look at: on which page, and what it is in a sentence."""
    if now.late:
        late = say_count("{n} pair is late with its start.", "{n} pairs are late with their start.", now.late)
        yield "start", late
    if now.closing:
        yield "closing", _to_close(now.closing)
    if now.pairs and now.mentees.waiting:
        who = say_count(
            "{n} mentee has no mentor yet: see on the page Pairing who is left and what would help.",
            "{n} mentees have no mentor yet: see on the page Pairing who is left and what would help.",
            now.mentees.waiting,
        )
        yield "pairing", who
    if now.later:
        changed = say_count(
            "{n} sign-up is new or changed since your last decision.",
            "{n} sign-ups are new or changed since your last decision.",
            now.later,
        )
        yield "pairing", changed
    if declined := now.staying_out(consent.RULE):
        asked = say_count(
            "{n} person signed up without consent and takes no part. Ask, and import the answer.",
            "{n} people signed up without consent and take no part. Ask them, and import the answers.",
            declined,
        )
        yield "intake", asked


def _to_close(pairs: int) -> Message:
    return say_count(
        "{n} pair ends within {days} days without a closing talk.",
        "{n} pairs end within {days} days without a closing talk.",
        pairs,
        days=TALK_AHEAD.days,
    )


def who_pauses(now: Standing) -> Message | None:
    """Who signed up and takes no part in this round; nothing is to be done about that."""
    paused = now.staying_out(pause.RULE)
    return say("{who}.", who=counted(pause.RULE, paused)) if paused else None


FIRST_STEPS = (
    (
        say("Import."),
        say("Drop the exports of your form, as they are. mentorkit shows what it reads in them."),
    ),
    (say("Look."), say("See who suits whom and why. Move what counts and see what changes.")),
    (say("Confirm."), say("You decide. Then there is a note, a list and a card for each pair.")),
)
"""What happens between two lists and pairs: the name of each step, and what is done in it."""


def stage_bar(now: Standing, speak: Speaker) -> Markup:
    """The stages side by side, and how far each is."""
    line = Markup("<li{}><strong>{}</strong><span>{}</span></li>")
    lines = (
        line.format(Markup(' class="mk-reached"') if is_reached else "", speak(name), speak(far))
        for name, far, is_reached in programme_stages(now)
    )
    return Markup('<ol class="mk-stages">{}</ol>').format(Markup("").join(lines))


def first_steps_list(speak: Speaker) -> Markup:
    """What happens between two lists and pairs, step by step."""
    line = Markup("<li><strong>{}</strong> {}</li>")
    lines = (line.format(speak(name), speak(what)) for name, what in FIRST_STEPS)
    return Markup('<ol class="mk-first-steps">{}</ol>').format(Markup("").join(lines))


def _people(now: Standing) -> Message:
    return say(
        "{mentors} and {mentees}",
        mentors=_mentors(now.mentors.taking_part),
        mentees=_mentees(now.mentees.taking_part),
    )


def _mentors(n: int) -> Message:
    return say_count("{n} mentor", "{n} mentors", n)


def _mentees(n: int) -> Message:
    return say_count("{n} mentee", "{n} mentees", n)


def _pairs(now: Standing) -> Message:
    return say_count("{n} pair confirmed", "{n} pairs confirmed", now.pairs)
