"""What a weight does: invented people paired beforehand for a grid of weights, looked up in the page."""

import tomllib
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import product

import numpy as np
import polars as pl

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, DEFAULT_WEIGHTS, Pool, Proposal, propose
from mentorkit.matching.criteria.criterion import Criterion
from mentorkit.matching.explain import explain
from mentorkit.matching.insight.scenarios import stored_settings
from mentorkit.model import SIDES, Application, Person, Programme, Row
from mentorkit.model.fields import NAME, kept_by
from mentorkit.text import Speaker, say
from mentorkit.views.evaluation.report import ReportPart

TIMES = (0.0, 0.5, 1.0, 2.0)
"""How often its weight a criterion counts in the grid; the third is as it is now."""

_MOVED = 3
"""Criteria that have a slider: the heaviest that tell these people apart."""


@dataclass(frozen=True)
class Play:
    """The invented people under every weight of the grid, as the page looks them up.

    `weights` holds for each criterion that has a slider its weights; `states` for each of their combinations,
    the last criterion fastest, by mentee the place of the mentor (-1 for none) and the points, 0–100.
    `start` is the combination that is as it is now.
    """

    weights: tuple[tuple[float, ...], ...]
    mentors: tuple[str, ...]
    states: tuple[tuple[tuple[int, int], ...], ...]
    start: int


@dataclass(frozen=True)
class Played:
    """What a page plays with, the criteria that have a slider, and the plan under the weights as they are."""

    play: Play
    moved: tuple[Criterion, ...]
    now: Proposal


def played(programme: Programme) -> Played:
    """The grid around the weights that a programme has now."""
    pool = Pool.of(_invented(programme))
    weights = {**DEFAULT_WEIGHTS, **programme.weights}
    now = replace(stored_settings(programme), weights=weights)
    tells = [one for one, values in zip(CRITERIA, pool.values, strict=True) if np.ptp(values)]
    moved = tuple(sorted(tells, key=lambda one: -weights[one.key])[:_MOVED])
    grid = tuple(tuple(min(100.0, weights[one.key] * times) for times in TIMES) for one in moved)
    states = []
    for chosen in product(*grid):
        own = weights | {one.key: weight for one, weight in zip(moved, chosen, strict=True)}
        states.append(_state(propose(pool, replace(now, weights=own))))
    start = int(np.ravel_multi_index([TIMES.index(1)] * len(moved), [len(TIMES)] * len(moved)))
    mentors = tuple(_names(pool.candidates.mentors))
    return Played(Play(grid, mentors, tuple(states), start), moved, propose(pool, now))


def example_part(found: Played, speak: Speaker) -> ReportPart:
    """How the points of one invented pair add up."""
    row = int(np.argmax(found.now.mentor_of >= 0))
    column = int(found.now.mentor_of[row])
    told = [part for part in explain(found.now, row, column).parts if part.value is not None and part.weight]
    points, rows = [round(100 * part.points, 1) for part in told], []
    for part, own in zip(told, points, strict=True):
        share = f"{speak.write(round(100 * part.weight, 1))}%"
        fits = speak.write(round(100 * (part.value or 0)))
        rows.append((speak(part.criterion.label), fits, share, speak.write(own)))
    rows.append((speak(say("together")), "", "100%", speak.write(round(sum(points), 1))))
    names = _names(found.now.pool.candidates.mentees)[row], found.play.mentors[column]
    lines = [_EXAMPLE.filled(mentee=names[0], mentor=names[1])]
    return ReportPart(say("A pair worked out"), lines, _EXAMPLE_HEADS, rows)


def play_part(found: Played, speak: Speaker) -> ReportPart:
    """The invented pairs under the weights as they are; the page changes them with its sliders."""
    mentors, names = found.play.mentors, _names(found.now.pool.candidates.mentees)
    rows = [
        (name, mentors[place] if place >= 0 else "–", speak.write(points))
        for name, (place, points) in zip(names, found.play.states[found.play.start], strict=True)
    ]
    return ReportPart(
        say("What a weight does"), [_PLAYS], (say("Mentee"), say("Mentor"), say("Points")), rows
    )


_EXAMPLE = say("{mentee} and {mentor} do not exist. So their points come about:")
_EXAMPLE_HEADS = say("Criterion"), say("Fits, of 100"), say("Share"), say("Points")
_PLAYS = say(
    "These people do not exist. Move a weight and see which pairs mentorkit would propose. All of it was "
    "worked out when this file was made; nothing is sent."
)


def _state(plan: Proposal) -> tuple[tuple[int, int], ...]:
    return tuple(
        (int(column), round(100 * float(plan.score[row, column])) if column >= 0 else 0)
        for row, column in enumerate(plan.mentor_of)
    )


def _names(side: pl.DataFrame) -> list[str]:
    return [str(name) for name in side[NAME]]


def _invented(programme: Programme) -> Snapshot:
    """A programme of these people, of the kind and with the topics of the real one."""
    held = tomllib.loads((files("mentorkit.sharing") / "invented.toml").read_text("utf-8"))
    rows = list[Row]()
    for side in SIDES:
        for name, own in held[side].items():
            told = {**held["defaults"], **own}
            about = {key: told[key] for key in kept_by("person") if key in told}
            answers = {key: told[key] for key in kept_by("application") if key in told}
            rows.append(Person(id=name, **{NAME: name}, **about))
            rows.append(Application(id=f"{name}-a", person_id=name, role=side, **answers))
    return Snapshot.of(programme, rows)
