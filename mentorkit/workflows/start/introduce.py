"""What introduces pairs: all files of it at once, without a browser, and texts in words of her own."""

from collections.abc import Callable, Iterator, Sequence

from mentorkit.documents.agreement import agreements
from mentorkit.documents.introductions import letters, mail_drafts, merge_workbook
from mentorkit.documents.kick_off import kick_offs
from mentorkit.documents.texts import Text, as_kept, check_text, text_of
from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import Changes, Delete, OwnText, Programme, TextKey
from mentorkit.model.change import kept
from mentorkit.text import Language, Speaker, say
from mentorkit.views.start.two import Two, pairs_at_start


def introductions_of(
    snapshot: Snapshot, speak: Speaker, tell: Callable[[int, int], None]
) -> Iterator[tuple[str, bytes]]:
    """The files that introduce all pairs, each with its name; raises NotLawful when there is no pair.

    `tell` hears how many papers of how many are made.
    """
    pairs = pairs_at_start(snapshot)
    if not pairs:
        raise NotLawful(say("No pair is confirmed yet. Confirm pairs on the page Pairing first."))
    found = letters(snapshot, pairs, "introduction", speak)
    yield speak(say("mails-to-merge.xlsx")), merge_workbook(found, speak)
    yield speak(say("drafts.zip")), mail_drafts(found)
    sheets, agreed = papers(snapshot.programme, pairs, speak, tell)
    yield speak(say("first-talks.zip")), sheets
    yield speak(say("agreements.zip")), agreed


def papers(
    programme: Programme, pairs: Sequence[Two], speak: Speaker, tell: Callable[[int, int], None]
) -> tuple[bytes, bytes]:
    """The sheets for first talks and the agreements of pairs, each as one zip; `tell` as above."""

    def one_by_one(done: int) -> Iterator[Two]:
        for two in pairs:
            yield two
            done += 1
            tell(done, 2 * len(pairs))

    sheets = kick_offs(programme, one_by_one(0), speak)
    return sheets, agreements(programme, one_by_one(len(pairs)), speak)


def set_text(snapshot: Snapshot, key: TextKey, language: Language, text: Text) -> Changes:
    """Keep a text in place of ours, unless it says the same; refused as `check_text` does."""
    text = as_kept(text)
    check_text(text, language)
    known = snapshot.rows(OwnText)
    own = f"{key}.{language}"
    if text == text_of(key, language):
        return Changes("text", tuple(Delete(row) for row in known if row.id == own))
    row = OwnText(id=own, text_key=key, language=language, subject=text.subject, body=text.body)
    return Changes("text", kept(known, [row]))
