"""What came of working out a decision again, in one sentence."""

from collections.abc import Mapping

from mentorkit.matching.decision.replay import Replay, ReplayOutcome
from mentorkit.text import Message, say, say_count

_TABLES: Mapping[str, Message] = {
    "people": say("personal details"),
    "applications": say("answers in the sign-ups"),
    "preferences": say("preferences after the talks"),
    "pairs": say("earlier pairs"),
}

_ALWAYS: Mapping[ReplayOutcome, Message] = {
    ReplayOutcome.ALTERED: say(
        "This record was altered after the decision: its fingerprint differs. "
        "Compare it with a backup of the programme from that time."
    ),
    ReplayOutcome.EARLIER: say(
        "This record was made by an earlier version of mentorkit and cannot be worked out again here."
    ),
    ReplayOutcome.IDENTICAL: say("Identical: the same data and settings give exactly this proposal again."),
}


def replay_sentence(found: Replay) -> Message:
    """The outcome, and what the coordinator can conclude from it."""
    if found.outcome in _ALWAYS:
        return _ALWAYS[found.outcome]
    if found.outcome is ReplayOutcome.CHANGED:
        return _changed(found)
    if not found.moved:
        return say("The pairs are the same, but their points or the reasons around them are not.")
    return say_count(
        "The data are the same, but this version of mentorkit gives {n} mentee another mentor.",
        "The data are the same, but this version of mentorkit gives {n} mentees another mentor.",
        found.moved,
    )


def _changed(found: Replay) -> Message:
    tables = [_TABLES.get(table, say("other data")) for table in found.tables]
    if not found.moved:
        return say(
            "Changed since the decision: {tables}. With the data of now the proposal is still the same.",
            tables=tables,
        )
    return say_count(
        "Changed since the decision: {tables}. With the data of now, {n} mentee would get another mentor.",
        "Changed since the decision: {tables}. With the data of now, {n} mentees would get another mentor.",
        found.moved,
        tables=tables,
    )
