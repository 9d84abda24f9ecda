"""The pairs on the page: all of them as a table, a board and in charts, and one pair with its forms."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import marimo as mo

from mentorkit.model import Opening, Promise
from mentorkit.model.agreed import OPENINGS, PROMISE_KINDS, PROMISED_BY
from mentorkit.progress.curves import by_month, drop_off
from mentorkit.progress.history import history_of
from mentorkit.progress.stages import own_stages
from mentorkit.questions.guidance import cards_for
from mentorkit.text import say
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, boxed, stacked, together
from mentorkit.ui.progress.followed import Followed
from mentorkit.views.programme.guidance import card_list
from mentorkit.views.progress.curves import drop_off_chart, drop_off_table, months_chart, months_table
from mentorkit.views.progress.pairs import (
    followed_table,
    history_table,
    open_promises,
    openings_line,
    promise_lines,
    promise_said,
    stage_board,
    stage_names,
)
from mentorkit.views.start.contact import contact_card
from mentorkit.views.table import plain_list
from mentorkit.workflows.progress.pairs import agree, note_opening, set_stage, set_stages, tick_off

_KEPT = say("This is kept.")
_WEEK = timedelta(days=6)

_AT_A_GLANCE = 60
"""Pairs above which the table of all is folded away, so that one pair is not far below it."""


def followed_panel(page: Page, now: Followed) -> mo.Html:
    """All pairs: the table, the board by stage, and the charts, each with its numbers."""
    speak, months, talks = page.speak, by_month(now.pairs), drop_off(now.pairs)
    about = now.snapshot, now.pairs, now.twos, speak
    curves = [
        (months_chart(months, speak), months_table(months, speak)),
        (drop_off_chart(talks, speak), drop_off_table(talks, speak)),
    ]
    shown = [
        together(mo.as_html(chart), page.fold(say("As a table"), table)) for chart, table in curves if chart
    ]
    table = boxed("wide", followed_table(*about))
    return stacked(
        page.text(openings_line(now.snapshot.rows(Opening))),
        table if len(now.pairs) <= _AT_A_GLANCE else page.fold(say("All pairs"), table),
        page.fold(say("By stage"), stage_board(*about)),
        page.fold(say("Planned and held"), *shown),
    )


def pair_picker_of(page: Page, now: Followed) -> mo.ui.dropdown:
    """One pair to look at."""
    pairs = {name: pair for pair, name in now.names.items()}
    return page.pick(say("Pair"), pairs, next(iter(pairs.values()), None), full_width=True)


def pair_history(page: Page, now: Followed, pair: str | None) -> mo.Html | None:
    """One pair: its contact card, and its timeline; nothing when none is chosen or it ended."""
    two, speak = now.twos.get(pair or ""), page.speak
    if two is None:
        return None
    moments = history_of(now.snapshot, two.pair)
    often = next((one.interval_days for one in now.pairs if one.pair.id == pair), None)
    card = contact_card(two, now.snapshot.programme.framework, speak, speak.write(None), often)
    reached = page.fold(say("Contact card"), plain_list(map(": ".join, card)))
    hint = say("That something happened is kept, what they said to each other is not.")
    return together(reached, page.quiet(hint), history_table(moments, now.today, speak))


def pair_forms(page: Page, now: Followed, pair: str | None) -> list[Form]:
    """What can be noted of a pair: an action, one that is done, what the mentor opened, and its stage."""
    if pair is None or pair not in now.twos:
        return []
    forms = [_action_form(page, pair), _opening_form(page, pair)]
    own = [one for one in open_promises(now.snapshot) if one.pair_id == pair]
    forms += [done_form(page, now, own)] if own else []
    return forms + ([_stage_form(page, now, pair)] if own_stages(now.snapshot) else [])


def done_form(page: Page, now: Followed, own: list[Promise]) -> Form:
    """Which of these agreed actions is done."""
    options = {page.speak(promise_said(one, now.names[one.pair_id])): one.id for one in own}
    field = page.pick(say("Which action is done?"), options, own[0].id, full_width=True)
    today = page.desk.today
    return page.asks(field, say("It is done"), lambda now, one: tick_off(now, one, today()), _KEPT)


def pair_page(page: Page, chosen: mo.ui.dropdown, timeline: mo.Html | None, forms: mo.Html | None) -> mo.Html:
    """One pair: which, what can be noted, and its timeline."""
    cards = page.fold(say("For the talks of a pair"), card_list(cards_for("talks"), page.speak))
    return stacked(page.title(say("One pair")), chosen, forms, timeline, cards)


def own_stages_panel(page: Page, form: Form) -> mo.Html:
    """Where own stages are written, folded away."""
    return page.fold(say("Own stages"), form)


def due_now(now: Followed) -> list[Promise]:
    """The agreed actions of pairs under way that are due within a week, late ones too."""
    last = now.today + _WEEK
    return [one for one in open_promises(now.snapshot) if one.due_on <= last and one.pair_id in now.twos]


def due_form(page: Page, now: Followed) -> Form | None:
    """Which of the agreed actions that are due is done; None without any."""
    due = due_now(now)
    return done_form(page, now, due) if due else None


def due_panel(page: Page, now: Followed, form: Form | None) -> mo.Html | None:
    """The agreed actions that are due, and which of them is done; nothing without any."""
    lines = promise_lines(due_now(now), now.names, page.speak)
    return together(lines, form) if lines else None


def stages_form(page: Page, now: Followed) -> Form:
    """The coordinator's own stages, one on each line."""
    area = page.area(
        say("Own stages, one on each line; without any our own are used"),
        "\n".join(one.name for one in own_stages(now.snapshot)),
    )
    return page.asks(
        area, say("Keep the stages"), lambda now, text: set_stages(now, text.splitlines()), _KEPT
    )


def _action_form(page: Page, pair: str) -> Form:
    fields = page.fields(
        kind=page.pick(say("What is to be done"), page.options(PROMISE_KINDS), "talk"),
        owner=page.pick(say("Who does it"), page.options(PROMISED_BY), "mentor"),
        due_on=page.day(say("By which day?"), "14-9-2026"),
    )

    def keep(now: Any, given: Mapping[str, Any]) -> Any:
        return agree(now, pair, given, page.desk.today())

    return page.asks(fields, say("Note the action"), keep, _KEPT)


def _opening_form(page: Page, pair: str) -> Form:
    field = page.pick(say("What the mentor did for the mentee"), page.options(OPENINGS), "introduction")
    today = page.desk.today
    return page.asks(field, say("Count it"), lambda now, kind: note_opening(now, pair, kind, today()), _KEPT)


def _stage_form(page: Page, now: Followed, pair: str) -> Form:
    options = {name: key or None for key, name in stage_names(now.snapshot, page.speak).items()}
    field = page.pick(say("Stage"), options, None)
    return page.asks(
        field, say("Put it in this stage"), lambda now, stage: set_stage(now, pair, stage), _KEPT
    )
