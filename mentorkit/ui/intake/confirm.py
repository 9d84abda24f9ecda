"""Taking an import in: one step, after a backup, with its undo; and what goes out to be repaired."""

from collections.abc import Callable
from dataclasses import dataclass

import marimo as mo

from mentorkit.text import say
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import Page, side_by_side, stacked
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.views.intake.import_steps import left_out_lines
from mentorkit.workbook.finding_workbook import finding_workbook
from mentorkit.workflows.intake.edits import Edits
from mentorkit.workflows.intake.review_cells import rows_to_repair
from mentorkit.workflows.intake.reviewed import Review


@dataclass(frozen=True, eq=False)
class Taken:
    """An import that was taken in: the number of its entry in the journal, its backup, and what it was."""

    number: int
    backup: str
    review: Review
    edits: Edits


SetTaken = Callable[[Taken | None], None]
"""What an action calls with the import that was taken in, or with none when it is out again."""


def still_taken(taken: Taken | None, desk: Desk, _turn: int) -> Taken | None:
    """What was taken in, as long as it is the last thing that was done."""
    last = desk.last_action()
    return taken if taken and last and last.number == taken.number else None


def take_in_button(page: Page, place: Place, draft: Draft, set_taken: SetTaken) -> mo.ui.button | None:
    """Makes a backup and saves everything at once; without a backup nothing is saved."""
    review, desk = place.at("confirm"), page.desk
    if review is None:
        return None

    def take() -> None:
        done = say("The sign-ups are imported. Undo takes them out again.")
        backup = desk.take_in(lambda _: review.changes, done, page.place)
        set_taken(Taken(desk.snapshot.number, backup.name, review, draft.edits) if backup else None)
        if backup:
            draft.finish()
        page.refresh()

    return page.button(say("Import the sign-ups"), take, "success", is_off=not review.changes.items)


def repair_download(page: Page, place: Place) -> mo.Html | None:
    """The rows with a finding as a new workbook, to have them repaired; nothing without any."""
    review = place.at("review", "confirm")
    found = rows_to_repair(review) if review is not None else []
    if not found:
        return None
    label = say("Save the rows to repair as a workbook")
    return page.download(label, say("to-repair.xlsx"), lambda: finding_workbook(found, page.speak))


def confirm_panel(page: Page, place: Place, taken: Taken | None, take: mo.ui.button | None) -> mo.Html | None:
    """What will be saved, with the button for it; or what was saved, and where to go from there."""
    review = place.at("confirm")
    if review is None:
        return None
    if taken is None:
        yours = [not one.is_form_chosen for one in review.conflicts]
        return stacked(*map(page.text, left_out_lines(review.counts, yours)), side_by_side(take))
    kept = say("The programme as it was before is kept as backup: {name}.", name=taken.backup)
    return stacked(page.quiet(kept), page.link("pairing", say("On to the pairing")))
