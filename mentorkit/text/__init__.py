"""Language: messages as data, spoken in Dutch or English."""

from mentorkit.text.language import LANGUAGES, Language, Speaker, reader, speaker
from mentorkit.text.message import Message, Month, Tongue, Value, say, say_count

__all__ = [
    "LANGUAGES",
    "Language",
    "Message",
    "Speaker",
    "Month",
    "Tongue",
    "Value",
    "reader",
    "say",
    "say_count",
    "speaker",
]
