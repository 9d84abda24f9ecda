"""All pairs at a glance, as plain data: the list of mentees and the map of every possible pair.

Numbers and places only, so that a move of a weight sends little; every word is spoken here.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mentorkit.matching import Proposal
from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.unplaced import takes_part
from mentorkit.text import Message, Speaker, say
from mentorkit.views.names import Names
from mentorkit.views.pairing.pairs import LITTLE_KNOWN, LOW, STATUS_LABELS, Status

FORBIDDEN = 255
"""Stands for a pair that is not allowed, where points run from 0 to 100."""

NOBODY = -1
"""Stands for the mentor, and for the points, of a mentee who is not placed."""

FILTERS: dict[str, Message] = {
    "all": say("all"),
    "doubt": say("doubt"),
    "fixed": say("fixed"),
    "low": say("low"),
    "unplaced": say("without mentor"),
    "changed": say("changed"),
    "out": say("takes no part"),
}
"""Which mentees the coordinator can ask for; all are those who take part."""


@dataclass(frozen=True)
class Sureness:
    """How sure every mentee's pair is: a word per row of the pool, and which rows are in doubt."""

    words: Sequence[Message]
    in_doubt: Mask


def board_people(proposal: Proposal, names: Names) -> dict[str, Any]:
    """Who can be on the board: ids and names of both sides, and their order on the map.

    `rows` and `columns` are the places of mentees and mentors from top to bottom and from
    left to right: pairs run down the diagonal, lowest points first, the mentees of one
    mentor together; who is not placed comes last.
    """
    candidates = proposal.pool.candidates
    scores = np.nan_to_num(proposal.pair_scores, nan=2.0).tolist()
    by_score = sorted(range(len(scores)), key=scores.__getitem__)
    taken = [column for column in proposal.mentor_of[by_score].tolist() if column != NOBODY]
    columns = list(dict.fromkeys([*taken, *range(candidates.shape[1])]))
    place = {column: place for place, column in enumerate(columns)} | {NOBODY: len(columns)}
    mentor_of = proposal.mentor_of.tolist()
    return {
        "mentees": [[person, names[person]] for person in candidates.mentees["id"].to_list()],
        "mentors": [[person, names[person]] for person in candidates.mentors["id"].to_list()],
        "rows": sorted(by_score, key=lambda row: place[mentor_of[row]]),
        "columns": columns,
    }


def board_plan(proposal: Proposal, speak: Speaker, changed: Collection[str] = ()) -> dict[str, Any]:
    """The plan as the board shows it, one entry per mentee in the order of the pool.

    `mentor` holds columns and `points` 0–100, both `NOBODY` for who is not placed;
    `status` and `look` are words; `filters` gives the rows of each filter, but those of doubt.
    `leads` gives for every mentor the row of the mentee whose card a name leads to.
    `changed` are ids of mentees whose pair changed with the last step.
    """
    placed = proposal.mentor_of != NOBODY
    points = np.where(placed, np.rint(np.nan_to_num(proposal.pair_scores) * 100), NOBODY)
    is_changed = proposal.pool.candidates.mentees["id"].is_in(list(changed)).to_numpy()
    out = ~takes_part(proposal.pool.candidates.mentees) & ~placed
    masks = {
        "all": ~out,
        "out": out,
        "fixed": proposal.is_confirmed | proposal.held,
        "low": placed & (proposal.pair_scores < LOW),
        "unplaced": ~placed & ~out,
        "changed": is_changed,
    }
    return {
        "mentor": proposal.mentor_of.tolist(),
        "leads": _leads(proposal),
        "points": points.astype(int).tolist(),
        "status": _statuses(proposal, placed, speak),
        "look": np.where(
            out, speak(say("takes no part")), _looks(placed, proposal.answered, proposal.pair_scores, speak)
        ).tolist(),
        "filters": {name: np.flatnonzero(mask).tolist() for name, mask in masks.items()},
    }


def board_sure(proposal: Proposal, speak: Speaker, sureness: Sureness | None = None) -> dict[str, Any]:
    """How sure each pair is, in words, and the rows of who is in doubt.

    It takes longer than the plan: before it is there every pair has dots, and no words where it
    will not be told.
    """
    placed = proposal.mentor_of != NOBODY
    doubt = placed & (proposal.answered < LITTLE_KNOWN)
    if sureness:
        words = [speak(word) for word in sureness.words]
        doubt |= placed & sureness.in_doubt
    else:
        words = np.where(placed, "…", "").tolist() if proposal.aim.sums_points else []
    return {"words": words, "doubt": np.flatnonzero(doubt).tolist()}


def lowest_pair(proposal: Proposal, names: Names) -> str:
    """The id of the mentee whose pair is first in the list; empty when nobody is placed."""
    mentees, points = proposal.pool.candidates.mentees["id"], np.rint(proposal.pair_scores * 100)
    placed = [(points[row], names[mentees[row]], mentees[row]) for row in proposal.placed.tolist()]
    return min(placed, default=(0, "", ""))[2]


def heat(proposal: Proposal) -> bytes:
    """The points of all pairs, one byte each, mentee after mentee; `FORBIDDEN` where not allowed."""
    return np.where(proposal.allowed, np.rint(proposal.score * 100), FORBIDDEN).astype(np.uint8).tobytes()


def board_words(speak: Speaker) -> dict[str, Any]:
    """Every word on the board; names in braces are filled in by the board itself."""
    words = {name: speak(message) for name, message in _WORDS.items()}
    filters = [[name, speak(message)] for name, message in FILTERS.items()]
    return {
        **words,
        "language": speak.language,
        "filters": filters,
        "sorts": [[name, speak(one)] for name, one in _SORTS.items()],
    }


_SORTS: dict[str, Message] = {
    "points": say("lowest points first"),
    "mentee": say("by mentee"),
    "mentor": say("by mentor"),
}

_WORDS: dict[str, Message] = {
    "title": say("Pairs"),
    "hint": say("Choose a pair to see why these two, to keep it or to rule it out."),
    "list": say("List"),
    "map": say("Map of all pairs"),
    "shown_as": say("Shown as"),
    "show": say("Show"),
    "search": say("Search by name"),
    "sort": say("Sort"),
    "mentee": say("Mentee"),
    "mentor": say("Mentor"),
    "points": say("Points"),
    "sure": say("How sure"),
    "status": say("Status"),
    "look": say("Look at"),
    "nobody": say("not placed"),
    "changed": say("changed"),
    "none": say("Nobody here. Choose 'all' to see everybody."),
    "some": say("{shown} of {all} mentees shown.", shown="{shown}", all="{all}"),
    "map_hint": say(
        "Each mentee is a row, each mentor a column. Point at a square to see who they are, "
        "click it to see why. "
        "With the keyboard: arrow keys and Enter."
    ),
    "pair": say(
        "{mentee} with {mentor}: {points} of 100 points",
        **{name: f"{{{name}}}" for name in ("mentee", "mentor", "points")},
    ),
    "proposed": say("this is the proposal"),
    "forbidden": say("{mentee} with {mentor}: not allowed", mentee="{mentee}", mentor="{mentor}"),
    "few": say("few points"),
    "many": say("many points"),
    "not_allowed": say("not allowed"),
    "in_plan": say("in the proposal"),
}


def _leads(proposal: Proposal) -> list[int]:
    """Per mentor the row of the first own mentee, else of the one who would get the most points."""
    if not len(proposal.mentor_of):
        return [NOBODY] * len(proposal.pool.capacity)
    rows: list[int] = np.where(proposal.allowed, proposal.score, -1.0).argmax(axis=0).tolist()
    for row in proposal.placed[::-1].tolist():
        rows[proposal.mentor_of[row]] = row
    return rows


def _statuses(proposal: Proposal, placed: Mask, speak: Speaker) -> list[str]:
    status = np.where(proposal.held, Status.LOCKED.value, Status.PROPOSED.value)
    status = np.where(proposal.is_confirmed, Status.CONFIRMED.value, status)
    spoken = {one.value: speak(label) for one, label in STATUS_LABELS.items()}
    return [spoken[one] if has_pair else "" for one, has_pair in zip(status.tolist(), placed, strict=True)]


def _looks(placed: Mask, known: Floats, scores: Floats, speak: Speaker) -> list[str]:
    little, low = speak(say("many answers missing")), speak(say("few points"))
    found = np.where(known < LITTLE_KNOWN, little, np.where(scores < LOW, low, ""))
    return [*np.where(placed, found, "").tolist()]
