"""What a step changed: which mentees got another mentor, and by how much it is better."""

from dataclasses import dataclass

from mentorkit.matching.propose import Proposal


@dataclass(frozen=True)
class Move:
    """One mentee whose mentor changed; ids of people, None for 'not placed'.

    `gain` is the new pair's score minus the old one's, both with the new weights, −1…1;
    None when one of the two does not exist.
    """

    mentee: str
    before: str | None
    after: str | None
    gain: float | None


@dataclass(frozen=True)
class PlanChange:
    """All moves between two plans.

    `gain` is how much more the new plan is worth than the old one would be now, with
    the new weights, summed over mentees placed in both plans; in scores, so 1 is the
    worth of one perfect pair.
    """

    moves: tuple[Move, ...]
    gain: float


def plan_change(before: Proposal, after: Proposal) -> PlanChange:
    """The difference between two plans, whatever was changed in between.

    People who are in only one of the two pools are left out.
    """
    old_mentor, columns = _mentors(before), after.pool.candidates.column_of_mentor
    moves = []
    for row, (mentee, now) in enumerate(_mentors(after).items()):
        old = old_mentor.get(mentee, now)
        if old != now:
            pair, earlier = (after.score[row, columns[one]] if one in columns else None for one in (now, old))
            gain = None if pair is None or earlier is None else float(pair - earlier)
            moves.append(Move(mentee, old, now, gain))
    moves.sort(key=lambda one: (one.after is not None, one.gain is not None, one.gain or 0.0, one.mentee))
    return PlanChange(tuple(moves), sum(move.gain or 0.0 for move in moves))


def _mentors(proposal: Proposal) -> dict[str, str | None]:
    candidates = proposal.pool.candidates
    mentors = [*candidates.mentors["id"].to_list(), None]
    return dict(zip(candidates.mentees["id"], (mentors[one] for one in proposal.mentor_of), strict=True))
