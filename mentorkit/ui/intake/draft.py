"""Where the coordinator is in an import, and what was changed there and not checked yet."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from mentorkit.workflows.intake.edits import Edits
from mentorkit.workflows.intake.kept import Step
from mentorkit.workflows.intake.looked_at import Look
from mentorkit.workflows.intake.reviewed import Review

Change = Callable[[Edits], Edits]

Keep = Callable[..., None]
"""What keeps other `edits`, another `step` or other `files` of an import that is not finished."""


def _nowhere(**_: object) -> None:
    """Keeps nothing."""


@dataclass(frozen=True, eq=False)
class Place:
    """The screen the coordinator is on, and what the files would change; no review without files."""

    step: Step
    review: Review | None

    def at(self, *steps: Step) -> Review | None:
        """The review on one of these screens; None on any other, and before there is one."""
        return self.review if self.step in steps else None


class Draft:
    """The edits of one import: those that were checked, and those that are still being made.

    Fields on the screen put their change here, so that nothing on the page moves while the
    coordinator types; `check` hands all of them on at once, and `back` takes the last checked
    ones away. `edits` are those that were checked. What is still being made is kept as well, so
    that it is not lost with the page.
    """

    def __init__(
        self,
        set_edits: Callable[[Edits], None],
        set_look: Callable[[Look], None],
        edits: Edits | None = None,
        keep: Keep = _nowhere,
    ) -> None:
        self._set_edits, self._set_look, self._keep = set_edits, set_look, keep
        self._pending: dict[Hashable, Change] = {}
        self._earlier: list[Edits] = []
        self.edits = edits or Edits()

    def put(self, key: Hashable, change: Change) -> None:
        """Remember the change that a field stands for now, in place of its earlier one."""
        self._pending[key] = change
        self._keep(edits=self._after())

    def check(self) -> None:
        """Hand all changes on, when they change anything."""
        after = self._after()
        self._pending.clear()
        if after != self.edits:
            self._earlier.append(self.edits)
            self._hand_on(after)

    def look_at(self, look: Look) -> None:
        """Hand all changes on, and look at something else."""
        self.check()
        self._set_look(look)

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

    def finish(self) -> None:
        """The import is done: nothing of it is kept any longer."""
        self._keep(files=())

    def _after(self) -> Edits:
        after = self.edits
        for change in self._pending.values():
            after = change(after)
        return after

    def _hand_on(self, edits: Edits) -> None:
        self.edits = edits
        self._set_edits(edits)
