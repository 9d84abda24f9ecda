"""The talks before the decision: who may talk to whom, why, and what was said, told without names."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.matching import Explanation, Proposal
from mentorkit.matching.insight.shortlist import Shortlist
from mentorkit.model import PreferenceKind, Side
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.names import Names
from mentorkit.views.table import html_table

KIND_LABELS: Mapping[PreferenceKind, Message] = {
    "prefer": say("gladly"),
    "neutral": say("either way is fine"),
    "avoid": say("rather not"),
}
"""What a mentee or a mentor can say after a talk."""

_NAMED = 2
_CONFIDED = "preferences"
"""The criterion that holds what the other side said: never a reason that is handed out."""


def reason_to_talk(explanation: Explanation, mentee: str, mentor: str) -> Message:
    """One sentence both may read: what speaks for the two; nothing low, nothing told in confidence."""
    strong = [part.criterion for part in explanation.strong if part.criterion.key != _CONFIDED]
    if not strong:
        return say("A talk will show how {mentor} suits {mentee}.", mentee=mentee, mentor=mentor)
    labels = [criterion.label for criterion in strong[:_NAMED]]
    return say("{mentor} suits {mentee} through: {strong}.", strong=labels, mentee=mentee, mentor=mentor)


def talks(made: Shortlist, proposal: Proposal, names: Names) -> Iterator[tuple[int, int]]:
    """The talks as row and column: by the name of the mentee, then the highest score first."""
    mentees = proposal.pool.candidates.mentees["id"].to_list()
    chosen = np.argwhere(made.chosen).tolist()
    places = (
        (names[mentees[row]], row, -float(proposal.score[row, column]), column) for row, column in chosen
    )
    yield from ((row, column) for _, row, _, column in sorted(places))


def shortlist_lines(made: Shortlist) -> list[Message]:
    """How many talks there are, and how evenly they are shared out."""
    count, most = int(made.chosen.sum()), made.cap
    if not count:
        return [say("There is nobody left to plan a talk for.")]
    mentees = int(made.chosen.any(axis=1).sum())
    return [
        say(
            "{talks} for {mentees}.",
            talks=say_count("{n} talk", "{n} talks", count),
            mentees=say_count("{n} mentee", "{n} mentees", mentees),
        ),
        say_count(
            "No mentor is asked for more than {n} talk; less is not possible.",
            "No mentor is asked for more than {n} talks; less is not possible.",
            most,
        ),
    ]


def talk_table(made: Shortlist, proposal: Proposal, who: Names, speak: Speaker) -> Markup:
    """Per mentee the mentors to talk to, the highest score first."""
    candidates = proposal.pool.candidates
    mentees = candidates.mentees["id"].to_list()
    listed: dict[int, list[str | Message]] = {}
    for row, column in talks(made, proposal, who):
        points = round(100 * float(proposal.score[row, column]))
        names = who.of_pair(candidates, row, column)
        listed.setdefault(row, []).append(f"{names['mentor']} ({points})")
    rows = ((who[mentees[row]], speak.write(mentors)) for row, mentors in listed.items())
    return html_table((say("Mentee"), say("Talks with (points)")), rows, speak)


def exposure_table(made: Shortlist, proposal: Proposal, names: Names, speak: Speaker) -> Markup:
    """To how many mentees each mentor is shown, the most first."""
    mentors = proposal.pool.candidates.mentors["id"].to_list()
    counts = zip((names[mentor] for mentor in mentors), made.exposure.tolist(), strict=True)
    rows = sorted(counts, key=lambda one: (-one[1], one[0]))
    return html_table((say("Mentor"), say("Number of talks")), rows, speak)


def said_line(snapshot: Snapshot) -> Message:
    """How much was recorded so far; never who said it, because the page may be read along."""
    counts = Counter(snapshot.preferences["kind"].to_list())
    if not counts:
        return say("Nothing is recorded yet.")
    told: list[str | Message] = [
        say_count("{n} time ‘{kind}’", "{n} times ‘{kind}’", counts[kind], kind=label)
        for kind, label in KIND_LABELS.items()
    ]
    return say("Recorded so far: {told}.", told=told)


def told_with_kept(done: Message, kept: Sequence[tuple[str, str]], names: Names) -> Message:
    """What to tell when words are recorded: also which confirmed pairs stay in spite of them."""
    if not kept:
        return done
    pairs = [
        say("{mentee} with {mentor}", mentee=names[mentee], mentor=names[mentor]) for mentee, mentor in kept
    ]
    return say(
        "{done} Confirmed already, so nothing changes for: {pairs}. Release the pair if it should end.",
        done=done,
        pairs=pairs,
    )


def participants_by_name(snapshot: Snapshot, role: Side) -> dict[str, str]:
    """The id of everybody who signed up in a role, by name."""
    names = Names.of(snapshot)
    return dict(sorted((names[person], person) for person in snapshot.participants(role)["id"].to_list()))
