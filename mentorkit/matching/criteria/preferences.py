"""Stated preferences: whom both sides asked for, at sign-up or after they talked."""

import numpy as np

from mentorkit.matching.candidates import Candidates, Floats, Mask
from mentorkit.matching.criteria.criterion import Criterion, alike
from mentorkit.matching.features import names_someone, sizes
from mentorkit.model import Side
from mentorkit.text import say

ASKED, NEUTRAL = 1.0, 0.5
"""What a person who was asked for is worth, and anybody else; our own heuristic."""


def _compute(pool: Candidates) -> Floats:
    """The geometric mean of both sides' wishes: 1 for a person asked for, else a neutral 0.5.

    NaN when neither of the two asked for anybody or was neutral about the other after
    they talked. An `avoid` leaves no trace here: the rule on vetoes keeps the two apart,
    and no number tells whose word it was. Being asked about the match goes with its
    quality (Allen, Eby & Lentz 2006, doi:10.1037/0021-9010.91.3.567); the scoring is our
    own heuristic.
    """
    mentees_asked = (sizes(pool.mentees["prefers"]) > 0) | pool.said("mentee", "prefer").any(axis=1)
    mentors_asked = (sizes(pool.mentors["prefers"]) > 0) | pool.said("mentor", "prefer").any(axis=0)
    neutral = pool.said("mentee", "neutral") | pool.said("mentor", "neutral")
    spoke = mentees_asked[:, None] | mentors_asked[None, :] | neutral
    of_mentees, of_mentors = wishes(pool)
    return np.where(spoke, np.sqrt(of_mentees * of_mentors), np.nan)


def wishes(pool: Candidates) -> tuple[Floats, Floats]:
    """What mentees wish and what mentors wish, each 1 for a person asked for and 0.5 for others.

    Both have shape `(n_mentees, n_mentors)`. A word after the talk replaces a name at sign-up.
    """
    named_by_mentees = names_someone(pool.mentees["prefers"], pool.mentors)
    named_by_mentors = names_someone(pool.mentors["prefers"], pool.mentees).T
    return _wish(pool, "mentee", named_by_mentees), _wish(pool, "mentor", named_by_mentors)


def _wish(pool: Candidates, side: Side, named: Mask) -> Floats:
    asked = (named & ~pool.said(side, "neutral")) | pool.said(side, "prefer")
    return np.where(asked, ASKED, NEUTRAL)


CRITERION = Criterion(
    key="preferences",
    label=say("Preferences of both"),
    reason=say("People who had a say in their pair invest more in it."),
    weight=15,
    answers=alike("prefers"),
    compute=_compute,
    names_people=True,
)
