"""What speaks for a question being one of our fields: its words, its answers, and who made the sheet."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.layout import Layout
from mentorkit.intake.understand.looks import look_of
from mentorkit.intake.understand.questions import SheetQuestion
from mentorkit.intake.words.headings import headings, told
from mentorkit.intake.words.vocabulary import mentioned
from mentorkit.model import Role
from mentorkit.model.fields import ANSWERS

_FEW = 3
_HINT = re.compile(r"\([^()]{25,}\)")


How = Literal["alias", "instead", "layout", "saved", "content", "choice"]
"""Why a column is read as it is: its heading, for want of a better column, the system, an earlier import,
its answers, or her choice."""


class Score(NamedTuple):
    """How much speaks for a field, and what most."""

    points: float
    field: str = ""
    how: How = "content"

    @property
    def is_near(self) -> bool:
        """Whether it is just enough to be read."""
        return self.points < bar("clear")


@dataclass(frozen=True)
class Evidence:
    """Words and looks that speak for a field; `why` is for whoever reads the file."""

    field: str
    points: float
    why: str
    all: Sequence[str] = ()
    none: Sequence[str] = ()
    looks: Sequence[str] = ()

    def is_in(self, said: frozenset[str], look: str) -> bool:
        """Whether a question that speaks of these things, with answers of this look, has the sign."""
        return said.issuperset(self.all) and said.isdisjoint(self.none) and look in (self.looks or (look,))


def bar(name: str) -> float:
    """How many points are clear, near and weak, and what a layout and a known heading bring."""
    return float(told("evidence.toml")["bars"][name])


@lru_cache
def evidence() -> tuple[Evidence, ...]:
    """Every sign of evidence.toml."""
    return tuple(Evidence(**entry) for entry in told("evidence.toml")["signs"])


def scores(table: Table, question: SheetQuestion, layout: Layout | None, role: Role) -> dict[str, Score]:
    """What speaks for every field that anything speaks for."""
    look, best = look_of(question.cells), dict[str, Score]()
    least = bar("few") if len(question.cells) < _FEW else bar("many")
    for score in _spoken(table, question, layout, role, look):
        points = score.points + fit(score.field, look, least) * (score.how != "layout")
        best[score.field] = max(score._replace(points=points), best.get(score.field, Score(points)))
    return best


def fit(field: str, look: str, least: float) -> float:
    """How well answers of a look fit a field; they speak against its kind by no more than `least`."""
    fits: Mapping[str, float] = told("evidence.toml")["fit"][ANSWERS[field].kind]
    needed = told("evidence.toml")["needs"].get(field, (look,))
    return max(least, fits.get(look, fits["else"])) - bar("needs") * (look not in needed)


def _spoken(
    table: Table, question: SheetQuestion, layout: Layout | None, role: Role, look: str
) -> Iterator[Score]:
    first = question.columns[0]
    if layout and (field := layout.field_of(table, first)):
        yield Score(bar("layout"), field, "layout")
    for text in (question.heading, table.headers[first]):
        if field := headings().field_of(text, role):
            yield Score(bar("alias"), field, "alias")
    whole, bare = (mentioned(text, "asked") for text in (question.heading, _HINT.sub(" ", question.heading)))
    said = frozenset(bare if question.heading else ("no heading",)) | ({"pick"} & set(whole))
    sides: Mapping[str, Mapping[str, float]] = told("evidence.toml")["sides"][role]
    for sign in evidence():
        if sign.is_in(said, look):
            fields = sides.get(sign.field, {sign.field: 0})
            yield from (Score(sign.points - less, field) for field, less in fields.items())
