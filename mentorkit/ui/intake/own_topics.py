"""The programme's own list of topics: on the screen with answers, and beside the questions for a form."""

import marimo as mo

from mentorkit.text import say, say_count
from mentorkit.text.topics import as_compared
from mentorkit.ui.frame.page import Page, side_by_side, stacked
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.workflows.intake.reviewed import Review
from mentorkit.workflows.set_up import set_own_topics

_SIGNS = str.maketrans("=;", "  ")


def topics_area(page: Page, draft: Draft, is_shown: bool, _turn: int = 0) -> mo.ui.text_area | None:
    """Where the topics are written, one on each line; every change is saved at once."""
    if not is_shown:
        return None
    return page.area(
        say("Your own topics, one on each line"),
        "\n".join(page.desk.snapshot.programme.own_topics),
        placeholder=page.speak(say("Community work = neighbourhood work")),
        on_change=lambda text: _save(page, draft, text.splitlines()),
    )


def keep_button(page: Page, place: Place, draft: Draft) -> mo.ui.button | None:
    """Puts every answer that is no topic yet on the list."""
    review = place.at("values")
    unknown = unknown_answers(review) if review is not None else ()
    if not unknown:
        return None
    label = say_count("Put this answer on the list", "Put these {n} answers on the list", len(unknown))
    own = page.desk.snapshot.programme.own_topics
    return page.button(label, lambda: _save(page, draft, [*own, *unknown]))


def own_topics_panel(page: Page, area: mo.ui.text_area | None, keep: mo.ui.button | None) -> mo.Html | None:
    """The list, with what it is for."""
    if area is None:
        return None
    intro = say(
        "Does your organisation have topics of its own? An answer on this list is a topic, counts in the "
        "pairing as you wrote it, and stands in the questions for a form. Other words for the same topic "
        "go behind an equals sign. The list is saved at once."
    )
    return stacked(page.title(say("Your own topics")), page.quiet(intro), area, side_by_side(keep))


def unknown_answers(review: Review) -> tuple[str, ...]:
    """Every answer that is no topic, of the programme or of ours, and was given no meaning; each once.

    Signs that mean something in the list are taken out of them, and signs alone are no answer.
    """
    unknown = (one.answer.translate(_SIGNS) for one in review.choices if one.meaning is None)
    return tuple(dict.fromkeys(answer for answer in unknown if as_compared(answer)))


def _save(page: Page, draft: Draft, lines: list[str]) -> None:
    draft.check()
    page.do(lambda snapshot: set_own_topics(snapshot, lines), say("Your own topics are saved."))
