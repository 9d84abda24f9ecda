"""Wrong input is data: where it stands, what it is and what to do."""

from dataclasses import dataclass
from typing import Literal

from mentorkit.text import Message


@dataclass(frozen=True)
class Finding:
    """One finding in a file.

    `row` is the row number that Excel shows (a record number in CSV), None when the
    whole file is meant. `severity` "error" means the row was not taken in, "warning"
    that it was, without this value or with a guess, and "notice" that nothing is wrong. `sheet`
    is told where the file alone does not say enough.
    """

    file: str
    row: int | None
    column: str | None
    value: str | None
    message: Message
    severity: Literal["error", "warning", "notice"] = "error"
    sheet: str = ""
