"""Who is not placed, and why: every reason names what would help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from mentorkit.matching.candidates import Mask
from mentorkit.matching.propose import Proposal
from mentorkit.matching.rules.rule import Rule
from mentorkit.model import Role
from mentorkit.text import Message, say, say_count


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
    """A person without a pair: id, role, the kind of reason and the sentence."""

    person: str
    role: Role
    reason: Reason
    message: Message


def unplaced(proposal: Proposal) -> tuple[Unplaced, ...]:
    """Everybody without a pair: mentees first, then mentors who got nobody."""
    candidates, used = proposal.pool.candidates, set(proposal.mentor_of.tolist())
    mentees = np.flatnonzero(proposal.mentor_of < 0).tolist()
    mentors = [column for column in range(len(proposal.pool.capacity)) if column not in used]
    return (
        *(Unplaced(candidates.mentees["id"][row], "mentee", *_mentee(proposal, row)) for row in mentees),
        *(Unplaced(candidates.mentors["id"][one], "mentor", *_mentor(proposal, one)) for one in mentors),
    )


def _mentee(proposal: Proposal, row: int) -> tuple[Reason, Message]:
    if not len(proposal.pool.capacity):
        return Reason.NOBODY, say("There are no mentors yet. Add sign-ups of mentors.")
    if proposal.allowed[row].any():
        return Reason.FULL, say_count(
            "The only mentor this mentee may go to is full. One more place there would help.",
            "All {n} mentors this mentee may go to are full. One more place with one of them would help.",
            int(proposal.allowed[row].sum()),
        )
    return _refused(proposal, {key: mask[row] for key, mask in proposal.pool.lawful_at_all.items()})


def _mentor(proposal: Proposal, column: int) -> tuple[Reason, Message]:
    if proposal.pool.capacity[column] == 0:
        return Reason.NO_ROOM, say("This mentor has room for no mentee this round.")
    if proposal.allowed[:, column].any():
        return Reason.NOT_NEEDED, say(
            "Every mentee this mentor may go to is better placed with someone else."
        )
    if not proposal.allowed.shape[0]:
        return Reason.NOBODY, say("There are no mentees yet. Add sign-ups of mentees.")
    return _refused(proposal, {key: mask[:, column] for key, mask in proposal.pool.lawful_at_all.items()})


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


def _refused(proposal: Proposal, lawful: dict[str, Mask]) -> tuple[Reason, Message]:
    """The conditions that shut out everybody, as a sentence."""
    found, by_you = shut_out(proposal.settings.rules_on, lawful)
    if len(found) == 1 and not by_you:
        return Reason.RULE, found[0][0].nobody
    counted = [say("‘{rule}’ rules out {n}", rule=rule.label, n=n) for rule, n in found]
    if by_you:
        counted.append(say_count("{n} was ruled out by you", "{n} were ruled out by you", by_you))
    return Reason.RULES, say("Nobody meets all conditions at once ({rules}).", rules=counted)
