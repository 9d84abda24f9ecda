"""Sets of weights to start from, per aim of a programme; our own judgement."""

from collections.abc import Mapping
from dataclasses import dataclass

from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.propose import DEFAULT_WEIGHTS
from mentorkit.text import Message, say


@dataclass(frozen=True)
class Preset:
    """A name and a weight 0–100 for every criterion."""

    label: Message
    weights: Mapping[str, float]


def _with(**changed: float) -> dict[str, float]:
    return {**DEFAULT_WEIGHTS, **changed}


PRESETS: tuple[Preset, ...] = (
    Preset(say("Balanced (advised)"), DEFAULT_WEIGHTS),
    Preset(
        say("Passing on knowledge"),
        _with(goal_coverage=50, experience_gap=20, values_style=10, preferences=5, practical_fit=10),
    ),
    Preset(
        say("Helping newcomers settle in"),
        _with(
            goal_coverage=15,
            values_style=25,
            practical_fit=25,
            shared_interests=10,
            proximity=10,
            other_unit=0,
        ),
    ),
    Preset(
        say("Following what people asked for"),
        _with(preferences=40, goal_coverage=25, values_style=10, practical_fit=10),
    ),
    Preset(say("Everything equal"), {c.key: 10.0 if c.weight else 0.0 for c in CRITERIA}),
)
