"""Her own list of topics: on the screen with answers, and beside the questions for a form."""

from collections.abc import Callable

import marimo as mo

from mentorkit.text import Speaker, say, say_count
from mentorkit.text.topics import as_compared
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import heading, paragraph, side_by_side, stacked
from mentorkit.ui.intake.draft import Draft, Step
from mentorkit.workflows.intake.review import Review
from mentorkit.workflows.set_up import set_own_topics

_ROWS = 4
_SIGNS = str.maketrans("=;", "  ")


class OwnTopics:
    """The fields of her own list; every change is saved at once, and Undo takes it back."""

    def __init__(self, desk: Desk, draft: Draft, refresh: Callable[[], None]) -> None:
        self._desk, self._draft, self._refresh = desk, draft, refresh

    def area(self, is_shown: bool, speak: Speaker, _turn: int = 0) -> mo.ui.text_area | None:
        """Where she writes her topics, one on each line."""
        if not is_shown:
            return None
        return mo.ui.text_area(
            value="\n".join(self._desk.snapshot.programme.own_topics),
            placeholder=speak(say("Community work = neighbourhood work")),
            label=speak(say("Your own topics, one on each line")),
            rows=_ROWS,
            full_width=True,
            on_change=lambda text: self._save(text.splitlines()),
        )

    def keep_button(self, here: Step, review: Review | None, speak: Speaker) -> mo.ui.button | None:
        """Puts every answer that is no topic yet on her list."""
        unknown = unknown_answers(review) if review and here == "values" else ()
        if not unknown:
            return None
        label = say_count("Put this answer on the list", "Put these {n} answers on the list", len(unknown))
        own = self._desk.snapshot.programme.own_topics
        return mo.ui.button(label=speak(label), on_click=lambda _: self._save([*own, *unknown]))

    def _save(self, lines: list[str]) -> None:
        self._draft.check()
        self._desk.do(lambda snapshot: set_own_topics(snapshot, lines))
        self._refresh()


def own_topics_panel(
    area: mo.ui.text_area | None, keep: mo.ui.button | None, speak: Speaker
) -> mo.Html | None:
    """The list, with what it is for."""
    if area is None:
        return None
    intro = say(
        "Does your organisation have topics of its own? An answer on this list is a topic, counts in the "
        "pairing as you wrote it, and stands in the questions for a form. Other words for the same topic "
        "go behind an equals sign. The list is saved at once."
    )
    return stacked(
        heading(say("Your own topics"), speak), paragraph(intro, speak, "quiet"), area, side_by_side(keep)
    )


def unknown_answers(review: Review) -> tuple[str, ...]:
    """Every answer that is no topic, of hers or of ours, and that she gave no meaning; each once.

    Signs that mean something in the list are taken out of them, and signs alone are no answer.
    """
    unknown = (one.answer.translate(_SIGNS) for one in review.choices if one.meaning is None)
    return tuple(dict.fromkeys(answer for answer in unknown if as_compared(answer)))
