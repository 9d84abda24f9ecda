"""Endings and new pairs, in words: who is to close, what stands around a pair, what a re-match buys."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import isnan

from mentorkit.frames import Snapshot
from mentorkit.matching.rematch import Rematch
from mentorkit.matching.unplaced import takes_part
from mentorkit.model import SIDES, Closure, FitCheck, Lesson, Pair
from mentorkit.model.closure import ASKED_BY, CLOSURE_KINDS, CLOSURE_REASONS, FITS, AskedBy
from mentorkit.model.lesson import LESSON_THEMES
from mentorkit.progress.closing import TALK_AHEAD, closings, due_to_close, planned_ends, resting
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.names import Names
from mentorkit.views.progress.standing import NO_PAIR

WORDINGS: Mapping[AskedBy, Message] = {
    "mentee": say(
        "To the mentor: “{mentee} wants to stop. That is no judgement of you; the two of you gave it a "
        "fair try. Shall we plan a last talk, in which you both say what it brought?”"
    ),
    "mentor": say(
        "To the mentee: “{mentor} cannot go on. It is not about you. You may choose: another mentor soon, or "
        "a while without. First we close this well, in a last talk.”"
    ),
    "both": say("To both: “You agree that this is enough. Take one last talk to name what you take along.”"),
    "coordinator": say(
        "To both: “I think that you are better helped in another pair. I explain why, and you say what you "
        "think of it before anything is decided.”"
    ),
    "circumstances": say(
        "To both: “Things have changed, and nobody could help it. Plan a last talk while you can; "
        "what comes next we look for together.”"
    ),
}
"""How to begin, by whose wish it is; our own words."""


def closing_headline(snapshot: Snapshot, today: date, names: Mapping[str, str]) -> list[Message]:
    """How many pairs are together and how many ended, and which of them ask for something now."""
    now = snapshot.active_pairs.height
    if not snapshot.pairs.height:
        return [NO_PAIR]
    over = snapshot.pairs.height - now
    together = say_count("{n} pair is together", "{n} pairs are together", now)
    ended = say_count("{n} has ended", "{n} have ended", over)
    counted = say(
        "{together}; {ended}.",
        together=together if now else say("No pair is together any more"),
        ended=ended if over else say("none has ended yet"),
    )
    return [counted, *closing_lines(snapshot, today, names)]


def closing_lines(snapshot: Snapshot, today: date, names: Mapping[str, str]) -> Iterator[Message]:
    """Which pairs end soon without a closing talk, and in which one of the two wants somebody else."""
    if due := due_to_close(snapshot, today):
        yield say_count(
            "{n} pair ends within {days} days and has no closing talk yet: {pairs}.",
            "{n} pairs end within {days} days and have no closing talk yet: {pairs}.",
            len(due),
            days=TALK_AHEAD.days,
            pairs=[names[one] for one in due if one in names],
        )
    else:
        yield say("No pair ends within {days} days without a closing talk.", days=TALK_AHEAD.days)
    others = sorted({one.pair_id for one in snapshot.rows(FitCheck) if one.fit == "another"} & names.keys())
    if others:
        yield say_count(
            "In {n} pair somebody would rather have somebody else: {pairs}.",
            "In {n} pairs somebody would rather have somebody else: {pairs}.",
            len(others),
            pairs=[names[one] for one in others],
        )


def waiting_people(snapshot: Snapshot) -> list[str]:
    """The mentees who take part and have no mentor, by id."""
    mentees = snapshot.participants("mentee")
    paired = set(snapshot.active_pairs["mentee_id"])
    part = takes_part(mentees).tolist()
    return [one for one, is_in in zip(mentees["id"], part, strict=True) if is_in and one not in paired]


def about_pair(snapshot: Snapshot, pair: Pair, today: date) -> Iterator[Message]:
    """What stands around the end of one pair."""
    end, closing = planned_ends(snapshot).get(pair.id), closings(snapshot).get(pair.id)
    if end:
        yield say("Together since {day}, until {end} as planned.", day=pair.confirmed_on, end=end)
    else:
        yield say("Together since {day}; no end was agreed.", day=pair.confirmed_on)
    rest = resting(snapshot, today).get(pair.id)
    if rest and rest.ends_on:
        yield say("They rest until {day}.", day=rest.ends_on)
    elif rest:
        yield say("They rest until further notice.")
    if closing and closing.talk_held_on:
        yield say("The closing talk was held on {day}.", day=closing.talk_held_on)
    elif closing and closing.talk_planned_on:
        yield say("The closing talk is planned for {day}.", day=closing.talk_planned_on)
    for side, called in SIDES.items():
        said = [one for one in snapshot.rows(FitCheck) if (one.pair_id, one.side) == (pair.id, side)]
        for one in said:
            yield say("Does it fit? The {side} on {day}: {fit}.", side=called, day=one.day, fit=FITS[one.fit])


def step_called(step: Rematch, waiting: int) -> Message:
    """One step of the menu, as it is chosen: what moves and what that buys."""
    told: dict[str, int] = {"placed": len(step.placed), "waiting": waiting}
    if isnan(step.mean):
        return say("No pair moves: {placed} of {waiting} who wait get a mentor", **told)
    told["points"] = round(100 * step.mean)
    if not step.moves:
        return say(
            "No pair moves: {placed} of {waiting} who wait get a mentor, {points} points on average", **told
        )
    return say_count(
        "{n} pair moves: {placed} of {waiting} who wait get a mentor, {points} points on average",
        "{n} pairs move: {placed} of {waiting} who wait get a mentor, {points} points on average",
        step.moves,
        **told,
    )


def step_rows(step: Rematch, names: Names, speak: Speaker) -> Iterator[tuple[str, str, str, int]]:
    """Every new pair of a step: the mentee, whom she has now, whom she gets, and the points of that."""
    people, plan = step.proposal.pool.candidates, step.proposal
    mentees, mentors = people.mentees["id"], people.mentors["id"]
    before = {one.row: names[mentors[one.before]] for one in step.exchanges}
    rows = sorted((*before, *step.placed), key=lambda row: (row not in before, names[mentees[row]]))
    for row in rows:
        column = int(plan.mentor_of[row])
        now = before.get(row, speak(say("waits")))
        yield names[mentees[row]], now, names[mentors[column]], round(100 * plan.score[row, column])


def left_waiting(step: Rematch, waiting: Sequence[str], names: Names) -> Message | None:
    """Who still waits after a step; None when nobody does."""
    mentees = step.proposal.pool.candidates.mentees["id"]
    placed = {mentees[row] for row in step.placed}
    left = [names[one] for one in waiting if one not in placed]
    if not left:
        return None
    return say_count(
        "{n} mentee still waits: {people}.", "{n} mentees still wait: {people}.", len(left), people=left
    )


def ended_rows(snapshot: Snapshot, names: Names, speak: Speaker) -> Iterator[tuple[str, str, str, str, str]]:
    """Pairs that ended, the last one first: who, when, how, and by whose wish and why."""
    known: dict[str, Closure] = {**closings(snapshot)}
    ended = sorted((one for one in snapshot.rows(Pair) if one.ended_on), key=lambda one: str(one.ended_on))
    for pair in reversed(ended):
        told = known.get(pair.id)
        yield (
            f"{names[pair.mentee_id]} – {names[pair.mentor_id]}",
            speak.write(pair.ended_on),
            speak(CLOSURE_KINDS[told.kind]) if told else "",
            speak(ASKED_BY[told.asked_by]) if told and told.asked_by else "",
            speak(CLOSURE_REASONS[told.reason]) if told and told.reason else "",
        )


def lesson_lines(lessons: Iterable[Lesson], speak: Speaker) -> Iterator[str]:
    """Lessons by their theme."""
    for one in sorted(lessons, key=lambda one: (list(LESSON_THEMES).index(one.theme), one.text)):
        yield f"{speak(LESSON_THEMES[one.theme])}: {one.text}"
