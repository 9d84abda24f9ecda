"""Sentences about numbers, made from a claim and from nothing else, so that none says more than it allows."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor

from mentorkit.evaluation.claims import Claim, Direction, Verb
from mentorkit.evaluation.disclosure import FEWEST
from mentorkit.text import Message, say

NOT_SHOWN = say("too few to show")

_COUNTED = say(
    "The average that {who} gave for {what} differs by {points} points {since}; there is no interval, "
    "n = {n}."
)

_SAID: Mapping[tuple[Verb, Direction], Message] = {
    ("changed", "rose"): say(
        "On average, {who} gave {what} {points} points more {since}; {low} to {high}, n = {n}."
    ),
    ("changed", "fell"): say(
        "On average, {who} gave {what} {points} points less {since}; {low} to {high}, n = {n}."
    ),
    ("changed", "unclear"): say(
        "Whether {who} gave {what} more or less {since} cannot be told: {points} points; {low} to {high}, "
        "n = {n}."
    ),
    ("changed_more", "rose"): say(
        "For {what}, {who} rose {points} points more {since} than people without mentoring; {low} to {high}, "
        "n = {n}. That is a difference and no proven effect: who volunteers is different already."
    ),
    ("changed_more", "fell"): say(
        "For {what}, {who} rose {points} points less {since} than people without mentoring; {low} to {high}, "
        "n = {n}. That is a difference and no proven effect: who volunteers is different already."
    ),
    ("changed_more", "unclear"): say(
        "Whether {who} changed more or less for {what} {since} than people without mentoring cannot be told: "
        "{points} points; {low} to {high}, n = {n}."
    ),
    ("caused", "rose"): say(
        "Mentoring made {who} give {what} {points} points more {since}; {low} to {high}, n = {n}. "
        "Places were drawn by lot."
    ),
    ("caused", "fell"): say(
        "Mentoring made {who} give {what} {points} points less {since}; {low} to {high}, n = {n}. "
        "Places were drawn by lot."
    ),
    ("caused", "unclear"): say(
        "Whether mentoring made a difference for {who} cannot be told, also with places drawn by lot: {what} "
        "{since}, {points} points; {low} to {high}, n = {n}."
    ),
}
"""What may be said of a change, by the word that its design allows and by what its interval leaves open."""

_MAY_BE_CHANCE = say(
    "Whether {who} gave {what} more or less {since} cannot be told: {points} points; {low} to {high}, "
    "n = {n}. That interval leaves 0 out, but among so many changes one may be chance."
)

_TOO_LARGE_TO_BELIEVE = say(
    "This is unusually large for mentoring ({effect} standard deviations). "
    "Check the data before you pass it on."
)


_DIFFERS: Mapping[tuple[Verb, Direction], Message] = {
    ("changed_more", "rose"): say(
        "{what}: {points} percentage points more of those with mentoring than of those without; {low} to "
        "{high}, n = {n}. That is a difference and no proven effect: who takes part is different already."
    ),
    ("changed_more", "fell"): say(
        "{what}: {points} percentage points fewer of those with mentoring than of those without; {low} to "
        "{high}, n = {n}. That is a difference and no proven effect: who takes part is different already."
    ),
    ("changed_more", "unclear"): say(
        "{what}: whether more of those with mentoring or of those without cannot be told; {points} "
        "percentage points, {low} to {high}, n = {n}. It would be a difference and no proven effect anyway."
    ),
    ("caused", "rose"): say(
        "{what}: because of a place in the mentoring {points} percentage points more; {low} to {high}, "
        "n = {n}. Places were drawn by lot."
    ),
    ("caused", "fell"): say(
        "{what}: because of a place in the mentoring {points} percentage points fewer; {low} to {high}, "
        "n = {n}. Places were drawn by lot."
    ),
    ("caused", "unclear"): say(
        "{what}: whether a place in the mentoring made a difference cannot be told, also with places drawn "
        "by lot; {points} percentage points, {low} to {high}, n = {n}."
    ),
}
"""What may be said of the shares of two groups, as of a change."""

_APART = say("{sign}{points} percentage points ({low} to {high})")

_SHARE = say("{what}, {n} {who}: {found}.")
_BETWEEN = say("{share}% ({low} to {high})")
_AT_LEAST = say("at least {share}%")
_AT_MOST = say("at most {share}%")
_SCORE = say("{score} ({low} to {high}) on a scale from -100 to 100")
_CHANGE = say("{sign}{points} ({low} to {high})")


@dataclass(frozen=True)
class Subject:
    """What a claim is about: who answered, about what, and from when to when."""

    who: Message
    what: Message
    since: Message


def change_sentence(claim: Claim, about: Subject) -> Message:
    """What may be said of a change or a difference, in points of the scale."""
    flips = claim.direction == "fell"
    ends = (claim.high, claim.low) if flips else (claim.low, claim.high)
    low, high = (_rounded(-end if flips and end is not None else end) for end in ends)
    points = _rounded(-claim.estimate if flips else claim.estimate)
    if claim.verb == "counted":
        said = _COUNTED
    elif claim.may_be_chance:
        said = _MAY_BE_CHANCE
    else:
        said = _SAID[claim.verb, claim.direction]
    told = {"who": about.who, "what": about.what, "since": about.since}
    return said.filled(**told, points=points, low=low, high=high, n=claim.n)


def share_sentence(claim: Claim, what: Message, who: Message, *, goes_out: bool = False) -> Message:
    """Which share it holds for, in per cent; of what goes out, no few people can be worked out."""
    return _SHARE.filled(what=what, who=who, n=claim.n, found=share_found(claim, goes_out=goes_out))


def share_found(claim: Claim, *, goes_out: bool = False) -> Message:
    """A share with its interval, in per cent, or a score of -100 to 100 with its own.

    Of what goes out, a share of all but a few, or of only a few, is told as a bound: who reads it cannot
    count the few.
    """
    if claim.kind == "score":
        return _score_found(claim, goes_out=goes_out)
    yes = round(claim.estimate * claim.n)
    if goes_out and claim.n < 2 * FEWEST:
        return NOT_SHOWN
    if goes_out and claim.n - yes < FEWEST:
        return _AT_LEAST.filled(share=floor(100 * (claim.n - FEWEST + 1) / claim.n))
    if goes_out and yes < FEWEST:
        return _AT_MOST.filled(share=ceil(100 * (FEWEST - 1) / claim.n))
    ends = (claim.low, claim.estimate, claim.high)
    low, share, high = (None if end is None else round(100 * end) for end in ends)
    return _BETWEEN.filled(share=share, low=low, high=high)


def _score_found(claim: Claim, *, goes_out: bool) -> Message:
    """Out of the house goes no score that nearly everybody agrees on: it would tell what each one gave."""
    if goes_out and abs(claim.estimate) * claim.n > 100 * (claim.n - FEWEST):
        return NOT_SHOWN
    low, score, high = (
        None if end is None else round(end) for end in (claim.low, claim.estimate, claim.high)
    )
    return _SCORE.filled(score=score, low=low, high=high)


def change_found(claim: Claim) -> Message:
    """A change in points with its interval, upwards with a plus."""
    low, high = map(_rounded, (claim.low, claim.high))
    sign = "+" if claim.estimate > 0 else ""
    return _CHANGE.filled(sign=sign, points=_rounded(claim.estimate), low=low, high=high)


def difference_sentence(claim: Claim, what: Message) -> Message:
    """How far the shares of two groups are apart, in percentage points, by the word that the design allows.

    Of a fall the limits are told as sizes, the smallest first.
    """
    points, low, high = (100 * (end or 0) for end in (claim.estimate, claim.low, claim.high))
    if claim.direction == "fell":
        points, low, high = -points, -high, -low
    told = {"points": round(points), "low": round(low), "high": round(high)}
    return _DIFFERS[claim.verb, claim.direction].filled(what=what, n=claim.n, **told)


def difference_found(claim: Claim) -> Message:
    """The difference of two shares with its interval, in percentage points, upwards with a plus."""
    points, low, high = (round(100 * (end or 0)) for end in (claim.estimate, claim.low, claim.high))
    return _APART.filled(sign="+" if points > 0 else "", points=points, low=low, high=high)


def warning(claim: Claim) -> Message | None:
    """That an effect is too large to be believed at once; None when it is not."""
    if not claim.is_too_large:
        return None
    return _TOO_LARGE_TO_BELIEVE.filled(effect=_rounded(claim.effect))


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 2) + 0.0
