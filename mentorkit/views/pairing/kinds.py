"""Kinds of mentoring, and what they mean."""

from collections.abc import Mapping

from mentorkit.model import RelationType
from mentorkit.text import Message, say

MEANING: Mapping[RelationType, Message] = {
    "classic": say("a more experienced mentor guides one mentee for a longer time"),
    "reverse": say("the less experienced person is the mentor; more experience counts the other way round"),
    "peer": say("equals learn from each other; goals count in both directions, experience does not"),
    "buddy": say("a colleague of about the same level, longer on the way, helps a newcomer to settle in"),
    "flash": say("one talk about one question"),
    "group": say("one mentor with several mentees at once; the mentor can ask for a minimum number"),
}
"""What each kind is, in one line."""
