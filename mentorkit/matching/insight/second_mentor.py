"""A second mentor beside the one a mentee has: for what the first cannot give."""

from dataclasses import dataclass

import numpy as np

from mentorkit.matching.pool import Pool
from mentorkit.matching.propose import Settings, score_pairs
from mentorkit.model.fields import OFFERED, WANTED


@dataclass(frozen=True)
class SecondMentor:
    """Somebody who may join: the column, the score 0–1, and the wishes that only this mentor can answer."""

    column: int
    score: float
    adds: tuple[str, ...]


def second_mentors(pool: Pool, settings: Settings, mentee: str, most: int = 5) -> tuple[SecondMentor, ...]:
    """Mentors who may go to a mentee and have a free place, those first who add most of what was asked for.

    Steps: 1. lawful pairs with mentors who have room beside their confirmed pairs; 2. by how many wishes of
    the mentee they answer that the first mentor does not; 3. by score. Our own heuristic.
    Empty for somebody who did not sign up.
    """
    people = pool.candidates
    row = people.row_of_mentee.get(mentee)
    if row is None:
        return ()
    scores = score_pairs(pool, settings)
    load = np.bincount([column for _, column in pool.confirmed], minlength=len(pool.capacity))
    has = {column for of, column in pool.confirmed if of == row}
    wanted, offered = people.mentees[WANTED][row], people.mentors[OFFERED].to_list()
    asked = {*(wanted if wanted is not None else ())} - {
        one for column in has for one in offered[column] or ()
    }
    found = [
        SecondMentor(
            column, float(scores.score[row, column]), tuple(sorted(asked & {*(offered[column] or ())}))
        )
        for column in np.flatnonzero(scores.allowed[row] & (load < pool.capacity)).tolist()
        if column not in has
    ]
    found.sort(key=lambda one: (-len(one.adds), -round(one.score, 9), one.column))
    return tuple(found[:most])
