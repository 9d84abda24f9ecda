"""Three versions of one value: what a file said before, what the programme has, what the file says now."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "kept", "taken", "conflict"]
"""Whether a value is the same in both, stays as the programme has it, is the file's, or is asked about."""


@dataclass(frozen=True)
class Difference:
    """One field of a row: `old` is what the programme has, `new` what the file says."""

    row_id: str
    field: str
    old: object
    new: object

    @property
    def key(self) -> tuple[str, str]:
        """What names it when the coordinator chooses."""
        return self.row_id, self.field


def verdict_on(here: object, said: object, last: object, told: Iterable[object]) -> Verdict:
    """What becomes of a value that is `here` in the programme and that a file has `said`.

    What the file said the `last` time as well is no news. What is here and was never `told` by a
    file was changed in the programme, so that news is a conflict.

    >>> [verdict_on(here, "Gent", "Luik", ["Luik"]) for here in ("Gent", "Luik", "Brugge")]
    ['same', 'taken', 'conflict']
    """
    if said == here:
        return "same"
    if said == last:
        return "kept"
    return "taken" if here in told else "conflict"
