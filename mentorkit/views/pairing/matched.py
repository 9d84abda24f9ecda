"""The words that made the texts of a pair alike, quoted from both."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from mentorkit.matching.candidates import Candidates
from mentorkit.matching.criteria.goal_coverage import CRITERION
from mentorkit.matching.insight.matched_words import Match, matched_words
from mentorkit.text import Speaker, say
from mentorkit.text.topics import meaning_of
from mentorkit.views.names import Names

((_WANTED, _OFFERED),) = CRITERION.answers
_ROW = Markup('<tr><td class="mk-quiet" colspan="5">{said}</td></tr>')


def matched_row(pool: Candidates, place: tuple[int, int], speak: Speaker, names: Names) -> Markup:
    """A row for the card of the pair at `place` (row and column of the pool); safe HTML.

    Of people whose name is hidden only topics are quoted: any other word may be a name.
    """
    row, column = place
    is_blind = pool.mentees["id"][row] in names.hidden or pool.mentors["id"][column] in names.hidden
    matches = [match for match in matched_words(pool, row, column) if match.topic or not is_blind]
    if not matches:
        return _ROW.format(said=speak(say("No words or topics in common.")))
    words = [_quoted(match, speak) for match in matches]
    return _ROW.format(said=speak(say("Matched words: {words}.", words=words)))


def same_row(pool: Candidates, place: tuple[int, int], speak: Speaker) -> Markup:
    """A row for the card with goals and topics that are one topic in other words; empty without any."""
    mentee, mentor = pool.mentees.row(place[0], named=True), pool.mentors.row(place[1], named=True)
    sides = [(mentee, mentor), (mentor, mentee)][: 1 + (pool.relation_type == "peer")]
    said = [pair for wanting, offering in sides for pair in _same(wanting, offering, pool.topic_names)]
    if not said:
        return Markup("")
    words = [f"“{wanted}” / “{offered}”" for wanted, offered in said]
    return _ROW.format(said=speak(say("The same in other words: {words}.", words=words)))


def _same(
    wanting: Mapping[str, Any], offering: Mapping[str, Any], own: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Goals of one beside topics of the other that mean the same and are written otherwise."""
    offered = {meaning_of(topic, own): topic for topic in offering[_OFFERED] or ()}
    both = [(goal, offered.get(meaning_of(goal, own) or "")) for goal in wanting[_WANTED] or ()]
    return [(goal, topic) for goal, topic in both if topic and topic.casefold() != goal.casefold()]


def _quoted(match: Match, speak: Speaker) -> str:
    """Both people's words, once where they are the same, behind the topic unless that is the word."""
    label = match.topic.label(speak.language) if match.topic else ""
    said = {text.casefold(): f"“{text}”" for text in (match.wanted, match.offered)}
    words = " / ".join(said.values())
    return f"{label} ({words})" if label and said.keys() != {label.casefold()} else words
