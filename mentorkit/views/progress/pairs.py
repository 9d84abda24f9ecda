"""The pairs under way in several forms: a table, a board by stage, and one pair as a timeline."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.model import Opening, Promise
from mentorkit.model.agreed import OPENINGS, PROMISE_KINDS, PROMISED_BY
from mentorkit.progress.expected import TalkBounds, bounds_of
from mentorkit.progress.history import Moment
from mentorkit.progress.known import KnownPair
from mentorkit.progress.stages import USUAL_STAGES, own_stages, stages_of
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.start.two import Two
from mentorkit.views.table import html_table, plain_list, titled_list

_STAGE = Markup('<section class="mk-stage"><h2>{} ({})</h2>{}</section>')
_MOMENT = Markup("<tr><th scope='row'>{}</th><td>{}</td></tr>")
_HEADS = (
    *(say("Pair"), say("Stage"), say("Planned talks held"), say("Last talk"), say("Last contact with you")),
    *(say("Open actions"), say("Opened by the mentor")),
)


def stage_names(snapshot: Snapshot, speak: Speaker) -> dict[str, str]:
    """What each stage is called, in order, by its id: the own ones, or else ours."""
    own = own_stages(snapshot)
    if not own:
        return {key: speak(said) for key, said in USUAL_STAGES.items()}
    return {"": speak(say("Not in a stage yet")), **{one.id: one.name for one in own}}


def held_of(found: TalkBounds) -> Message | None:
    """How many planned talks took place, at least and at most; None when none was due."""
    if not found.planned:
        return None
    if not found.unknown:
        return say("{n} of {all}", n=found.held, all=found.planned)
    return say("{low} to {high} of {all}", low=found.held, high=found.held + found.unknown, all=found.planned)


def followed_table(
    snapshot: Snapshot, pairs: tuple[KnownPair, ...], twos: Mapping[str, Two], speak: Speaker
) -> Markup:
    """A line for each pair, in the order of the names."""
    known, stages = {one.pair.id: one for one in pairs}, stages_of(snapshot, pairs)
    names, open_ = stage_names(snapshot, speak), Counter(one.pair_id for one in open_promises(snapshot))
    opened = Counter(one.pair_id for one in snapshot.rows(Opening))
    rows = []
    for pair, two in twos.items():
        if one := known.get(pair):
            held, last = held_of(bounds_of(one)), max(one.held, default=None)
            told = speak(held) if held else "", _day(last, speak), _day(one.reached_on, speak)
            rows.append(
                (two.called, names.get(stages[pair], ""), *told, open_[pair] or "", opened[pair] or "")
            )
    return html_table(_HEADS, rows, speak)


def stage_board(
    snapshot: Snapshot, pairs: tuple[KnownPair, ...], twos: Mapping[str, Two], speak: Speaker
) -> Markup:
    """The pairs under the stage that each is in; a stage without any stands there too."""
    stages = stages_of(snapshot, pairs)
    columns = [
        (name, [two.called for pair, two in twos.items() if stages.get(pair) == key])
        for key, name in stage_names(snapshot, speak).items()
    ]
    parts = (_STAGE.format(name, len(of), plain_list(of) if of else "") for name, of in columns)
    return Markup('<div class="mk-by-stage">{}</div>').format(Markup("").join(parts))


def history_table(moments: Sequence[Moment], today: date, speak: Speaker) -> Markup:
    """What is still to come of a pair and, apart, what happened, each with its day."""
    parts = Markup("")
    for title, of in (
        (say("Still to come"), [one for one in reversed(moments) if one.day > today]),
        (say("What happened"), [one for one in moments if one.day <= today]),
    ):
        lines = Markup("").join(_MOMENT.format(speak.write(one.day), speak(one.said)) for one in of)
        table = Markup('<table class="mk-table"><tbody>{}</tbody></table>').format(lines)
        parts += Markup("<h2>{}</h2>{}").format(speak(title), table) if of else Markup("")
    return parts


def open_promises(snapshot: Snapshot) -> list[Promise]:
    """The agreed actions that are not done, the first that is due on top."""
    found = [one for one in snapshot.rows(Promise) if one.done_on is None]
    return sorted(found, key=lambda one: (one.due_on, one.id))


def promise_said(promise: Promise, called: str) -> Message:
    """An agreed action in words: of which pair, what, by whom, and by when."""
    what, who = PROMISE_KINDS[promise.kind], PROMISED_BY[promise.owner]
    return say("{pair}: {what} ({who}, by {day})", pair=called, what=what, who=who, day=promise.due_on)


def promise_lines(due: Sequence[Promise], names: Mapping[str, str], speak: Speaker) -> Markup:
    """The agreed actions that are due; nothing without any."""
    lines = [speak(promise_said(one, names[one.pair_id])) for one in due if one.pair_id in names]
    return titled_list(say("Agreed actions that are due this week"), lines, speak)


def openings_line(openings: Sequence[Opening]) -> Message | None:
    """What mentors opened for mentees, counted by kind; None when nothing was noted."""
    if not openings:
        return None
    counts = Counter(one.kind for one in openings)
    told = [say("{what}: {n}", what=said, n=counts[kind]) for kind, said in OPENINGS.items() if counts[kind]]
    pairs = len({one.pair_id for one in openings})
    return say_count("In {n} pair: {told}.", "In {n} pairs: {told}.", pairs, told=told)


def _day(day: date | None, speak: Speaker) -> str:
    return speak.write(day) if day else ""
