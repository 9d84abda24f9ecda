"""Stated preferences: whom both sides asked for, at sign-up or after they talked."""

import numpy as np

from mentorkit.matching.candidates import Candidates, Floats, Mask
from mentorkit.matching.criterion import Criterion
from mentorkit.matching.features import names_someone
from mentorkit.text import say

ASKED, NEUTRAL = 1.0, 0.5
"""What a person who was asked for is worth, and anybody else; our own heuristic."""


def compute(pool: Candidates) -> Floats:
    """The geometric mean of both sides' wishes: 1 for a person asked for, else a neutral 0.5.

    NaN when neither of the two asked for anybody or was neutral about the other after
    they talked. An `avoid` leaves no trace here: the rule on vetoes keeps the two apart,
    and no number tells whose word it was. Being asked about the match goes with its
    quality (Allen, Eby & Lentz 2006, doi:10.1037/0021-9010.91.3.567); the scoring is our
    own heuristic.
    """
    by_mentees, by_mentors = _asked(pool)
    neutral = pool.said("mentee", "neutral") | pool.said("mentor", "neutral")
    spoke = by_mentees.any(axis=1, keepdims=True) | by_mentors.any(axis=0, keepdims=True)
    spoke = spoke | _named_at_sign_up(pool) | neutral
    of_mentees, of_mentors = wishes(pool)
    return np.where(spoke, np.sqrt(of_mentees * of_mentors), np.nan)


def wishes(pool: Candidates) -> tuple[Floats, Floats]:
    """What mentees wish and what mentors wish, each 1 for a person asked for and 0.5 for others.

    Both have shape `(n_mentees, n_mentors)`.
    """
    by_mentees, by_mentors = _asked(pool)
    return np.where(by_mentees, ASKED, NEUTRAL), np.where(by_mentors, ASKED, NEUTRAL)


def _asked(pool: Candidates) -> tuple[Mask, Mask]:
    """Whom mentees and mentors asked for; a word after the talk replaces the name at sign-up."""
    mentees, mentors = pool.mentees, pool.mentors
    by_mentees = names_someone(mentees["prefers"], mentors)
    by_mentors = names_someone(mentors["prefers"], mentees).T
    return (
        by_mentees & ~pool.said("mentee", "neutral") | pool.said("mentee", "prefer"),
        by_mentors & ~pool.said("mentor", "neutral") | pool.said("mentor", "prefer"),
    )


def _named_at_sign_up(pool: Candidates) -> Mask:
    """True where either side named anybody at all at sign-up."""
    mentees, mentors = (
        side["prefers"].list.len().fill_null(0).to_numpy() > 0 for side in (pool.mentees, pool.mentors)
    )
    return mentees[:, None] | mentors[None, :]


CRITERION = Criterion(
    key="preferences",
    label=say("Preferences of both"),
    reason=say("People who had a say in their match invest more in it."),
    weight=15,
    mentee_answers=("prefers",),
    mentor_answers=("prefers",),
    compute=compute,
)
