"""What a column may be, by its answers and by headings that look like it: to suggest, seldom to decide."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from mentorkit.intake.tables.table import Table
from mentorkit.intake.values.cells import as_text, yes_or_no
from mentorkit.intake.values.dates import read_days
from mentorkit.intake.words.headings import headings
from mentorkit.intake.words.vocabulary import language_codes, phrases
from mentorkit.model import Role
from mentorkit.text.compare import folded, forms_of, words
from mentorkit.text.topics import topics_in

_MOST = 0.8
_LIKENESS = 80
_SEEN = 200
_MANAGERS = frozenset({"manager", "managers", "leidinggevende", "supervisor", "responsable", "chef"})


def answers(table: Table, column: int) -> list[object]:
    """The first 200 answers of a column."""
    return [cells[column] for _, cells in table.rows if cells[column] is not None][:_SEEN]


def sniff(cells: Sequence[object]) -> str | None:
    """The field that four in five answers of a column look like (our own heuristic); None without.

    >>> sniff(["noor@example.org", "bo@example.org"]), sniff(["Nederlands", "Engels"]), sniff(["x"])
    ('email', 'languages', None)
    """
    if not cells:
        return None
    texts = [as_text(cell) for cell in cells]
    codes = language_codes()
    looks = {
        "email": [text.count("@") == 1 and "." in text.partition("@")[2] for text in texts],
        "languages": [
            all(len(part) > 1 and folded(part) in codes for part in _parts(text)) for text in texts
        ],
    }
    return next((name for name, fits in looks.items() if sum(fits) >= _MOST * len(fits)), None)


def certain(table: Table, columns: Sequence[int]) -> int | None:
    """The only column of addresses, unless its heading is sensitive or speaks of a manager."""
    found = [column for column in columns if sniff(answers(table, column)) == "email"]
    if len(found) != 1 or headings().is_sensitive(table.headers[found[0]]):
        return None
    return found[0] if _MANAGERS.isdisjoint(words(table.headers[found[0]])) else None


def suggest(table: Table, column: int, taken: Sequence[str]) -> str | None:
    """The field a column may be: by its answers, else the heading we know that is most like it.

    A field in `taken` is not suggested, nor one that the answers speak against.
    """
    cells = answers(table, column)
    if not cells or headings().is_sensitive(table.headers[column]):
        return None
    seen = sniff(cells)
    spelled = " ".join(words(table.headers[column]))
    known = headings().spelled
    found = process.extractOne(spelled, known.keys(), scorer=fuzz.token_set_ratio, score_cutoff=_LIKENESS)
    like = known[found[0]] if found and spelled else None
    if seen == "email" and like is not None and like.startswith("manager"):
        return "manager_email" if "manager_email" not in taken else None
    if seen is not None:
        return seen if seen not in taken else None
    is_date = all(read.value is not None for read in read_days(cells))
    if like in taken or like == "email" or (like in {"available_from", "joined"} and not is_date):
        return None
    return like


def asks_consent(table: Table, column: int) -> bool:
    """Whether a column asks with yes or no if personal data may be used."""
    asked = {key for phrase, key in phrases("consent") if _says(table.headers[column], phrase)}
    return asked == {"ask", "about"} and bool(answers(table, column)) and is_yes_no(table, column)


def _says(heading: str, phrase: Sequence[str]) -> bool:
    return f" {' '.join(phrase)} " in f" {' '.join(words(heading))} "


def is_yes_no(table: Table, column: int) -> bool:
    """Whether every answer of a column is yes or no."""
    return all(yes_or_no(cell).doubt is None for cell in answers(table, column))


def options_of(table: Table, role: Role) -> dict[int, str]:
    """Columns beside each other that are one option each, with the field most options belong to.

    Such a column says its own heading or nothing; one for other answers stands behind them.
    """
    found: dict[int, str] = {}
    run: list[int] = []
    for column in range(len(table.headers) + 1):
        if column < len(table.headers) and _is_option(table, column):
            run.append(column)
            continue
        name = _field_of(table, run, role) if len(run) > 1 else None
        if name and name not in found.values():
            is_other = column < len(table.headers) and forms_of(table.headers[column])[-1] in _OTHERS
            found |= dict.fromkeys([*run, column] if is_other else run, name)
        run = []
    return found


def is_refused(table: Table, column: int) -> bool:
    """Whether a column holds a national number, by its heading, or by a doubtful one and its answers."""
    heading = table.headers[column]
    if headings().is_refused(heading):
        return True
    cells = answers(table, column)
    return headings().is_perhaps_refused(heading) and bool(cells) and all(map(_is_national, cells))


_OTHERS = frozenset({"other", "anders", "andere", "overig", "autre", "anderes"})


def _is_option(table: Table, column: int) -> bool:
    said = {folded(as_text(cell)) for cell in answers(table, column)}
    return bool(table.headers[column]) and said == {folded(table.headers[column])}


def _field_of(table: Table, run: Sequence[int], role: Role) -> str | None:
    labels = [table.headers[column] for column in run]
    if 2 * sum(folded(label) in language_codes() for label in labels) > len(run):
        return "languages"
    is_topic = 2 * sum(bool(list(topics_in(label))) for label in labels) > len(run)
    return ("goals" if role == "mentee" else "topics") if is_topic else None


def _is_national(cell: object) -> bool:
    """Whether the check digits of a Dutch (9 digits) or Belgian (11) national number are right."""
    digits = "".join(c for c in as_text(cell) if c.isdigit())
    if len(digits) == 9:  # noqa: PLR2004 - the eleven test
        weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0
    if len(digits) == 11:  # noqa: PLR2004 - 97 minus the rest, with a 2 in front from the year 2000
        return any(97 - int(front + digits[:9]) % 97 == int(digits[9:]) for front in ("", "2"))
    return False


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.replace(";", ",").replace("\n", ",").split(",") if part.strip()]
