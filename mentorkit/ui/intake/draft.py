"""What she changed on the screen of an import and has not had checked yet."""

from collections.abc import Callable, Hashable
from typing import Literal

from mentorkit.workflows.intake.edits import Edits

Step = Literal["file", "seen", "columns", "values", "review", "confirm"]
"""The screens of an import, in their order."""

Change = Callable[[Edits], Edits]


class Draft:
    """The edits of one import: those that were checked, and those she is still making.

    Fields on the screen put their change here, so that nothing on the page moves while she
    types; `check` hands all of them on at once, and `back` takes the last checked ones away.
    `edits` are those that were checked.
    """

    def __init__(self, set_edits: Callable[[Edits], None]) -> None:
        self._set_edits = set_edits
        self._pending: dict[Hashable, Change] = {}
        self._earlier: list[Edits] = []
        self.edits = Edits()

    def put(self, key: Hashable, change: Change) -> None:
        """Remember the change that a field stands for now, in place of its earlier one."""
        self._pending[key] = change

    def check(self) -> None:
        """Hand all changes on, when they change anything."""
        after = self.edits
        for change in self._pending.values():
            after = change(after)
        self._pending.clear()
        if after != self.edits:
            self._earlier.append(self.edits)
            self._hand_on(after)

    @property
    def can_go_back(self) -> bool:
        """Whether there are checked changes."""
        return bool(self._earlier)

    def back(self) -> None:
        """Be as before the last check."""
        self._pending.clear()
        if self._earlier:
            self._hand_on(self._earlier.pop())

    def begin(self) -> None:
        """Start again, for other files."""
        self._pending.clear()
        self._earlier.clear()
        self._hand_on(Edits())

    def _hand_on(self, edits: Edits) -> None:
        self.edits = edits
        self._set_edits(edits)
