"""What the coordinator can move and switch: weights, sets to start from, conditions."""

from collections.abc import Callable, Mapping
from typing import cast

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, RULES
from mentorkit.matching.criteria.criterion import Criterion
from mentorkit.matching.propose import DEFAULT_WEIGHTS, Settings
from mentorkit.model import Changes
from mentorkit.text import Message, Speaker, say
from mentorkit.ui.frame.page import Page, stacked
from mentorkit.views.presets import PRESETS
from mentorkit.views.table import plain_list
from mentorkit.workflows.pairing.pairing import set_aim, set_rules_off, set_weights


def weight_sliders(page: Page, _turn: int) -> mo.ui.dictionary:
    """The sliders at the stored weights, made again after an action."""
    return sliders(page.desk.snapshot.programme.weights, page.speak)


def sliders(stored: Mapping[str, float], speak: Speaker) -> mo.ui.dictionary:
    """One slider per criterion, 0–100, at its stored weight or the advised one."""

    def slider(one: Criterion) -> mo.ui.slider:
        value, label = round(stored.get(one.key, one.weight)), speak(one.label)
        return mo.ui.slider(0, 100, step=1, value=value, label=label, show_value=True, full_width=True)

    return mo.ui.dictionary({one.key: slider(one) for one in CRITERIA})


def preset_picker(page: Page, active: Message | None) -> mo.ui.dropdown:
    """Sets of weights to start from; the one that is on is chosen, or else her own weights by that name."""
    weights = {page.speak(preset.label): preset.weights for preset in PRESETS}

    def start_from(chosen: str | None) -> None:
        if chosen in weights:
            page.do(lambda snapshot: set_weights(snapshot, weights[chosen]))

    now = page.speak(active or say("Your own weights"))
    names = {name: name for name in (*weights, now)}
    return page.pick(say("Start from"), names, now, on_change=start_from, full_width=True)


def active_preset(weights: Mapping[str, float]) -> Message | None:
    """What the set of weights that is on is called, a missing one at what is advised; None: of no set."""
    return next((one.label for one in PRESETS if one.weights == {**DEFAULT_WEIGHTS, **weights}), None)


def rule_switches(page: Page) -> mo.ui.dictionary:
    """A switch for every condition that can be off."""
    off = page.desk.snapshot.programme.rules_off
    free = (rule for rule in RULES if not rule.is_fixed)
    return mo.ui.dictionary(
        {one.key: mo.ui.switch(value=one.key not in off, label=page.speak(one.label)) for one in free}
    )


def settings_of(weights: mo.ui.dictionary, switches: mo.ui.dictionary) -> Settings:
    """What is set, as the engine wants it; anything out of range is brought back into it."""
    moved = cast(dict[str, float], weights.value)
    return Settings(
        {key: min(100.0, max(0.0, float(value))) for key, value in moved.items()},
        frozenset(key for key, is_on in switches.value.items() if not is_on),
    )


def remember(page: Page, settings: Settings) -> None:
    """Save every setting that changed; the plan shows it, so nothing is said.

    Once another window turns out to have set something, the controls are drawn again first: what
    they still say of the other settings is old.
    """
    desk, before = page.desk, page.desk.snapshot
    moves: tuple[Callable[[Snapshot], Changes], ...] = (
        lambda now: set_weights(now, settings.weights),
        lambda now: set_rules_off(now, settings.rules_off),
        lambda now: set_aim(now, settings.aim, settings.unplaced_price),
    )
    for move in moves:
        if not desk.set(move(desk.snapshot)):
            page.refresh()
            return
    if desk.snapshot is not before:
        page.refresh(False)


def preset_panel(page: Page, presets: mo.ui.dropdown) -> mo.Html | None:
    """The sets to start from; nothing without sign-ups."""
    return stacked(page.title(say("What counts")), presets, gap=0.8) if page.has_sign_ups else None


def weight_panel(page: Page, weights: mo.ui.dictionary) -> mo.Html:
    """What counts, and why."""
    why = page.fold(say("Why these count"), page.terms((one.label, one.reason) for one in CRITERIA))
    return stacked(weights.vstack(gap=0.6), why, gap=0.8)


def rule_panel(page: Page, switches: mo.ui.dictionary) -> mo.Html:
    """The conditions, folded away, and those that are always on."""
    fixed = plain_list(page.speak(rule.label) for rule in RULES if rule.is_fixed)
    always = page.fold(say("Always on"), fixed)
    return page.fold(say("Conditions"), switches.vstack(gap=0.6), always)


def settings_panel(page: Page, *panels: mo.Html) -> mo.Html | None:
    """All that can be set, one under the other; nothing without sign-ups."""
    return stacked(*panels, gap=0.8) if page.has_sign_ups else None
