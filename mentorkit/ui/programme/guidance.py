"""The cards of guidance, to be searched in one place."""

import marimo as mo

from mentorkit.frames import Snapshot
from mentorkit.questions.guidance import cards_with
from mentorkit.text import say, say_count
from mentorkit.ui.frame.page import Page, html, stacked
from mentorkit.views.programme.guidance import card_list


def search_field(page: Page, _snapshot: Snapshot) -> mo.ui.text:
    """Where words are typed; the list follows while typing, in the words of the programme."""
    return mo.ui.text(label=page.speak(say("Search in the guidance")), debounce=False, full_width=True)


def search_panel(page: Page, field: mo.ui.text) -> mo.Html:
    """What the cards are, and the field."""
    hint = say("Short advice for mentors and mentees. It also stands where it fits.")
    return stacked(page.title(say("Guidance")), page.quiet(hint), field)


def guidance_panel(page: Page, sought: str) -> mo.Html:
    """The cards in which the words stand."""
    found = cards_with(sought, page.speak)
    if not found:
        return stacked(page.text(say("No card has these words. Try one word, or fewer.")))
    count = say_count("{n} card", "{n} cards", len(found))
    return stacked(page.quiet(count), html(card_list(found, page.speak)))
