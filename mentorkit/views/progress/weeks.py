"""What the table says in which the weeks of pairs are filled in."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from mentorkit.model import INITIATIVES, MEDIA, Meeting
from mentorkit.text import Message, Speaker, say

STATES: Mapping[str, Message] = {"held": say("talked"), "not_held": say("did not talk")}
"""What is noted of a talk."""

_PREPARED = Meeting.called_field("is_prepared")
_WORDS: Mapping[str, Message] = {
    **STATES,
    "unknown": say("not known"),
    "idle": say("no talk planned"),
    "pair": say("Pair"),
    "caption": say("Talks of the last weeks"),
    "minutes": Meeting.called_field("minutes"),
    "is_prepared": _PREPARED,
    "save": say("Save these weeks"),
    "by_keyboard": say("By keyboard"),
    "unsaved": say("Not saved yet: 0"),
}
_KEYS: Mapping[str, Message] = {
    "1": STATES["held"],
    "0": STATES["not_held"],
    "?": _WORDS["unknown"],
    "↓": say("next pair"),
    "+ −": say("a quarter of an hour more or less"),
    "e m b": say("initiative of the mentee, the mentor, both of them"),
    "i v t s": say("in person, by video call, by phone, in writing"),
    "p": _PREPARED,
    "Ctrl + Enter": say("save"),
}


def table_words(speak: Speaker) -> dict[str, Any]:
    """The words of the table; those of a way of meeting, of an initiative and of a key by what they mean."""
    return {
        **{key: speak(said) for key, said in _WORDS.items()},
        "medium": {key: speak(said) for key, said in MEDIA.items()},
        "initiative": {key: speak(say("initiative: {who}", who=who)) for key, who in INITIATIVES.items()},
        "keys": [[key, speak(said)] for key, said in _KEYS.items()],
        "language": speak.language,
    }


def week_names(monday: date, speak: Speaker) -> list[str]:
    """A week by its Monday, at length and by its number."""
    called = say("week of {day}", day=monday), say("week {n}", n=monday.isocalendar().week)
    return [monday.isoformat(), *map(speak, called)]
