"""What a sort of programme usually has; it fills what is open, and leaves what was chosen."""

from collections.abc import Iterator, Mapping
from typing import Any

from mentorkit.model import Framework, Programme
from mentorkit.model.programme import KINDS, Profile
from mentorkit.text import Message, say
from mentorkit.views.presets import PRESETS
from mentorkit.views.programme.framework import PLANS, PROFILES

_SETTINGS: Mapping[str, Any] = {"relation_type": "classic", "weights": {}}
"""What stands beside the framework, with what it is before anything was chosen."""

_WORDS: Mapping[Any, Message] = {**KINDS, **PLANS}

_BALANCED: dict[str, float] = {}  # what is advised, also when that changes
_KNOWLEDGE, _NEWCOMERS = (dict(preset.weights) for preset in PRESETS[1:3])


def _usual(weeks: int, days: int, hours: float, plan: str, kind: str, weights: dict[str, float]) -> Any:
    return {
        "duration_weeks": weeks,
        "meeting_interval_days": days,
        "talk_minutes": 60,
        "hours_a_month": hours,
        "plan": plan,
        "relation_type": kind,
        "weights": weights,
    }


DEFAULTS: Mapping[Profile, Mapping[str, Any]] = {
    "onboarding": _usual(26, 14, 3, "light", "buddy", _NEWCOMERS),
    "talent": _usual(52, 21, 3, "full", "classic", _BALANCED),
    "knowledge": _usual(52, 14, 4, "full", "classic", _KNOWLEDGE),
    "remote": _usual(26, 14, 3, "light", "classic", _NEWCOMERS | {"proximity": 0.0}),
    "reverse": _usual(26, 21, 2, "light", "reverse", _BALANCED),
    "peer": _usual(26, 14, 2, "light", "peer", _BALANCED),
    "flash": _usual(4, 28, 1, "none", "flash", _KNOWLEDGE),
    "own": {},
}
"""The usual rhythm, plan, kind and weights of each sort; our own judgement, to be changed."""


def sort_settings(programme: Programme, profile: Profile) -> tuple[dict[str, Any], Message]:
    """The settings of the programme as one of a sort, and what that filled in and what stays as chosen."""
    fresh, kept = _follow(programme, profile)
    parts = {name: value for name, value in fresh.items() if name not in _SETTINGS}
    framework = programme.framework.model_copy(update={**parts, "profile": profile})
    settings = {name: value for name, value in fresh.items() if name in _SETTINGS}
    told = say(
        "The programme is of this sort: {sort}. {filled} {kept}",
        sort=PROFILES[profile],
        filled=say("Filled in: {what}.", what=list(_told(fresh))) if fresh else "",
        kept=say("What you chose yourself stays: {what}.", what=list(_told(kept))) if kept else "",
    )
    return {"framework": framework, **settings}, told


def _follow(programme: Programme, profile: Profile) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the sort fills in, and what stays: all that is neither open nor what the former sort filled in."""
    former = DEFAULTS[programme.framework.profile] if programme.framework.profile else {}
    fresh: dict[str, Any] = {}
    kept: dict[str, Any] = {}
    for name, usual in DEFAULTS[profile].items():
        now = getattr(programme if name in _SETTINGS else programme.framework, name)
        if now in (None, _SETTINGS.get(name), former.get(name)):
            fresh |= {} if now == usual else {name: usual}
        elif now != usual:
            kept[name] = now
    return fresh, kept


def _told(values: Mapping[str, Any]) -> Iterator[Message]:
    """Each setting with its value in words."""
    for name, value in values.items():
        label = Programme.label_of(name) if name in _SETTINGS else Framework.label_of(name)
        if name == "weights":
            yield say("what counts in the pairing")
        else:
            spoken = _WORDS.get(value, value)
            yield say("{field} {value}", field=label, value=spoken)
