"""The checklist on the page: what the data prove ticks itself, the rest is ticked by hand."""

from collections.abc import Sequence
from itertools import groupby

import marimo as mo
from markupsafe import Markup

from mentorkit.text import say
from mentorkit.ui.frame.page import Page, html, markup_of, stacked
from mentorkit.views.programme.checklist import (
    NO_AWARD,
    STEPS,
    Checked,
    checklist_headline,
    standing_of,
)
from mentorkit.workflows.programme.framework import set_tick

_LINE = Markup('<li class="mk-point">{}<span class="mk-quiet">{} {}</span></li>')

Boxes = dict[str, mo.ui.checkbox]
"""A box for each point, by its key."""


def checklist_boxes(page: Page, found: list[Checked]) -> Boxes:
    """A box for every point; one that the data prove is ticked, and stays so."""
    return {one.point.key: _box(page, one) for one in found}


def checklist_panel(page: Page, found: list[Checked], boxes: Boxes) -> mo.Html:
    """The points step by step, with how far each step is."""
    steps = [(step, list(some)) for step, some in groupby(found, key=lambda one: one.point.step)]
    parts = (part for step, some in steps for part in _step(page, step, some, boxes))
    title = page.title(say("What good programmes do"))
    return stacked(title, page.text(checklist_headline(found)), page.quiet(NO_AWARD), *parts)


def _step(page: Page, step: str, some: Sequence[Checked], boxes: Boxes) -> tuple[mo.Html, mo.Html]:
    """One step with its points."""
    met, lines = sum(one.is_met for one in some), Markup("")
    for one in some:
        way = page.way(one.point.page) if one.point.page else ""
        lines += _LINE.format(markup_of(boxes[one.point.key]), page.speak(standing_of(one)), way)
    head = say("{step}: {met} of {all}", step=STEPS[step], met=met, all=len(some))
    return page.title(head, 3), html(Markup('<ul class="mk-points">{}</ul>').format(lines))


def _box(page: Page, one: Checked) -> mo.ui.checkbox:
    desk, key = page.desk, one.point.key

    def tick(is_ticked: bool) -> None:
        """The box that was ticked stays as it is, with the focus on it, unless the tick is refused."""
        page.refresh(not desk.do(lambda now: set_tick(now, key, is_ticked, desk.today(), desk.author)))

    label = page.speak.wording(one.point.wording)
    return mo.ui.checkbox(value=one.is_met, label=label, disabled=one.proof is not None, on_change=tick)
