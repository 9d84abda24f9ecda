"""Points of support and those who help, in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from mentorkit.frames import Snapshot
from mentorkit.matching import Pool
from mentorkit.matching.insight.scenarios import stored_settings
from mentorkit.matching.insight.second_mentor import second_mentors
from mentorkit.model import Issue, SelfCheck, ThirdParty
from mentorkit.model.support import HELP_KINDS, ISSUE_KINDS, ISSUE_STATES, IssueKind
from mentorkit.questions.guidance import Card, cards_for
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.names import Names

_REMEDY: Mapping[IssueKind, str] = {
    "communication": "R204",
    "feedback": "R205",
    "time": "R206",
    "bandwidth": "R207",
    "needs": "R146",
}


def open_issues(snapshot: Snapshot) -> list[Issue]:
    """Points that are not solved, the one that is due first on top."""
    found = (one for one in snapshot.rows(Issue) if one.state != "solved")
    return sorted(found, key=lambda one: (str(one.next_on or "9"), one.noted_on, one.id))


def support_headline(snapshot: Snapshot, today: date) -> Message:
    """How many points are open, and how many are due."""
    found = open_issues(snapshot)
    due = sum(one.next_on is not None and one.next_on <= today for one in found)
    if not found:
        return say("Nothing is open. Note here what gets in the way of a pair, as soon as you hear of it.")
    return say_count(
        "{n} point is open; {due} due now.", "{n} points are open; {due} due now.", len(found), due=due
    )


def issue_called(one: Issue, names: Mapping[str, str], speak: Speaker) -> str:
    """A point in a list: the pair and what gets in the way."""
    return f"{names.get(one.pair_id, '–')}: {speak(ISSUE_KINDS[one.kind])}"


def issue_rows(snapshot: Snapshot, names: Mapping[str, str], speak: Speaker) -> Iterator[tuple[str, ...]]:
    """Every open point: the pair, what, since when, who takes it up, when next, how far, and to whom."""
    people, others = Names.of(snapshot), {one.id: one.name for one in snapshot.rows(ThirdParty)}
    for one in open_issues(snapshot):
        to = [others[one.third_party_id]] if one.third_party_id else []
        to += [people[one.second_mentor_id]] if one.second_mentor_id else []
        yield (
            names.get(one.pair_id, "–"),
            speak(ISSUE_KINDS[one.kind]),
            speak.write(one.noted_on),
            one.owner,
            speak.write(one.next_on) if one.next_on else "",
            speak(ISSUE_STATES[one.state]),
            ", ".join(to),
        )


def cards_against(kind: IssueKind) -> tuple[Card, ...]:
    """What helps against one kind of point; everything when it is of no kind."""
    cards = cards_for("support")
    return tuple(card for card in cards if card.key == _REMEDY.get(kind, card.key))


def contact_rows(snapshot: Snapshot, speak: Speaker) -> list[tuple[str, str, str]]:
    """Who outside the programme helps with what, and how to reach them."""
    found = sorted(snapshot.rows(ThirdParty), key=lambda one: (one.helps_with, one.name))
    return [(one.name, speak(HELP_KINDS[one.helps_with]), one.reached_at) for one in found]


def second_mentor_rows(
    snapshot: Snapshot, mentee: str, names: Names, speak: Speaker
) -> list[tuple[str, str, int, str]]:
    """Mentors who may join for what the first cannot give: the id, the name, the points, what they add."""
    pool = Pool.of(snapshot)
    mentors, topics = pool.candidates.mentors["id"], snapshot.programme.topic_names
    return [
        (
            mentors[one.column],
            names[mentors[one.column]],
            round(100 * one.score),
            ", ".join(topics.get(topic, topic) for topic in one.adds)
            or speak(say("nothing more that was asked for")),
        )
        for one in second_mentors(pool, stored_settings(snapshot.programme), mentee)
    ]


def self_check_line(rows: Iterable[SelfCheck]) -> Message:
    """How many self-checks were given and are done."""
    listed = [*rows]
    done = sum(one.done_on is not None for one in listed)
    if not listed:
        return say("No self-check was given yet.")
    return say_count(
        "{n} self-check was given; {done} done.",
        "{n} self-checks were given; {done} done.",
        len(listed),
        done=done,
    )
