"""The own sheet of a mentor or a mentee: why you two, talks, goals, what was agreed, and who sees what."""

from collections.abc import Iterator, Sequence
from datetime import date

from mentorkit.frames import Snapshot
from mentorkit.model import OTHER_SIDE, SIDES, Pair, Rhythm, Side
from mentorkit.progress.cadence import planned_talks
from mentorkit.progress.days_off import programme_days_off
from mentorkit.progress.pursued import goals_of
from mentorkit.questions.guidance import cards_for
from mentorkit.text import Message, Speaker, say
from mentorkit.views.evaluation.report import ReportPart
from mentorkit.views.programme.visible import HEADS, visible_rows
from mentorkit.views.start.expected import expected
from mentorkit.views.start.goals import goal_name
from mentorkit.views.start.two import Two, pairs_by_name
from mentorkit.views.start.why import contacts, practical_reasons, shared_themes

_SEEN_BY = {"mentee": 2, "mentor": 3}
"""Where a side stands in the table of who sees what."""

_NOTHING_ALIKE = say("You did not name the same things; ask each other what you bring.")


def sheet_parts(snapshot: Snapshot, side: Side, today: date, speak: Speaker) -> Iterator[ReportPart]:
    """The sheet of the one pair that is in this programme, for one of its sides."""
    (two,) = pairs_by_name(snapshot, snapshot.rows(Pair))
    why = shared_themes(two, snapshot.programme.topic_names, speak)
    why += practical_reasons(two, speak) + contacts(two, speak)
    yield ReportPart(say("Why you two"), why or [_NOTHING_ALIKE])
    yield _reached(two, side, speak)
    yield _talks(snapshot, today, speak)
    yield _agreed(two, side, speak)
    yield _goals(snapshot, two, speak)
    lines = [speak.wording(card.text) for card in cards_for("talks")]
    yield ReportPart(say("For your talks"), lines)
    seen = [(row[0], row[1], row[_SEEN_BY[side]]) for row in visible_rows(speak)]
    yield ReportPart(say("Who sees what"), (), (HEADS[0], HEADS[1], say("You")), seen)


def _reached(two: Two, side: Side, speak: Speaker) -> ReportPart:
    other = OTHER_SIDE[side]
    row = speak(SIDES[other]), two.names[other], two.reach[other][0]
    return ReportPart(say("With whom"), (), (say("Role"), say("Name"), say("E-mail")), [row])


def _talks(snapshot: Snapshot, today: date, speak: Speaker) -> ReportPart:
    rhythms = snapshot.rows(Rhythm)
    title = say("Your talks")
    if not rhythms:
        return ReportPart(title, [say("No talk is planned yet. What is in the diary happens.")])
    off = programme_days_off(snapshot, today)[rhythms[-1].country]
    coming = [talk for talk in planned_talks(rhythms, off) if talk.planned_on >= today]
    rows = [(speak.write(talk.number), speak.write(talk.planned_on)) for talk in coming]
    return ReportPart(title, [], (say("Talk"), say("Day")), rows)


def _agreed(two: Two, side: Side, speak: Speaker) -> ReportPart:
    other = OTHER_SIDE[side]
    rows = [
        (
            speak.wording(one.question.wording),
            *(one.said(who, speak) for who in (side, other)),
            speak(one.gap) if one.gap else "",
        )
        for one in expected(two)
        if one.chosen
    ]
    heads = say("Question"), say("You"), say("The other"), say("To agree on")
    return ReportPart(say("What you expect of each other"), _unless(rows), heads, rows)


def _goals(snapshot: Snapshot, two: Two, speak: Speaker) -> ReportPart:
    found = [one for one in goals_of(snapshot, [two.pair]) if not one.goal.is_private]
    rows = [
        (goal_name(one.goal, speak), speak.write(one.goal.due_on), "; ".join(step.text for step in one.steps))
        for one in found
    ]
    heads = say("Goal"), say("Ready on"), say("Steps")
    return ReportPart(say("Goals"), _unless(rows), heads, rows)


def _unless(rows: Sequence[object]) -> list[Message]:
    return [] if rows else [say("Nothing was noted yet.")]
