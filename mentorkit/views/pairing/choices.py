"""Whom the coordinator can choose from in the lists of the pairing page: people by name, in order."""

from collections.abc import Sequence

import numpy as np

from mentorkit.matching import Proposal
from mentorkit.matching.insight.scenarios import Plan
from mentorkit.matching.insight.why_not import losses_of
from mentorkit.views.names import Names


def mentors_by_price(proposal: Proposal, row: int, names: Names) -> dict[str, str]:
    """Ids of all mentors a mentee does not have, lowest price first and what is not allowed last."""
    order = np.lexsort((-proposal.score[row], losses_of(proposal, row), ~proposal.allowed[row])).tolist()
    mentors = proposal.pool.candidates.mentors["id"].to_list()
    return {names[mentors[one]]: mentors[one] for one in order if one != proposal.mentor_of[row]}


def movable_mentees(plans: Sequence[Plan], proposal: Proposal, names: Names) -> dict[str, int]:
    """Rows of the mentees, by name, whom one of the plans gives another mentor than now."""
    moves = np.any([(plan.mentor_of != proposal.mentor_of) & (plan.mentor_of >= 0) for plan in plans], axis=0)
    mentees = proposal.pool.candidates.mentees["id"].to_list()
    return dict(sorted((names[mentees[row]], row) for row in np.flatnonzero(moves).tolist()))
