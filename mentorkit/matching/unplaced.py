"""Who is not placed, and why: every reason names what would help."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
import polars as pl

from mentorkit.matching.candidates import Mask
from mentorkit.matching.propose import Proposal
from mentorkit.matching.rules import RULES, language
from mentorkit.matching.rules.rule import Rule
from mentorkit.model import Role, Side
from mentorkit.text import Message, say, say_count

_NONE: Mapping[Side, Message] = {
    "mentee": say_count(
        "The one mentor is not possible: {rules}.", "None of the {n} mentors is possible: {rules}.", 0
    ),
    "mentor": say_count(
        "The one mentee is not possible: {rules}.", "None of the {n} mentees is possible: {rules}.", 0
    ),
}


class Reason(StrEnum):
    """Why somebody has no pair."""

    NOBODY = "nobody_on_the_other_side"
    RULE = "one_condition"
    RULES = "several_conditions"
    FULL = "no_free_place"
    NO_ROOM = "no_room_of_their_own"
    NOT_NEEDED = "no_mentee_left"


@dataclass(frozen=True)
class Unplaced:
    """A person without a pair: id, role, the kind of reason and the sentence.

    `stays_out_by` is the condition by which somebody takes no part at all, None for who does.
    """

    person: str
    role: Role
    reason: Reason
    message: Message
    stays_out_by: Rule | None = None


@dataclass(frozen=True)
class Turnout:
    """How many of a side take part, how many of them have a pair, and how many stay out by each condition."""

    taking_part: int
    placed: int
    staying_out: tuple[tuple[Rule, int], ...]

    @classmethod
    def of(cls, sign_ups: pl.DataFrame, is_placed: Mask) -> "Turnout":
        """The one count of who takes part, for whoever tells it; who has a pair takes part."""
        out = [rule for rule in staying_out(sign_ups.filter(~is_placed)) if rule]
        return cls(sign_ups.height - len(out), int(is_placed.sum()), by_rule(out))

    @property
    def signed_up(self) -> int:
        """How many signed up, to take part or not."""
        return self.taking_part + sum(n for _, n in self.staying_out)

    @property
    def waiting(self) -> int:
        """How many take part and are not placed yet."""
        return self.taking_part - self.placed


def turnout(proposal: Proposal) -> Turnout:
    """How many mentees take part in a proposal."""
    return Turnout.of(proposal.pool.candidates.mentees, proposal.mentor_of >= 0)


def by_rule(found: Iterable[Rule]) -> tuple[tuple[Rule, int], ...]:
    """How often each condition is among these, in their order."""
    times = Counter(rule.key for rule in found)
    return tuple((rule, times[rule.key]) for rule in RULES if times[rule.key])


def counted(rule: Rule, n: int) -> Message:
    """How many people a condition shuts out, in words."""
    return replace(rule.counted, count=n, values={"n": n})


def staying_out(sign_ups: pl.DataFrame) -> list[Rule | None]:
    """The condition by which each sign-up takes no part; None for who does."""
    found: list[Rule | None] = [None] * sign_ups.height
    for rule in RULES:
        if rule.stays_out is not None:
            for place in np.flatnonzero(rule.stays_out(sign_ups)).tolist():
                found[place] = found[place] or rule
    return found


def takes_part(sign_ups: pl.DataFrame) -> Mask:
    """Who takes part, whatever the other side is."""
    return np.array([rule is None for rule in staying_out(sign_ups)], dtype=np.bool_)


def unplaced(proposal: Proposal) -> tuple[Unplaced, ...]:
    """Everybody without a pair: mentees first, then mentors who got nobody."""
    candidates, used = proposal.pool.candidates, set(proposal.mentor_of.tolist())
    mentees = np.flatnonzero(proposal.mentor_of < 0).tolist()
    mentors = [column for column in range(len(proposal.pool.capacity)) if column not in used]
    stays, them = map(staying_out, (candidates.mentees, candidates.mentors))
    of_mentee, of_mentor = candidates.mentees["id"], candidates.mentors["id"]
    ones, others = map(_who_could, (candidates.mentors, candidates.mentees))
    return (
        *(Unplaced(of_mentee[at], "mentee", *_mentee(proposal, at, ones), stays[at]) for at in mentees),
        *(Unplaced(of_mentor[at], "mentor", *_mentor(proposal, at, others), them[at]) for at in mentors),
    )


def unplaced_mentee(proposal: Proposal, row: int) -> Unplaced:
    """One mentee without a pair, by row."""
    candidates = proposal.pool.candidates
    mentee, could = candidates.mentees[row], _who_could(candidates.mentors)
    return Unplaced(mentee["id"].item(), "mentee", *_mentee(proposal, row, could), *staying_out(mentee))


def _who_could(sign_ups: pl.DataFrame) -> Mask:
    """Who of the other side a reason speaks of: those who take part; everybody when nobody does."""
    found = takes_part(sign_ups)
    return found if found.any() else ~found


def alone_by_language(proposal: Proposal) -> tuple[tuple[int, ...], Message | None]:
    """Rows of the mentees who may go to nobody, most often for their language, and whom to look for."""
    if language.RULE not in proposal.settings.rules_on or not len(proposal.pool.capacity):
        return (), None
    lawful = proposal.pool.lawful_at_all[language.RULE.key]
    may_go_nowhere = (proposal.mentor_of < 0) & ~proposal.allowed.any(axis=1)
    waits = may_go_nowhere & takes_part(proposal.pool.candidates.mentees)
    rows = tuple(np.flatnonzero(waits & (lawful.mean(axis=1) < 0.5)).tolist())
    return rows, _advice(proposal, language.RULE, rows) if rows else None


def _mentee(proposal: Proposal, row: int, could: Mask) -> tuple[Reason, Message]:
    if not len(proposal.pool.capacity):
        return Reason.NOBODY, say("There are no mentors yet. Add sign-ups of mentors.")
    if proposal.allowed[row].any():
        return Reason.FULL, say_count(
            "The only mentor this mentee may go to is full. One more place there would help.",
            "All {n} mentors this mentee may go to are full. One more place with one of them would help.",
            int(proposal.allowed[row].sum()),
        )
    lawful = {key: mask[row] for key, mask in proposal.pool.lawful_at_all.items()}
    return _kind(proposal, lawful), _refused(proposal, lawful, could, "mentee", row)


def _mentor(proposal: Proposal, column: int, could: Mask) -> tuple[Reason, Message]:
    if proposal.pool.capacity[column] == 0:
        return Reason.NO_ROOM, say("This mentor has room for no mentee this round.")
    if proposal.allowed[:, column].any():
        return Reason.NOT_NEEDED, say(
            "Every mentee this mentor may go to is better placed with someone else."
        )
    if not proposal.allowed.shape[0]:
        return Reason.NOBODY, say("There are no mentees yet. Add sign-ups of mentees.")
    lawful = {key: mask[:, column] for key, mask in proposal.pool.lawful_at_all.items()}
    return _kind(proposal, lawful), _refused(proposal, lawful, could, "mentor", column)


def shut_out(on: Sequence[Rule], lawful: Mapping[str, Mask]) -> tuple[list[tuple[Rule, int]], int]:
    """What shuts out everybody: one condition alone, or the fewest that do so together.

    Gives each with how many people it adds, and how many no condition forbids. Steps: 1. a
    condition that forbids everybody is the reason; 2. else take the condition that forbids
    most people, then the one that forbids most of those left, until nobody is.
    """
    for rule in on:
        if not lawful[rule.key].any():
            return [(rule, len(lawful[rule.key]))], 0
    left = np.ones(len(next(iter(lawful.values()))), dtype=np.bool_)
    found: list[tuple[Rule, int]] = []
    while left.any():
        rule = max(on, key=lambda one: np.count_nonzero(left & ~lawful[one.key]))
        forbidden = int(np.count_nonzero(left & ~lawful[rule.key]))
        if not forbidden:
            break
        found.append((rule, forbidden))
        left &= lawful[rule.key]
    return found, int(left.sum())


def _kind(proposal: Proposal, lawful: Mapping[str, Mask]) -> Reason:
    """Over everybody of the other side, as records have it since the first."""
    found, by_you = shut_out(proposal.settings.rules_on, lawful)
    return Reason.RULE if len(found) == 1 and not by_you else Reason.RULES


def _refused(proposal: Proposal, lawful: Mapping[str, Mask], could: Mask, side: Side, place: int) -> Message:
    """The conditions that shut out everybody who could, as a sentence."""
    only, how_many = {key: mask[could] for key, mask in lawful.items()}, int(could.sum())
    found, by_you = shut_out(proposal.settings.rules_on, only)
    if len(found) == 1 and not by_you:
        rule, candidates = found[0][0], proposal.pool.candidates
        why = rule.nobody.filled(languages=language.spoken_by(candidates.of_side(side)[[place]]))
        advice = _advice(proposal, rule, (place,)) if side == "mentee" else None
        return say("{why} {advice}", why=why, advice=advice) if advice else why
    rules = [counted(rule, n) for rule, n in found]
    if by_you:
        rules.append(say_count("{n} was ruled out by you", "{n} were ruled out by you", by_you))
    return replace(_NONE[side], count=how_many, values={"n": how_many, "rules": rules})


def _advice(proposal: Proposal, rule: Rule, rows: Sequence[int]) -> Message | None:
    """What to do instead of dropping a condition."""
    people = proposal.pool.candidates.mentees[[*rows]]
    return rule.advice and rule.advice.filled(languages=language.spoken_by(people))
