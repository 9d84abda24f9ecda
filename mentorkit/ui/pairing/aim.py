"""What the best plan is: the aim, and the price of leaving somebody out."""

from dataclasses import replace

import marimo as mo

from mentorkit.matching import Settings
from mentorkit.matching.aims import AIMS, aim_of
from mentorkit.text import say
from mentorkit.ui.frame.page import Page


def aim_picker(page: Page, _turn: int) -> mo.ui.radio:
    """One of the three aims, at the stored one, made again after an action."""
    stored = page.speak(aim_of(page.desk.snapshot.programme.aim).label)
    return mo.ui.radio(
        page.options({aim.key: aim.label for aim in AIMS}),
        value=stored,
        label=page.speak(say("What counts first")),
    )


def price_box(page: Page, _turn: int) -> mo.ui.number:
    """The price of leaving one mentee out, in points, at the stored one, made again after an action."""
    stored = page.desk.snapshot.programme.unplaced_price or 0.0
    label = page.speak(say("Under ‘Most points’: leaving a mentee out costs (points)"))
    return mo.ui.number(0, 100, step=1, value=round(stored * 100), label=label, debounce=True)


def with_aim(settings: Settings, aim: mo.ui.radio, price: mo.ui.number) -> Settings:
    """The settings with the aim she chose; a price out of range is brought back into it."""
    chosen = next((one.key for one in AIMS if one.key == aim.value), AIMS[0].key)
    points = min(100.0, max(0.0, float(price.value or 0)))
    return replace(settings, aim=chosen, unplaced_price=points / 100)


def aim_panel(page: Page, aim: mo.ui.radio, price: mo.ui.number) -> mo.Html:
    """The aims, what each of them does, and the price of leaving somebody out; folded away."""
    reasons = page.fold(say("What these aims do"), page.terms((one.label, one.meaning) for one in AIMS))
    return page.fold(say("Aim of the proposal"), aim, reasons, price)
