"""How the points are spread over the pairs: one chart whose title states the finding."""

import altair as alt
import numpy as np
import polars as pl

from mentorkit.matching import Proposal
from mentorkit.matching.candidates import Floats
from mentorkit.text import Message, Speaker, say
from mentorkit.views.chart import BLUE, INK, framed

BAND = 5
"""Width of a bar, in points."""


def spread_title(proposal: Proposal) -> Message:
    """What the chart shows, in one sentence."""
    return spread_sentence(proposal.pair_scores[proposal.placed])


def spread_sentence(scores: Floats) -> Message:
    """How scores 0–1 of at least one pair are spread."""
    points = np.rint(scores * 100)
    return say(
        "Half of the pairs have {median} points or more; one in ten has {low} or less.",
        median=int(np.median(points)),
        low=int(np.quantile(points, 0.1, method="lower")),
    )


def spread_chart(proposal: Proposal, speak: Speaker) -> alt.LayerChart | None:
    """Pairs per band of points, with the number above each bar; None without pairs.

    Only counts reach the page, no names. None too where the points speak too little.
    """
    if not len(proposal.placed) or not proposal.ground.is_enough:
        return None
    bars = alt.Chart(_counts(proposal)).encode(
        x=alt.X("points:O", title=speak(say("Points")), axis=alt.Axis(labelAngle=0)),
        y=alt.Y("pairs:Q", title=None, axis=None),
    )
    chart = bars.mark_bar(color=BLUE) + bars.mark_text(dy=-6, color=INK).encode(text="pairs:Q")
    return framed(chart, spread_title(proposal), speak, width=620, height=130)


def _counts(proposal: Proposal) -> pl.DataFrame:
    """Bands from the lowest to the highest pair, the empty ones between them too."""
    points = np.minimum(np.rint(proposal.pair_scores[proposal.placed] * 100).astype(np.int64), 99)
    first, last = int(points.min()) // BAND, int(points.max()) // BAND
    counts = np.bincount(points // BAND, minlength=last + 1)[first : last + 1]
    labels = [f"{band * BAND}–{band * BAND + BAND - 1}" for band in range(first, last)]
    top = f"{last * BAND}–{100 if last * BAND + BAND >= 100 else last * BAND + BAND - 1}"
    return pl.DataFrame({"points": [*labels, top], "pairs": counts})
