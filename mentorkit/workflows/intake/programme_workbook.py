"""The programme out as a workbook, and her edits in it back as a diff."""

from datetime import date, datetime

from mentorkit.errors import FileRefused
from mentorkit.frames import Snapshot
from mentorkit.text import Speaker, say
from mentorkit.workbook.diff import Comparison, Diff, Edit, Line
from mentorkit.workbook.read import ReturnedBook
from mentorkit.workbook.write import programme_workbook

__all__ = ["Comparison", "Edit", "Line", "compare", "export_programme"]


def export_programme(snapshot: Snapshot, speak: Speaker, exported_at: datetime) -> bytes:
    """The whole programme as a workbook in her language; what was told in confidence is left out.

    Raises FileRefused while names are hidden.
    """
    _refuse_hidden(snapshot)
    return programme_workbook(snapshot, speak, exported_at)


def compare(
    snapshot: Snapshot, book: ReturnedBook, today: date, chosen: frozenset[tuple[str, str]] = frozenset()
) -> Comparison:
    """What she edited in the workbook since it was exported; nothing is written.

    What the levels of a goal mean counts as written `today` where it changed.

    `chosen` has the id and the field of the conflicts and the emptied cells in which the workbook
    wins. Raises FileRefused for the workbook of another programme, and while names are hidden.
    """
    _refuse_hidden(snapshot)
    known = set(snapshot.people["id"])
    ids = [row.id for row in book.sheets["person"].rows if row.id] if "person" in book.sheets else []
    # Programmes of earlier versions all have the same id.
    if book.programme_id != snapshot.programme.id or (ids and known and known.isdisjoint(ids)):
        message = say(
            "{file} is the workbook of another programme, so nothing was imported. Open that programme "
            "first.",
            file=book.file,
        )
        raise FileRefused("OTHER_PROGRAMME", message)
    return Diff(snapshot, book, today, chosen).comparison()


def _refuse_hidden(snapshot: Snapshot) -> None:
    if snapshot.programme.is_blind:
        message = say("Names are hidden in this programme, and a workbook shows them. Show the names first.")
        raise FileRefused("NAMES_HIDDEN", message)
