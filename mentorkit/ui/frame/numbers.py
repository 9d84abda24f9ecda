"""Boxes for a number: 1,5 and 1.5 are one and a half, whatever the language of the page or the browser."""

from collections.abc import Callable
from dataclasses import dataclass

import marimo as mo

from mentorkit.errors import NotLawful
from mentorkit.intake.values.cells import number
from mentorkit.text import Message, say
from mentorkit.ui.frame.page import Page


@dataclass(frozen=True)
class Numbers:
    """The numbers that a box takes: from `least` to `most`, with decimals unless they are `whole` ones."""

    least: int
    most: int
    is_whole: bool = False

    def box(
        self, page: Page, now: float | None, label: str, take: Callable[[float], None], field: str = ""
    ) -> mo.ui.text:
        """A box with the number that there is now; what is no number that it takes is told at the `field`."""

        def choose(text: str) -> None:
            try:
                take(self.told(text, field))
            except NotLawful as refusal:
                page.refuse(refusal)

        return mo.ui.text(value="" if now is None else page.speak.digits(now), label=label, on_change=choose)

    def read(self, text: str) -> float | None:
        """The number that was typed; None when it is none that the box takes."""
        found = number(text)
        if found.value is None or found.doubt is not None or not self.least <= found.value <= self.most:
            return None
        return None if self.is_whole and found.value % 1 else float(found.value)

    def told(self, text: str, field: str = "") -> float:
        """The number that was typed. Raises NotLawful, at the `field`, when it is none that the box takes."""
        found = self.read(text)
        if found is None:
            raise NotLawful(self._refusal(text), field)
        return found

    def _refusal(self, text: str) -> Message:
        if self.is_whole:
            wrong = say("‘{text}’ is not a whole number from {least} to {most}, so nothing changed.")
        else:
            wrong = say("‘{text}’ is not a number from {least} to {most}, so nothing changed.")
        return wrong.filled(text=text, least=self.least, most=self.most)
