"""One view on paper: what each of its functions says, case by case, in one language."""

from collections.abc import Callable
from typing import Any

from mentorkit.text import Speaker
from tests.views.pages.rendered import as_text, indented


class Page:
    """What was shown so far, by the name of the function or of the list of words."""

    def __init__(self, speak: Speaker) -> None:
        self.speak = speak
        self.shown: dict[str, list[str]] = {}

    def show(self, case: str, function: Callable[..., Any], *arguments: Any) -> None:
        """What a function of the view gives in a case."""
        self.words(function.__qualname__, function(*arguments), case)

    def words(self, name: str, value: Any, case: str = "") -> None:
        """What stands under a name of the view."""
        text = as_text(value, self.speak)
        self.shown.setdefault(name, []).append(f"{case}:\n{indented(text)}\n" if case else f"{text}\n")

    @property
    def text(self) -> str:
        """All of it, a heading for each name."""
        return "\n".join(
            f"{name}\n{'=' * len(name)}\n\n" + "\n".join(parts) for name, parts in self.shown.items()
        )
