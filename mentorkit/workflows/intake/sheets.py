"""Which sheets of the files are read, as whose sign-ups, and which column is which answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePath

from mentorkit.intake.tables.book import Book, best_table
from mentorkit.intake.tables.table import Table, places_of
from mentorkit.intake.understand.account import ColumnAccount, account_of
from mentorkit.intake.understand.columns import Mapping as Columns
from mentorkit.intake.understand.columns import fingerprint, map_columns
from mentorkit.intake.understand.roles import Use, kind_of, listed_choices, role_named, use_of
from mentorkit.model import Form, Role
from mentorkit.workflows.intake.edited import edited_table
from mentorkit.workflows.intake.edits import Edits, FormKind, Kind, SheetAt
from mentorkit.workflows.intake.options import option_key

Known = Mapping[str, Sequence[Form]]
"""The forms that were taken in before, by the fingerprint of their headings."""

_LONGEST_NAME = 600


@dataclass(frozen=True)
class Sheet:
    """One sheet as it is read: with her edits in the table, and the field of each column.

    `kind` is "none" for a sheet that is not read. `form` is how it is read, as it is saved
    when she confirms; `is_known` tells that this form was taken in before. `listed` are the
    choices that stand in the lists of the same file. `use` is what the sheet is for.
    """

    at: SheetAt
    kind: Kind
    table: Table
    columns: Columns
    form: Form | None
    is_known: bool = False
    listed: frozenset[str] = frozenset()
    use: Use = "people"

    @property
    def form_id(self) -> str:
        """The id of its form; empty for a sheet that is not read."""
        return self.form.id if self.form else ""

    @cached_property
    def account(self) -> tuple[ColumnAccount, ...]:
        """What became of every column."""
        return account_of(self.table, self.columns)


def known_forms(forms: Sequence[Form]) -> Known:
    """Forms by the fingerprint in their id; the same headings may be there for mentors and mentees."""
    found: dict[str, list[Form]] = {}
    for form in forms:
        found.setdefault(form.id.partition(":")[0], []).append(form)
    return found


def sheets_of(book: Book, edits: Edits, known: Known) -> Iterator[Sheet]:
    """Every sheet of a file, in order, with what is known or was chosen about it."""
    tables = [(table, map_columns(table)) for table in book.tables]
    uses = [use_of(table, columns.fields, book.tables) for table, columns in tables]
    read = _read_unasked(book, uses, known)
    listed = listed_choices(book.tables, uses)
    for place, (raw, columns) in enumerate(tables):
        at, key = SheetAt(raw.file, raw.sheet), fingerprint(raw.headers)
        saved = known.get(key, ())
        table = edited_table(raw, edits, saved[0].header_row if saved else None)
        told = edits.only.get(raw.file) or edits.files.get(raw.file)
        kind = edits.kinds.get(at) or (_kind(table, columns, saved, told) if place in read else "none")
        if kind == "none":
            yield Sheet(at, kind, table, columns, None, use=uses[place])
        else:
            form = next((form for form in saved if form.kind == kind), None)
            sheet = _read(at, table, form or _new_form(key, kind, at), edits)
            yield replace(sheet, is_known=form is not None, listed=listed)


def _read_unasked(book: Book, uses: Sequence[Use], known: Known) -> Sequence[int]:
    """The sheets, by place, that are read unless she says otherwise.

    Those that were taken in before; else those with people; else the one that comes nearest.
    """
    visible = [place for place, table in enumerate(book.tables) if table.state == "visible"]
    familiar = [place for place in visible if fingerprint(book.tables[place].headers) in known]
    people = [place for place, use in enumerate(uses) if use == "people"]
    if familiar or people or not visible:
        return familiar or people
    return [book.tables.index(best_table(book.tables))]


def _kind(table: Table, columns: Columns, saved: Sequence[Form], told: FormKind | None) -> FormKind:
    """Whose sign-ups a sheet holds: by its name, as before, by its questions, as told, or row by row."""
    named = role_named(table.sheet) or role_named(PurePath(table.file).stem)
    if named is None and len(saved) == 1:
        return saved[0].kind
    return kind_of(table, columns.fields, columns.layout) or told or "rows"


def _new_form(key: str, kind: FormKind, at: SheetAt) -> Form:
    name = " · ".join(filter(None, at))[-_LONGEST_NAME:]
    return Form(id=f"{key}:{kind}", name=name, kind=kind)


def _read(at: SheetAt, table: Table, form: Form, edits: Edits) -> Sheet:
    """The sheet with its columns as they were before and as she chooses them now."""
    saved = {name: field or None for name, field in form.columns.items()}
    chosen = {where.column: field for where, field in edits.columns.items() if where[:2] == at}
    role: Role = "mentee" if form.kind == "mentee" else "mentor"
    columns = map_columns(table, role, saved=saved, chosen=chosen)
    used = {name: columns.fields.get(column, "") for name, column in places_of(table).items() if name}
    options = {option_key(*key): meant for key, meant in edits.options.items() if key[0] in used.values()}
    header = edits.headers.get(at, form.header_row)
    update = {"columns": used, "options": form.options | options, "header_row": header}
    return Sheet(at, form.kind, table, columns, form.model_copy(update=update))
