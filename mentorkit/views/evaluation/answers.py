"""The four questions of the board, answered in sentences and in a table, and what nobody knows."""

from collections.abc import Iterator, Mapping

import polars as pl
from markupsafe import Markup

from mentorkit.evaluation.disclosure import FEWEST
from mentorkit.evaluation.levels import Evaluation, Group, Measure, MeasureKey
from mentorkit.frames import Snapshot
from mentorkit.model import Employment, Pair, Respondent
from mentorkit.model.objective import Level
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.evaluation.sentences import (
    NOT_SHOWN,
    Subject,
    change_found,
    change_sentence,
    difference_found,
    difference_sentence,
    share_found,
    share_sentence,
    warning,
)
from mentorkit.views.names import Names
from mentorkit.views.table import html_table

QUESTIONS: Mapping[Level, Message] = {
    "reaction": say("Were they satisfied?"),
    "learning": say("What did they learn?"),
    "behaviour": say("What do they do differently?"),
    "results": say("What did it bring?"),
}
"""The four questions, in their order."""

WHO: Mapping[Respondent, Message] = {
    "mentee": say("mentees"),
    "mentor": say("mentors"),
    "observer": say("mentors about their mentee"),
}
"""Who gave the answers."""

_MENTORING = say("How they listen and help to find solutions")
_PAIRS, _OWNERS = say("pairs"), say("people with goals")

WHAT: Mapping[MeasureKey, Message] = {
    "satisfied": say("Satisfied with the mentoring"),
    "recommends": say("Would recommend the programme to a colleague (NPS)"),
    "learned": say("What they know and can do"),
    "behaves": say("How they work on their growth"),
    "applies": say("Apply at work what they learned"),
    "early": say("Ended early"),
    "attained": say("Goals reached as hoped, all together"),
    "hours": say("Hours of talks"),
    "works": say("How they stand in their work"),
    "leads": say("How they lead and pass on values"),
    "bond": say("Want to stay in touch with their mentee"),
    "stayed": say("Still employed here"),
    "promoted": say("Promoted"),
}
"""What each measure is called in a table."""

GROUPS: Mapping[Group, Message] = {
    "mentee": say("people with mentoring"),
    "completed": say("people who completed their mentoring"),
    "other": say("people without mentoring"),
    "beside": say("people with mentoring beside people without"),
    "by_lot": say("who was drawn by lot beside who had to wait"),
}
"""Whom a number of the personnel list is of."""

_RATED: Mapping[str, Message] = {
    "learning": say("what they know and can do"),
    "mentoring": say("how they listen and help to find solutions"),
    "behaviour": say("how they work on their growth"),
    "work": say("how they stand in their work"),
    "leading": say("how they lead and pass on values"),
}
_SINCE: Mapping[tuple[str | None, str], Message] = {
    ("baseline", "closing"): say("at the end than before the start"),
    ("then", "closing"): say("at the end than, looking back, for the start"),
    ("baseline", "follow_up"): say("three months later than before the start"),
}
_WHEN: Mapping[tuple[str | None, str], Message] = {
    ("baseline", "closing"): say("from the start to the end"),
    ("then", "closing"): say("from the start, looking back, to the end"),
    ("baseline", "follow_up"): say("from the start to three months later"),
    (None, "closing"): say("at the end"),
    (None, "follow_up"): say("three months later"),
}

INTERVAL = say(
    "Behind each number stands between which two it lies, with 95% certainty. Points are of 1 to 5; n is "
    "how many people are in it. Satisfied, or applying it, is who gives 4 or more on average."
)
"""How to read the numbers."""


def measure_lines(measure: Measure, *, goes_out: bool = False) -> list[Message]:
    """What may be said of a measure, and a warning when it is hard to believe."""
    claim, asked = measure.claim, measure.asked
    if claim is None:
        return [
            say("{what}, {who}: {found}.", what=called(measure), who=answered_by(measure), found=NOT_SHOWN)
        ]
    if claim.kind == "count":
        return [
            say("{hours} hours of talks were noted, in {n} pairs.", hours=round(claim.estimate), n=claim.n)
        ]
    if claim.kind == "difference":
        return [difference_sentence(claim, called(measure))]
    if asked and asked.since:
        since = _SINCE[asked.since, asked.until]
        said = change_sentence(claim, Subject(WHO[asked.role], _RATED[asked.of], since))
        return [said, *filter(None, [warning(claim)])]
    return [share_sentence(claim, called(measure), answered_by(measure), goes_out=goes_out)]


def answers(evaluation: Evaluation, *, goes_out: bool = False) -> Iterator[tuple[Message, list[Message]]]:
    """Each question with its first answers: mentees and mentors apart, against the measurement at the start.

    Without an answer of anybody it says so once.
    """
    for question, title in QUESTIONS.items():
        first = [one for one in evaluation.of(question) if _is_first(one)]
        known = [one for one in first if one.claim]
        lines = [line for one in known for line in measure_lines(one, goes_out=goes_out)]
        yield title, lines or [say("Nothing can be told yet: too few answers.")]


def first_answer(evaluation: Evaluation) -> list[Message]:
    """The answer of the page: how many of the four questions can be answered, and how to read it."""
    answered = sum(any(one.claim for one in evaluation.of(question)) for question in QUESTIONS)
    if not answered:
        return [say("None of the 4 questions can be answered yet: there are too few answers.")]
    return [say("{n} of the 4 questions can be answered.", n=answered), INTERVAL]


def not_known(evaluation: Evaluation) -> Iterator[Message]:
    """What the numbers do not tell; it stands in every report."""
    if any(one.group == "beside" for one in evaluation.measures):
        yield say("Whether people stayed because of the mentoring is not known: who takes part differs.")
    else:
        yield say(
            "What would have happened without mentoring is not known: there is no group to compare with."
        )
    yield from _unanswered(evaluation.responses)
    if silent := sum(one.claim is None for one in evaluation.measures):
        few = say("{n} of {all} numbers are not shown, because they would be of too few people.")
        yield few.filled(n=silent, all=len(evaluation.measures))
    if going := evaluation.pairs.filter(pl.col("cause") == "").height:
        yield say_count(
            "{n} pair is still together; how it ends is not known.",
            "{n} pairs are still together; how they end is not known.",
            going,
        )
    if evaluation.untimed:
        yield say_count(
            "Of {n} talk nobody noted how long it took.",
            "Of {n} talks nobody noted how long they took.",
            evaluation.untimed,
        )
    yield say("The questions are our own and were not tested by research. People answered about themselves.")
    yield say("Who is satisfied did not learn more for that. The four answers are never added up.")


def measure_rows(
    evaluation: Evaluation, question: Level, speak: Speaker, *, goes_out: bool = False
) -> Iterator[tuple[str, str, str, str]]:
    """A line for each measure of a question: what, who, how many people, and the number with its interval."""
    for one in evaluation.of(question):
        n = speak.write(one.claim.n) if one.claim else "–"
        yield speak(called(one)), speak(answered_by(one)), n, speak(found(one, goes_out=goes_out))


def measure_table(evaluation: Evaluation, question: Level, speak: Speaker) -> Markup:
    """The measures of a question as a table."""
    return html_table(MEASURE_HEADS, measure_rows(evaluation, question, speak), speak)


MEASURE_HEADS = (say("Measure"), say("Who"), say("n"), say("Result and 95% interval"))
"""Above the lines of measures."""


def found(measure: Measure, *, goes_out: bool = False) -> Message:
    """The number of a measure with its interval, without a verb."""
    claim = measure.claim
    if claim is None:
        return NOT_SHOWN
    if claim.kind == "count":
        return say("{hours} hours", hours=round(claim.estimate))
    if claim.kind == "difference":
        return difference_found(claim)
    return change_found(claim) if claim.kind == "change" else share_found(claim, goes_out=goes_out)


def behind(measure: Measure, names: Mapping[str, str], speak: Speaker, most: int) -> Markup:
    """The first rows behind a number: who or which pair, and what was measured; for the coordinator only."""
    rows = ((names.get(who, who), *map(speak.write, of)) for who, *of in measure.rows.head(most).rows())
    return html_table((say("Who"), say("Before"), say("After")), rows, speak)


def names_behind(snapshot: Snapshot, names: Names) -> Mapping[str, str]:
    """What to call everybody and every pair in the rows of a measure, and whose a goal is."""
    found = {**{one.id: one.id[:6] for one in snapshot.rows(Employment)}, **names.names}
    for one in snapshot.rows(Pair):
        found[one.id] = f"{names[one.mentee_id]} – {names[one.mentor_id]}"
        found[f"{one.id} mentee"], found[f"{one.id} mentor"] = names[one.mentee_id], names[one.mentor_id]
    return found


def _unanswered(responses: pl.DataFrame) -> Iterator[Message]:
    """How many who were asked at the end did not answer, when that can be told of a group."""
    of = responses.filter(pl.col("wave") == "closing")
    for role, who in WHO.items():
        asked = of.filter(pl.col("role") == role)
        missing = asked.filter(~pl.col("is_answered")).height
        if missing >= FEWEST:
            yield say(
                "{missing} of {n} {who} who were asked at the end did not answer; they may think otherwise.",
                missing=missing,
                n=asked.height,
                who=who,
            )


def _is_first(measure: Measure) -> bool:
    """Whether a measure is one of the answers at the top: at the end, against the start."""
    asked = measure.asked
    if measure.is_beside or measure.key == "recommends":
        return False
    return asked is None or (asked.until == "closing" and asked.since != "then" and asked.role != "observer")


def called(measure: Measure) -> Message:
    """What a measure is called, with its moments."""
    if measure.months:
        return say("{what}, after {months} months", what=WHAT[measure.key], months=measure.months)
    if measure.asked is None:
        return WHAT[measure.key]
    what = _MENTORING if measure.asked.of == "mentoring" else WHAT[measure.key]
    return say("{what}, {when}", what=what, when=_WHEN[measure.asked.since, measure.asked.until])


def answered_by(measure: Measure) -> Message:
    """Whom a measure is of."""
    if measure.asked:
        return WHO[measure.asked.role]
    if measure.group:
        return GROUPS[measure.group]
    return _OWNERS if measure.key == "attained" else _PAIRS
