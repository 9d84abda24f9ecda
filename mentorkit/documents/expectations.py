"""The questions before a first talk, out and back: for a form, on paper, and the answers in a file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any

from mentorkit.documents.who_answers import NOBODY, OF_WHOM, Answerers, finding_in, naming_columns
from mentorkit.frames import Snapshot
from mentorkit.intake import Table, read_file
from mentorkit.intake.values.cells import as_text
from mentorkit.model import Expectation, Finding
from mentorkit.model.expectation import LONGEST
from mentorkit.model.fields import NAMED_BY
from mentorkit.model.question import Question
from mentorkit.questions.library import expectations, library
from mentorkit.text import Speaker, say
from mentorkit.text.compare import folded, forms_of
from mentorkit.views.intake.questions import KINDS
from mentorkit.writing import word

_TITLE = say("Before your first talk")
_PRIVATE = say("Only on your own sheet: the other one does not read this.")


@dataclass(frozen=True)
class Returned:
    """What was read: the answers of each side of each pair, and what could not be read."""

    answers: tuple[Expectation, ...]
    findings: tuple[Finding, ...]


def expectation_form(speak: Speaker) -> str:
    """The questions as a text to paste into an online form: who answers, and then the eight."""
    who = [one for one in library() if one.field == NAMED_BY[0]]
    lines = [
        speak(_TITLE),
        speak(say("Your answers and those of the other stand side by side in your talk.")),
    ]
    for number, question in enumerate((*who, *expectations()), 1):
        lines += ["", f"{number}. {speak.wording(question.wording)}", f"[{speak(KINDS[question.kind])}]"]
        lines += [speak(_PRIVATE)] if question.is_private else []
        lines += [speak.wording(option) for option in question.options.values()]
    return "\n".join(lines) + "\n"


def expectation_sheet(speak: Speaker) -> bytes:
    """A .docx to fill in by hand, for everybody the same."""
    document = word.new_document(speak(_TITLE), speak.language)
    word.add_line(document, speak(say("Name: {line}", line="…" * 30)))
    for number, question in enumerate(expectations(), 1):
        word.add_heading(document, f"{number}. {speak.wording(question.wording)}", 3)
        options = [speak.wording(option) for option in question.options.values()]
        word.add_list(document, options or ["…" * 45] * 2, word.BOX if options else "")
        if question.is_private:
            word.add_line(document, speak(_PRIVATE))
    return word.saved_document(document)


def read_expectations(snapshot: Snapshot, name: str, content: bytes, today: date) -> Returned:
    """The answers in an export of the form; of somebody in several pairs they count for each of these.

    The last answer of somebody counts. Raises FileRefused when the file is not safe to read or damaged.
    """
    known = Answerers(snapshot)
    sheets = [_Answered.of(table, known.words) for table in read_file(name, content).tables]
    if not any(sheets):
        none = say("None of the questions is in this file. Keep the headings of the form as they are.")
        return Returned((), (Finding(name, None, None, None, none),))
    found = [*chain.from_iterable(one.read(known, today) for one in sheets if one)]
    answers = {(one.pair_id, one.side): one for one in found if isinstance(one, Expectation)}
    return Returned(tuple(answers.values()), tuple(one for one in found if isinstance(one, Finding)))


@dataclass(frozen=True)
class _Answered:
    """A table with answers: the columns of the questions, and of who answers, the surest first."""

    table: Table
    questions: Mapping[int, Question]
    keys: list[int]
    options: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, table: Table, words: list[Speaker]) -> "_Answered | None":
        """The table, when a question stands above one of its columns."""
        asked = {folded(speak.wording(one.wording)): one for one in expectations() for speak in words}
        forms = {column: forms_of(heading) for column, heading in enumerate(table.headers)}
        found = {place: asked[form] for place, of in forms.items() for form in of if form in asked}
        options = {
            (one.key, folded(speak.wording(text))): key
            for one in expectations()
            for key, text in one.options.items()
            for speak in words
        }
        return cls(table, found, naming_columns(table), options) if found else None

    def read(self, known: Answerers, today: date) -> Iterator[Expectation | Finding]:
        """The answers of every row for each pair of who answers, or what is wrong with the row."""
        if not self.keys:
            yield Finding(self.table.file, None, None, None, OF_WHOM)
            return
        for row, cells in self.table.rows:
            said = {column: as_text(cell).strip() for column, cell in enumerate(cells)}
            people = known.people(said, self.keys)
            told = [place for person in people for place in known.pairs.get(person, ())]
            if not told:
                yield finding_in(self.table, row, self.keys[0], said, NOBODY)
            for column in self._unlisted(said) if told else ():
                yield replace(finding_in(self.table, row, column, said, _NOT_LISTED), severity="warning")
            given: Any = {"answered_on": today, **self._given(said)}
            yield from (Expectation(id="new", pair_id=pair.id, side=side, **given) for pair, side in told)

    def _given(self, said: Mapping[int, str]) -> dict[str, Any]:
        """The chosen options, and what stays private."""
        asked = [(one, said[column]) for column, one in self.questions.items()]
        keys = [(one.key, folded(text)) for one, text in asked if (one.key, folded(text)) in self.options]
        private = "".join(text for one, text in asked if one.is_private)
        return {"choices": {key[0]: self.options[key] for key in keys}, "off_limits": private[:LONGEST]}

    def _unlisted(self, said: Mapping[int, str]) -> list[int]:
        """The columns with an answer that is none of the options."""
        asked = self.questions.items()
        open_to = [(at, (one.key, folded(said[at]))) for at, one in asked if said[at] and one.options]
        return [at for at, key in open_to if key not in self.options]


_NOT_LISTED = say("This is none of the options of the question, so it is left out.")
