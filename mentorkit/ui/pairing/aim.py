"""What the best plan is: the aim, and the price of leaving somebody out."""

from dataclasses import replace

import marimo as mo

from mentorkit.matching import Settings
from mentorkit.matching.aims import AIMS, aim_of
from mentorkit.text import say
from mentorkit.ui.frame.numbers import Numbers
from mentorkit.ui.frame.page import Page

_POINTS = Numbers(0, 100)


def aim_picker(page: Page, _turn: int) -> mo.ui.radio:
    """One of the three aims, at the stored one, made again after an action."""
    aims = page.options({aim.key: aim.label for aim in AIMS})
    return page.radio(say("What counts first"), aims, aim_of(page.desk.snapshot.programme.aim).key)


def price_box(page: Page, _turn: int) -> mo.ui.text:
    """The price of leaving one mentee out, in points, at the stored one, made again after an action."""
    label = page.speak(say("Under ‘Most points’: leaving a mentee out costs (points)"))
    return _POINTS.box(page, _points(_stored_price(page)), label, lambda _: None)


def with_aim(page: Page, settings: Settings, aim: mo.ui.radio, price: mo.ui.text) -> Settings:
    """The settings with the chosen aim; a price that cannot be read, or was not touched, stays as it is."""
    chosen = next((one.key for one in AIMS if one.key == aim.value), AIMS[0].key)
    stored, points = _stored_price(page), _POINTS.read(price.value)
    if points is None or points == _points(stored):
        return replace(settings, aim=chosen, unplaced_price=stored)
    return replace(settings, aim=chosen, unplaced_price=points / 100)


def _points(price: float) -> float:
    return round(100 * price, 6)


def _stored_price(page: Page) -> float:
    return page.desk.snapshot.programme.unplaced_price or 0.0


def aim_panel(page: Page, aim: mo.ui.radio, price: mo.ui.text) -> mo.Html:
    """The aims, what each of them does, and the price of leaving somebody out; folded away."""
    reasons = page.fold(say("What these aims do"), page.terms((one.label, one.meaning) for one in AIMS))
    return page.fold(say("Aim of the proposal"), aim, reasons, price)
