"""Noting talks: the weeks of all pairs by keyboard, saved in one press, and one talk by itself."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import anywidget
import marimo as mo
import traitlets

from mentorkit.model import CHANNELS, INITIATIVES, Meeting
from mentorkit.progress.expected import states
from mentorkit.progress.known import Known
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page
from mentorkit.ui.frame.tabs import Tab
from mentorkit.workflows.progress.log import log_meeting, log_weeks, monday_of

TABS: Mapping[str, Tab] = {
    "week": Tab(say("This week"), ("hours", "week")),
    "log": Tab(say("Note talks"), ("weeks", "one_talk")),
}
"""The parts of the page; the first one is open at the start."""

SHOWN_WEEKS = 8
"""Weeks that can be filled in at once, this one first."""

_HERE = Path(__file__).parent
_STATES: Mapping[str, Message] = {
    "held": say("talked"),
    "not_held": say("did not talk"),
    "unknown": say("not known"),
}
_KEYS: Mapping[str, Message] = {
    "1": say("talked"),
    "0": say("did not talk"),
    "?": say("not known"),
    "↓": say("next pair"),
    "+ −": say("a quarter of an hour more or less"),
    "e m b": say("initiative of the mentee, the mentor, both of them"),
    "i v t s": say("in person, by video call, by phone, in writing"),
    "p": Meeting.called_field("is_prepared"),
    "Ctrl + Enter": say("save"),
}


class Weeks(anywidget.AnyWidget):
    """Pairs by weeks; what is `handed_in` is by pair and Monday, as `known` is.

    `asked` are the weeks of planned talks of which nothing is known.
    """

    _esm = (_HERE / "weeks.js").read_text(encoding="utf-8")
    _css = (_HERE / "weeks.css").read_text(encoding="utf-8")
    words = traitlets.Dict().tag(sync=True)
    pairs: Any = traitlets.List().tag(sync=True)
    weeks: Any = traitlets.List().tag(sync=True)
    known = traitlets.Dict().tag(sync=True)
    asked = traitlets.Dict().tag(sync=True)
    handed_in = traitlets.Dict().tag(sync=True)


def weeks_grid(page: Page, pairs: Sequence[Known], names: Mapping[str, str]) -> Weeks:
    """The last weeks of all pairs, in the order of their names, with what is known of each."""
    speak, desk = page.speak, page.desk
    this = monday_of(desk.today())
    mondays = [this - timedelta(weeks=back) for back in range(SHOWN_WEEKS)]
    known = {one.pair.id: one for one in pairs}
    grid = Weeks(
        words=_words(page),
        pairs=[[pair, name] for pair, name in names.items() if pair in known],
        weeks=[
            [day.isoformat(), *map(speak, (say("week of {day}", day=day), _number(day)))] for day in mondays
        ],
        asked={
            pair: [monday_of(day).isoformat() for day, state in states(one) if state == "unknown"]
            for pair, one in known.items()
        },
        known={pair: _weeks_of(one.meetings) for pair, one in known.items()},
    )

    def keep(change: Any) -> None:
        noted = {(key[:-11], date.fromisoformat(key[-10:])): what for key, what in change.new.items()}
        told = say_count("{n} week of a pair is noted.", "{n} weeks of pairs are noted.", len(noted))
        page.do(lambda now: log_weeks(now, noted, desk.today()), told)

    grid.observe(keep, names="handed_in")
    return grid


def one_talk_form(page: Page, pairs: Sequence[Known], names: Mapping[str, str]) -> Form:
    """One talk of one pair, on its own day."""
    speak, desk = page.speak, page.desk
    together = {one.pair.id for one in pairs}
    held = {speak(_STATES[key]): key for key in ("held", "not_held")}
    fields = page.fields(
        pair=page.pick(say("Pair"), {name: pair for pair, name in names.items() if pair in together}),
        day=mo.ui.text(label=speak(say("On which day?")), placeholder=speak(say("today"))),
        state=page.radio(say("What happened?"), held),
        minutes=mo.ui.number(start=1, stop=600, value=None, label=speak(say("Minutes"))),
        channel=page.pick(say("How"), page.options(CHANNELS)),
        initiative=page.pick(say("Who took the initiative?"), page.options(INITIATIVES)),
        is_prepared=page.tick(say("They both prepared")),
    )

    def keep(given: dict[str, Any]) -> None:
        noted = {**given, "is_prepared": given["is_prepared"] or None}
        pair, day = noted.pop("pair"), noted.pop("day")
        page.do(lambda now: log_meeting(now, pair, day, noted, desk.today()), say("The talk is noted."))

    return page.form(fields, say("Note it"), keep)


def one_talk_panel(page: Page, form: Form) -> mo.Html:
    """The form for one talk, folded away."""
    return page.fold(say("Note one talk on its own day"), form)


def _weeks_of(meetings: Sequence[Meeting]) -> dict[str, dict[str, Any]]:
    """What is known of the weeks of a pair, by their Mondays; a talk that took place counts for its week."""
    found: dict[str, dict[str, Any]] = {}
    for one in sorted(meetings, key=lambda one: (one.is_held, one.day), reverse=True):
        more = one.model_dump(include={"minutes", "channel", "initiative", "is_prepared"})
        state = "held" if one.is_held else "not_held"
        found.setdefault(monday_of(one.day).isoformat(), {"state": state, **more})
    return found


def _number(day: date) -> Message:
    return say("week {n}", n=day.isocalendar().week)


def _words(page: Page) -> dict[str, Any]:
    speak = page.speak
    words: dict[str, Message] = {
        **_STATES,
        "pair": say("Pair"),
        "caption": say("Talks of the last weeks"),
        "minutes": Meeting.called_field("minutes"),
        "is_prepared": Meeting.called_field("is_prepared"),
        "idle": say("no talk planned"),
        "save": say("Save these weeks"),
        "by_keyboard": say("By keyboard"),
        "unsaved": say("Not saved yet: 0"),
    }
    return {
        **{key: speak(message) for key, message in words.items()},
        "channel": {key: speak(message) for key, message in CHANNELS.items()},
        "initiative": {
            key: speak(say("initiative: {who}", who=message)) for key, message in INITIATIVES.items()
        },
        "language": speak.language,
        "keys": {key: speak(message) for key, message in _KEYS.items()},
    }
