"""Stated preferences: whom both sides asked for."""

import numpy as np

from mentorkit.matching.candidates import Candidates, Floats
from mentorkit.matching.criterion import Criterion
from mentorkit.matching.features import names_someone, sizes
from mentorkit.text import say


def compute(pool: Candidates) -> Floats:
    """The geometric mean of both sides' wishes: 1 for a person asked for, else a neutral 0.5.

    NaN when neither of the two asked for anybody. Being asked about the match goes with
    its quality (Allen, Eby & Lentz 2006, doi:10.1037/0021-9010.91.3.567); the scoring is
    our own heuristic.
    """
    mentees, mentors = pool.mentees, pool.mentors
    asked_by_mentee = np.where(names_someone(mentees["prefers"], mentors), 1.0, 0.5)
    asked_by_mentor = np.where(names_someone(mentors["prefers"], mentees), 1.0, 0.5).T
    spoke = (sizes(mentees["prefers"])[:, None] > 0) | (sizes(mentors["prefers"])[None, :] > 0)
    return np.where(spoke, np.sqrt(asked_by_mentee * asked_by_mentor), np.nan)


CRITERION = Criterion(
    key="preferences",
    label=say("Preferences of both"),
    reason=say("People who had a say in their match invest more in it."),
    weight=15,
    mentee_answers=("prefers",),
    mentor_answers=("prefers",),
    compute=compute,
)
