"""What both of a pair expect, side by side: where they differ, and what is still open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mentorkit.frames import Snapshot
from mentorkit.model import SIDES, Expectation, SaidAloud, Side
from mentorkit.model.question import Question
from mentorkit.questions.library import expectations
from mentorkit.text import Message, Speaker, say
from mentorkit.views.start.two import Two

_OPEN: Mapping[tuple[str, str], Message] = {
    ("duration", "unknown"): say("how long is still open: agree on an end"),
    ("duration", "long"): say("no end: agree on a day to look back"),
    ("confidential", "unsure"): say("still open: agree on it"),
}
"""Answers that leave something to be agreed on, by question and option."""

_DIFFERENT = say("differs: find the middle")
_HALF = say("one of you did not tell: ask")


@dataclass(frozen=True)
class Expected:
    """One question with what each side chose; `gap` is what there is to agree on, None when nothing is."""

    question: Question
    chosen: Mapping[Side, str]
    gap: Message | None

    def said(self, side: Side, speak: Speaker) -> str:
        """The chosen option of a side as the reader knows it; empty when there is none."""
        option = self.question.options.get(self.chosen.get(side, ""))
        return speak.wording(option) if option else ""

    @property
    def is_shared(self) -> bool:
        """Whether both chose the same, and it leaves nothing open."""
        return len(self.chosen) == len(SIDES) and self.gap is None


def expected(two: Two) -> Iterator[Expected]:
    """The questions that both read the answers of, in their order. What is private to a side is none."""
    for question in expectations():
        if not question.is_private:
            chosen = {
                side: told.choices[question.key]
                for side, told in two.expects.items()
                if question.key in told.choices
            }
            yield Expected(question, chosen, _gap(question.key, chosen))


def kept_private(told: Expectation | None) -> str:
    """What one side wants to leave out of the talks, for the eyes of that side."""
    return told.off_limits.strip() if told else ""


def said_aloud(snapshot: Snapshot, pair: str) -> frozenset[str]:
    """The questions that a pair talked about, by the names of the library."""
    return frozenset(one.question for one in snapshot.rows(SaidAloud) if one.pair_id == pair)


def _gap(question: str, chosen: Mapping[Side, str]) -> Message | None:
    left = [_OPEN[question, one] for one in chosen.values() if (question, one) in _OPEN]
    if left:
        return left[0]
    if len(chosen) == 1:
        return _HALF
    return _DIFFERENT if len(set(chosen.values())) > 1 else None
