"""How sure a plan is, in words, a chart and two short lists."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

import altair as alt
import numpy as np
import polars as pl
from markupsafe import Markup

from mentorkit.matching import CRITERIA, Proposal
from mentorkit.matching.candidates import Floats, Pairing
from mentorkit.matching.insight.other_weights import MOST
from mentorkit.matching.insight.stability import Certainty, Interval, word
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.chart import BLUE, INK, framed
from mentorkit.views.names import Names
from mentorkit.views.pairing.board import Sureness
from mentorkit.views.pairing.pairs import LITTLE_KNOWN
from mentorkit.views.pairing.plan_change import in_points
from mentorkit.views.table import html_table, plain_list

WORDS: Mapping[Certainty, Message] = {
    Certainty.DECIDED: say("decided"),
    Certainty.SURE: say("sure"),
    Certainty.FAIRLY: say("fairly sure"),
    Certainty.TOSS_UP: say("toss-up"),
}
"""The word for each degree of sureness."""

_LABELS = {criterion.key: criterion.label for criterion in CRITERIA}
_TIES_SHOWN = 10


def words_of(proposal: Proposal, margins: Floats, shares: Floats | None) -> tuple[Certainty | None, ...]:
    """A word for the pair of every mentee; None for who is not placed, and where nothing is known yet."""
    decided = proposal.held | proposal.is_confirmed
    placed, little = proposal.mentor_of >= 0, proposal.answered < LITTLE_KNOWN
    found: list[Certainty | None] = []
    for row, margin in enumerate(margins.tolist()):
        share = None if shares is None else float(shares[row])
        if not placed[row] or (share is None and np.isnan(margin)):
            found.append(None)
        else:
            found.append(Certainty.DECIDED if decided[row] else _at_most(word(margin, share), little[row]))
    return tuple(found)


def _at_most(found: Certainty, is_little_known: bool) -> Certainty:
    """A pair of whom many answers are missing is never sure."""
    return Certainty.FAIRLY if is_little_known and found is Certainty.SURE else found


def sureness(proposal: Proposal, margins: Floats, shares: Floats | None = None) -> Sureness:
    """What the board says of every mentee's pair: the word with its number, and which are in doubt."""
    words = words_of(proposal, margins, shares)
    told = [
        _told(one, float(margins[row]), None if shares is None else float(shares[row]))
        for row, one in enumerate(words)
    ]
    return Sureness(told, np.array([one is Certainty.TOSS_UP for one in words], dtype=np.bool_))


def sureness_lines(words: Sequence[Certainty | None], draws: int) -> tuple[Message, ...]:
    """How many pairs are in doubt, and what the number beside each word means; 0 draws for margins."""
    known = sum(one is not None for one in words)
    doubtful = sum(one is Certainty.TOSS_UP for one in words)
    if not known:
        return (say("With this aim, try other weights to see how sure each pair is."),)
    first = say_count(
        "{n} of {known} pairs is a toss-up: look at it yourself.",
        "{n} of {known} pairs are a toss-up: look at those yourself.",
        doubtful,
        known=known,
    )
    if not doubtful:
        first = say("No pair is a toss-up.")
    if not draws:
        meaning = say(
            "The points say what the whole proposal would lose if this mentee were not with this mentor; "
            "with 0 another proposal is just as good."
        )
    else:
        meaning = say(
            "The percentage says how often a pair stays when {draws} other sets of weights are tried, "
            "most of them within a fifth of yours.",
            draws=draws,
        )
    return first, meaning


def intervals_title(intervals: Sequence[Interval]) -> Message:
    """The finding: which weight the plan hangs on most."""
    counted = [one for one in intervals if one.weight > 0 and one.high - one.low < MOST]
    if not counted:
        return say("No single weight that counts can change the proposal.")
    narrowest = min(counted, key=lambda one: one.high - one.low)
    if narrowest.low == narrowest.high:
        return say(
            "Each step of {criterion}, up or down, changes the proposal.",
            criterion=_LABELS[narrowest.criterion],
        )
    return say(
        "The proposal stays the same while {criterion} is between {low} and {high}.",
        criterion=_LABELS[narrowest.criterion],
        low=narrowest.low,
        high=narrowest.high,
    )


def intervals_chart(intervals: Sequence[Interval], speak: Speaker) -> alt.LayerChart:
    """Per criterion a bar over the weights that keep this plan, with the present weight marked."""
    data = pl.DataFrame([asdict(one) | {"criterion": speak(_LABELS[one.criterion])} for one in intervals])
    scale = alt.Scale(domain=[0, MOST])
    names = alt.Y("criterion:N", title=None, sort=None, axis=alt.Axis(labelLimit=220))
    bars = alt.Chart(data).mark_bar(color=BLUE, opacity=0.5, height=10)
    ticks = alt.Chart(data).mark_tick(color=INK, thickness=3, height=16)
    chart = bars.encode(
        x=alt.X("low:Q", title=speak(say("Weight")), scale=scale), x2="high:Q", y=names
    ) + ticks.encode(x=alt.X("weight:Q", scale=scale), y=names)
    return framed(chart, intervals_title(intervals), speak, width=420)


def intervals_table(intervals: Sequence[Interval], speak: Speaker) -> Markup:
    """The same as a table."""
    heads = (say("Criterion"), say("Weight"), say("Same proposal from"), say("to"))
    rows = [
        (speak(_LABELS[one.criterion]), *map(speak.write, (one.weight, one.low, one.high)))
        for one in intervals
    ]
    return html_table(heads, rows, speak)


def ties_list(proposal: Proposal, ties: Sequence[Pairing], names: Names, speak: Speaker) -> Markup:
    """Pairs that would be just as good, a few of them by name; a sentence when there are none."""
    if not ties:
        return Markup("<p>{}</p>").format(speak(say("No other proposal is exactly as good.")))
    lines = [
        say(
            "{mentee} could be with {mentor} in a proposal that is just as good.",
            **names.leading.of_pair(proposal.pool.candidates, *pair),
        )
        for pair in ties[:_TIES_SHOWN]
    ]
    if len(ties) > _TIES_SHOWN:
        lines.append(say("and {n} more", n=len(ties) - _TIES_SHOWN))
    return plain_list(map(speak, lines))


def _told(one: Certainty | None, margin: float, share: float | None) -> Message:
    if one is None:
        return say("–")
    if one is Certainty.DECIDED or (share is None and np.isinf(margin)):
        return WORDS[one]
    if share is None:
        return say("{word}, {points}", word=WORDS[one], points=in_points(round(margin * 100, 1)))
    return say("{word}, {percent}%", word=WORDS[one], percent=round(share * 100))
