"""The first lines of the pairing page: today's answer, and what stands behind it."""

from functools import reduce

import numpy as np

from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal
from mentorkit.matching.aims import proof
from mentorkit.matching.unplaced import Turnout, counted, turnout
from mentorkit.text import Message, say, say_count
from mentorkit.views.names import Names
from mentorkit.views.pairing.ground import caveats, doubt, rests_on
from mentorkit.views.pairing.plan_change import in_points


def first_lines(
    snapshot: Snapshot, proposal: Proposal, who: Names | None = None
) -> tuple[Message | None, ...]:
    """The answer first, then what stands behind it; people are called as `who` says, else by their names."""
    return (
        pairing_headline(proposal),
        context(proposal),
        *(caveats(proposal.ground) if len(proposal.placed) else ()),
        confirmed(snapshot, proposal),
        below_least(proposal),
        *held_back(proposal, who or Names.of(snapshot)),
    )


def pairing_headline(proposal: Proposal) -> Message:
    """How many mentees have a mentor, in one sentence, and whether there was anything to compare."""
    answer, ground = _answer(proposal), proposal.ground
    if ground.share or not len(proposal.placed):
        return answer
    return say("{told} {one}", told=answer, one=doubt(ground))


def _answer(proposal: Proposal) -> Message:
    mentees, mentors = proposal.pool.candidates.shape
    if not mentees and not mentors:
        return say("Open the sign-ups of mentors and mentees to see who suits whom.")
    if not mentors:
        return say_count(
            "{n} mentee is waiting for mentors.", "{n} mentees are waiting for mentors.", mentees
        )
    if not mentees:
        return say_count(
            "{n} mentor is waiting for mentees.", "{n} mentors are waiting for mentees.", mentors
        )
    found = turnout(proposal)
    if not found.staying_out:
        return _of_all(found)
    out = [say("{who}.", who=counted(rule, n)) for rule, n in found.staying_out]
    return reduce(lambda told, one: say("{told} {one}", told=told, one=one), out, _of_those(found))


def _of_all(found: Turnout) -> Message:
    """The answer where everybody takes part."""
    placed, mentees = found.placed, found.taking_part
    if placed == mentees == 2:
        return say("Both mentees have a mentor.")
    if placed == mentees:
        return say_count("The one mentee has a mentor.", "All {n} mentees have a mentor.", mentees)
    if mentees == 1:
        return say("The one mentee has no mentor yet.")
    return say_count(
        "{placed}; {n} is not placed yet.",
        "{placed}; {n} are not placed yet.",
        found.waiting,
        placed=say_count(
            "{n} of {all} mentees has a mentor", "{n} of {all} mentees have a mentor", placed, all=mentees
        ),
    )


def _of_those(found: Turnout) -> Message:
    """The answer where some mentees take no part."""
    placed, mentees = found.placed, found.taking_part
    if not mentees:
        return say("No mentee takes part.")
    if not found.waiting:
        return say_count(
            "The one mentee who takes part has a mentor.",
            "All {n} mentees who take part have a mentor.",
            mentees,
        )
    if mentees == 1:
        return say("The one mentee who takes part has no mentor yet.")
    return say(
        "{placed}; {n} not yet.",
        n=found.waiting,
        placed=say_count(
            "{n} of the {all} mentees who take part has a mentor",
            "{n} of the {all} mentees who take part have a mentor",
            placed,
            all=mentees,
        ),
    )


def context(proposal: Proposal) -> Message | None:
    """Mean and lowest match score, and what is promised; None when nobody is placed.

    Where the points speak too little it gives none and promises nothing.
    """
    if not len(proposal.placed):
        return None
    ground = proposal.ground
    if not ground.share or not ground.has_points:
        drawn = say("A draw, and no points, decided who goes with whom.")
        return say("{told} {one}", told=doubt(ground), one=drawn) if ground.share else drawn
    if not ground.is_enough:
        return doubt(ground)
    scores = np.rint(proposal.pair_scores[proposal.placed] * 100)
    return say(
        "On average {mean} of 100 points, lowest {lowest}. {rests} {proven}",
        mean=int(np.rint(scores.mean())),
        lowest=int(scores.min()),
        rests=rests_on(ground),
        proven=proven(proposal),
    )


def proven(proposal: Proposal) -> Message:
    """What the prices of the plan prove about it, or how much could still be won."""
    found = proof(proposal.problem, proposal.solution)
    if not found.is_optimal:
        return say(
            "Not proven to be the best: {gap} could still be won.", gap=in_points(round(found.gap * 100, 2))
        )
    why = proposal.aim.proven
    if proposal.held.any() or proposal.is_confirmed.any():
        return say("Proven to be the best proposal there can be with the pairs you fixed: {why}.", why=why)
    return say("Proven best proposal for these weights: {why}.", why=why)


def confirmed(snapshot: Snapshot, proposal: Proposal) -> Message | None:
    """How many pairs stand confirmed and since when; None when none does."""
    count = int(proposal.is_confirmed.sum())
    if not count or not snapshot.decisions.height:
        return None
    last = snapshot.decisions.sort("decided_at")["decided_at"][-1]
    return say_count(
        "{n} pair is confirmed; the last decision was on {when}.",
        "{n} pairs are confirmed; the last decision was on {when}.",
        count,
        when=last.astimezone(),
    )


def below_least(proposal: Proposal) -> Message | None:
    """How many mentors get fewer mentees than they asked for at least; None when all get them."""
    load = np.bincount(proposal.mentor_of[proposal.placed], minlength=len(proposal.pool.least))
    short = int((load < np.minimum(proposal.pool.least, proposal.pool.capacity)).sum())
    if not short:
        return None
    return say_count(
        "{n} mentor gets fewer mentees than the minimum she asked for.",
        "{n} mentors get fewer mentees than the minimum they asked for.",
        short,
    )


def to_confirm(proposal: Proposal) -> int:
    """Number of proposed pairs that are not confirmed yet."""
    return int(((proposal.mentor_of >= 0) & ~proposal.is_confirmed).sum())


def held_back(proposal: Proposal, who: Names) -> tuple[Message, ...]:
    """Wishes of the coordinator that no lawful plan can keep, one sentence each."""
    return tuple(
        say(
            "{mentee} with {mentor} cannot be kept: "
            "the pair breaks a condition that is on, or the mentor is full.",
            **who.of_pair(proposal.pool.candidates, *pair),
        )
        for pair in proposal.refused
    )
