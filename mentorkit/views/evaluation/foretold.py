"""Whether the points told what came of pairs: sentences, a table, a figure, and other weights."""

from collections.abc import Iterator, Mapping
from typing import Any

import altair as alt
import polars as pl

from mentorkit.evaluation.claims import Claim
from mentorkit.evaluation.points_told import OrderTold, OutcomeKey, PointsTold, as_if_all
from mentorkit.evaluation.tried_weights import LARGEST_MOVE, WeightsTried
from mentorkit.matching import CRITERIA
from mentorkit.text import Message, Speaker, say
from mentorkit.views.chart import BLUE, INK, framed
from mentorkit.views.evaluation.sentences import NOT_SHOWN

OUTCOME_WORDS: Mapping[OutcomeKey, Message] = {
    "completed": say("ended as planned"),
    "going": say("how the two say it goes, in months 2 to 4"),
    "attained": say("goals reached"),
}
"""What each outcome is called."""

ORDER_HEADS = (say("Outcome"), say("Pairs"), say("Rank correlation and 95% interval"))
WEIGHT_HEADS = (say("Criterion"), say("Weight now"), say("Weight found"))

_LINK = {
    "rose": say(
        "Pairs with more points did better: {what}. Rank correlation {found}, n = {n}. "
        "That the two go together does not tell why."
    ),
    "fell": say(
        "Pairs with more points did worse: {what}. Rank correlation {found}, n = {n}. "
        "That the two go together does not tell why."
    ),
    "unclear": say(
        "There is no sign that the points foretell this: {what}. Rank correlation {found}, n = {n}."
    ),
}
_CHANCE = say(
    "Whether the points foretell this cannot be told: {what}. Rank correlation {found}, n = {n}. "
    "The interval leaves 0 out, but of several outcomes one may be chance."
)
_FOUND = say("{r} ({low} to {high})")
_KEEP = say("Keep the weights.")


def order_sentence(told: OrderTold) -> Message:
    """What may be said of one outcome, and never more than that it goes with the points."""
    what = OUTCOME_WORDS[told.outcome]
    if told.claim is None:
        few = say("From 30 pairs on it can be said whether the points told anything; known of {n}: {what}.")
        return few.filled(n=told.n, what=what)
    said = _CHANCE if told.claim.may_be_chance else _LINK[told.claim.direction]
    return said.filled(what=what, found=_found(told.claim), n=told.claim.n)


def order_rows(told: PointsTold, speak: Speaker) -> Iterator[tuple[str, str, str]]:
    """A line for each outcome: how many pairs it is known of, and how it goes with the points."""
    for one in told.orders:
        found = _found(one.claim) if one.claim else NOT_SHOWN
        yield speak(OUTCOME_WORDS[one.outcome]), speak.write(one.n), speak(found)


def weights_sentence(told: PointsTold) -> Message:
    """What is advised about the weights, and why."""
    tried, what = told.tried, OUTCOME_WORDS[told.tried_on]
    if tried is None:
        few = say(
            "{keep} Others are tried from 50 pairs of 10 mentors with a known outcome on, of which 10 ended "
            "well and 10 did not."
        )
        return few.filled(keep=_KEEP)
    if tried.is_proposal:
        more = say("Other weights would have foretold more: {what}. What was missed would be {gain}% less.")
        return more.filled(what=what, gain=round(100 * tried.gain))
    return say("{keep} Others did not surely foretell more: {what}.", keep=_KEEP, what=what)


def weight_rows(told: PointsTold, now: Mapping[str, float], speak: Speaker) -> Iterator[tuple[str, str, str]]:
    """The criteria with their weights now and as found, of 100 together; nothing when none were tried."""
    if told.tried is None:
        return
    whole = sum(now.values())
    for one, share in zip(CRITERIA, told.tried.shares.tolist(), strict=True):
        yield (
            speak(one.label),
            speak.write(round(100 * now[one.key] / whole)),
            speak.write(round(100 * share)),
        )


def what_was_tried(told: PointsTold) -> Iterator[Message]:
    """The honest account: what it rests on, what speaks against it, and what was not tested."""
    yield say("The answers covered {share}% of the weights.", share=round(100 * told.known))
    if told.tried:
        yield from _tried(told.tried, told.tried_on)
    claim = told.first.claim
    if told.narrowed and claim:
        yield say(
            "The points of these pairs lie {times} times as far apart as those of all there could have been, "
            "which hides what they could tell. Made good for that, the correlation would be {r}; that is an "
            "assumption.",
            times=round(told.narrowed, 2),
            r=round(as_if_all(claim.estimate, told.narrowed), 2),
        )
    yield say("Not tested: pairs that were never made, and whether the points are the reason.")


def _tried(tried: WeightsTried, outcome: OutcomeKey) -> Iterator[Message]:
    pairs = say("{n} pairs of {mentors} mentors; the outcome: {what}.")
    yield pairs.filled(n=tried.n, mentors=tried.mentors, what=OUTCOME_WORDS[outcome])
    yield say(
        "Of mentors it has not seen, the score foretells {share}% of the differences; below 0 it misleads.",
        share=round(100 * tried.foretold),
    )
    yield say(
        "With shuffled outcomes other weights gained as much in {p}% of 999 tries; 5% is the limit.",
        p=round(100 * tried.p, 1),
    )
    yield say(
        "Without one mentor a weight moves at most {moved} of 100, and random numbers get {nonsense} of 100; "
        "{most} is the limit.",
        moved=round(100 * tried.moved),
        nonsense=round(100 * tried.nonsense),
        most=round(100 * LARGEST_MOVE),
    )


def order_chart(told: OrderTold, speak: Speaker) -> alt.LayerChart | None:
    """A dot for each pair by its points, and each third of the pairs with its interval; None below 30."""
    if told.claim is None:
        return None
    what, found = OUTCOME_WORDS[told.outcome], _found(told.claim)
    shown = say("{what}: rank correlation {found}, n = {n}", what=what, found=found, n=told.claim.n)
    rows = zip((100 * told.points).tolist(), told.came.tolist(), strict=True)
    is_share = told.outcome == "completed"
    dots = pl.DataFrame(
        [(x, y + _apart(at) * is_share) for at, (x, y) in enumerate(rows)], ["x", "y"], orient="row"
    )
    ends = ("ci_low", "ci_high", "estimate")
    thirds = pl.DataFrame(
        [(100 * x, *(one[end] for end in ends)) for x, one in told.thirds], ["x", *ends], orient="row"
    )
    axis = alt.Axis(format="%", values=[0, 0.5, 1]) if is_share else alt.Axis()
    y = alt.Y("y:Q", title=None, scale=alt.Scale(zero=False), axis=axis)
    x = alt.X("x:Q", title=speak(say("points")), scale=alt.Scale(zero=False))
    base = alt.Chart(thirds).encode(x=x)
    layers: list[Any] = [
        alt.Chart(dots).mark_point(color=BLUE, filled=True, size=35, opacity=0.6).encode(x=x, y=y),
        base.mark_rule(color=INK, strokeWidth=3).encode(y=alt.Y("ci_low:Q", title=None), y2="ci_high:Q"),
        base.mark_point(color=INK, filled=True, size=90, shape="diamond").encode(
            y=alt.Y("estimate:Q", title=None)
        ),
    ]
    return framed(alt.LayerChart(layer=layers), shown, speak, width=560, height=220)


def _apart(at: int) -> float:
    """A little up or down, so that dots of one value do not hide each other."""
    return (at * 7 % 11 - 5) / 100


def _found(claim: Claim) -> Message:
    low, high = (None if end is None else round(end, 2) for end in (claim.low, claim.high))
    return _FOUND.filled(r=round(claim.estimate, 2), low=low, high=high)
