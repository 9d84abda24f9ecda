"""Signals in words: the rules with their limits and hit rates, and whether fewer talks are worse or noise."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import altair as alt
import polars as pl

from mentorkit.progress.chart_of_talks import MonthOfTalks
from mentorkit.progress.hit_rates import ENOUGH, HitRate
from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals import RULES, all_signals_of, are_too_many
from mentorkit.progress.signals.signal import FAMILIES, SignalRule
from mentorkit.text import Message, Month, Speaker, say, say_count
from mentorkit.views.chart import BLUE, INK, framed

PUBLISHED = say(
    "Until {n} of your pairs ended early, only published figures tell how good signals are: among 82,224 "
    "youth pairs a screening found 43% of the early endings and left 75% of the others alone "
    "(doi 10.1002/ajcp.12585). That is no workplace, and none of these rules."
).filled(n=ENOUGH)
"""What is said of hit rates before the own pairs tell anything."""

_RED, _AMBER = say("urgent"), say("to look at")
_ATTENTION = "#D55E00"


def rule_rows(
    pairs: Sequence[KnownPair], rates: Sequence[HitRate], limits: Mapping[str, float], speak: Speaker
) -> list[tuple[object, ...]]:
    """For each rule what it is about, its limits, the pairs that it names now, and how often it was right."""
    told = {one.rule: one for one in rates}
    named = Counter(signal.rule.key for one in pairs for signal in all_signals_of(one))
    return [
        (
            speak(rule.label),
            speak(FAMILIES[rule.family]),
            speak(limit_words(rule, _limits(rule, limits), speak)),
            named[rule.key],
            speak(hit_words(told[rule.key])),
        )
        for rule in RULES
    ]


def are_told(rates: Sequence[HitRate]) -> bool:
    """Whether enough pairs ended early for the own hit rates to tell something."""
    return any(one.named_ended + one.left_ended >= ENOUGH for one in rates)


def hit_words(rate: HitRate) -> Message:
    """How often a rule was right, with the interval; that it tells nothing where that is so."""
    if rate.verdict == "too_little":
        return say("too little to tell")
    part, low, high = (round(100 * one) for one in (rate.share or 0, *rate.interval))
    told = {"early": rate.named_ended, "part": part, "low": low, "high": high}
    named = say_count(
        "Named {n} time: {early} ended early in the next three months, {part}% ({low}–{high}%).",
        "Named {n} times: {early} ended early in the next three months, {part}% ({low}–{high}%).",
        rate.named,
        **told,
    )
    left = say_count(
        "Left alone {n} time: {rest}.", "Left alone {n} times: {rest}.", rate.left, rest=rate.left_ended
    )
    both = say("{told} {one}", told=named, one=left)
    return say("{told} It tells nothing here.", told=both) if rate.verdict == "tells_nothing" else both


def limit_names() -> dict[str, tuple[SignalRule, Message]]:
    """Every limit that can be changed, by its name: the rule and how urgent it is."""
    return {name: (rule, _RED if name.endswith(".red") else _AMBER) for rule in RULES for name in rule.limits}


def preview(named: int, urgent: int) -> Message:
    """What another limit would do today."""
    if not named:
        return say("This would name no pair.")
    return say_count(
        "This would name {n} pair, {urgent} of them urgently.",
        "This would name {n} pairs, {urgent} of them urgently.",
        named,
        urgent=urgent,
    )


def load_warning(pairs: Sequence[KnownPair]) -> Message | None:
    """That the limits are to be looked at, when more than three in ten pairs are urgent; none is hidden."""
    many = say(
        "More than three in ten pairs are urgent. Then nothing is. Raise a limit below; no pair is hidden."
    )
    return many if are_too_many(pairs) else None


def talks_finding(months: Sequence[MonthOfTalks]) -> Message:
    """Whether the talks of the last month are worse, or noise."""
    last = months[-1] if months else None
    if last is None or last.verdict == "unknown":
        return say(
            "Whether fewer talks are held cannot be told yet: that takes three months with enough known."
        )
    month = Month(last.month.year, last.month.month, 1)
    told: dict[str, int | Month] = {"held": last.held, "known": last.known, "month": month}
    if last.verdict == "fewer":
        return say("Fewer talks than these pairs usually hold in {month}: {held} of {known}.", **told)
    if last.verdict == "more":
        return say("More talks than these pairs usually hold in {month}: {held} of {known}.", **told)
    return say("Nothing unusual in {month}: {held} of {known} talks were held.", **told)


def talks_chart(months: Sequence[MonthOfTalks], speak: Speaker) -> alt.LayerChart:
    """The talks held in each month, with the bounds between which they usually are."""
    held, usual = speak(say("talks held")), speak(say("usual"))
    frame = pl.DataFrame(
        [
            {
                "month": one.month.isoformat(),
                "held": one.held,
                "low": one.low,
                "high": one.high,
                "is_unusual": one.verdict in ("fewer", "more"),
            }
            for one in months
        ]
    )
    when = alt.X("month:T", title=None, axis=alt.Axis(format="%m-%Y"))
    base = alt.Chart(frame)
    band = base.mark_area(color=BLUE, opacity=0.15).encode(
        when, alt.Y("low:Q", title=f"{held} ({usual})"), alt.Y2("high:Q")
    )
    line = base.mark_line(color=INK).encode(when, alt.Y("held:Q"))
    dots = base.mark_point(filled=True, size=60, opacity=1).encode(
        when,
        alt.Y("held:Q"),
        color=alt.condition("datum.is_unusual", alt.value(_ATTENTION), alt.value(INK)),
    )
    return framed(band + line + dots, talks_finding(months), speak, width=640, height=220)


def limit_words(rule: SignalRule, numbers: Sequence[float], speak: Speaker) -> Message:
    """One or more limits of a rule, each number once, with what they count."""
    told = " / ".join(map(speak.write, dict.fromkeys(numbers)))
    return replace(rule.unit, count=1 if set(numbers) == {1} else 2, values={"n": told})


def _limits(rule: SignalRule, own: Mapping[str, float]) -> list[float]:
    """The limits of a rule in the order from amber to red."""
    return [own.get(name, limit.usual) for name, limit in reversed([*rule.limits.items()])]
