"""Noting talks: the weeks of all pairs by keyboard, saved in one press, and one talk by itself."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import anywidget
import marimo as mo
import traitlets

from mentorkit.frames import Snapshot
from mentorkit.model import INITIATIVES, MEDIA, Changes
from mentorkit.progress.known import KnownPair
from mentorkit.progress.weeks import asked_weeks, known_weeks, monday_of
from mentorkit.text import say, say_count
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page
from mentorkit.views.progress import weeks
from mentorkit.workflows.progress.log import log_meeting, log_weeks

SHOWN_WEEKS = 8
"""Weeks that can be filled in at once, this one first."""

LENGTHS = (15, 30, 45, 60, 75, 90, 120)
"""Minutes a talk can be said to have taken."""

_HERE = Path(__file__).parent


class Weeks(anywidget.AnyWidget):
    """Pairs by weeks; it lasts as long as the page, so that nothing is lost that is not saved yet.

    `shown` is what stands there: `known` weeks by pair and Monday, and the `asked` weeks of planned talks of
    which nothing is known. `noted` is not saved yet, `handed_in` has a turn and the weeks to be saved,
    and `at` is where the keyboard is in the table, and whether it came there.
    """

    _esm = (_HERE / "weeks.js").read_text(encoding="utf-8")
    _css = (_HERE / "weeks.css").read_text(encoding="utf-8")
    shown = traitlets.Dict().tag(sync=True)
    noted = traitlets.Dict().tag(sync=True)
    at = traitlets.List([0, 0, False]).tag(sync=True)
    handed_in = traitlets.Dict().tag(sync=True)


def weeks_grid(page: Page) -> Weeks:
    """The weeks of all pairs, which `fill_weeks` fills."""
    desk = page.desk
    grid = Weeks(shown={"words": weeks.table_words(page.speak)})

    def keep(change: Any) -> None:
        given = change.new["weeks"].items()
        noted = {(key[:-11], date.fromisoformat(key[-10:])): what for key, what in given}
        told = say_count("{n} week of a pair is noted.", "{n} weeks of pairs are noted.", len(noted))
        page.do(lambda now: log_weeks(now, noted, desk.today()), told)

    grid.observe(keep, names="handed_in")
    return grid


def fill_weeks(grid: Weeks, page: Page, pairs: Sequence[KnownPair], names: Mapping[str, str]) -> None:
    """Show the last weeks of all pairs, in the order of their names, with what is known of each."""
    known = {one.pair.id: one for one in pairs}
    mondays = [monday_of(page.desk.today()) - timedelta(weeks=back) for back in range(SHOWN_WEEKS)]
    grid.shown = {
        "words": grid.shown["words"],
        "pairs": [[pair, name] for pair, name in names.items() if pair in known],
        "weeks": [weeks.week_names(monday, page.speak) for monday in mondays],
        "asked": {pair: asked_weeks(one, mondays[-1]) for pair, one in known.items()},
        "known": {pair: known_weeks(one) for pair, one in known.items()},
    }


def one_talk_form(page: Page, pairs: Sequence[KnownPair], names: Mapping[str, str]) -> Form:
    """One talk of one pair, on its own day."""
    together = {one.pair.id for one in pairs}
    fields = page.fields(
        pair=page.pick(say("Pair"), {name: pair for pair, name in names.items() if pair in together}),
        day=page.day(say("On which day?"), say("today")),
        state=page.radio(say("What happened?"), page.options(weeks.STATES)),
        minutes=page.pick(say("Minutes"), {str(length): length for length in LENGTHS}),
        medium=page.pick(say("How"), page.options(MEDIA)),
        initiative=page.pick(say("Who took the initiative?"), page.options(INITIATIVES)),
        is_prepared=page.tick(say("They both prepared")),
    )

    def keep(now: Snapshot, given: dict[str, Any]) -> Changes:
        noted = {**given, "is_prepared": given["is_prepared"] or None}
        return log_meeting(now, noted.pop("pair"), noted.pop("day"), noted, page.desk.today())

    return page.asks(fields, say("Note it"), keep, say("The talk is noted."))


def one_talk_panel(page: Page, form: Form) -> mo.Html:
    """The form for one talk, folded away."""
    return page.fold(say("Note one talk on its own day"), form)
