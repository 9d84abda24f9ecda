"""From confirmed pairs to first talks: everything that introduces them, without a browser."""

from collections.abc import Iterator

from mentorkit.documents.agreement import agreements
from mentorkit.documents.introductions import letters, mail_drafts, merge_workbook
from mentorkit.documents.kick_off import kick_offs
from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.text import Speaker, say
from mentorkit.views.start.two import pairs_at_start


def introductions_of(snapshot: Snapshot, speak: Speaker) -> Iterator[tuple[str, bytes]]:
    """The files that introduce all pairs, each with its name; raises NotLawful when there is no pair."""
    pairs, programme = pairs_at_start(snapshot), snapshot.programme
    if not pairs:
        raise NotLawful(say("No pair is confirmed yet."))
    found = letters(snapshot, pairs, "introduction", speak)
    yield speak(say("mails-to-merge.xlsx")), merge_workbook(found, speak)
    yield speak(say("drafts.zip")), mail_drafts(found)
    yield speak(say("first-talks.zip")), kick_offs(programme, pairs, speak)
    yield speak(say("agreements.zip")), agreements(programme, pairs, speak)
