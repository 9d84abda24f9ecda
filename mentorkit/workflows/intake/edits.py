"""What she changes while she looks at an import: values that can be replaced, so every edit can be undone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeVar

from mentorkit.model import Role

FormKind = Literal["mentor", "mentee", "both", "rows", "hr"]
"""Whose answers a form holds: "both" when everybody takes both roles, "rows" when every row tells.

"hr" is an export of the staff: people and their managers, no sign-ups.
"""
Kind = FormKind | Literal["none"]
"""The same for a sheet, which may also not be read."""

K = TypeVar("K")
V = TypeVar("V")


class SheetAt(NamedTuple):
    """One sheet of one file; a text file has one sheet without a name."""

    file: str
    sheet: str


class RowAt(NamedTuple):
    """One row, by the number she sees in Excel."""

    file: str
    sheet: str
    row: int


class CellAt(NamedTuple):
    """One cell; `column` is the name that the column has in the problems (`intake.map.name_of`)."""

    file: str
    sheet: str
    row: int
    column: str


class ColumnAt(NamedTuple):
    """One column of one sheet."""

    file: str
    sheet: str
    column: str


def _empty() -> Mapping[K, V]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Edits:
    """Everything she changed or chose in one import; every method gives new edits.

    `cells` holds the new text of single cells (empty: the cell is emptied), `alike` that of
    all cells of a column with the same old text; a single cell goes before. `skipped` rows
    are not taken in, `taken` rows are although the answer is only partial. `columns` is the
    field of a column, None to leave it out. `options` is by field and answer our topic or
    her own word for it, empty to drop the answer. `kinds` says whose sign-ups a sheet
    holds, `headers` in which row its headings stand. `people` says which person (id) in the
    programme a row is about, None that it is somebody else. `theirs` are the conflicts, by
    id of the row and field, in which the form wins. `files` says whose sign-ups a file holds
    where it does not tell, and `only` the one role that is taken from a file, by their names.
    """

    cells: Mapping[CellAt, str] = field(default_factory=_empty)
    alike: Mapping[tuple[ColumnAt, str], str] = field(default_factory=_empty)
    skipped: frozenset[RowAt] = frozenset()
    taken: frozenset[RowAt] = frozenset()
    columns: Mapping[ColumnAt, str | None] = field(default_factory=_empty)
    options: Mapping[tuple[str, str], str] = field(default_factory=_empty)
    kinds: Mapping[SheetAt, Kind] = field(default_factory=_empty)
    headers: Mapping[SheetAt, int] = field(default_factory=_empty)
    people: Mapping[RowAt, str | None] = field(default_factory=_empty)
    theirs: frozenset[tuple[str, str]] = frozenset()
    files: Mapping[str, FormKind] = field(default_factory=_empty)
    only: Mapping[str, Role] = field(default_factory=_empty)

    def cell(self, at: CellAt, new: str) -> "Edits":
        """With a new text in one cell."""
        return replace(self, cells=_with(self.cells, at, new))

    def texts(self, new: Mapping[CellAt, str]) -> "Edits":
        """With a new text in each of several cells."""
        return replace(self, cells=MappingProxyType({**self.cells, **new}))

    def all_alike(self, at: CellAt, old: str, new: str) -> "Edits":
        """With a new text in every cell of this column whose text in the file is `old`."""
        column = ColumnAt(at.file, at.sheet, at.column)
        cells = {other: text for other, text in self.cells.items() if other != at}
        return replace(self, cells=MappingProxyType(cells), alike=_with(self.alike, (column, old), new))

    def skip(self, rows: Iterable[RowAt], *, is_skipped: bool = True) -> "Edits":
        """With these rows left out, or taken up again."""
        return replace(self, skipped=_changed(self.skipped, rows, is_in=is_skipped))

    def take(self, rows: Iterable[RowAt], *, is_taken: bool = True) -> "Edits":
        """With these partial answers taken in, or left again."""
        return replace(self, taken=_changed(self.taken, rows, is_in=is_taken))

    def column(self, at: ColumnAt, field_name: str | None) -> "Edits":
        """With a column read as this field; None leaves the column out."""
        return replace(self, columns=_with(self.columns, at, field_name))

    def option(self, field_name: str, answer: str, meant: str) -> "Edits":
        """With an answer to a field read as another word; empty drops the answer."""
        return replace(self, options=_with(self.options, (field_name, answer), meant))

    def kind(self, at: SheetAt, kind: Kind) -> "Edits":
        """With a sheet read as the sign-ups of these people."""
        return replace(self, kinds=_with(self.kinds, at, kind))

    def header(self, at: SheetAt, row: int) -> "Edits":
        """With the headings of a sheet in this row."""
        return replace(self, headers=_with(self.headers, at, row))

    def person(self, at: RowAt, person_id: str | None) -> "Edits":
        """With a row about this person in the programme; None: somebody of her own."""
        return replace(self, people=_with(self.people, at, person_id))

    def choose_form(self, row_id: str, field_name: str, *, is_chosen: bool = True) -> "Edits":
        """With the form winning one conflict, or hers again."""
        return replace(self, theirs=_changed(self.theirs, [(row_id, field_name)], is_in=is_chosen))


def _with(known: Mapping[K, V], key: K, value: V) -> Mapping[K, V]:
    return MappingProxyType({**known, key: value})


def _changed(known: frozenset[K], those: Iterable[K], *, is_in: bool) -> frozenset[K]:
    return known.union(those) if is_in else known.difference(those)
