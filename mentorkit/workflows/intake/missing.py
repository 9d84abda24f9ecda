"""Who was in an earlier file of a form and is not in this one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from mentorkit.model import Role
from mentorkit.workflows.intake.merge_into_programme import Ledger
from mentorkit.workflows.intake.reviewed import Missing
from mentorkit.workflows.intake.sheets import Sheet


def missing_from(ledger: Ledger, seen: Sequence[tuple[Sheet, frozenset[str]]]) -> Iterator[Missing]:
    """The people whom these sheets had before and have not now, by name.

    `seen` are the people (ids) in each sheet. For a form that was not taken in before these
    are the people of its role; nobody is missing from a new export of the staff.
    """
    here: dict[str, set[str]] = defaultdict(set)
    sheets = {sheet.form_id: sheet for sheet, _ in seen}
    for sheet, people in seen:
        here[sheet.form_id] |= people
        here[sheet.kind] |= people
    found = {
        (person_id, role)
        for form_id, sheet in sheets.items()
        for person_id, role in _before(ledger, sheet)
        if person_id not in here[form_id if sheet.is_known else sheet.kind]
    }
    missing = [Missing(key, ledger.people.stored[key].full_name, role) for key, role in found]
    return iter(sorted(missing, key=lambda one: (one.role or "", one.name.casefold(), one.person_id)))


def _before(ledger: Ledger, sheet: Sheet) -> Iterator[tuple[str, Role | None]]:
    if sheet.is_known:
        rows = ledger.imported.stored.values()
        return ((row.person_id, row.role) for row in rows if row.form == sheet.form_id)
    signed_up = ledger.applications.stored.values()
    return ((row.person_id, row.role) for row in signed_up if sheet.kind in (row.role, "both", "rows"))
