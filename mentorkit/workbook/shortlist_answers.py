"""The shortlist as it comes back: what people said after they talked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import get_args

from mentorkit.frames import Snapshot
from mentorkit.model import Finding, PreferenceKind, Side
from mentorkit.reading.apart import read_apart
from mentorkit.reading.xlsx.workbook import Workbook
from mentorkit.text import LANGUAGES, Message, say, speaker
from mentorkit.text.compare import tidy
from mentorkit.views.pairing.preferences import KIND_LABELS
from mentorkit.workbook.shortlist_workbook import ANSWER, KEYS

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
    def about(self) -> tuple[str, str, Side]:
        """The pair, and the side that said it."""
        return self.mentee, self.mentor, self.side


@dataclass(frozen=True)
class Answers:
    """The words in a shortlist that was filled in, and what could not be read."""

    words: tuple[Word, ...]
    findings: tuple[Finding, ...]


def read_answers(snapshot: Snapshot, name: str, content: bytes) -> Answers:
    """The answers in a shortlist workbook; an empty cell is no answer and takes nothing back.

    Rows about people who are not signed up and answers that are not on the list become
    problems. Raises FileRefused when the file is not safe to read or damaged.
    """
    book = read_apart(name, content)
    raws = book.sheets if isinstance(book, Workbook) else ()
    sheets = [_Sheet.of(f"{name}, {raw.title}", raw.rows) for raw in raws if raw.state == "visible"]
    if not any(sheets):
        message = say(
            "This is not a shortlist from this page. Save the shortlist here and fill in that file."
        )
        return Answers((), (Finding(name, None, None, None, message),))
    found = [one for sheet in sheets if sheet for one in sheet.answers(snapshot)]
    words = {one.about: one for one in found if isinstance(one, Word)}
    return Answers(tuple(words.values()), tuple(one for one in found if isinstance(one, Finding)))


@dataclass(frozen=True)
class _Sheet:
    """One sheet of a shortlist: where it stands, its rows, and the columns of the answer and the keys."""

    file: str
    rows: Sequence[tuple[int, Cells]]
    columns: Sequence[int]
    heading: str

    @classmethod
    def of(cls, file: str, rows: Sequence[tuple[int, Cells]]) -> "_Sheet | None":
        """The sheet, found by its headings; None when it is no shortlist."""
        headings = {speaker(language)(ANSWER) for language in LANGUAGES}
        for place, (_, row) in enumerate(islice(rows, _SEARCHED), start=1):
            heads = [str(tidy(cell)) for cell in row]
            answer = next((head for head in heads if head in headings), None)
            if answer and all(key in heads for key in KEYS):
                columns = [heads.index(one) for one in (answer, *KEYS)]
                return cls(file, rows[place:], columns, answer)
        return None

    def answers(self, snapshot: Snapshot) -> Iterator[Word | Finding]:
        """A word or a problem for every row with an answer; a second answer on a pair is a problem."""
        mentees, mentors = (set(snapshot.participants(role)["id"]) for role in get_args(Side))
        seen: set[tuple[str, ...]] = set()
        for number, cells in self.rows:
            said = dict(enumerate(map(tidy, cells)))
            answer, *key = map(said.get, self.columns)
            if answer is None:
                continue
            mentee, mentor, side = map(str, key)
            kind = _KINDS.get(str(answer).casefold())
            if mentee not in mentees or mentor not in mentors or side not in get_args(Side):
                yield self._finding(number, answer, _STRANGER)
            elif kind is None:
                yield self._finding(number, answer, _NOT_ON_THE_LIST)
            elif (mentee, mentor, side) in seen:
                yield self._finding(number, answer, _TWICE)
            else:
                yield Word(mentee, mentor, "mentee" if side == "mentee" else "mentor", kind)
            seen.add((mentee, mentor, side))

    def _finding(self, number: int, answer: object, message: Message) -> Finding:
        return Finding(self.file, number, self.heading, str(answer), message)


_KINDS: dict[str, PreferenceKind] = {
    speaker(language)(label).casefold(): kind for language in LANGUAGES for kind, label in KIND_LABELS.items()
}
_STRANGER = say(
    "This row is about somebody who is not signed up any more, or its hidden columns were changed. "
    "Save the shortlist again if the answer is needed."
)
_NOT_ON_THE_LIST = say("Choose one of: {kinds}.", kinds=list(KIND_LABELS.values()))
_TWICE = say("This side answered twice about these two; the first answer counts.")
