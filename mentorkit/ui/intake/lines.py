"""The lines of the lists of an import, with the fields to correct, skip and choose in them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

import marimo as mo
from markupsafe import Markup

from mentorkit.model import Finding
from mentorkit.model.fields import ANSWERS
from mentorkit.text import Message, say
from mentorkit.ui.frame.page import Page, html, markup_of
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.ui.intake.fix import cell_fields, choice, tick
from mentorkit.views.intake.differences import spoken_value
from mentorkit.views.intake.rows import HEADS, known_by, row_details, row_number, row_place
from mentorkit.views.table import html_table
from mentorkit.workflows.intake.edits import CellAt, Edits, RowAt
from mentorkit.workflows.intake.looked_at import FoundIn, Item, Look, opened_row, shown_items, tab_of
from mentorkit.workflows.intake.review_cells import Cells
from mentorkit.workflows.intake.reviewed import Conflict, Missing, PossibleDouble, ReviewedRow

_LONGEST = 200

Cell = object
Fields = tuple[mo.Html, ...]


@dataclass(frozen=True, eq=False)
class Lines:
    """One page of a list: its table, and the fields in it, which live as long as this does."""

    table: Markup | None = None
    fields: Fields = ()

    def panel(self) -> mo.Html | None:
        """The table on the page; nothing without one."""
        return html(self.table) if self.table is not None else None


@dataclass(frozen=True, eq=False)
class _Maker:
    """Makes the lines of one page."""

    cells: Cells
    draft: Draft
    page: Page
    open_row: Callable[[RowAt], None]

    def finding(self, item: Item) -> tuple[list[Cell], Fields]:
        """Where, who, what stands there, what is wrong, and leaving the row out."""
        row, finding = cast("FoundIn", item)
        fields: Fields = ()
        if finding.column:
            fields = cell_fields(self.page, CellAt(*row.at, finding.column), self.cells, self.draft)
        fields += self._suggestion(row, finding) if fields else self._answers(row, say("Fill it in here"))
        skip, what = self._skip(row), self.page.speak(finding.message)
        value = markup_of(*fields) or (finding.value or "")[:_LONGEST]
        return [self._place(row), finding.column or "", value, what, markup_of(skip)], (*fields, skip)

    def row(self, item: Item) -> tuple[list[Cell], Fields]:
        """Where, who and in what role, what is different or found, all answers, and leaving it out."""
        row = cast("ReviewedRow", item)
        choice = self._take(row) if row.state == "partial" else self._skip(row)
        (button,) = self._answers(row, say("All answers"))
        return [self._place(row), self._details(row), markup_of(button), markup_of(choice)], (button, choice)

    def conflict(self, item: Item) -> tuple[list[Cell], Fields]:
        """Who, which answer, the one in the programme and the form's, and a box for the form's."""
        one = cast("Conflict", item)

        def choose(edits: Edits, is_chosen: bool) -> Edits:
            return edits.choose_form(one.row_id, one.field, is_chosen=is_chosen)

        label = self.page.speak(say("take the form’s"))
        box = tick(one.key, choose, self.draft, label, is_on=one.is_form_chosen)
        values = [spoken_value(one.old, self.page.speak), spoken_value(one.new, self.page.speak)]
        return [one.name, self.page.speak(ANSWERS[one.field].label), *values, markup_of(box)], (box,)

    def double(self, item: Item) -> tuple[list[Cell], Fields]:
        """Who is in the file, who is in the programme, and whether that is one person."""
        one = cast("PossibleDouble", item)
        answers = self.page.options(
            {"later": say("decide later"), "same": say("the same person"), "other": say("somebody else")}
        )

        def choose(edits: Edits, answer: str) -> Edits:
            person = one.person_id if answer == "same" else None
            return edits if answer == "later" else edits.person(one.at, person)

        field = choice(answers, next(iter(answers)), ("double", one.at), choose, self.draft, one.who.name)
        return [row_number(*one.at), known_by(one.who), known_by(one.other), markup_of(field)], (field,)

    def missing(self, item: Item) -> tuple[list[Cell], Fields]:
        """Who, and in what role."""
        one = cast("Missing", item)
        return [one.name, self.page.speak(one.role) if one.role else ""], ()

    def _place(self, row: ReviewedRow) -> Markup:
        return row_place(row.name, row_number(*row.at), self.page.speak)

    def _answers(self, row: ReviewedRow, label: Message) -> tuple[mo.Html, ...]:
        return (self.page.button(label, lambda: self.open_row(row.at)),)

    def _suggestion(self, row: ReviewedRow, finding: Finding) -> tuple[mo.Html, ...]:
        """A box for what may be meant, when that is known."""
        meant = next((one.suggestion for one in row.doubts if one.message == finding.message), None)
        if meant is None or finding.column is None:
            return ()
        at = CellAt(*row.at, finding.column)

        def choose(edits: Edits, is_meant: bool) -> Edits:
            return edits.cell(at, meant) if is_meant else edits

        return (tick(at, choose, self.draft, self.page.speak(say("take the suggestion"))),)

    def _details(self, row: ReviewedRow) -> Markup:
        changed = [(ANSWERS[one.field].label, one.old, one.new) for one in row.differences]
        is_same = row.state == "merged" and not changed
        return row_details(row.roles, changed, row.findings, is_same, self.page.speak)

    def _skip(self, row: ReviewedRow) -> mo.ui.checkbox:
        label, is_on = self.page.speak(say("skip")), row.state == "skipped"
        return tick(
            row.at, lambda edits, now: edits.skip([row.at], is_skipped=now), self.draft, label, is_on=is_on
        )

    def _take(self, row: ReviewedRow) -> mo.ui.checkbox:
        label = self.page.speak(say("import"))
        return tick(row.at, lambda edits, now: edits.take([row.at], is_taken=now), self.draft, label)


def review_lines(page: Page, place: Place, look: Look, draft: Draft) -> Lines:
    """The page of the list on the screen, with its fields; the answers of a row stand in its place."""
    review = place.at("review")
    if review is None or opened_row(review, look) is not None:
        return Lines()
    found, tab = shown_items(review, look), tab_of(review, look)
    if not found:
        return Lines()

    def open_row(at: RowAt) -> None:
        draft.look_at(replace(look, tab=tab, row=at))

    maker = _Maker(Cells(review), draft, page, open_row)
    make = {
        "error": maker.finding,
        "warning": maker.finding,
        "conflict": maker.conflict,
        "double": maker.double,
        "missing": maker.missing,
    }.get(tab, maker.row)
    made = [make(item) for item in found]
    table = html_table(HEADS.get(tab, HEADS["new"]), [cells for cells, _ in made], page.speak)
    return Lines(table, tuple(field for _, fields in made for field in fields))
