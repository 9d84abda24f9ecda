"""Why two people were put together, in words that both may read: topics and practical fit, and no more."""

from collections.abc import Iterable, Mapping

from mentorkit.matching.criteria import goal_coverage, practical_fit
from mentorkit.model.fields import ANSWERS, Kind
from mentorkit.text import Message, Speaker, say
from mentorkit.text.topics import as_compared, meaning_of, topics
from mentorkit.views.quotes import in_words
from mentorkit.views.start.two import Two

_THEMES = {
    False: say("{mentee} wants to learn about {themes}, and {mentor} can help with that."),
    True: say("{mentor} would like to learn about {themes} too, and {mentee} can help with that."),
}
_CONTACTS = say("{mentor} can bring {mentee} in touch with: {whom}.")
_PRACTICAL: Mapping[Kind, Message] = {
    "language codes": say("You both speak {what}."),
    "choices": say("You both like to talk {what}."),
    "list": say("You are often both free: {what}."),
}
"""What is said of answers that both gave alike, by the kind of answer."""


def shared_themes(two: Two, own: Mapping[str, str], speak: Speaker) -> list[str]:
    """What one wants to learn that the other offers; between peers both ways.

    `own` are the programme's own topics, see `Programme.topic_names`. What only one of the two named stays
    with that one.
    """
    ((wanted, offered),) = goal_coverage.CRITERION.answers
    mentee, mentor = two.people["mentee"], two.people["mentor"]
    ways = [(False, mentee, mentor)]
    if two.pair.relation_type == "peer":
        ways.append((True, mentor, mentee))
    found = (
        (turned, _in_common(who.get(wanted) or (), other.get(offered) or (), own, speak))
        for turned, who, other in ways
    )
    return [speak(_THEMES[turned].filled(themes=shared, **two.first)) for turned, shared in found if shared]


def practical_reasons(two: Two, speak: Speaker) -> list[str]:
    """Languages, ways to meet and free moments that both named."""
    sides = two.people["mentee"], two.people["mentor"]
    lines = []
    for answer, _ in practical_fit.CRITERION.answers:
        first, second = (side.get(answer) or () for side in sides)
        taken = {as_compared(one) for one in second}
        shared = [one for one in first if as_compared(one) in taken]
        if shared:
            said = _PRACTICAL[ANSWERS[answer].kind].filled(what=in_words(answer, shared, speak))
            lines.append(speak(said))
    return lines


def contacts(two: Two, speak: Speaker) -> list[str]:
    """Whom the mentor can bring the mentee in touch with, as was told at the sign-up."""
    known = two.people["mentor"].get("network") or ()
    return [speak(_CONTACTS.filled(whom=list(known), **two.first))] if known else []


def _in_common(
    wanted: Iterable[str], offered: Iterable[str], own: Mapping[str, str], speak: Speaker
) -> list[str]:
    """The topics that both named, each once, as the glossary calls it or as it was written."""
    given = {meaning_of(one, own) or as_compared(one) for one in offered}
    asked = {meaning_of(one, own) or as_compared(one): one for one in wanted}
    known, shared = topics(), [key for key in asked if key in given]
    return [known[key].label(speak.language) if key in known else asked[key] for key in shared]
