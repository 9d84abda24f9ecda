"""What she can move and switch: weights, sets to start from, conditions."""

from collections.abc import Callable, Sequence
from typing import cast

import marimo as mo
from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, RULES
from mentorkit.matching.insight.rule_costs import rule_costs
from mentorkit.matching.presets import PRESETS
from mentorkit.matching.propose import Settings
from mentorkit.text import Speaker, say
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import heading, html
from mentorkit.ui.pairing.opened import Opened, plan_for
from mentorkit.views.pairing.rules import cost_line
from mentorkit.views.pairing.spread import spread_chart
from mentorkit.workflows.pairing.pairing import set_rules_off, set_weights


def weight_sliders(desk: Desk, speak: Speaker, _turn: int) -> mo.ui.dictionary:
    """One slider per criterion, 0–100, at the stored weights, made again after an action."""
    stored = desk.snapshot.programme.weights
    return mo.ui.dictionary(
        {
            criterion.key: mo.ui.slider(
                0,
                100,
                step=1,
                value=round(stored.get(criterion.key, criterion.weight)),
                label=speak(criterion.label),
                show_value=True,
                full_width=True,
            )
            for criterion in CRITERIA
        }
    )


def preset_picker(desk: Desk, speak: Speaker, refresh: Callable[[], None]) -> mo.ui.dropdown:
    """Sets of weights to start from; the first one is the reset."""
    weights = {speak(preset.label): preset.weights for preset in PRESETS}

    def start_from(chosen: object) -> None:
        desk.do(lambda snapshot: set_weights(snapshot, weights[str(chosen)]))
        refresh()

    return mo.ui.dropdown(
        list(weights),
        label=speak(say("Start from")),
        on_change=start_from,
        allow_select_none=True,
        full_width=True,
    )


def reset_button(desk: Desk, speak: Speaker, refresh: Callable[[], None]) -> mo.ui.button:
    """Back to the advised weights."""

    def reset(_: object) -> None:
        desk.do(lambda snapshot: set_weights(snapshot, PRESETS[0].weights))
        refresh()

    return mo.ui.button(label=speak(say("Back to the advised weights")), on_click=reset)


def rule_switches(desk: Desk, speak: Speaker) -> mo.ui.dictionary:
    """A switch for every condition that can be off."""
    off = desk.snapshot.programme.rules_off
    return mo.ui.dictionary(
        {
            rule.key: mo.ui.switch(value=rule.key not in off, label=speak(rule.label))
            for rule in RULES
            if not rule.is_fixed
        }
    )


def settings_of(weights: mo.ui.dictionary, switches: mo.ui.dictionary) -> Settings:
    """What she set, as the engine wants it; anything out of range is brought back into it."""
    moved = cast(dict[str, float], weights.value)
    return Settings(
        {key: min(100.0, max(0.0, float(value))) for key, value in moved.items()},
        frozenset(key for key, is_on in switches.value.items() if not is_on),
    )


def remember(desk: Desk, settings: Settings, set_saved: Callable[..., None]) -> None:
    """Save weights and conditions when they changed; she sees the result, so nothing is said."""
    before = desk.snapshot
    if (weights := set_weights(desk.snapshot, settings.weights)).items:
        desk.set(weights)
    if (rules := set_rules_off(desk.snapshot, settings.rules_off)).items:
        desk.set(rules)
    if desk.snapshot is not before:
        set_saved(lambda saved: saved + 1)


def weight_panel(
    snapshot: Snapshot,
    weights: mo.ui.dictionary,
    switches: mo.ui.dictionary,
    presets: Sequence[mo.Html],
    more: Sequence[mo.Html],
    speak: Speaker,
) -> mo.Html | None:
    """What counts, the conditions and the rest she can set, one under the other; nothing without sign-ups."""
    if not snapshot.applications.height:
        return None
    fixed = Markup("").join(
        Markup("<li>{}</li>").format(speak(rule.label)) for rule in RULES if rule.is_fixed
    )
    reasons = Markup("").join(
        Markup("<li><strong>{}</strong> {}</li>").format(speak(one.label), speak(one.reason))
        for one in CRITERIA
    )
    why = Markup('<details><summary>{}</summary><ul class="mk-plain">{}</ul></details>').format(
        speak(say("Why these count")), reasons
    )
    always = Markup('<details><summary>{}</summary><ul class="mk-plain">{}</ul></details>').format(
        speak(say("Always on")), fixed
    )
    return mo.vstack(
        [
            html(Markup('<h2 class="mk-weights">{}</h2>').format(speak(say("What counts")))),
            weights.vstack(gap=0.6),
            html(why),
            *presets,
            heading(say("Conditions"), speak),
            switches.vstack(gap=0.6),
            html(always),
            *more,
        ],
        gap=0.8,
    )


def more_panel(opened: Opened | None, speak: Speaker) -> mo.Html | None:
    """The spread of the points and the cost of each condition, worked out only when she asks."""
    proposal = plan_for("more", opened)
    if proposal is None:
        return None
    items = Markup("").join(
        Markup("<li>{}: {}</li>").format(speak(cost.rule.label), speak(cost_line(cost)))
        for cost in rule_costs(proposal)
    )
    title = Markup("<h3>{}</h3>").format(speak(say("What each condition costs")))
    costs = html(Markup('<ul class="mk-plain">{}</ul>').format(items))
    return mo.vstack([spread_chart(proposal, speak), html(title), costs])
