"""Is a plan lawful? Looks at the plan alone and knows no solver."""

from collections import Counter

from mentorkit.matching.pool import Pairing
from mentorkit.matching.propose import Proposal


def broken(proposal: Proposal) -> tuple[Pairing, ...]:
    """Pairs of the plan that a rule or a ban forbids; pairs confirmed before are not judged again."""
    pairs = [(int(row), int(proposal.mentor_of[row])) for row in proposal.placed]
    decided = set(proposal.pool.confirmed)
    return tuple(pair for pair in pairs if pair not in decided and not proposal.allowed[pair])


def overfull(proposal: Proposal) -> tuple[int, ...]:
    """Columns of mentors with more mentees than they have room for, beyond what was confirmed before."""
    loads = Counter(proposal.mentor_of[proposal.placed].tolist())
    decided = Counter(column for _, column in proposal.pool.confirmed)
    return tuple(
        column
        for column, load in sorted(loads.items())
        if load > max(int(proposal.pool.capacity[column]), decided[column])
    )
