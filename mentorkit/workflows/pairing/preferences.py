"""What people said after they talked: recorded by hand, or read from the shortlist that was filled in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import get_args
from uuid import NAMESPACE_OID, uuid5

from mentorkit.documents.shortlist_workbook import ANSWER, KEYS
from mentorkit.frames import Snapshot, rows_of
from mentorkit.model import Change, Changes, Delete, Finding, Insert, Preference, PreferenceKind, Side, Update
from mentorkit.reading.apart import read_apart
from mentorkit.reading.xlsx.workbook import Workbook
from mentorkit.text import LANGUAGES, Message, say, speaker
from mentorkit.text.compare import tidy
from mentorkit.views.pairing.preferences import KIND_LABELS
from mentorkit.workflows.pairing.pairing import active_pairs

_SEARCHED = 20

Cells = Sequence[object]


@dataclass(frozen=True)
class Word:
    """What one side said of a pair (ids of people); no kind takes an earlier word back."""

    mentee: str
    mentor: str
    side: Side
    kind: PreferenceKind | None

    @property
    def id(self) -> str:
        """The id of its row: one side has one word on a pair, so two windows cannot record two."""
        return uuid5(NAMESPACE_OID, f"{self.mentee}|{self.mentor}|{self.side}").hex


@dataclass(frozen=True)
class Answers:
    """The words in a shortlist that was filled in, and what could not be read."""

    words: tuple[Word, ...]
    findings: tuple[Finding, ...]


def set_preferences(snapshot: Snapshot, words: Iterable[Word]) -> Changes:
    """Record words, each in place of an earlier one of the same side on the same pair.

    Of several words of one side on one pair the last one counts; what is recorded already
    changes nothing.
    """
    known = {
        (row.mentee_id, row.mentor_id, row.side): row for row in rows_of(snapshot.preferences, Preference)
    }
    last = {(word.mentee, word.mentor, word.side): word for word in words}
    items = (_change(word, known.get(key)) for key, word in last.items())
    return Changes("preferences", tuple(item for item in items if item is not None))


def still_together(snapshot: Snapshot, words: Iterable[Word]) -> tuple[tuple[str, str], ...]:
    """Confirmed pairs (ids of mentee and mentor) that stay although one of the words asks to avoid them."""
    confirmed = set(active_pairs(snapshot).select("mentee_id", "mentor_id").rows())
    avoided = dict.fromkeys((word.mentee, word.mentor) for word in words if word.kind == "avoid")
    return tuple(pair for pair in avoided if pair in confirmed)


def read_answers(snapshot: Snapshot, name: str, content: bytes) -> Answers:
    """The answers in a shortlist workbook; an empty cell is no answer and takes nothing back.

    Rows about people who are not signed up and answers that are not on the list become
    problems. Raises FileRefused when the file is not safe to read or damaged.
    """
    book = read_apart(name, content)
    sheets = book.sheets if isinstance(book, Workbook) else []
    found: dict[tuple[str, str, Side], Word] = {}
    findings: list[Finding] = []
    is_shortlist = False
    for raw in sheets:
        sheet = _Sheet.of(f"{name}, {raw.title}", raw.rows) if raw.state == "visible" else None
        is_shortlist = is_shortlist or sheet is not None
        for one in sheet.answers(snapshot) if sheet else ():
            if isinstance(one, Finding):
                findings.append(one)
            else:
                found[one.mentee, one.mentor, one.side] = one
    if not is_shortlist:
        message = say(
            "This is not a shortlist from this page. Save the shortlist here and fill in that file."
        )
        findings.append(Finding(name, None, None, None, message))
    return Answers(tuple(found.values()), tuple(findings))


def _change(word: Word, earlier: Preference | None) -> Change | None:
    if word.kind is None:
        return Delete(earlier) if earlier else None
    if earlier is None:
        row = Preference(
            id=word.id, mentee_id=word.mentee, mentor_id=word.mentor, side=word.side, kind=word.kind
        )
        return Insert(row)
    return None if earlier.kind == word.kind else Update(earlier.model_copy(update={"kind": word.kind}))


@dataclass(frozen=True)
class _Sheet:
    """One sheet of a shortlist: where it stands, its rows, and the columns of the keys and the answer."""

    file: str
    rows: Sequence[tuple[int, Cells]]
    keys: tuple[int, ...]
    answer: int
    heading: str

    @classmethod
    def of(cls, file: str, rows: Sequence[tuple[int, Cells]]) -> "_Sheet | None":
        """The sheet, found by its headings; None when it is no shortlist."""
        headings = {speaker(language)(ANSWER) for language in LANGUAGES}
        for place, (_, row) in enumerate(islice(rows, _SEARCHED), start=1):
            heads = [tidy(cell) for cell in row]
            answers = [column for column, head in enumerate(heads) if head in headings]
            if answers and all(key in heads for key in KEYS):
                keys = tuple(heads.index(key) for key in KEYS)
                return cls(file, rows[place:], keys, answers[0], str(heads[answers[0]]))
        return None

    def answers(self, snapshot: Snapshot) -> Iterator[Word | Finding]:
        """A word or a problem for every row with an answer; a second answer on a pair is a problem."""
        mentees, mentors = (set(snapshot.participants(role)["id"]) for role in get_args(Side))
        seen: set[tuple[str, ...]] = set()
        for number, cells in self.rows:
            answer = tidy(_at(cells, self.answer))
            if answer is None:
                continue
            key = tuple(str(tidy(_at(cells, place))) for place in self.keys)
            kind = _KINDS.get(str(answer).casefold())
            if key[0] not in mentees or key[1] not in mentors or key[2] not in get_args(Side):
                yield self._finding(number, answer, _STRANGER)
            elif kind is None:
                yield self._finding(number, answer, _NOT_ON_THE_LIST)
            elif key in seen:
                yield self._finding(number, answer, _TWICE)
            else:
                yield Word(key[0], key[1], "mentee" if key[2] == "mentee" else "mentor", kind)
            seen.add(key)

    def _finding(self, number: int, answer: object, message: Message) -> Finding:
        return Finding(self.file, number, self.heading, str(answer), message)


def _at(cells: Cells, place: int) -> object:
    return cells[place] if place < len(cells) else None


_KINDS: dict[str, PreferenceKind] = {
    speaker(language)(label).casefold(): kind for language in LANGUAGES for kind, label in KIND_LABELS.items()
}
_STRANGER = say(
    "This row is about somebody who is not signed up any more, or its hidden columns were changed. "
    "Save the shortlist again if the answer is needed."
)
_NOT_ON_THE_LIST = say("Choose one of: {kinds}.", kinds=list(KIND_LABELS.values()))
_TWICE = say("This side answered twice about these two; the first answer counts.")
