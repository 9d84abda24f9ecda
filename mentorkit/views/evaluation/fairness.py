"""Whether groups fared alike, in sentences and a table; differences, and never why they are there."""

from collections.abc import Iterator, Mapping, Sequence

from mentorkit.evaluation.fairness import Gap, GapKey
from mentorkit.text import Message, Speaker, say
from mentorkit.views.evaluation.sentences import NOT_SHOWN

GAP_WORDS: Mapping[GapKey, Message] = {
    "placed": say("got a mentor, in per cent"),
    "points": say("points of the pair, of 100"),
    "rank": say("place of the mentor among those there were"),
    "waited": say("days of waiting"),
}
"""What is compared, each in its own unit."""

GAP_HEADS = (
    say("Group"),
    say("Measure"),
    say("Difference from the others and 95% interval"),
    say("Is it chance?"),
)

_SCALE: Mapping[GapKey, int] = {"placed": 100, "points": 100, "rank": 1, "waited": 1}


def gap_sentence(gaps: Sequence[Gap]) -> Message:
    """Whether anything differs by more than chance among so many comparisons."""
    told = [one for one in gaps if one.claim]
    if not told:
        return say("Nothing can be compared yet: it takes two groups of five people and more.")
    if alarms := sum(one.is_alarm for one in told):
        return say(
            "{n} of {all} comparisons differ by more than chance. Look how that came about; a difference "
            "does not tell why.",
            n=alarms,
            all=len(told),
        )
    return say(
        "None of {all} comparisons differs by more than chance. With few people only large differences show.",
        all=len(told),
    )


def fared_rows(gaps: Sequence[Gap], speak: Speaker) -> Iterator[tuple[str, str, str, str]]:
    """A line for each group and measure."""
    for one in gaps:
        judged = speak(_judged(one)) if one.claim else ""
        yield one.group, speak(GAP_WORDS[one.key]), speak(_found(one)), judged


def _found(one: Gap) -> Message:
    if one.claim is None:
        return NOT_SHOWN
    ends = (one.claim.estimate, one.claim.low, one.claim.high)
    gap, low, high = (None if end is None else round(_SCALE[one.key] * end, 1) + 0.0 for end in ends)
    if low is None:
        return say("{gap}; there is no interval", gap=gap)
    return say("{gap} ({low} to {high})", gap=gap, low=low, high=high)


def _judged(one: Gap) -> Message:
    said = say("more than chance") if one.is_alarm else say("may be chance")
    if not one.rates:
        return said
    flag = say("below four fifths") if one.rates["is_flagged"] else say("at least four fifths")
    both = say("{said}; one rate is {ratio}% of the other: {flag}, Fisher p = {p}")
    return both.filled(
        said=said, ratio=round(100 * one.rates["estimate"]), flag=flag, p=round(one.rates["p"], 3)
    )
