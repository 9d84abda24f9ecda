"""The systems that sign-ups come from: what their exports look like stands in `layouts/*.toml`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from mentorkit.intake.tables.table import Table
from mentorkit.text.compare import folded


def _by_heading(told: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    return {folded(heading): field for field, listed in told.items() for heading in listed}


Headings = Annotated[frozenset[str], AfterValidator(lambda listed: frozenset(map(folded, listed)))]
FieldsByHeading = Annotated[Mapping[str, str], BeforeValidator(_by_heading)]


class _Told(BaseModel):
    """What a file in `layouts` may say, and nothing else."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Sign(_Told):
    """By which headings one language of a layout is known.

    All of `must` are there, and at least `least` of `among`. `first` is the heading of the
    first column, empty when that does not matter, and `content` must be found in the first
    answer below it.
    """

    language: str | None = None
    must: Headings = frozenset()
    among: Headings = frozenset()
    least: int = 0
    first: Annotated[str, AfterValidator(folded)] = ""
    content: re.Pattern[str] | None = None


class Layout(_Told):
    """How a system writes its exports.

    `fields` gives headings, by letters and digits only, their field; with `within` they count
    in that many columns from the left only, where the system writes its own. `never` are
    headings of columns that are not taken in. `code` finds the code in front of a heading,
    and `question` the code of the question in that of an option. An answer is partial when
    one of the fields `unfinished` is empty. `date_order` is dmy, mdy or ymd, and `zone` is that
    of the moments; None where it differs by file. `no_time` is what stands for a moment that is
    not known. `role` is "hr" for a list of employees. `language` is that of the headings, None
    when they are codes.
    """

    key: str
    name: str
    role: Literal["hr"] | None = None
    language: str | None = None
    signs: tuple[Sign, ...]
    fields: FieldsByHeading = {}
    never: Headings = frozenset()
    within: int | None = None
    code: re.Pattern[str] | None = None
    question: re.Pattern[str] | None = None
    unfinished: tuple[str, ...] = ()
    date_order: Literal["dmy", "mdy", "ymd"] | None = None
    zone: str | None = None
    no_time: tuple[str, ...] = ()

    def field_of(self, table: Table, column: int) -> str | None:
        """The field that the system itself gives a column; None for a question of the form."""
        return next((self.fields[form] for form in self._forms(table, column) if form in self.fields), None)

    def leaves_out(self, table: Table, column: int) -> bool:
        """Whether the system writes this column for itself."""
        is_ours = self.field_of(table, column) is not None
        return not is_ours and not self.never.isdisjoint(self._forms(table, column))

    def _forms(self, table: Table, column: int) -> list[str]:
        """What stands above a column that the system may have written, and the codes in it."""
        texts = _texts(table, column) if self.within is None or column < self.within else []
        coded = [match[1] for text in texts if self.code and (match := self.code.match(text))]
        return [folded(text) for text in (*coded, *texts)]

    def label(self, heading: str) -> str:
        """A heading without the code in front of it."""
        found = self.code.match(heading) if self.code else None
        return heading[found.end() :].strip() or heading if found else heading

    def question_of(self, table: Table, column: int) -> str | None:
        """The code of the question that a column belongs to, None when it has no code."""
        found = (self.question and self.question.match(text) for text in _texts(table, column))
        return next((match[1] for match in found if match), None)


def recognise(table: Table) -> Layout | None:
    """The system that made a table, by its headings in any of the header rows; None when unknown.

    Case, spaces and punctuation do not matter. Of several systems, the one with the most
    headings that are there.
    """
    found = {folded(text) for texts in (table.headers, *table.header_texts) for text in texts if text}
    codes = [layout.code for layout in layouts() if layout.code]
    found |= {folded(match[1]) for code in codes for text in table.headers if (match := code.match(text))}
    fitting = [
        (sign.content is not None, len(found & (sign.must | sign.among)), layout, sign)
        for layout in layouts()
        for sign in layout.signs
        if _fits(sign, table, found)
    ]
    if not fitting:
        return None
    *_, layout, sign = max(fitting, key=lambda fit: fit[:2])
    return layout.model_copy(update={"language": sign.language})


@lru_cache
def layouts() -> tuple[Layout, ...]:
    """Every layout there is, by name."""
    found = {path.name: path for path in (files("mentorkit.intake") / "layouts").iterdir()}
    return tuple(
        Layout(key=name.removesuffix(".toml"), **tomllib.loads(path.read_text("utf-8")))
        for name, path in sorted(found.items())
        if name.endswith(".toml")
    )


def _fits(sign: Sign, table: Table, found: set[str]) -> bool:
    is_there = sign.must <= found and len(found & sign.among) >= sign.least
    is_first = sign.first in {"", folded("".join(table.headers[:1]))}
    answer = str(next(iter(table.answers(0)), "")) if sign.content and table.headers else ""
    return is_there and is_first and (sign.content is None or sign.content.search(answer) is not None)


def _texts(table: Table, column: int) -> list[str]:
    """What stands above a column: its heading, and every header row."""
    return [table.headers[column], *(row[column] for row in table.header_texts if row[column])]
