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
class Ripple:
    """All moves between two plans.

    `gain` is how much more the new plan is worth than the old one would be now, with
    the new weights, summed over mentees placed in both plans; in scores, so 1 is the
    worth of one perfect pair.
    """

    moves: tuple[Move, ...]
    gain: float


def ripple(before: Proposal, after: Proposal) -> Ripple:
    """The difference between two plans, whatever was changed in between.

    People who are in only one of the two pools are left out.
    """
    old_mentor = _mentors(before)
    rows, columns = after.pool.candidates.row_of_mentee, after.pool.candidates.column_of_mentor
    moves = [
        Move(
            mentee,
            old_mentor[mentee],
            now,
            _gain(after, rows[mentee], columns.get(old_mentor[mentee] or ""), now, columns),
        )
        for mentee, now in _mentors(after).items()
        if mentee in old_mentor and old_mentor[mentee] != now
    ]
    moves.sort(
        key=lambda move: (move.after is not None, move.gain is not None, move.gain or 0.0, move.mentee)
    )
    return Ripple(tuple(moves), sum(move.gain or 0.0 for move in moves))


def _mentors(proposal: Proposal) -> dict[str, str | None]:
    mentors = proposal.pool.candidates.mentors["id"].to_list()
    mentees = proposal.pool.candidates.mentees["id"].to_list()
    return {
        mentee: mentors[column] if column >= 0 else None
        for mentee, column in zip(mentees, proposal.mentor_of.tolist(), strict=True)
    }


def _gain(
    after: Proposal, row: int, old: int | None, new_id: str | None, columns: dict[str, int]
) -> float | None:
    if old is None or new_id is None:
        return None
    return float(after.score[row, columns[new_id]] - after.score[row, old])
