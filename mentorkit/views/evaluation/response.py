"""Who answered: rates of waves and roles, whether the silent differ, and what their answers could change."""

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from mentorkit.evaluation.questionnaires import Questionnaire, instruments
from mentorkit.evaluation.reliabilities import Reliability
from mentorkit.evaluation.response_rates import ENOUGH, WaveRate
from mentorkit.evaluation.statistics.contract import Result
from mentorkit.evaluation.who_answered import Fact
from mentorkit.model import RESPONDENTS, WAVES, Respondent, Wave
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.evaluation.waves import wave_called

FACTS: Mapping[Fact, Message] = {
    "together": say("the pair is together"),
    "in_time": say("the pair ended as planned"),
    "early": say("the pair ended early"),
    "few_talks": say("up to 3 talks noted"),
    "many_talks": say("4 or more talks noted"),
}
"""What is compared: facts of the mentoring, never of the people."""

RATE_HEADS = (say("Wave"), say("Answers as"), say("Asked"), say("Answered"), say("Part"))
FACT_HEADS = (say("Pairs of which it is known"), say("Answered"), say("Did not answer"))
BOUND_HEADS = (
    *(say("Wave"), say("Answers as"), say("Scale"), say("Answered"), say("Mean")),
    *(say("At worst"), say("At best")),
)


RELIABILITY_HEADS = (say("Scale"), say("Answers as"), say("n"), say("Alpha"), say("Omega (McDonald)"))

_LIMITS = say("{estimate} ({low} to {high})")


def reliability_rows(
    found: Iterable[Reliability], questionnaire: Questionnaire, speak: Speaker
) -> list[tuple[object, ...]]:
    """Alpha and omega of each scale and role, with their intervals."""
    labels = {one.key: speak.wording(one.label) for one in questionnaire.scales}
    return [
        (
            *(labels[one.scale], speak(RESPONDENTS[one.role]), one.n),
            *("–" if result is None else speak(_with_limits(result)) for result in (one.alpha, one.omega)),
        )
        for one in found
    ]


def _with_limits(result: Result) -> Message:
    ends = {"estimate": "estimate", "low": "ci_low", "high": "ci_high"}
    return _LIMITS.filled(**{name: round(result[key], 2) for name, key in ends.items()})


def response_headline(rates: Sequence[WaveRate]) -> list[Message]:
    """How many answered of those who were asked last, and which waves have too few answers."""
    if not rates:
        return [say("Nobody has been asked yet. Begin with the baseline, before the first talks.")]
    wave = [one.wave for one in rates if one.wave != "then"][-1]
    last = [one for one in rates if one.wave == wave]
    asked, answered = sum(one.asked for one in last), sum(one.answered for one in last)
    first = say_count(
        "{answered} of {n} questionnaire came back ({share}%): {wave}.",
        "{answered} of {n} questionnaires came back ({share}%): {wave}.",
        asked,
        wave=WAVES[wave],
        answered=answered,
        share=round(100 * answered / asked),
    )
    few = [wave_called(one.role, one.wave) for one in rates if one.share < ENOUGH]
    if not few:
        return [first]
    return [first, say("Fewer than {share}% answered: {waves}.", share=round(100 * ENOUGH), waves=few)]


def wave_of(wave: Wave, people: int) -> Message:
    """A wave, and how many people it would be sent to."""
    return say_count("{wave}: {n} person", "{wave}: {n} people", people, wave=WAVES[wave])


def rate_rows(rates: Iterable[WaveRate], speak: Speaker) -> list[tuple[object, ...]]:
    """How many of how many answered in each wave and role."""
    return [
        (*_of(one.wave, one.role, speak), one.asked, one.answered, f"{round(100 * one.share)}%")
        for one in rates
    ]


def fact_rows(found: pl.DataFrame, speak: Speaker) -> list[tuple[object, ...]]:
    """Who answered and who did not, by what is known of their pair; counts below 5 are not shown."""
    few, told = speak(say("fewer than 5")), {row[0]: row[1:] for row in found.iter_rows()}
    return [
        (speak(said), *(few if n is None else n for n in told[fact]))
        for fact, said in FACTS.items()
        if fact in told
    ]


def bound_rows(found: pl.DataFrame, questionnaire: Questionnaire, speak: Speaker) -> list[tuple[object, ...]]:
    """The mean of each scale, and the least and the most it can have been had everybody answered."""
    labels = {one.key: speak.wording(one.label) for one in questionnaire.scales}
    return [
        (
            *_of(row["wave"], row["role"], speak),
            labels[row["scale"]],
            f"{row['answered']} / {row['asked']}",
            *(speak.write(round(row[name], 1)) for name in ("mean", "worst", "best")),
        )
        for row in found.to_dicts()
    ]


def instrument_lines(speak: Speaker) -> list[str]:
    """Published instruments: how each is built and scored, where it was described, and its licence."""
    told = "structure", "scoring", "licence"
    return [
        " ".join([f"{one['name']}.", *(speak.wording(one[part]) for part in told), one["source"]])
        for one in instruments().values()
    ]


def _of(wave: Wave, role: Respondent, speak: Speaker) -> tuple[str, str]:
    return speak(WAVES[wave]), speak(RESPONDENTS[role])
