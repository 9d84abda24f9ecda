"""What the last step changed, as a sentence and a short list."""

from collections.abc import Sequence

from markupsafe import Markup

from mentorkit.matching import Move, PlanChange
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.names import Names
from mentorkit.views.table import each

_SHOWN = 4
"""Moves on either side: what the box of changes has room for, so that the page stands still."""

_RIPPLE = Markup(
    '<section class="mk-ripple" aria-live="polite"><h2>{}</h2><p>{}</p> <p class="mk-quiet">{}</p>'
    '<div class="mk-moves">{}{}</div></section>'
)


def ripple_box(change: PlanChange | None, names: Names, speak: Speaker) -> Markup:
    """What the last step changed: a sentence, and who gained and lost most."""
    gains, losses = largest_moves(change)
    left = len(change.moves) - len(gains) - len(losses) if change else 0
    return _RIPPLE.format(
        speak(say("What your last step changed")),
        speak(plan_change_sentence(change)),
        speak(say_count("{n} of them is not shown.", "{n} of them are not shown.", left)) if left else "",
        _moves(say("Better off"), gains, names, speak),
        _moves(say("Worse off"), losses, names, speak),
    )


def plan_change_sentence(change: PlanChange | None) -> Message:
    """One sentence about the step; what to do when no step was taken yet."""
    if change is None:
        return say("Move a weight or switch a condition: here you see at once which pairs change.")
    if not change.moves:
        return say("Nothing changed: the same pairs are still the best.")
    return say_count(
        "Something changes for {n} mentee; points in total with these weights: {gain}.",
        "Something changes for {n} mentees; points in total with these weights: {gain}.",
        len(change.moves),
        gain=signed(change.gain),
    )


def largest_moves(change: PlanChange | None) -> tuple[tuple[Move, ...], tuple[Move, ...]]:
    """The moves with the largest gains, newly placed first, and with the largest losses; a few of each."""
    moves = change.moves if change else ()
    losses = [one for one in moves if one.after is None or (one.gain or 0.0) < 0]
    gains = [one for one in moves if one not in losses]
    gains.sort(key=lambda one: (one.gain is not None, -(one.gain or 0.0)))
    return tuple(gains[:_SHOWN]), tuple(losses[:_SHOWN])


def move_line(move: Move, who: Names) -> Message:
    """One mentee: from whom, to whom, and the difference in points."""
    names = {"mentee": who[move.mentee], "before": _name(move.before, who), "after": _name(move.after, who)}
    if move.gain is None:
        return say("{mentee}: {before} → {after}", **names)
    return say("{mentee}: {before} → {after} ({gain})", gain=signed(move.gain), **names)


def new_mentor_line(move: Move, who: Names) -> Message:
    """The same in few words: the difference in points, which stays in sight, and to whom."""
    names = {"mentee": who[move.mentee], "after": _name(move.after, who)}
    if move.gain is None:
        return say("{mentee} → {after}", **names)
    return say("{gain} {mentee} → {after}", gain=signed(move.gain), **names)


def signed(score: float) -> Message:
    """A difference in points with its sign, such as +6 or −3; small ones to a tenth."""
    points = score * 100
    shown = round(points, 0 if abs(points) >= 10 else 1)
    if shown == 0:
        return say("±0")
    return say("+{points}", points=shown) if shown > 0 else say("−{points}", points=-shown)


def in_points(points: float) -> Message:
    """A number of points in words.

    >>> from mentorkit.text import speaker
    >>> [speaker("en")(in_points(points)) for points in (1, 5.7)]
    ['1 point', '5.7 points']
    """
    return say("1 point") if points == 1 else say("{points} points", points=points)


def _name(person: str | None, names: Names) -> str | Message:
    return say("not placed") if person is None else names[person]


def _moves(title: Message, moves: Sequence[Move], names: Names, speak: Speaker) -> Markup:
    """Some moves under a title; nothing without any."""
    lines = (speak(new_mentor_line(move, names)) for move in moves)
    listed = Markup('<div><p class="mk-quiet">{}</p><ul>{}</ul></div>')
    return listed.format(speak(title), each(Markup("<li>{}</li>"), lines)) if moves else Markup("")
