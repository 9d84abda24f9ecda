"""What an analyst looks at: people, criteria and pairs to read, and every pair as a heat map."""

import json
from typing import Any

import altair as alt
import numpy as np
import polars as pl
from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, Pool, Proposal
from mentorkit.matching.candidates import Floats
from mentorkit.model import Role
from mentorkit.model.fields import ANSWERS
from mentorkit.text import Message, Speaker, say
from mentorkit.views.chart import INK, framed
from mentorkit.views.names import Names
from mentorkit.views.pairing.board import NOBODY, board_people
from mentorkit.views.pairing.pairs import STATUS_LABELS, Status
from mentorkit.views.quotes import COLUMNS, IDENTIFYING
from mentorkit.views.table import html_table

MOST_SQUARES = 5_000
"""Squares that a heat map draws; altair takes no more."""

_SHADES = ["#eef4f8", "#00548c"]
_ROW, _LARGEST = 16, 620
"""Height of a row and of the whole map, in pixels."""

_NAMED = 40
"""Up to so many people on a side, their names stand on the axis."""


def people_frame(snapshot: Snapshot, role: Role, speak: Speaker) -> pl.DataFrame:
    """Everybody of one role with the answers that a card may quote, under the reader's headings.

    Contact details and what was told in confidence are not in it, nor what can tell who
    somebody is while names are hidden.
    """
    names, people = Names.of(snapshot), snapshot.participants(role)
    shown = [one for one in COLUMNS if not (names.hidden and one in IDENTIFYING)]
    called = pl.Series(speak(say("Name")), [names[one] for one in people["id"]], pl.String)
    return pl.DataFrame([called, *(people[one].alias(speak(ANSWERS[one].label)) for one in shown)])


def criteria_table(pool: Pool, speak: Speaker) -> Markup:
    """Each criterion with its reason and advised weight, how often it applies and what it then gives."""
    known = ~np.isnan(pool.layers)
    counts = known.sum(axis=(1, 2))
    shares = counts / max(pool.forbidden.size, 1)
    means = np.nansum(pool.layers, axis=(1, 2)) / np.maximum(counts, 1)
    numbers = zip(CRITERIA, _percent(shares), _percent(means), strict=True)
    rows = ((speak(one.label), speak(one.reason), speak.write(one.weight), *told) for one, *told in numbers)
    heads = (
        say("Criterion"),
        say("Why it counts"),
        say("Advised weight"),
        say("Known, % of possible pairs"),
        say("Value when known, on average, in %"),
    )
    return html_table(heads, rows, speak)


def pairs_frame(pairs: pl.DataFrame, speak: Speaker) -> pl.DataFrame:
    """The rows of `pair_rows` to read, under the reader's headings."""
    labels = {status.value: speak(STATUS_LABELS[status]) for status in Status}
    columns = (
        (say("No."), pl.col("number")),
        (say("Mentee"), pl.col("mentee")),
        (say("Mentor"), pl.col("mentor")),
        (say("Points"), pl.col("points")),
        (say("Known, % of the weights"), (pl.col("known") * 100).round().cast(pl.Int64)),
        (say("Status"), pl.col("status").replace_strict(labels, return_dtype=pl.String)),
    )
    return pairs.select(values.alias(speak(heading)) for heading, values in columns)


def heat_chart(proposal: Proposal, names: Names, speak: Speaker) -> alt.LayerChart | None:
    """Every allowed pair as a square, the proposal with an edge; None when there is none.

    The order is that of the map of all pairs. Of a large programme the mentees with the
    fewest points are drawn.
    """
    people = board_people(proposal, names)
    rows, squares = _squares(proposal, people["rows"], people["columns"])
    if not squares.height:
        return None
    mentors = _side([people["mentors"][one][1] for one in people["columns"]])
    mentees = _side([people["mentees"][one][1] for one in rows])
    base = alt.Chart(squares).encode(
        alt.X("mentor:O", title=speak(say("Mentors")), **mentors),
        alt.Y("mentee:O", title=speak(say("Mentees")), **mentees),
    )
    color = alt.Color("points:Q", title=speak(say("Points")), scale=alt.Scale(range=_SHADES))
    edge = base.transform_filter("datum.is_pair").mark_rect(filled=False, stroke=INK, strokeWidth=1.5)
    height = min(_LARGEST, _ROW * len(rows))
    return framed(base.mark_rect().encode(color) + edge, _found(proposal), speak, width=620, height=height)


def _squares(proposal: Proposal, rows: list[int], columns: list[int]) -> tuple[list[int], pl.DataFrame]:
    """The rows that are drawn, and a line per square: its place on the map, its points, and its state."""
    is_pair = proposal.mentor_of[rows][:, None] == np.array(columns, dtype=np.int64)[None, :]
    is_shown = proposal.allowed[np.ix_(rows, columns)] | is_pair
    drawn = int(np.searchsorted(is_shown.sum(axis=1).cumsum(), MOST_SQUARES, side="right"))
    mentee, mentor = np.nonzero(is_shown[:drawn])
    points = np.rint(proposal.score[np.ix_(rows, columns)] * 100).astype(np.int64)[mentee, mentor]
    places = {"mentee": mentee, "mentor": mentor, "points": points, "is_pair": is_pair[mentee, mentor]}
    return rows[:drawn], pl.DataFrame(places)


def _side(names: list[str]) -> dict[str, Any]:
    """One side of the map, in its order; names when there is room for them."""
    labels = {"labelExpr": f"{json.dumps(names)}[datum.value]"} if len(names) <= _NAMED else {"labels": False}
    return {"axis": alt.Axis(**labels), "scale": alt.Scale(domain=[*range(len(names))])}


def _found(proposal: Proposal) -> Message:
    return say(
        "{lawful} of {all} possible pairs are allowed; the proposal takes {taken} of them.",
        lawful=int(proposal.allowed.sum()),
        all=proposal.allowed.size,
        taken=int((proposal.mentor_of != NOBODY).sum()),
    )


def _percent(shares: Floats) -> list[int]:
    return [round(share * 100) for share in shares.tolist()]
