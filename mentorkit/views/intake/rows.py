"""The rows of an import in words: whose each is, what is different or found, and the heads of their lists."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from mentorkit.intake.people.identity import Who
from mentorkit.model import Finding
from mentorkit.text import Message, Speaker, say
from mentorkit.views.intake.differences import difference_list
from mentorkit.views.table import each

_FINDING = (say("Who"), say("Column"), say("In the file"), say("What to do"), say("Row"))

HEADS: Mapping[str, tuple[Message, ...]] = {
    "error": _FINDING,
    "warning": _FINDING,
    "conflict": (say("Who"), say("Answer"), say("Yours"), say("The form’s"), say("Choice")),
    "double": (say("Row"), say("In the file"), say("In the programme"), say("Choice")),
    "missing": (say("Who"), say("Role")),
    "new": (say("Who"), say("What is different or found"), say("Answers"), say("Row")),
}
"""The heads of each list; those of new rows are those of every other list of rows."""


def row_number(_file: str, sheet: str, row: int) -> str:
    """The number of a row as Excel shows it, with its sheet when it has one."""
    return f"{row} · {sheet}" if sheet else str(row)


def row_place(name: str | None, number: str, speak: Speaker) -> Markup:
    """Whose a row is, and where it stands."""
    who = name or speak(say("without a name"))
    return Markup("<strong>{}</strong><br>{}").format(who, speak(say("row {row}", row=number)))


def row_title(name: str | None, number: int) -> Message:
    """The same as the title of a card."""
    if not name:
        return say("Row {row}, without a name", row=str(number))
    return say("Row {row}, {name}", row=str(number), name=name)


def row_details(
    roles: Iterable[str],
    changed: Sequence[tuple[Message, object, object]],
    findings: Iterable[Finding],
    is_same: bool,
    speak: Speaker,
) -> Markup:
    """In what roles, what is different, and what was found."""
    found = [
        f"{finding.column}: {speak(finding.message)}" if finding.column else speak(finding.message)
        for finding in findings
    ]
    if is_same:
        found.append(speak(say("Both rows say the same.")))
    listed = difference_list(changed, speak) if changed else ""
    quiet = each(Markup('<p class="mk-quiet">{}</p>'), found)
    return Markup("{}{}{}").format(", ".join(map(speak, roles)), listed, quiet)


def known_by(who: Who) -> Markup:
    """A name with the address and the number, which may be another's."""
    return Markup("<br>").join(filter(None, (who.name, who.address, who.number)))


def about_the_row(findings: Iterable[Finding], is_wrong: bool) -> Iterator[Message]:
    """What was found in a row as a whole, and that it is mended here."""
    yield from (one.message for one in findings if one.column is None and one.severity != "notice")
    if is_wrong:
        yield say("Fill it in here or correct it here; the file itself stays as it is.")
