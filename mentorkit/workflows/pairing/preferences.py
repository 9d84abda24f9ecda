"""What people said after they talked, recorded."""

from collections.abc import Iterable

from mentorkit.frames import Snapshot
from mentorkit.model import Changes, Delete, Preference, PreferenceKind
from mentorkit.model.change import kept
from mentorkit.model.row import id_of
from mentorkit.workbook.shortlist_answers import Word


def set_preferences(snapshot: Snapshot, words: Iterable[Word]) -> Changes:
    """Record words, each in place of an earlier one of the same side on the same pair.

    Of several words of one side on one pair the last one counts; what is recorded already
    changes nothing.
    """
    known = {(row.mentee_id, row.mentor_id, row.side): row for row in snapshot.rows(Preference)}
    last = {word.about: word for word in words}
    gone = (known[about] for about, word in last.items() if word.kind is None and about in known)
    said = [_said(word, word.kind, known.get(word.about)) for word in last.values() if word.kind]
    kept_now = kept(known.values(), said)
    return Changes("preferences", (*map(Delete, gone), *kept_now))


def still_together(snapshot: Snapshot, words: Iterable[Word]) -> tuple[tuple[str, str], ...]:
    """Confirmed pairs (ids of mentee and mentor) that stay although one of the words asks to avoid them."""
    confirmed = set(snapshot.active_pairs.select("mentee_id", "mentor_id").rows())
    avoided = dict.fromkeys((word.mentee, word.mentor) for word in words if word.kind == "avoid")
    return tuple(pair for pair in avoided if pair in confirmed)


def _said(word: Word, kind: PreferenceKind, earlier: Preference | None) -> Preference:
    mentee, mentor, side = word.about
    own = earlier.id if earlier else id_of(*word.about)
    return Preference(id=own, mentee_id=mentee, mentor_id=mentor, side=side, kind=kind)
