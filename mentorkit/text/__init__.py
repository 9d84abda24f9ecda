"""Language: messages as data, spoken in Dutch or English."""

from mentorkit.text.language import LANGUAGES, Language, Speaker, speaker
from mentorkit.text.message import Message, Tongue, Value, say, say_count

__all__ = ["LANGUAGES", "Language", "Message", "Speaker", "Tongue", "Value", "say", "say_count", "speaker"]
