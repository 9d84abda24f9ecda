"""New pairs in a running programme: a person chose from the menu, and the choice is a decision on record."""

import uuid
from datetime import datetime
from typing import Any

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot, rows_of
from mentorkit.matching import Pool
from mentorkit.matching.decision.record import record
from mentorkit.matching.insight.scenarios import stored_settings
from mentorkit.matching.rematch import Reach, Rematch, rematches
from mentorkit.model import Change, Changes, Insert, Pair
from mentorkit.progress.closing import Ending, over
from mentorkit.text import say
from mentorkit.workflows.pairing.pairing import OUTDATED, decision_on, not_confirmed, pairs_confirmed


def menu_of(snapshot: Snapshot, reach: Reach) -> tuple[Rematch, ...]:
    """The menu with the weights, conditions and aim of the programme."""
    return rematches(Pool.of(snapshot), stored_settings(snapshot.programme), reach)


def choose_rematch(snapshot: Snapshot, seen: Rematch, reach: Reach, author: str, now: datetime) -> Changes:
    """Make the pairs of one step of the menu, with the decision record; pairs that move end today.

    Raises NotLawful when nothing would change, or when the programme changed since the menu was seen.
    """
    found = next((one for one in menu_of(snapshot, reach) if one.moves == seen.moves), None)
    if found is None or _pairs(found) != _pairs(seen):
        raise NotLawful(OUTDATED)
    proposal = found.proposal
    fresh = not_confirmed(proposal)
    if not fresh:
        raise NotLawful(say("There is no new pair to make in this step."))
    key, told = uuid.uuid4().hex, _told(found, reach)
    text = record(snapshot, proposal, author, now, key, told)
    decision = decision_on(proposal, key, text, author, now)
    made = map(Insert, pairs_confirmed(proposal, fresh, decision))
    return Changes("rematch", (Insert(decision), *_ended(snapshot, found, now), *made))


def _ended(snapshot: Snapshot, chosen: Rematch, now: datetime) -> tuple[Change, ...]:
    """The pairs that move: they end today, by the coordinator's wish and nobody's fault."""
    moved = {(one["mentee"], one["mentor"]) for one in _named(chosen)}
    pairs = rows_of(snapshot.active_pairs, Pair)
    ended = [one for one in pairs if (one.mentee_id, one.mentor_id) in moved]
    return over(snapshot, ended, Ending(now.date(), "early", "coordinator", "rematch"))


def _told(chosen: Rematch, reach: Reach) -> dict[str, Any]:
    """What a record tells of a choice, so that it can be made again."""
    return {"ended": [*_named(chosen)], "stay": sorted(reach.stay), "wait": sorted(reach.wait)}


def _named(chosen: Rematch) -> list[dict[str, str]]:
    people = chosen.proposal.pool.candidates
    mentees, mentors = people.mentees["id"], people.mentors["id"]
    return [{"mentee": mentees[one.row], "mentor": mentors[one.before]} for one in chosen.exchanges]


def _pairs(chosen: Rematch) -> set[tuple[str, str]]:
    """All pairs of a step, by the ids of both."""
    people, plan = chosen.proposal.pool.candidates, chosen.proposal
    mentees, mentors = people.mentees["id"], people.mentors["id"]
    return {(mentees[row], mentors[int(plan.mentor_of[row])]) for row in plan.placed.tolist()}
