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
    old_mentor = _mentors(before)
    moves = [
        Move(mentee, old_mentor[mentee], now, _gain(after, mentee, old_mentor[mentee], now))
        for mentee, now in _mentors(after).items()
        if mentee in old_mentor and old_mentor[mentee] != now
    ]
    moves.sort(
        key=lambda move: (move.after is not None, move.gain is not None, move.gain or 0.0, move.mentee)
    )
    return PlanChange(tuple(moves), sum(move.gain or 0.0 for move in moves))


def _mentors(proposal: Proposal) -> dict[str, str | None]:
    mentors = proposal.pool.candidates.mentors["id"].to_list()
    mentees = proposal.pool.candidates.mentees["id"].to_list()
    return {
        mentee: mentors[column] if column >= 0 else None
        for mentee, column in zip(mentees, proposal.mentor_of.tolist(), strict=True)
    }


def _gain(after: Proposal, mentee: str, before: str | None, now: str | None) -> float | None:
    columns = after.pool.candidates.column_of_mentor
    old, new = columns.get(before or ""), columns.get(now or "")
    if old is None or new is None:
        return None
    row = after.pool.candidates.row_of_mentee[mentee]
    return float(after.score[row, new] - after.score[row, old])
