"""Whether both want their pair, out and back: three questions for a form, and the answers in a file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from mentorkit.documents.who_answers import (
    NOBODY,
    OF_WHOM,
    Answerers,
    Said,
    finding_in,
    naming_columns,
)
from mentorkit.frames import Snapshot
from mentorkit.intake import Table, read_file
from mentorkit.intake.values.cells import as_text, yes_or_no
from mentorkit.model import DeclineReason, Finding, Pair, Side
from mentorkit.model.decline import DECLINE_REASONS
from mentorkit.model.pairing import LONGEST_REASON
from mentorkit.text import Message, Speaker, say
from mentorkit.text.compare import folded, forms_of

_ASKED: Mapping[str, tuple[Message, ...]] = {
    "answer": (say("Do you want to start with this pair?"), say("Answer")),
    "whom": (say("With whom were you put together?"), say("With whom")),
    "reason": (say("If you would rather not: why?"), say("Reason")),
}
"""What is asked, and how a list of the coordinator's own may call it."""

_NO_ANSWER = say("This is no yes and no no. Ask, and correct it in the file.")
_WHICH = say("This person has several pairs. Add a column “With whom” that names the other one.")
_OTHER = say("These two are no pair. Correct one of the two names in the file.")
_BOTH = say("Another row says the opposite for this pair. Ask which of the two holds, and leave one of them.")
_OWN_REASON = say("This reason is not on the list. It is kept as your own remark.")


@dataclass(frozen=True)
class PairAnswer:
    """The yes or no of one side to a pair; `reason` and `remark` belong to a no."""

    pair_id: str
    side: Side
    is_yes: bool
    reason: DeclineReason = "untold"
    remark: str = ""


@dataclass(frozen=True)
class PairAnswers:
    """What was read: each side of each pair once, and the rows that cannot be told."""

    answers: tuple[PairAnswer, ...]
    findings: tuple[Finding, ...]


def yes_or_no_form(speak: Speaker) -> str:
    """The questions as a text to paste into an online form, each with its options."""
    address = speak(say("What is your e-mail address?"))
    options = {"answer": (say("yes"), say("no")), "reason": tuple(DECLINE_REASONS.values())}
    lines = [f"1. {address}"]
    for number, (key, (question, *_)) in enumerate(_ASKED.items(), 2):
        lines += ["", f"{number}. {speak(question)}", *map(speak, options.get(key, ()))]
    return "\n".join(lines) + "\n"


def read_yes_or_no(snapshot: Snapshot, name: str, content: bytes) -> PairAnswers:
    """The answers in an export of the form, or in a list with a heading above each column.

    A row that does not tell who answers, about which pair, or whether it is yes or no, is a finding; so are
    two rows of one side that contradict each other. Whose no is known already is passed over. Raises
    FileRefused when the file is not safe to read or damaged.
    """
    known = Answerers(snapshot)
    tables = [_AnswerTable.of(table, known) for table in read_file(name, content).tables]
    found = [one for table in tables if table for one in table.read()]
    if not any(tables):
        none = say("No column tells who says yes or no. Call it “Answer”, or keep the headings of the form.")
        return PairAnswers((), (Finding(name, None, None, None, none),))
    told: dict[tuple[str, Side], PairAnswer | None] = {}
    findings = [one for one in found if isinstance(one, Finding)]
    for one in found:
        if not isinstance(one, Finding):
            answer, doubt = one
            key = answer.pair_id, answer.side
            before = told.get(key, answer)
            if before is None or before.is_yes != answer.is_yes:
                findings.append(doubt)
            told[key] = None if before is None or before.is_yes != answer.is_yes else answer
    return PairAnswers(tuple(one for one in told.values() if one), tuple(findings))


@dataclass(frozen=True)
class _AnswerTable:
    """A table with answers: the column of each question, and those of who answers."""

    table: Table
    columns: Mapping[str, int]
    keys: list[int]
    known: Answerers

    @classmethod
    def of(cls, table: Table, known: Answerers) -> "_AnswerTable | None":
        """The table, when the question whether they want the pair stands above one of its columns."""
        asked = {
            folded(speak(way)): key for key, ways in _ASKED.items() for way in ways for speak in known.words
        }
        heads = [(column, form) for column, head in enumerate(table.headers) for form in forms_of(head)]
        found = {asked[form]: column for column, form in heads if form in asked}
        keys = [column for column in naming_columns(table) if column not in found.values()]
        return cls(table, found, keys, known) if "answer" in found else None

    def read(self) -> Iterator[tuple[PairAnswer, Finding] | Finding]:
        """The answer of every row with what to say when another row contradicts it, or what is wrong."""
        if not self.keys:
            yield Finding(self.table.file, None, None, None, OF_WHOM)
            return
        for row, cells in self.table.rows:
            said = {column: as_text(cell).strip() for column, cell in enumerate(cells)}
            people, at = self.known.people(said, self.keys), self.columns["answer"]
            places = [place for person in people for place in self.known.pairs.get(person, ())]
            with_other = self._with_whom(said, places)
            is_yes = yes_or_no(said[at]).value
            if not with_other and people & self.known.refusers:
                continue
            if not places:
                yield finding_in(self.table, row, self.keys[0], said, NOBODY)
            elif not with_other:
                yield finding_in(self.table, row, self.columns["whom"], said, _OTHER)
            elif len(with_other) > 1:
                yield finding_in(self.table, row, self.keys[0], said, _WHICH)
            elif not isinstance(is_yes, bool):
                yield finding_in(self.table, row, at, said, _NO_ANSWER)
            else:
                ((pair, side),) = with_other
                yield from self._answer(row, said, PairAnswer(pair.id, side, is_yes))

    def _answer(
        self, row: int, said: Said, answer: PairAnswer
    ) -> Iterator[tuple[PairAnswer, Finding] | Finding]:
        """The answer with its reason; one that is not on the list is kept as it was written."""
        column = self.columns.get("reason")
        why = said[column] if column is not None and not answer.is_yes else ""
        reasons = {
            folded(speak(text)): key for key, text in DECLINE_REASONS.items() for speak in self.known.words
        }
        listed = reasons.get(folded(why))
        if column is not None and why and listed is None:
            yield replace(finding_in(self.table, row, column, said, _OWN_REASON), severity="warning")
        told = replace(answer, reason=listed or "untold", remark="" if listed else why[:LONGEST_REASON])
        yield told, finding_in(self.table, row, self.columns["answer"], said, _BOTH)

    def _with_whom(self, said: Said, places: list[tuple[Pair, Side]]) -> list[tuple[Pair, Side]]:
        """The pairs with the other one who is named; all where nobody is named."""
        column = self.columns.get("whom")
        if column is None or not said[column]:
            return places
        others = self.known.people(said, [column])
        return [(pair, side) for pair, side in places if {pair.mentee_id, pair.mentor_id} & others]
